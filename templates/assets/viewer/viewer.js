/*
 * The printed page, enlarged: deep zoom by OpenSeadragon, which stands above in this file. Fetched only when a reader asks
 * for it. The links of the page lie over it as they lie over its picture: the same elements, in reading order.
 */
(() => {
  // A picture that comes after the panel was closed is no fault to tell of.
  OpenSeadragon.console = Object.assign(Object.create(console), {
    warn: (text, ...rest) => {
      if (!String(text).startsWith("Ignoring tile")) console.warn(text, ...rest);
    },
  });
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  /** What a press of an arrow key moves by: a share of what is seen. */
  const step = 0.15;
  const zoomStep = 1.5;
  /** Screen pixels for one of the scan, at most. */
  const closest = 3;

  const make = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  /** Addresses are absolute in it: a page from the disk has no server to ask for an info.json. */
  const sourceOf = ({ tiles, levels }) => {
    const address = (path) => new URL(path, location.href).href;
    if (!tiles)
      return {
        type: "legacy-image-pyramid",
        levels: levels.map((level) => ({ ...level, url: address(level.url) })),
      };
    const { folder, width, height, tile, scaleFactors, sizes } = tiles;
    return {
      "@context": "http://iiif.io/api/image/3/context.json",
      id: address(folder),
      type: "ImageService3",
      protocol: "http://iiif.io/api/image",
      profile: "level0",
      width,
      height,
      sizes,
      tiles: [{ width: tile, scaleFactors }],
    };
  };

  const button = (sign, label, press) => {
    const made = make("button", { type: "button", title: label, onclick: press });
    made.append(make("span", { className: "sign", textContent: sign, ariaHidden: "true" }));
    made.append(make("span", { className: "word", textContent: label }));
    return made;
  };
  const link = (sign, { href, title }, label) => {
    const made = make("a", { href: `${href}#enlarged`, title: `${label}: ${title}` });
    made.append(make("span", { className: "sign", textContent: sign, ariaHidden: "true" }));
    made.append(make("span", { className: "word", textContent: label }));
    return made;
  };

  /** Nothing of a copied layer may be found by a name that is the page's own. */
  const copyOf = (layer) => {
    const copy = layer.cloneNode(true);
    copy.removeAttribute("id");
    return copy;
  };

  function open(about, page) {
    const { words } = about;
    const stage = make("div", { className: "stage" });
    const tools = make("div", { className: "viewer-tools", role: "toolbar", ariaLabel: words.enlargedPage });
    const dialog = make("dialog", { className: "viewer", ariaLabel: words.enlargedPage }, tools, stage);
    document.body.append(dialog);
    dialog.showModal();

    const zoomBy = (factor) => {
      viewer.viewport.zoomBy(factor);
      viewer.viewport.applyConstraints();
    };
    const panBy = (x, y) => {
      const { width, height } = viewer.viewport.getBounds();
      viewer.viewport.panBy(new OpenSeadragon.Point(x * width * step, y * height * step));
      viewer.viewport.applyConstraints();
    };
    const whole = () => viewer.viewport.goHome();
    tools.append(
      button("+", words.zoomIn, () => zoomBy(zoomStep)),
      button("−", words.zoomOut, () => zoomBy(1 / zoomStep)),
      button("▭", words.wholePage, whole),
      ...(about.previous ? [link("←", about.previous, words.previousPage)] : []),
      ...(about.next ? [link("→", about.next, words.nextPage)] : []),
      button("✕", words.closeViewer, () => dialog.close()),
    );
    tools.lastElementChild.classList.add("close");

    // It would else write a style sheet of its own into the page. Not an HTML element: the policy is against even an empty one.
    if (!document.querySelector("style[data-openseadragon-mobile-css]")) {
      const none = document.createElementNS(null, "style");
      none.setAttribute("data-openseadragon-mobile-css", "");
      document.head.append(none);
    }
    // After the tools are there: it fills the room that they leave.
    const viewer = OpenSeadragon({
      element: stage,
      tileSources: sourceOf(about),
      drawer: "canvas",
      showNavigationControl: false,
      keyboardNavEnabled: false,
      animationTime: still ? 0 : 0.7,
      immediateRender: still,
      maxZoomPixelRatio: closest,
      minZoomImageRatio: 0.9,
      visibilityRatio: 0.6,
      gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true, flickEnabled: false },
      gestureSettingsTouch: { clickToZoom: false, dblClickToZoom: true, flickEnabled: !still },
    });
    // The keys are the dialog's.
    viewer.canvas.tabIndex = -1;

    const keys = {
      "+": () => zoomBy(zoomStep),
      "=": () => zoomBy(zoomStep),
      "-": () => zoomBy(1 / zoomStep),
      0: whole,
      Home: whole,
      ArrowLeft: () => panBy(-1, 0),
      ArrowRight: () => panBy(1, 0),
      ArrowUp: () => panBy(0, -1),
      ArrowDown: () => panBy(0, 1),
    };
    dialog.addEventListener("keydown", (event) => {
      // The page below has keys of its own.
      event.stopPropagation();
      // What is below the links takes a press of Enter for a click of its own.
      if (event.key === "Enter" && event.target.matches("a.zone")) {
        event.preventDefault();
        location.assign(event.target.href);
        return;
      }
      const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });
    dialog.addEventListener("close", () => {
      viewer.destroy();
      dialog.remove();
      if (location.hash === "#enlarged") history.replaceState(null, "", location.pathname + location.search);
      document.querySelector("button.enlarge")?.focus();
    });

    viewer.addHandler("open", () => {
      const { x, y } = viewer.world.getItemAt(0).getContentSize();
      const location = new OpenSeadragon.Rect(0, 0, 1, y / x);
      for (const layer of page.querySelectorAll(":scope > :is(.hits, nav)"))
        viewer.addOverlay({ element: copyOf(layer), location });
      dialog.dataset.open = "";
    });
    // What takes the focus is brought into sight.
    stage.addEventListener("focusin", ({ target }) => {
      if (!target.matches("a.zone") || !target.matches(":focus-visible")) return;
      stage.scrollTop = 0;
      stage.scrollLeft = 0;
      const box = target.getBoundingClientRect();
      const seen = stage.getBoundingClientRect();
      const isSeen =
        box.left >= seen.left && box.right <= seen.right && box.top >= seen.top && box.bottom <= seen.bottom;
      if (isSeen) return;
      const at = new OpenSeadragon.Point(
        box.left + box.width / 2 - seen.left,
        box.top + Math.min(box.height, seen.height) / 2 - seen.top,
      );
      viewer.viewport.panTo(viewer.viewport.pointFromPixel(at));
    });
    stage.addEventListener("dragstart", (event) => event.preventDefault());
    // A drag over a story moves the page; a click opens the story.
    viewer.addHandler("canvas-click", (event) => {
      const story = event.originalTarget.closest?.("a.zone");
      if (!event.quick || !story) return;
      event.preventDefaultAction = true;
      const { ctrlKey, metaKey } = event.originalEvent;
      if (ctrlKey || metaKey) window.open(story.href, "_blank", "noopener");
      else location.assign(story.href);
    });
  }

  window.jumplineEnlarge = open;
})();

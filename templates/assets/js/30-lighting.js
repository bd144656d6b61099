/*
 * The story that the address names is lit by the style sheet alone. With a script the ways on from it (whole story, its
 * parts on other pages) stand at the foot of the window while it is lit, the switch to reading leads to it, and a story
 * that stands on both pages of a spread is lit on both.
 */
(() => {
  const regions = [...document.querySelectorAll(".mirror .region")];
  if (regions.length === 0) return;
  const toArticle = document.querySelector(".modes .to-article");
  const lead = toArticle?.getAttribute("href");
  const storyOf = (region) => region.dataset.story ?? region.id;
  const partsOf = (region) => regions.filter((each) => storyOf(each) === storyOf(region));

  function light() {
    // By its name: while a page is read in, none is the target yet.
    const name = location.hash.slice(1);
    const named = regions.find(({ id }) => id === name) ?? null;
    document.querySelector(".ways.afloat")?.remove();
    for (const region of regions) region.classList.toggle("lit", named !== null && partsOf(named).includes(region));
    document.body.classList.toggle("has-lit", named !== null);
    const whole = named?.querySelector(".ways a");
    if (toArticle) toArticle.setAttribute("href", whole?.getAttribute("href") ?? lead);
    if (!named || !whole) return;
    const ways = named.querySelector(".ways").cloneNode(true);
    ways.classList.add("afloat");
    const clear = document.createElement("button");
    clear.type = "button";
    clear.className = "clear";
    clear.textContent = "×";
    clear.setAttribute("aria-label", document.querySelector(".mirror").dataset.clear);
    clear.addEventListener("click", () => {
      // A place that is none: nothing is lit, and the page stays where it is.
      location.replace("#-");
      [...named.querySelectorAll("a")].find((link) => link.offsetParent)?.focus({ preventScroll: true });
    });
    ways.append(clear);
    document.querySelector("main").append(ways);
  }
  light();
  addEventListener("hashchange", light);

  // Pointing at one part of a story, or being in it by the keyboard, shows its other parts.
  const show = (region, on) => {
    const parts = partsOf(region);
    if (parts.length > 1) for (const part of parts) part.classList.toggle("kin", on);
  };
  for (const region of regions) {
    for (const name of ["pointerenter", "focusin"]) region.addEventListener(name, () => show(region, true));
    for (const name of ["pointerleave", "focusout"]) region.addEventListener(name, () => show(region, false));
  }
})();

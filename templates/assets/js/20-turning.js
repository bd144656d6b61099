/*
 * Turning pages and stories by keys and by a finger. Nothing is taken from a field, an open panel or a scroller, and
 * keys that write a letter can be turned off in the settings (WCAG 2.1.4).
 */
(() => {
  const root = document.documentElement;
  /** Papers set in vertical lines are bound on the right: the next page lies to the left. */
  const runsLeft = () => {
    const text = document.querySelector(".mirror, .story");
    return text !== null && getComputedStyle(text).writingMode === "vertical-rl";
  };
  const turn = (rel) => document.querySelector(`main a[rel="${rel}"]`)?.click();
  const turnTowards = (right) => turn(right === runsLeft() ? "prev" : "next");

  /** On a page the stories themselves, lit one after the other; on an article its neighbours; else the list of headlines. */
  function moveStory(step) {
    if (document.querySelector(".story")) {
      turn(step > 0 ? "next" : "prev");
      return;
    }
    const stories = [...document.querySelectorAll(".mirror .region")];
    const links = stories.length > 0 ? stories : [...document.querySelectorAll(".contents li > a, .newest li > a")];
    const at = links.findIndex((each) => each.matches(":target, :focus, :focus-within"));
    const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step];
    if (!next) return;
    const link = next.matches("a") ? next : [...next.querySelectorAll("a")].find((a) => a.offsetParent);
    // A place in the address lights the story; no step of the history is spent on it.
    if (next.id) location.replace(`#${next.id}`);
    link?.focus({ preventScroll: next.id !== "" });
  }

  function search(event) {
    const field = document.querySelector("input[type='search']");
    if (!field) return;
    event.preventDefault();
    field.focus();
  }
  const letters = {
    j: () => moveStory(1),
    k: () => moveStory(-1),
    p: () => document.querySelector(".modes .to-page:not([aria-current])")?.click(),
    r: () => document.querySelector(".modes .to-article:not([aria-current])")?.click(),
    "/": search,
    "?": () => document.querySelector("[data-panel='keys']")?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
    if (!(target instanceof Element) || target.closest("input, textarea, select, dialog, [contenteditable]"))
      return;
    if (key === "Escape" && document.querySelector(".region:target")) location.replace("#-");
    else if (key === "ArrowLeft" || key === "ArrowRight") {
      // A scroller moves by the arrows itself.
      if (!event.shiftKey && !target.closest("[tabindex='0']")) turnTowards(key === "ArrowRight");
    } else if (root.dataset.keys !== "off" && Object.hasOwn(letters, key)) letters[key](event);
  });
  if (!document.querySelector("input[type='search']")) document.querySelector(".search-key")?.remove();

  /** Pixels across; times as far as up or down; milliseconds. */
  const swipe = { least: 60, straight: 2, longest: 700 };
  const scrollsAcross = (node) => {
    for (let each = node; each instanceof Element && each !== document.body; each = each.parentElement)
      if (each.scrollWidth > each.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(each).overflowX))
        return true;
    return false;
  };
  let from = null;
  document.addEventListener(
    "touchstart",
    (event) => {
      const [touch] = event.touches;
      const zoomed = (window.visualViewport?.scale ?? 1) > 1.01;
      const taken =
        event.touches.length > 1 || zoomed || scrollsAcross(event.target) ||
        event.target.closest("input, dialog, [draggable='true'], .openseadragon-container");
      from = taken ? null : { x: touch.clientX, y: touch.clientY, at: event.timeStamp };
    },
    { passive: true },
  );
  document.addEventListener("touchcancel", () => {
    from = null;
  });
  document.addEventListener(
    "touchend",
    (event) => {
      if (from === null) return;
      const [touch] = event.changedTouches;
      const [across, down] = [touch.clientX - from.x, touch.clientY - from.y];
      const quick = event.timeStamp - from.at < swipe.longest;
      from = null;
      const straight = Math.abs(across) > swipe.least && Math.abs(across) > swipe.straight * Math.abs(down);
      if (!quick || !straight || !getSelection().isCollapsed) return;
      turnTowards(across < 0);
    },
    { passive: true },
  );
})();

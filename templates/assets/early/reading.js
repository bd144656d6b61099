/*
 * Before the first paint: what a reader chose on this device goes onto the root element, where the style sheet finds it.
 * Only known values pass, so nothing that another program left in the store reaches the page.
 */
(() => {
  const known = {
    theme: ["light", "sepia", "dark"],
    width: ["narrow", "wide"],
    face: ["sans", "brush"],
    size: ["85", "115", "130", "150", "175", "200"],
    lines: ["horizontal"],
    pages: ["two"],
    keys: ["off"],
  };
  const root = document.documentElement;
  let chosen = {};
  let print = null;
  try {
    chosen = JSON.parse(localStorage.getItem("jumpline-reading")) || {};
    print = sessionStorage.getItem("jumpline-print");
  } catch {
    // No store, or not ours: the page is as it came.
  }
  for (const name of Object.keys(known))
    if (known[name].includes(chosen[name])) root.dataset[name] = chosen[name];
  root.dataset.scripts = "on";
  // The printed page, where it was chosen on this visit; an address that names a story wants its text.
  if (print === "yes" && location.hash === "") root.dataset.view = "print";
  // The page that searches is a title page until it is asked.
  if (new URLSearchParams(location.search).get("q")) root.dataset.asked = "yes";
  // A page that faces another is seen with it, where the reader wants that and there is room; the spread never leads back.
  // One that is to be enlarged, or on which words are looked for, is wanted alone.
  const { spread, pages } = root.dataset;
  const alone = location.hash === "#enlarged" || location.search !== "";
  if (spread && !alone && pages === "two" && matchMedia("(min-width: 90rem)").matches)
    location.replace(spread + location.hash);
})();

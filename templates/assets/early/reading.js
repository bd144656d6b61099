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
  try {
    chosen = JSON.parse(localStorage.getItem("jumpline-reading")) || {};
  } catch {
    // No store, or not ours: the page is as it came.
  }
  for (const name of Object.keys(known))
    if (known[name].includes(chosen[name])) root.dataset[name] = chosen[name];
  root.dataset.scripts = "on";
})();

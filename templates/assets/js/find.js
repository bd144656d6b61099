/*
 * `/` goes to the search box. Where a result led here, what was looked for is lit: the search is loaded for it alone. The links to the
 * printed page take it with them, so that it is marked there too.
 */
(() => {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]"))
      return;
    const box = document.querySelector("input[type='search']");
    if (box === null) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  const address = document.currentScript?.dataset.search;
  const given = new URLSearchParams(location.search);
  if (!address || !given.has("find")) return;
  const script = document.createElement("script");
  script.src = address;
  /* What marks the print waits for it, and does without it where it does not come. */
  window.jumpline.searchLoaded = new Promise((done) => {
    script.onload = done;
    script.onerror = done;
  });
  document.head.append(script);
  for (const name of [...given.keys()]) if (name !== "find" && name !== "exact") given.delete(name);
  for (const link of document.querySelectorAll("main .to-page, main .stood-on a")) link.search = given;
})();

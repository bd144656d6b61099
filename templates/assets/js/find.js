/* `/` goes to the search box. Where a result led here, what was looked for is lit: the search is loaded for it alone. */
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
  if (address && new URLSearchParams(location.search).has("find")) {
    const script = document.createElement("script");
    script.src = address;
    document.head.append(script);
  }
})();

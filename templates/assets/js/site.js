/* Optional: everything reads without it. Arrow keys turn pages; the choices of horizontal lines and of the printed page are kept for the visit. */
(() => {
  const turn = { ArrowLeft: "prev", ArrowRight: "next" };
  document.addEventListener("keydown", (event) => {
    const busy = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented;
    const target = event.target;
    if (busy || (target instanceof Element && target.closest("input, textarea, select, [tabindex='0']")))
      return;
    const rel = turn[event.key];
    const link = rel ? document.querySelector(`a[rel="${rel}"]`) : null;
    if (link) link.click();
  });

  let store = null;
  try {
    store = window.sessionStorage;
  } catch (error) {
    console.info("Choices will not be kept:", error.message);
  }
  if (store === null) return;
  const keep = (choice, name, applies, inputs) => {
    if (!choice) return;
    if (applies && store.getItem(name) === "yes") choice.checked = true;
    for (const input of inputs)
      input.addEventListener("change", () => store.setItem(name, choice.checked ? "yes" : "no"));
  };
  const horizontal = document.querySelector(".set-horizontal");
  keep(horizontal, "jumpline-horizontal", true, [horizontal]);
  // An address that names a story wants its text: the picture has no places to go to.
  const views = document.querySelectorAll(".view-choice input");
  keep(document.querySelector(".show-print"), "jumpline-print", location.hash === "", views);
})();

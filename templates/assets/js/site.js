/* Optional: everything reads without it. Arrow keys turn pages; the choice of horizontal lines is kept for the visit. */
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

  const choice = document.querySelector(".set-horizontal");
  if (!choice) return;
  const name = "jumpline-horizontal";
  let store = null;
  try {
    store = window.sessionStorage;
  } catch (error) {
    console.info("The choice of horizontal lines will not be kept:", error.message);
  }
  if (store === null) return;
  choice.checked = store.getItem(name) === "yes";
  choice.addEventListener("change", () => store.setItem(name, choice.checked ? "yes" : "no"));
})();

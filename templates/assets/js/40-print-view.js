/* The choice of the printed page is kept for the visit; `early/reading.js` shows it again before the first paint. */
(() => {
  let store = null;
  try {
    store = window.sessionStorage;
  } catch (error) {
    console.info("Choices will not be kept:", error.message);
  }
  const choice = document.querySelector(".show-print");
  if (store === null || choice === null) return;
  // From here on the choice itself says what is shown.
  if (document.documentElement.dataset.view === "print") choice.checked = true;
  delete document.documentElement.dataset.view;
  for (const input of document.querySelectorAll(".view-choice input"))
    input.addEventListener("change", () => store.setItem("jumpline-print", choice.checked ? "yes" : "no"));
})();

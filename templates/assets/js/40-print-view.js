/* The choice of the printed page is kept for the visit. */
(() => {
  let store = null;
  try {
    store = window.sessionStorage;
  } catch (error) {
    console.info("Choices will not be kept:", error.message);
  }
  const choice = document.querySelector(".show-print");
  if (store === null || choice === null) return;
  // An address that names a story wants its text: the picture has no places to go to.
  if (location.hash === "" && store.getItem("jumpline-print") === "yes") choice.checked = true;
  for (const input of document.querySelectorAll(".view-choice input"))
    input.addEventListener("change", () => store.setItem("jumpline-print", choice.checked ? "yes" : "no"));
})();

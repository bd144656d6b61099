/*
 * The reading settings: what is chosen goes onto the root element, as `early/reading.js` puts it there before the first
 * paint of the next page, and into the store of this device. A panel is a modal dialog: Escape closes it, and the
 * focus goes back to where it came from, as browsers do by themselves.
 */
(() => {
  const sizes = ["85", "100", "115", "130", "150", "175", "200"];
  const usual = "100";
  const root = document.documentElement;
  const panel = (name) => document.querySelector(`[data-panel="${name}"]`);

  function keep(name, value) {
    if (value === "") delete root.dataset[name];
    else root.dataset[name] = value;
    try {
      const chosen = JSON.parse(localStorage.getItem("jumpline-reading")) || {};
      if (value === "") delete chosen[name];
      else chosen[name] = value;
      localStorage.setItem("jumpline-reading", JSON.stringify(chosen));
    } catch (error) {
      console.info("Choices will not be kept:", error.message);
    }
  }

  const range = document.querySelector("#text-size");
  function sayTextSize() {
    const label = (range.dataset.percent || "{n} %").replace("{n}", sizes[range.value]);
    range.setAttribute("aria-valuetext", label);
    document.querySelector("output[for='text-size']").textContent = label;
  }
  const radios = [...document.querySelectorAll("[data-panel='settings'] input[type='radio']")];
  const keys = document.querySelector("[data-panel='settings'] input[name='keys']");
  /** Sets the controls to what is chosen. */
  function showChosen() {
    for (const radio of radios) radio.checked = radio.value === (root.dataset[radio.name] || "");
    range.value = sizes.indexOf(root.dataset.size || usual);
    keys.checked = root.dataset.keys !== "off";
    sayTextSize();
  }

  if (range) {
    showChosen();
    for (const radio of radios) radio.addEventListener("change", () => keep(radio.name, radio.value));
    range.addEventListener("input", () => {
      const size = sizes[range.value];
      keep("size", size === usual ? "" : size);
      sayTextSize();
    });
    keys.addEventListener("change", () => keep("keys", keys.checked ? "" : "off"));
    document.querySelector("[data-panel='settings'] .reset").addEventListener("click", () => {
      for (const name of ["theme", "face", "width", "size", "keys"]) keep(name, "");
      showChosen();
    });
  }

  for (const opener of document.querySelectorAll("[data-opens]"))
    opener.addEventListener("click", () => panel(opener.dataset.opens).showModal());
  for (const dialog of document.querySelectorAll("dialog.panel"))
    dialog.addEventListener("click", (event) => {
      // Outside of it is the dialog itself: what is in it lies on its children.
      const { left, right, top, bottom } = dialog.getBoundingClientRect();
      const outside =
        event.target === dialog &&
        (event.clientX < left || event.clientX > right || event.clientY < top || event.clientY > bottom);
      if (outside || event.target.closest(".close")) dialog.close();
    });

  // Vertical text set horizontally, without a script by the box alone, with one for every page.
  const horizontal = document.querySelector(".set-horizontal");
  if (horizontal) {
    horizontal.checked = root.dataset.lines === "horizontal";
    horizontal.addEventListener("change", () => keep("lines", horizontal.checked ? "horizontal" : ""));
  }
  // The links between one page and two say what the reader wants from now on.
  for (const link of document.querySelectorAll("a[data-pages]"))
    link.addEventListener("click", () => keep("pages", link.dataset.pages));
})();

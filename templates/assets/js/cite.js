/* Optional: buttons that copy a citation, and the choice to add one to what is copied. The strings can be selected without it. */
(() => {
  /** Where the clipboard is not to be had (plain http), a selection is copied the old way. */
  const copyOldWay = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "unseen";
    const focused = document.activeElement;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    return done;
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyOldWay(text);
    }
  };
  /* Other scripts ask for a copy by an event. `detail`: the text, and what to do when it is copied. */
  document.addEventListener("jumpline-copy", async ({ detail }) => {
    if (await copy(detail.text)) detail.then();
  });

  const box = document.querySelector(".cite");
  if (!box) return;
  const { copy: label, copied } = box.dataset;
  const addButton = (name, after, read) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = label;
    button.setAttribute("aria-label", `${label}: ${name}`);
    button.addEventListener("click", () => {
      const then = () => {
        button.textContent = copied;
        button.setAttribute("aria-label", `${copied}: ${name}`);
      };
      document.dispatchEvent(new CustomEvent("jumpline-copy", { detail: { text: read(), then } }));
    });
    after.after(" ", button);
  };
  for (const row of box.querySelectorAll("dl > div")) {
    const text = row.querySelector(".cited");
    addButton(row.querySelector("dt").textContent, text, () => text.textContent);
  }
  for (const link of box.querySelectorAll(".cite-files a"))
    addButton(link.textContent, link, () =>
      decodeURIComponent(link.getAttribute("href").split(",").slice(1).join(",")),
    );

  const row = box.querySelector(".cite-copies");
  const choice = row.querySelector("input");
  row.hidden = false;
  try {
    choice.checked = localStorage.getItem("jumpline-cite-copies") === "yes";
    choice.addEventListener("change", () =>
      localStorage.setItem("jumpline-cite-copies", choice.checked ? "yes" : "no"),
    );
  } catch (error) {
    console.info("The choice will not be kept:", error.message);
  }
})();

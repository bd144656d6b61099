/* A list of headlines is narrowed to those with a word: whatever its case, its width or its accents. Without this the list is whole. */
(() => {
  const place = document.querySelector(".filter-headlines");
  if (!place) return;
  const fold = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
  const days = [...document.querySelectorAll(".headline-day")].map((day) => ({
    day,
    items: [...day.querySelectorAll("li")].map((item) => ({ item, text: fold(item.textContent) })),
  }));
  const months = document.querySelectorAll(".headline-month");
  const status = place.querySelector("[role=status]");
  const input = place.querySelector("input");

  const narrow = () => {
    const wanted = fold(input.value);
    let shown = 0;
    for (const { day, items } of days) {
      let here = 0;
      for (const { item, text } of items) {
        item.hidden = !text.includes(wanted);
        if (!item.hidden) here += 1;
      }
      day.hidden = here === 0;
      shown += here;
    }
    for (const month of months) month.hidden = !month.querySelector(".headline-day:not([hidden])");
    // The wording as it stands, in whatever language it now is.
    status.textContent = status.textContent.replace(/\d+/, String(shown));
  };
  input.addEventListener("input", narrow);
})();

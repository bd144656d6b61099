/* Optional: “on this day” marks the day that it is where the reader is. The page itself lists all days. */
(() => {
  const link = document.querySelector(".day-view .today");
  if (!link) return;
  const now = new Date();
  const two = (value) => String(value).padStart(2, "0");
  const [month, day] = [two(now.getMonth() + 1), two(now.getDate())];
  const row = document.getElementById(`d-${month}-${day}`);
  const page = [...document.querySelectorAll(".month-links a")].find((each) =>
    (each.getAttribute("href") ?? "").endsWith(`-${month}.html`),
  );
  if (row) row.setAttribute("aria-current", "date");
  if (!row && !page) return;
  link.querySelector("a").href = `${row ? "" : page.getAttribute("href")}#d-${month}-${day}`;
  link.hidden = false;
})();

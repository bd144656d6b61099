/* The printed page: a button that opens it enlarged (what does it is fetched then), and the places of what was searched for, ?find=… */
(() => {
  const fetchScript = (src, then) => {
    const script = document.createElement("script");
    script.src = src;
    script.addEventListener("load", then);
    document.head.append(script);
  };

  let asked = false;

  /* Letters and digits only, of one width and case: what the words were parted by does not count. */
  let foldForm = (letter) => letter;
  const fold = (text) =>
    Array.from(
      text
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, ""),
      foldForm,
    ).join("");
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
  const given = new URLSearchParams(location.search);
  const find = given.get("find") ?? "";

  /* On a spread there may be two. */
  document.querySelectorAll(".print").forEach((print, at) => {
    const button = print.querySelector("button.enlarge");
    const page = print.querySelector(".print-page");
    const about = JSON.parse(button.dataset.viewer);
    const enlarge = () => {
      if (document.querySelector("dialog.viewer")) return;
      if (window.jumplineEnlarge) window.jumplineEnlarge(about, page);
      else if (!asked) fetchScript(about.script, () => window.jumplineEnlarge(about, page));
      asked = true;
    };
    button.hidden = false;
    button.addEventListener("click", enlarge);
    page.addEventListener("dblclick", enlarge);

    function mark(words) {
      /* Forms of one letter are alike as they are in the search, which find.js loads. */
      if (window.jumplineSearch && !given.has("exact")) foldForm = window.jumplineSearch.makeFoldForm();
      const terms = find
        .split(/\s+/)
        .map(fold)
        .filter((term) => term !== "");
      let all = "";
      const owner = [];
      const begins = new Set();
      words.forEach(([text], at) => {
        begins.add(all.length);
        const letters = fold(text);
        for (let i = 0; i < letters.length; i += 1) owner.push(at);
        all += letters;
      });
      const found = new Set();
      let places = 0;
      for (const term of terms)
        for (let at = all.indexOf(term); at >= 0; at = all.indexOf(term, at + 1)) {
          if (!begins.has(at) && !unspaced.test(term)) continue;
          places += 1;
          for (let i = at; i < at + term.length; i += 1) found.add(owner[i]);
        }
      const hits = document.createElement("div");
      hits.className = "hits";
      for (const at of found) {
        const [, ...box] = words[at];
        const hit = document.createElement("span");
        ["left", "top", "width", "height"].forEach((side, i) => {
          hit.style[side] = `${box[i] / 100}%`;
        });
        hits.append(hit);
      }
      page.querySelector("img").after(hits);
      print.querySelector(".found").textContent = about.words.found
        .replace("{n}", places)
        .replace("{find}", find);
      hits.firstElementChild?.scrollIntoView({ block: "center", inline: "center" });
    }

    let isMarked = fold(find) === "" || !about.pageWords;
    const onShown = () => {
      if (isMarked || getComputedStyle(print).display === "none") return;
      isMarked = true;
      fetchScript(about.pageWords, async () => {
        const words = window.jumplineWords;
        await window.jumpline.searchLoaded;
        mark(words);
      });
    };
    document.addEventListener("change", onShown);
    /* What was chosen before is known when all scripts have run. */
    document.addEventListener("DOMContentLoaded", () => {
      const isWanted = at === 0 && location.hash === "#enlarged";
      const choice = document.querySelector(".show-print");
      if (isWanted && choice) choice.checked = true;
      onShown();
      if (isWanted) enlarge();
    });
  });
})();

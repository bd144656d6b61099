/*
 * Optional: corrects printed lines, one box each, and makes of what was changed a list in the format of overrides.yaml: to
 * save, or in a filled-in message. Nothing is sent from here. The limits are those of render/correct/compose-message.ts.
 */
(() => {
  const part = document.querySelector(".correct");
  const dialog = part?.querySelector("dialog");
  if (!dialog?.showModal) return;
  const { target, subject, about, tooLong } = part.dataset;
  const isMail = /^mailto:/i.test(target);
  const limit = isMail ? 1900 : 7000;
  const mostLines = 120;
  /** As many letters as the program expects at a place. */
  const expectedLetters = 14;

  const firstWords = (text) => {
    let out = "";
    let count = 0;
    for (const letter of text.trim()) {
      if (count >= expectedLetters) break;
      const space = letter.trim() === "";
      out += space ? " " : letter;
      if (!space) count += 1;
    }
    return out.trimEnd();
  };
  const idOf = (place) => place.replace(/^(\d+)\./, "p$1-l");
  /** What a line says now, by the list of printed lines on this page; the names of rules stand in elements beside it. */
  const texts = new Map();
  for (const row of document.querySelectorAll(".source-lines tbody tr")) {
    const [place, cell] = [row.querySelector("th[scope='row'] a"), row.querySelector("td:last-child")];
    if (!place || !cell) continue;
    const words = [...cell.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    texts.set(
      place.textContent.trim(),
      words
        .map(({ data }) => data)
        .join("")
        .trimEnd(),
    );
  }

  const messageOf = (yaml) => {
    const [title, text] = isMail
      ? ["subject", "body"]
      : target.includes("/-/issues/new")
        ? ["issue[title]", "issue[description]"]
        : ["title", "body"];
    const write = (last) => {
      const lines = `${about}\n\n${last}\n`.replace(/\p{Surrogate}/gu, "\ufffd");
      const cut = Array.from(subject).slice(0, 120).join("");
      const query = [
        [title, cut],
        [text, isMail ? lines.replaceAll("\n", "\r\n") : lines],
      ];
      const worded = query.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
      return `${target}${target.includes("?") ? "&" : "?"}${worded}`;
    };
    const whole = write(isMail ? yaml : `\`\`\`yaml\n${yaml}\`\`\``);
    return whole.length <= limit ? whole : write(tooLong);
  };
  const list = dialog.querySelector(".lines");
  const [send, save] = [dialog.querySelector(".send"), dialog.querySelector(".save")];
  const update = () => {
    const items = [...list.querySelectorAll("input")].flatMap((input) => {
      const before = input.defaultValue;
      const after = input.value.trim();
      if (after === "" || after === before.trim()) return [];
      const words = [
        `  - do: text`,
        `    at: ${JSON.stringify(idOf(input.name))}`,
        `    expect: ${JSON.stringify(firstWords(before))}`,
        `    to: ${JSON.stringify(after)}`,
      ];
      return [words.join("\n")];
    });
    const yaml = `overrides:\n${items.join("\n")}\n`;
    for (const link of [send, save]) link.hidden = items.length === 0;
    save.href = `data:application/yaml;charset=utf-8,${encodeURIComponent(yaml.replace(/\p{Surrogate}/gu, "\ufffd"))}`;
    send.href = messageOf(yaml);
  };
  list.addEventListener("input", update);
  dialog.querySelector(".leave").addEventListener("click", () => dialog.close());

  document.addEventListener("jumpline-correct", ({ detail }) => {
    const places = detail.paragraphs.flatMap(({ dataset }) => (dataset.lines ?? "").split(" "));
    const known = [...new Set(places)].filter((place) => texts.get(place)).slice(0, mostLines);
    if (known.length === 0) {
      // Words that an editor wrote have no printed lines: the message about the story is what there is.
      part.querySelector("p > a").click();
      return;
    }
    const rows = known.map((place) => {
      const label = document.createElement("label");
      const name = document.createElement("span");
      name.textContent = place;
      const input = document.createElement("input");
      input.name = place;
      input.defaultValue = texts.get(place);
      input.autocomplete = "off";
      label.append(name, input);
      return label;
    });
    list.replaceChildren(...rows);
    update();
    dialog.showModal();
    list.querySelector("input").focus();
  });
})();

/**
 * Slips of a library's segmentation that the print itself shows, put right: the same issue is then scored twice,
 * against the library's truth and against what is printed. Each correction names the words it moves and why; where the
 * words are not there it throws, so that a correction outlives no change of the truth.
 */
export const corrections = {
  "journal-des-debats": [
    // “Les Soirées de Saint-Pétersbourg … par M. le comte de Maistre” stands under VARIÉTÉS on p. 3, col. 1. Its second
    // column and page 4 (“M. de Maistre rejette cet argument”) were put to the bulletin of the peers, 12 lines on p. 2.
    { from: "DIVL44", begins: "(i) Deux forts volumes", to: "DIVL70" },
    { from: "DIVL44", begins: "religion révélée", to: "DIVL70" },
    { from: "DIVL44", begins: "Patrice ; enfin", to: "DIVL70" },
    { from: "DIVL44", begins: "désordre de celte vie", to: "DIVL70" },
    { from: "DIVL44", begins: "(i) Dn vol.", to: "DIVL70" },
    // A footnote to a book noticed under FRANCE, at the foot of the same column.
    { from: "DIVL44", begins: "(1) Œuvres de P. Corneille", to: "DIVL35" },
    // A book advertised under ANNONCES, put to the exchange's prices above that.
    { from: "DIVL84", begins: "Répertoire à l'usage", to: "DIVL105" },
  ],
};

export const printed = (name) => `${name}, as printed`;

/** Items and owners of lines, with what is known to be amiss put right. */
export function putRight(name, items, owners) {
  const moved = new Map();
  const right = items.map((item) => ({ ...item, paragraphs: [...item.paragraphs] }));
  for (const { from, begins, to } of corrections[name] ?? []) {
    const [source, target] = [from, to].map((id) => right.findIndex((item) => item.id === id));
    const paragraph = right[source]?.paragraphs.findIndex(({ text }) => text.startsWith(begins)) ?? -1;
    if (paragraph < 0 || target < 0) throw new Error(`${name}: no “${begins}” in ${from}`);
    right[target].paragraphs.push(right[source].paragraphs[paragraph]);
    moved.set(`${source} ${paragraph}`, { item: target, paragraph: right[target].paragraphs.length - 1 });
  }
  const newOwners = new Map(
    [...owners].map(([line, owner]) => [line, moved.get(`${owner.item} ${owner.paragraph}`) ?? owner]),
  );
  return { items: right, owners: newOwners };
}

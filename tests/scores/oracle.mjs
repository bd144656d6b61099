/**
 * The truth itself in the shape of an assembled edition: what a perfect program would give. It tests the scorer: a
 * scorer under which the truth is not perfect measures something else.
 */
const span = (line) => ({ line: `p${line.page}-l${line.number}`, start: 0, end: line.text.length });
const passage = (lines, text) => ({
  text: text ?? lines.map((line) => line.text).join("\n"),
  spans: lines.map(span),
  seams: lines.slice(1).map(() => "nothing"),
});
const empty = {
  kicker: [],
  headline: [],
  deck: [],
  byline: [],
  dateline: [],
  credit: [],
  body: [],
  marks: [],
  jumps: [],
  parts: [],
  decisions: [],
  confidence: 1,
};

export function oracleEdition({ truth }) {
  const pages = new Map();
  for (const line of truth.lines) {
    const page = pages.get(line.page) ?? {
      number: line.page,
      blocks: [{ id: `p${line.page}-b1`, lines: [] }],
    };
    page.blocks[0].lines.push({
      id: `p${line.page}-l${line.number}`,
      page: line.page,
      number: line.number,
      original: line.text,
      text: line.text,
      edits: [],
      blanksBefore: 0,
    });
    pages.set(line.page, page);
  }
  const at = new Map(truth.lines.map((line) => [`${line.page}:${line.number}`, line]));
  const furniture = truth.lines
    .filter((line) => !truth.owners.has(`${line.page}:${line.number}`))
    .map((line) => ({ unit: `p${line.page}-u${line.number}`, page: line.page, passage: passage([line]) }));
  const articles = truth.items.flatMap((item, index) => {
    const mine = [...truth.owners]
      .filter(([, owner]) => owner.item === index)
      .map(([key, owner]) => ({ ...at.get(key), paragraph: owner.paragraph }));
    if (mine.length === 0) return [];
    const heads = mine.filter((line) => line.paragraph === null);
    const marks = mine.filter((line) => line.paragraph === -1);
    const headLines = item.headline
      ? heads.filter((line) =>
          item.headline.some((text) => text.replace(/\s/g, "").includes(line.text.replace(/\s/g, ""))),
        )
      : [];
    const rest = heads.filter((line) => !headLines.includes(line));
    const body = item.paragraphs.flatMap((paragraph, number) => {
      const lines = mine.filter((line) => line.paragraph === number);
      return lines.length === 0
        ? []
        : [
            {
              kind: paragraph.heading ? "subhead" : "paragraph",
              passage: passage(lines, paragraph.text),
              units: [],
            },
          ];
    });
    return [
      {
        ...empty,
        id: `a${index}`,
        kind: item.story ? "story" : "advert",
        headline:
          headLines.length > 0
            ? [passage(headLines, item.headline.join("\n"))]
            : item.headline
              ? [{ text: item.headline.join("\n"), spans: [], seams: [] }]
              : [],
        byline: rest.map((line) => passage([line])),
        body,
        marks: marks.map((line) => ({
          unit: "",
          kind: "jump-line",
          passage: passage([line]),
          page: line.page,
        })),
        jumps: item.dangling ? [{ state: "dangling", jumpHead: [], confidence: 1, reason: "" }] : [],
      },
    ];
  });
  return {
    stage: "assembled",
    info: {},
    pages: [...pages.values()],
    assembly: { units: new Map(), articles, furniture, leftovers: [], decisions: [] },
  };
}

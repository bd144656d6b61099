/** The archivist's report on one edition: what it looks like, what is unsure and how to decide it, what was changed. */
import { writeHtml } from "../../markdown/render-markdown.js";
import { articleFile, pageFile, reportFile, scanFile } from "../../model/address.js";
import { type Diagnostic, sortDiagnostics } from "../../model/diagnostic.js";
import { wherePlace } from "../../model/diagnostic-words.js";
import type { SiteFile } from "../../model/job.js";
import type { EditionView } from "../edition-view.js";
import { describeEditionFrame, pageLabel } from "../frame.js";
import type { PageMirror } from "../page/mirror-page.js";
import { fillWords, type Words } from "../words/index.js";
import { describeInferred } from "./describe-inferred.js";
import { doubtfulDecisions, joinedJumps, looseEnds, repairsByRule } from "./gather-findings.js";
import { drawPage, toneCount } from "./page-picture.js";
import { sayChoice, sayDiagnostic, sayReasons } from "./word-findings.js";

/** Characters of a unit's text that tell an archivist which one it is. */
const fewWords = 24;

/** The worst doubts show the lines to paste at once; the others when they are opened. */
const shownAtOnce = 5;

interface Subject {
  /** Empty where the subject names nothing that has a place on a page. */
  readonly href: string;
  /** Its first words as printed. */
  readonly text: string;
}

/** Where the subject of a decision is seen: an article's page, a story's region, or the place of a scrap on its page. */
function findSubjects(view: EditionView): (subject: string) => Subject {
  const { assembly } = view.edition;
  const regions = new Map<string, string>();
  for (const article of assembly.articles)
    for (const part of article.parts)
      for (const unit of part.units) regions.set(unit, `${pageFile(part.page)}#${article.id}`);
  for (const { unit, page } of [...assembly.leftovers, ...assembly.furniture])
    regions.set(unit, `${pageFile(page)}#${unit}`);
  const texts = new Map<string, string>([...view.units.values()].map((unit) => [unit.id, unit.passage.text]));
  return (subject) => {
    const title = view.titles.get(subject);
    if (title !== undefined) return { href: articleFile(subject), text: title };
    const letters = Array.from(texts.get(subject) ?? "");
    const text = letters.length > fewWords ? `${letters.slice(0, fewWords).join("")}…` : letters.join("");
    return { href: regions.get(subject) ?? "", text };
  };
}

const describeDiagnostic = (diagnostic: Diagnostic, words: Words) => ({
  code: diagnostic.code,
  severity: diagnostic.severity,
  label: words.findings.severities[diagnostic.severity],
  where: wherePlace(diagnostic),
  ...sayDiagnostic(diagnostic, words),
});

/** A choice in the site's words, and the story or the printed words that it names. */
function describeChoice(choice: string, find: (subject: string) => Subject, words: Words) {
  const { label, id } = sayChoice(choice, words, (named) => find(named).text !== "");
  return { label: label ?? "", ...(id === undefined ? { href: "", text: "" } : find(id)) };
}

export function renderReport(
  view: EditionView,
  mirrors: ReadonlyMap<number, PageMirror>,
  diagnostics: readonly Diagnostic[],
): SiteFile {
  const { words, edition } = view;
  const find = findSubjects(view);
  const percent = (confidence: number): string =>
    fillWords(words.percent, { n: Math.round(confidence * 100) });
  const pages = [...edition.pages].sort((a, b) => a.number - b.number);
  const sections = {
    decisions: doubtfulDecisions(view).map((decision, place) => ({
      subject: decision.subject,
      ...find(decision.subject),
      kind: words.findings.kinds[decision.kind],
      choice: describeChoice(decision.choice, find, words),
      rule: decision.rule,
      reasons: sayReasons(decision.reason, words),
      confidence: percent(decision.confidence),
      otherwise: decision.runnerUp ? describeChoice(decision.runnerUp.choice, find, words) : "",
      override: decision.override ?? "",
      open: place < shownAtOnce,
    })),
    looseEnds: looseEnds(view).map((end) => ({
      href: articleFile(end.article.id),
      title: view.titles.get(end.article.id) ?? "",
      label: fillWords(words.page, { n: end.page }),
      mark: end.mark,
      note: end.note,
      reasons: sayReasons(end.reason, words),
    })),
    leftovers: edition.assembly.leftovers.map((each) => ({
      href: `${pageFile(each.page)}#${each.unit}`,
      label: fillWords(words.page, { n: each.page }),
      text: each.passage.text,
      reasons: sayReasons(each.reason, words),
    })),
    joined: joinedJumps(view).map((jump) => ({
      href: articleFile(jump.article.id),
      title: view.titles.get(jump.article.id) ?? "",
      pages: jump.pages.map((page) => fillWords(words.page, { n: page })).join(" → "),
      marks: jump.marks,
      confidence: percent(jump.confidence),
      reasons: sayReasons(jump.reason, words),
    })),
    repairs: repairsByRule(view),
    diagnostics: sortDiagnostics(diagnostics).map((each) => describeDiagnostic(each, words)),
  };
  const count = (href: string, label: string, list: readonly unknown[]) => ({
    href,
    label,
    count: list.length,
  });
  const content = view.site.writeTemplate("pages/report.njk", {
    ...describeEditionFrame(view, reportFile, words.report),
    ...sections,
    summary: [
      count("#decisions", words.reportDecisions, sections.decisions),
      count("#dangling", words.reportDangling, sections.looseEnds),
      count("#leftovers", words.unplaced, sections.leftovers),
      count("#diagnostics", words.reportDiagnostics, sections.diagnostics),
      count("#joined", words.reportJoined, sections.joined),
      {
        href: "#repairs",
        label: words.reportRepairs,
        count: sections.repairs.reduce((sum, repair) => sum + repair.count, 0),
      },
    ],
    pictures: pages.flatMap((page) => {
      const mirror = mirrors.get(page.number);
      const label = pageLabel(page, words);
      return mirror
        ? [
            {
              href: pageFile(page.number),
              label,
              svg: writeHtml([drawPage(page, mirror, label, view)]),
              scan: page.scan ? { href: scanFile(page.number, page.scan.kind), file: page.scan.file } : "",
            },
          ]
        : [];
    }),
    legend: view.articles.map((article, place) => ({
      number: place + 1,
      tone: place % toneCount,
      href: articleFile(article.id),
      title: view.titles.get(article.id) ?? "",
      pages: [...new Set(article.parts.map((part) => part.page))].join(", "),
      confidence: percent(article.confidence),
    })),
    makeUpNotes: (["approximate", "measured"] as const)
      .filter((kind) => [...mirrors.values()].some(({ makeUp }) => makeUp.kind === kind))
      .map((kind) => words[kind]),
    inferred: describeInferred(view),
  });
  return { path: `${edition.info.path}/${reportFile}`, content };
}

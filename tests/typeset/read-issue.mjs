/**
 * Reads an invented issue (`issues/<name>/issue.json`) and checks it, so that a slip of the writer is a clear
 * error here and not a strange page later. Cuts each story into the parts that stand on one page each.
 */
import { readFileSync } from "node:fs";

const BODY_KINDS = ["paragraph", "subhead", "verse", "list", "question", "answer", "caption"];
const SCRIPTS_WITHOUT_WORD_SPACES = /^(zh|ja)/;

/** True for languages set without spaces between words. */
export const isCjk = (language) => SCRIPTS_WITHOUT_WORD_SPACES.test(language);

/** The jumps of a story in order: a chain hangs under `then`. */
export function jumpsOf(story) {
  const jumps = [];
  for (let jump = story.jump; jump; jump = jump.then) jumps.push(jump);
  return jumps;
}

/**
 * The parts of a story, page by page: `{page, spans: [[paragraph, from, to]…], arrives, leaves}`, where
 * `arrives` and `leaves` are the jumps at its head and foot. Spans count UTF-16 units.
 */
export function partsOf(story) {
  const parts = [];
  let [index, offset, page, arrives] = [0, 0, story.page, null];
  for (const jump of [...jumpsOf(story), null]) {
    const lastIndex = jump ? jump.after_paragraph : story.body.length - 1;
    const spans = [];
    for (; index <= lastIndex; index += 1) {
      const length = story.body[index].text.length;
      const end = jump && index === lastIndex && jump.after_char !== null ? jump.after_char : length;
      if (end > offset) spans.push([index, offset, end]);
      offset = end < length ? end : 0;
      if (end < length) break;
    }
    parts.push({ page, spans, arrives, leaves: jump });
    page = jump?.to_page;
    arrives = jump;
  }
  return parts;
}

function checkStory(story, pageNumbers, complain) {
  const say = (what) => complain(`story ${story.id}: ${what}`);
  if (!story.body?.length) return say("has no body");
  for (const { kind, text } of story.body) {
    if (!BODY_KINDS.includes(kind)) say(`unknown kind of body part “${kind}”`);
    if (!text) say("has an empty body part");
  }
  if (!pageNumbers.includes(story.page)) say(`stands on page ${story.page}, which the issue does not list`);
  for (const jump of jumpsOf(story)) {
    const cut = story.body[jump.after_paragraph];
    if (!cut) say(`jumps after paragraph ${jump.after_paragraph}, which it does not have (counted from 0)`);
    else if (jump.after_char !== null && !(jump.after_char > 0 && jump.after_char < cut.text.length))
      say(`jumps after character ${jump.after_char} of a paragraph of ${cut.text.length}`);
    if (!pageNumbers.includes(jump.to_page))
      say(`jumps to page ${jump.to_page}, which the issue does not list`);
  }
  if (partsOf(story).some((part) => part.spans.length === 0)) say("has a part without text");
}

/** Reads and checks an issue. Throws with every fault found. */
export function readIssue(file) {
  const issue = JSON.parse(readFileSync(file, "utf8"));
  const faults = [];
  const pageNumbers = issue.pages.map((page) => page.number);
  const ids = new Set();
  for (const story of issue.stories) {
    if (ids.has(story.id)) faults.push(`story ${story.id} stands twice`);
    ids.add(story.id);
    checkStory(story, pageNumbers, (fault) => faults.push(fault));
  }
  if (faults.length) throw new Error(`${file}:\n  ${faults.join("\n  ")}`);
  return { notices: [], ...issue };
}

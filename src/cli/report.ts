/**
 * Speaks to the person at the terminal: everything but data, and only on stderr. Colour and the progress line
 * appear where stderr is a terminal that can show them (NO_COLOR, TERM=dumb, FORCE_COLOR and --no-color decide).
 *
 * A diagnostic reads `page-02.txt:31: warning JL1102 what happened`, and below it, indented, what to do.
 */
import { styleText } from "node:util";
import { type Diagnostic, type Severity, sortDiagnostics } from "../model/diagnostic.js";
import { adviseOn, wherePlace, wordDiagnostic } from "../model/diagnostic-words.js";
import { showControls } from "./show-controls.js";

export interface ReportOptions {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  /** False for --no-color. */
  readonly color?: boolean;
  /** Machines read stdout; stderr then carries only what stops the program. */
  readonly json?: boolean;
}

export interface Reporter {
  /** Diagnostics of one edition, errors first. */
  diagnostics(list: readonly Diagnostic[]): void;
  /** A sentence about what was done. */
  say(text: string): void;
  /** A sentence that --verbose adds. */
  detail(text: string): void;
  /** What stops the program; shown whatever the options. */
  fail(text: string, advice?: string): void;
  /** Moves the progress line: `done` of `total` editions, and what is in work. */
  progress(done: number, total: number, label: string): void;
  /** Takes the progress line away. */
  endProgress(): void;
}

type Style = Parameters<typeof styleText>[0];
const styles: Record<Severity, Style> = { error: "red", warning: "yellow", info: "cyan" };

/** Lines of one code and severity in one edition before the rest is counted; --verbose shows all. Errors are never cut. */
const SHOWN_PER_CODE = 5;
/** Milliseconds between two drawings of the progress line: ten a second look steady and cost nothing. */
const REDRAW_AFTER = 100;
/** Cells of the bar. */
const BAR = 24;

/** What is worth knowing and asks for nothing. */
export const isNote = ({ severity }: Diagnostic): boolean => severity === "info";
/** How a page file was recognised. `check` shows it; a build, which would say it every time, with --verbose only. */
export const isFormatNote = ({ code }: Diagnostic): boolean => code === "JL1009";

export function createReporter(
  options: ReportOptions,
  stream: NodeJS.WriteStream = process.stderr,
): Reporter {
  const paint = (style: Style, text: string): string =>
    options.color === false ? text : styleText(style, text, { stream, validateStream: true });
  const canRedraw = stream.isTTY === true && process.env.TERM !== "dumb" && !options.quiet && !options.json;
  let drawn = false;
  let drawnAt = 0;

  const endProgress = (): void => {
    if (drawn) stream.write("\r\u001b[2K");
    drawn = false;
  };
  const write = (text: string): void => {
    endProgress();
    stream.write(`${text}\n`);
  };
  const withAdvice = (head: string, advice: string): string =>
    advice === "" ? head : `${head}\n${indent(showControls(advice))}`;

  return {
    diagnostics(list) {
      if (options.json) return;
      for (const { diagnostic, more } of choose(list, options)) {
        const where = showControls(wherePlace(diagnostic));
        const label = paint(styles[diagnostic.severity], `${diagnostic.severity} ${diagnostic.code}`);
        const what = showControls(wordDiagnostic(diagnostic));
        write(withAdvice(`${where === "" ? "" : `${where}: `}${label} ${what}`, adviseOn(diagnostic)));
        const stack = diagnostic.details.stack;
        if (typeof stack === "string" && wantsStacks(options)) write(indent(stack));
        if (more > 0) write(indent(`… and ${more} more ${diagnostic.code} here; --verbose shows them`));
      }
    },
    say(text) {
      if (!options.quiet && !options.json) write(showControls(text));
    },
    detail(text) {
      if (options.verbose && !options.json) write(showControls(text));
    },
    fail(text, advice = "") {
      write(withAdvice(`${paint("red", "error")} ${showControls(text)}`, advice));
    },
    progress(done, total, label) {
      if (!canRedraw || total < 2 || Date.now() - drawnAt < REDRAW_AFTER) return;
      drawnAt = Date.now();
      const filled = Math.round((BAR * done) / total);
      const bar = `${"#".repeat(filled)}${".".repeat(BAR - filled)}`;
      const line = `[${bar}] ${done}/${total} ${showControls(label)}`;
      stream.write(`\r\u001b[2K${[...line].slice(0, (stream.columns ?? 80) - 1).join("")}`);
      drawn = true;
    },
    endProgress,
  };
}

/** Stacks help whoever mends the program, and frighten everybody else. */
export const wantsStacks = ({ verbose }: ReportOptions): boolean =>
  verbose === true || (process.env.DEBUG ?? "") !== "";

function choose(
  list: readonly Diagnostic[],
  options: ReportOptions,
): { diagnostic: Diagnostic; more: number }[] {
  const wanted = sortDiagnostics(list).filter(({ severity }) => !options.quiet || severity === "error");
  if (options.verbose) return wanted.map((diagnostic) => ({ diagnostic, more: 0 }));
  const key = ({ severity, code }: Diagnostic): string => `${severity} ${code}`;
  const totals = new Map<string, number>();
  for (const diagnostic of wanted) totals.set(key(diagnostic), (totals.get(key(diagnostic)) ?? 0) + 1);
  const seen = new Map<string, number>();
  const chosen: { diagnostic: Diagnostic; more: number }[] = [];
  for (const diagnostic of wanted) {
    const nth = (seen.get(key(diagnostic)) ?? 0) + 1;
    seen.set(key(diagnostic), nth);
    if (nth > SHOWN_PER_CODE && diagnostic.severity !== "error") continue;
    const isLast = nth === SHOWN_PER_CODE && diagnostic.severity !== "error";
    chosen.push({ diagnostic, more: isLast ? (totals.get(key(diagnostic)) ?? nth) - nth : 0 });
  }
  return chosen;
}

const indent = (text: string): string =>
  text
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");

import { Writable } from "node:stream";
import { WriteStream } from "node:tty";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createReporter, type ReportOptions } from "../../src/cli/report.js";
import { showControls } from "../../src/cli/show-controls.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";

afterEach(() => vi.unstubAllEnvs());

/** Stands for stderr; as a terminal it offers what Node asks a terminal for. */
function stderr(isTTY: boolean) {
  let text = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  const getColorDepth = (): number => WriteStream.prototype.getColorDepth();
  Object.assign(stream, isTTY ? { isTTY, columns: 60, getColorDepth } : { isTTY: false });
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => text };
}

const locked: Diagnostic = {
  code: "JL6100",
  severity: "error",
  place: { file: ".dist.jumpline-lock", line: 1 },
  details: { pid: 7, host: "desk" },
};
const told = (options: ReportOptions, isTTY: boolean, list: readonly Diagnostic[] = [locked]): string => {
  const { stream, text } = stderr(isTTY);
  createReporter(options, stream).diagnostics(list);
  return text();
};

describe("a diagnostic", () => {
  it("says where, what and what to do", () => {
    vi.stubEnv("FORCE_COLOR", undefined);
    const [head, advice] = told({}, false).split("\n");
    expect(head).toBe(
      ".dist.jumpline-lock:1: error JL6100 Another build holds this site: process 7 on desk.",
    );
    expect(advice).toMatch(/^ {4}Wait until it is done/);
  });

  it("is coloured on a terminal only, and not against NO_COLOR or --no-color", () => {
    // Node asks these of a terminal's colours; CI=true alone makes it one of two colours.
    for (const name of [
      "NO_COLOR",
      "FORCE_COLOR",
      "NODE_DISABLE_COLORS",
      "CI",
      "TMUX",
      "COLORTERM",
      "TEAMCITY_VERSION",
      "TF_BUILD",
    ])
      vi.stubEnv(name, undefined);
    vi.stubEnv("TERM", "xterm-256color");
    expect(told({}, true)).toContain("\u001b[31m");
    expect(told({}, false)).not.toContain("\u001b");
    expect(told({ color: false }, true)).not.toContain("\u001b");
    vi.stubEnv("TERM", "dumb");
    expect(told({}, true)).not.toContain("\u001b");
    vi.stubEnv("TERM", "xterm-256color");
    vi.stubEnv("NO_COLOR", "1");
    expect(told({}, true)).not.toContain("\u001b");
    vi.stubEnv("NO_COLOR", undefined);
    vi.stubEnv("FORCE_COLOR", "1");
    expect(told({}, false)).toContain("\u001b[31m");
  });

  it("shows control characters of page text instead of obeying them", () => {
    const hostile = { ...locked, details: { pid: "\u001b[2J\u009b1m\u202e", host: "desk" } };
    expect(told({ color: false }, true, [hostile])).toContain("process \\u{1b}[2J\\u{9b}1m\\u{202e} on desk");
    expect(showControls("第二版\tA\nB")).toBe("第二版\tA\nB");
  });

  it("is counted after five of a kind, errors never, and --verbose shows all", () => {
    vi.stubEnv("FORCE_COLOR", undefined);
    const many = (severity: Diagnostic["severity"]): Diagnostic[] =>
      Array.from({ length: 8 }, (_, index) => ({ ...locked, severity, place: { file: `p${index}.txt` } }));
    const count = (text: string): number => text.split("JL6100 Another").length - 1;
    expect(count(told({}, false, many("warning")))).toBe(5);
    expect(told({}, false, many("warning"))).toContain("… and 3 more JL6100 here");
    expect(count(told({}, false, many("error")))).toBe(8);
    expect(count(told({ verbose: true }, false, many("warning")))).toBe(8);
    expect(count(told({ quiet: true }, false, many("warning")))).toBe(0);
    expect(count(told({ quiet: true }, false, many("error")))).toBe(8);
  });
});

describe("the progress line", () => {
  const drawn = (options: ReportOptions, isTTY: boolean): string => {
    const { stream, text } = stderr(isTTY);
    const reporter = createReporter(options, stream);
    reporter.progress(3, 12, "editions/a/2001-01-01");
    reporter.say("done");
    return text();
  };

  it("is drawn on a terminal and taken away before anything else is said", () => {
    vi.stubEnv("TERM", "xterm");
    const text = drawn({ color: false }, true);
    expect(text).toContain("[######..................] 3/12 editions/a/2001-01-01");
    expect(text.endsWith("\r\u001b[2Kdone\n")).toBe(true);
  });

  it.each([
    ["no terminal", {}, false, "xterm"],
    ["TERM=dumb", {}, true, "dumb"],
    ["--json", { json: true }, true, "xterm"],
    ["--quiet", { quiet: true }, true, "xterm"],
  ] as const)("is not drawn with %s", (_what, options, isTTY, term) => {
    vi.stubEnv("TERM", term);
    expect(drawn(options, isTTY)).not.toContain("\u001b[2K");
  });
});

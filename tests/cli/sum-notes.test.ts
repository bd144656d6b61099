import { describe, expect, it } from "vitest";
import type { BuildOptions } from "../../src/cli/options.js";
import type { Reporter } from "../../src/cli/report.js";
import { countNotes, noNotes, sumNotes } from "../../src/cli/sum-notes.js";
import { newTally, tell } from "../../src/cli/tally-build.js";
import type { Diagnostic, Severity } from "../../src/model/diagnostic.js";

const said = (code: string, severity: Severity = "info"): Diagnostic => ({
  code,
  severity,
  place: {},
  details: {},
});
const sum = (codes: readonly string[], input = "editions"): string | undefined => {
  const counts = noNotes();
  countNotes(
    counts,
    codes.map((code) => said(code)),
  );
  return sumNotes(counts, input);
};

describe("the notes of a build", () => {
  it("are counted by kind, what can be settled first", () => {
    expect(sum(["JL1004", "JL3001", "JL3003", "JL3002", "JL3003"])?.split("\n")[0]).toBe(
      "5 notes: 2 pieces of text left over, 2 jumps without their other halves, 1 about how files were read.",
    );
    expect(sum(["JL3003"])).toMatch(/^1 note: 1 piece of text left over\.\n/);
    expect(sum([])).toBeUndefined();
  });

  it("name the command as a shell takes it", () => {
    expect(sum(["JL3003"], "报纸/1946-05")).toContain("check 报纸/1946-05`");
    expect(sum(["JL3003"], "my 'papers'")).toContain("check 'my '\\''papers'\\'''`");
  });

  it("are not printed one by one, but for what an installation lacks, once", () => {
    const printed: string[] = [];
    const reporter = {
      diagnostics: (list: readonly Diagnostic[]) => printed.push(...list.map(({ code }) => code)),
    } as unknown as Reporter;
    const tally = newTally();
    const list = [said("JL1009"), said("JL3003"), said("JL6016"), said("JL1005", "warning")];
    for (let edition = 0; edition < 3; edition += 1) tell(list, tally, {} as BuildOptions, reporter);
    expect(printed).toEqual(["JL6016", "JL1005", "JL1005", "JL1005"]);
    expect(sumNotes(tally.notes, "in")).toMatch(
      /^5 notes: 3 pieces of text left over, 2 about pictures and the site\./,
    );
    tell([said("JL1009"), said("JL3003")], tally, { verbose: true } as BuildOptions, reporter);
    expect(printed.slice(4)).toEqual(["JL1009", "JL3003"]);
  });
});

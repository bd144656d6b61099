import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { takeLock } from "../../src/store/lock.js";
import { Refusal } from "../../src/store/refusal.js";

let work: string;
let file: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), "jumpline-lock-"));
  file = join(work, ".dist.jumpline-lock");
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

/** Above every pid that Linux gives out (2^22). */
const NO_SUCH_PID = 4_194_999;
const plant = (holder: object): void => writeFileSync(file, JSON.stringify({ token: "theirs", ...holder }));

it("is held until it is released", () => {
  const lock = takeLock(file);
  expect(() => takeLock(file)).toThrow(Refusal);
  expect(lock.isHeld()).toBe(true);
  lock.release();
  expect(readdirSync(work)).toEqual([]);
  takeLock(file).release();
});

it("is taken over from a process that is gone", () => {
  plant({ pid: NO_SUCH_PID, host: hostname() });
  const lock = takeLock(file);
  expect(lock.isHeld()).toBe(true);
  expect(readdirSync(work)).toEqual([".dist.jumpline-lock"]);
});

it.runIf(process.platform === "linux")("is taken over where the pid now belongs to another process", () => {
  plant({ pid: process.pid, host: hostname(), started: "1" });
  expect(takeLock(file).isHeld()).toBe(true);
});

it("is not taken from another machine, nor from a file that says nothing", () => {
  plant({ pid: NO_SUCH_PID, host: "another-machine" });
  expect(() => takeLock(file)).toThrow(Refusal);
  writeFileSync(file, "");
  expect(() => takeLock(file)).toThrow(Refusal);
  expect(readFileSync(file, "utf8")).toBe("");
});

it("notices when it was taken away, and does not release another's", () => {
  const lock = takeLock(file);
  plant({ pid: process.pid, host: hostname() });
  expect(lock.isHeld()).toBe(false);
  lock.release();
  expect(readFileSync(file, "utf8")).toContain("theirs");
});

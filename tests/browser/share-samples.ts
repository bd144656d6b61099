/** A folder for one run of the tests, in which the samples are built once for all who only look at them. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    readonly sharedSamples: string;
  }
}

/** Nothing is built here: a run that looks at no site waits for none. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(os.tmpdir(), "jumpline-samples-"));
  project.provide("sharedSamples", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

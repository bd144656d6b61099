/**
 * Runs the Chromium that is installed: which one it is, and one document → a PDF. It has a profile of its own in a
 * temporary folder, reaches no network, and is ended with all its processes when it takes too long or the build ends.
 */
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";

export type Ended = { readonly said: string; readonly error: string } | { readonly reason: string };

export interface PrintOrder {
  readonly html: string;
  /** Where the PDF goes. */
  readonly to: string;
  /** A folder that is not there yet: what another document left behind has no part in it. */
  readonly profile: string;
  /** Milliseconds. */
  readonly patience: number;
}

/** Characters of what it says that are kept. */
const mostSaid = 64 * 1024;
const patienceForVersion = 20_000;

/** Whatever of this changes, all PDFs are printed again. */
export const printWords: readonly string[] = [
  "--headless",
  "--disable-gpu",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--disable-domain-reliability",
  "--disable-breakpad",
  "--no-pings",
  // No name is found and no connection made, whatever a style sheet may ask for.
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--proxy-server=http://127.0.0.1:9",
  "--proxy-bypass-list=<-loopback>",
  // The PDF names it as its maker; without it, it would name this machine's system.
  "--user-agent=Jumpline",
  "--lang=en-US",
  "--no-pdf-header-footer",
  // Bookmarks from the headings. A browser that does not know it yet prints without them.
  "--generate-pdf-document-outline",
];

/** Its own group, so that what it starts ends with it. Windows has none: there it ends its children itself. */
const hasGroups = process.platform !== "win32";

function end(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(hasGroups ? -pid : pid, "SIGKILL");
  } catch (error) {
    // All of it has ended already.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function run(
  program: string,
  words: readonly string[],
  patience: number,
  signal: AbortSignal,
): Promise<Ended> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ reason: "it was stopped" });
    const child = spawn(program, words, {
      detached: hasGroups,
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    const heard = { said: "", error: "" };
    const hear = (which: "said" | "error") => (text: string) => {
      if (heard[which].length < mostSaid) heard[which] += text;
    };
    child.stdout.setEncoding("utf8").on("data", hear("said"));
    child.stderr.setEncoding("utf8").on("data", hear("error"));
    let done = false;
    const finish = (ended: Ended): void => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      // What is left of it, where it went before its children.
      end(child.pid);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve(ended);
    };
    const stop = (): void => finish({ reason: "it was stopped" });
    const timer = setTimeout(
      () => finish({ reason: `it took longer than ${Math.round(patience / 1000)} seconds` }),
      patience,
    );
    signal.addEventListener("abort", stop);
    child.on("error", () => finish({ reason: "it cannot be started" }));
    child.on("exit", (code) => {
      if (code === 0) setImmediate(() => finish(heard));
      else finish({ reason: nameFailure(code, heard.error) });
    });
  });
}

/** In words of ours: its own name files of this machine, and the report is part of the site. */
const nameFailure = (code: number | null, error: string): string =>
  /no usable sandbox|sandbox/i.test(error)
    ? "its sandbox cannot start here"
    : `it ended with ${code === null ? "a signal" : `code ${code}`}`;

/** `Chromium 156.0.8078.108`; undefined where it does not say. */
export async function versionOfChromium(program: string, signal: AbortSignal): Promise<string | undefined> {
  // There it opens a window instead.
  if (process.platform === "win32") return undefined;
  const ended = await run(program, ["--version"], patienceForVersion, signal);
  if ("reason" in ended) return undefined;
  return /\d+(?:\.\d+)+/.exec(ended.said) ? ended.said.trim() : undefined;
}

/** Why it did not print; undefined where it ended well. Whether there is a PDF is for the caller to see. */
export async function printWithChromium(
  program: string,
  { html, to, profile, patience }: PrintOrder,
  signal: AbortSignal,
): Promise<string | undefined> {
  // Its sandbox refuses to be root's; containers often are.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const words = [
    ...printWords,
    ...asRoot,
    `--user-data-dir=${profile}`,
    `--print-to-pdf=${to}`,
    pathToFileURL(html).href,
  ];
  const ended = await run(program, words, patience, signal);
  return "reason" in ended ? ended.reason : undefined;
}

/** `build-edition [path]`: builds once, or again on each change, and says where to look. */
import { relative, resolve } from "node:path";
import { buildArchive } from "../build/build-archive.js";
import { beginSite } from "../store/save-site.js";
import { findTarget, isWithin } from "../store/site-target.js";
import { CommandError, EXIT, type ExitCode } from "./exit-codes.js";
import { explainEnd } from "./explain-end.js";
import { gatherTemplates, placeOfTemplates } from "./gather-templates.js";
import { openInput, refuseInput } from "./open-input.js";
import { openMakers } from "./open-makers.js";
import { type BuildOptions, DEFAULT_INPUT } from "./options.js";
import { createReporter, type Reporter } from "./report.js";
import { type SiteServer, serveSite } from "./serve.js";
import { onStop } from "./signals.js";
import { judge, newTally, RESULT_VERSION, take, tell, tellEnd } from "./tally-build.js";
import { writeEvent, writeLine } from "./write-data.js";

export async function runBuild(path: string | undefined, options: BuildOptions): Promise<ExitCode> {
  const reporter = createReporter(options);
  const input = path ?? DEFAULT_INPUT;
  if (options.dryRun && options.ocr)
    throw new CommandError(
      EXIT.usage,
      "--dry-run writes nothing, and --ocr writes the text of the scans beside them",
      "Give one of the two.",
    );
  const first = await buildOnce(input, options, reporter);
  const goesOn = options.watch === true || options.serve === true;
  if (!goesOn || first === EXIT.unreadable) return first;

  const server = options.serve && !options.dryRun ? await startServer(options, reporter) : undefined;
  if (options.watch) await watchAndBuild(input, options, reporter, server);
  onStop(() => server?.close());
  return new Promise(() => {}); // until a signal ends the program
}

/** One build, from the input to the site in place. The same for a plain build and for each one of --watch. */
export async function buildOnce(input: string, options: BuildOptions, reporter: Reporter): Promise<ExitCode> {
  const found = await openInput(input, options, reporter);
  if (found.count === 0) return refuseInput(found, RESULT_VERSION, options.json === true, reporter);
  const site = options.dryRun
    ? undefined
    : beginSite(options.out, { force: options.force === true, inputs: [input, "."] });
  const { makers, close } = openMakers(options, site);
  const stay = onStop(() => {
    close();
    site?.abandon();
  });
  try {
    const tally = newTally();
    tally.add(found.diagnostics);
    reporter.diagnostics(found.diagnostics);
    const request = {
      jobs: () => found.jobs(),
      ...gatherTemplates(input, options, reporter),
      ...(options.interface === undefined ? {} : { interface: options.interface }),
      ...(options.offline ? { offline: true } : {}),
      ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
      ...(options.basePath === undefined ? {} : { basePath: options.basePath }),
      ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
      ...(site ? { made: (file: string) => site.made(file) } : {}),
      ...makers,
      earlier: { paths: site?.previousPaths() ?? [], text: (file: string) => site?.previous(file) },
    };
    for await (const event of buildArchive(request)) {
      take(event, site, tally, options, reporter);
      // Lets a signal through: a build is one long computation otherwise.
      if (event.kind === "edition") await new Promise((resolve) => setImmediate(resolve));
    }
    reporter.endProgress();
    const exitCode = judge(tally, options);
    const listed = tally.built + tally.kept > 0;
    const saved = listed ? site?.commit() : undefined;
    if (saved) {
      tally.add(saved.diagnostics);
      tell(saved.diagnostics, tally, options, reporter);
    }
    tellEnd(tally, saved?.counts, exitCode, input, options, reporter);
    return exitCode;
  } finally {
    close();
    site?.abandon();
    stay();
  }
}

async function startServer(options: BuildOptions, reporter: Reporter): Promise<SiteServer> {
  const { folder } = findTarget(options.out);
  const server = await serveSite({ folder, port: options.port, basePath: options.basePath ?? "/" });
  if (options.json) writeEvent({ event: "serving", url: server.url });
  else {
    reporter.say("Serving the site; Ctrl-C ends it.");
    writeLine(server.url);
  }
  return server;
}

async function watchAndBuild(
  input: string,
  options: BuildOptions,
  reporter: Reporter,
  server: SiteServer | undefined,
): Promise<void> {
  const { watchFolders } = await import("./watch.js");
  const target = findTarget(options.out);
  const ours = [target.folder, target.lock, target.staging, target.backup];
  const leaveOut = (path: string): boolean => ours.some((folder) => isWithin(folder, resolve(path)));
  const rebuild = async (changed: string): Promise<void> => {
    reporter.say(`${relative(".", changed)} changed.`);
    await buildOnce(input, options, reporter);
    server?.reload();
  };
  // What ends a plain build must not end the watch: the next change may mend it.
  const fail = (error: unknown): void => {
    explainEnd(error, reporter, options);
  };
  const watcher = watchFolders([input, ...placeOfTemplates(input, options)], leaveOut, rebuild, fail);
  onStop(() => watcher.close());
  reporter.say(`Watching ${input}; Ctrl-C ends it.`);
}

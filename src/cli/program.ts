/**
 * The commands, their options and their help. Work is loaded when a command is run, so that `--help` answers at
 * once. Unknown options and commands are errors with a suggestion; every such error ends with exit code 2.
 */
import { Command, Option } from "commander";
import { isThere } from "../store/is-there.js";
import { CommandError, EXIT } from "./exit-codes.js";
import {
  DEFAULT_INPUT,
  DEFAULT_OUT,
  DEFAULT_PORT,
  dayOfEpoch,
  parseBasePath,
  parseBaseUrl,
  parseDay,
  parseEncoding,
  parseFolder,
  parseInterface,
  parseLanguage,
  parsePort,
  parseProgram,
} from "./options.js";
import { suggest } from "./suggest.js";

const EXIT_CODES = `
Exit codes:
  0 clean   1 done, with errors   2 wrong usage   3 warnings under --strict
  4 input missing or unreadable   75 another build holds the site, try again`;

/** `finish` takes what a command ends with. */
export function createProgram(version: string, finish: (exitCode: number) => void): Command {
  const program = new Command("build-edition")
    .description("Makes a static web edition of a newspaper from the text of its pages.")
    .version(version, "-V, --version", "print the version")
    .exitOverride()
    .showHelpAfterError("(add --help to see what there is)")
    .configureHelp({ showGlobalOptions: false });

  const add = (usage: string, summary: string, examples: string, isDefault = false): Command =>
    program
      .command(usage, { isDefault })
      .description(summary)
      .version(version, "-V, --version", "print the version")
      .allowExcessArguments(false)
      .addHelpText("after", `\nExamples:\n${examples}`)
      .option("--json", "write data for machines to stdout")
      .option("-q, --quiet", "say nothing but errors")
      .option("-v, --verbose", "say everything, with notes and stacks")
      .option("--no-color", "no colour (NO_COLOR and TERM=dumb do the same)");
  const encoding = (command: Command): Command =>
    command.option(
      "--encoding <name>",
      "encoding of the page files, where it is not recognised",
      parseEncoding,
    );

  const ocr = (command: Command): Command =>
    command.addOption(
      new Option(
        "--ocr <program>",
        "have scans without text read first, once: writes page-01.hocr beside page-01.jpg",
      ).choices(["tesseract"]),
    );
  const pages = (command: Command): Command => ocr(encoding(command));

  const build = pages(
    add(
      "build [path]",
      `build every edition under a folder (${DEFAULT_INPUT}/ where none is named) into a site`,
      `  $ build-edition                             editions/ into dist/
  $ build-edition path/to/folder --out site   any folder with page files
  $ build-edition --watch --serve             build again on each change, and show it
  $ build-edition path/to/scans --ocr tesseract
                                              page-01.jpg … without text, read by an installed Tesseract
  $ build-edition --strict --json             for scripts: one JSON object per line\n${EXIT_CODES}`,
      true,
    ),
  )
    .option("-o, --out <folder>", "where the site goes", parseFolder, DEFAULT_OUT)
    .option("--base-url <url>", "web address of the site, for feeds, sitemap and citations", parseBaseUrl)
    .option("--base-path <path>", "path of the site on its host, for the 404 page", parseBasePath)
    .option(
      "--as-of <day>",
      "day for which the feed of anniversaries is made, YYYY-MM-DD (SOURCE_DATE_EPOCH does the same)",
      parseDay,
      dayOfEpoch(process.env.SOURCE_DATE_EPOCH),
    )
    .option("--tiles", "cut scans into tiles (IIIF Image API, level 0); many files")
    .option("--pdf", "print each edition into a PDF, by a Chromium that is installed")
    .option(
      "--chromium <program>",
      "the browser that --pdf prints with, where it is not found (CHROME_PATH does the same)",
      parseProgram,
      process.env.CHROME_PATH || undefined,
    )
    .option("--interface <language>", "language of the pages above the newspapers", parseInterface)
    .option("--templates <folder>", "templates and styles of your own (docs/theming.md)", parseFolder)
    .option("--offline", "let readers keep editions on their device (a service worker)")
    .option("--strict", "warnings are failures (exit code 3)")
    .option("--force", "write into a folder that holds other files too; they are kept")
    .option("--dry-run", "do everything but write")
    .option("--watch", "build again whenever the input changes")
    .option("--serve", "serve the site on 127.0.0.1, reloading open pages")
    .option("--port <number>", "port to serve on; the next free one if it is taken", parsePort, DEFAULT_PORT)
    .allowExcessArguments(true)
    .action(async (path: string | undefined, options, command: Command) => {
      refuseSlip(command);
      const { runBuild } = await import("./build.js");
      finish(await runBuild(path, options));
    });

  /** A mistyped command looks like the folder to build. */
  const refuseSlip = (command: Command): void => {
    const [word, ...more] = command.args;
    if (word === undefined || (more.length === 0 && isThere(word))) return;
    const meant = suggest(
      word,
      program.commands.map((known) => known.name()),
    );
    if (more.length > 0 || meant !== undefined) {
      const what = meant
        ? `There is no command or folder ${word}`
        : `build takes one folder, not ${command.args.length}`;
      throw new CommandError(
        EXIT.usage,
        what,
        meant ? `Did you mean ${meant}?` : "Name the folder above them both.",
      );
    }
  };

  pages(
    add(
      "check <path>",
      "list what needs a human look, worst first; writes nothing (but with --ocr the text of scans)",
      `  $ build-edition check editions/my-paper/1958-03-02
  $ build-edition check editions --json > doubts.ndjson`,
    ),
  )
    .option("--strict", "doubts and warnings are failures (exit code 3)")
    .action(async (path: string, options) => {
      const { runCheck } = await import("./check.js");
      finish(await runCheck(path, options));
    });

  encoding(
    add(
      "explain <path> [id]",
      "say why an article, unit, line or block is what it is",
      `  $ build-edition explain editions/my-paper/1958-03-02 p1-k3f9q2   an article
  $ build-edition explain editions/my-paper/1958-03-02 p2-l131     a line`,
    ),
  ).action(async (path: string, id: string | undefined, options) => {
    const { runExplain } = await import("./explain.js");
    finish(await runExplain(path, id, options));
  });

  pages(
    add(
      "articles <path>",
      "print whole articles",
      `  $ build-edition articles path/to/folder --format json > edition.json
  $ build-edition articles path/to/folder --format text | less
  $ build-edition articles path/to/folder --write   into articles/ of each edition, to edit by hand`,
    ),
  )
    .addOption(
      new Option("-f, --format <format>", "how to print them")
        .choices(["json", "markdown", "text"])
        .default("markdown"),
    )
    .option("--write", "write articles/<id>.md instead; never over one that was edited by hand")
    .action(async (path: string, options) => {
      const { runArticles } = await import("./articles.js");
      finish(await runArticles(path, options));
    });

  encoding(
    add(
      "repair",
      "mend the text of one page: stdin to stdout",
      `  $ build-edition repair < page.txt > mended.txt
  $ build-edition repair --language de --json < page.txt   the edits, each of which can be undone`,
    ),
  )
    .option(
      "-l, --language <tag>",
      "language of the text (BCP 47), where it is not recognised",
      parseLanguage,
    )
    // Taken only to be refused with a better word: the text comes from stdin.
    .argument("[file]")
    .usage("[options] < page.txt")
    .action(async (file: string | undefined, options) => {
      if (file !== undefined)
        throw new CommandError(
          EXIT.usage,
          "repair takes no file; it reads stdin",
          `Try: build-edition repair < ${file}`,
        );
      const { runRepair } = await import("./repair.js");
      finish(await runRepair(options));
    });

  add(
    "init <path>",
    "make a commented skeleton of an edition",
    "  $ build-edition init editions/my-paper/1958-03-02",
  ).action(async (path: string, options) => {
    const { runInit } = await import("./init.js");
    finish(await runInit(path, options));
  });

  add(
    "formats",
    "list the formats that are read",
    `  $ build-edition formats
  $ build-edition formats --json   one JSON object per line`,
  ).action(async (options) => {
    const { runFormats } = await import("./formats.js");
    finish(runFormats(options));
  });

  const buildOptions = (): string => {
    const help = build.createHelp();
    const rows = help
      .visibleOptions(build)
      .map((option) => `  ${help.optionTerm(option).padEnd(24)}${option.description}`);
    return `\nOptions of build, which is meant where no command is named:\n${rows.join("\n")}\n
Examples:
  $ build-edition                             editions/ into dist/
  $ build-edition path/to/folder --out site   any folder with page files, even one bare page-02.txt
  $ build-edition check path/to/folder        what needs a human look\n${EXIT_CODES}`;
  };
  return program.addHelpText("after", buildOptions);
}

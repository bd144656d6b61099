/** `build-edition articles <path>`: whole articles on stdout, or as files to edit with --write. */
import { decideEdition } from "../build/build-edition.js";
import { writeArticle } from "../markdown/write-article.js";
import type { Article } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { ReviewedEdition } from "../model/edition.js";
import type { EditionJob } from "../model/job.js";
import { editionJson } from "../publish/edition-json.js";
import { writeArticles } from "../store/write-articles.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { openInput, refuseInput } from "./open-input.js";
import type { InputOptions } from "./options.js";
import { createReporter } from "./report.js";
import { writeEvent, writeLine } from "./write-data.js";

interface ArticlesOptions extends InputOptions {
  readonly format: "json" | "markdown" | "text";
  readonly write?: boolean;
}

type Printer = (edition: ReviewedEdition, job: EditionJob, diagnostics: readonly Diagnostic[]) => string;

export async function runArticles(path: string, options: ArticlesOptions): Promise<ExitCode> {
  const reporter = createReporter(options);
  const format = options.json ? "json" : options.format;
  let worst: ExitCode = EXIT.clean;
  let printed = 0;
  // Several editions as JSON are one object per line; a single one is laid out for reading. So the first waits.
  let first: unknown;
  const input = await openInput(path, options, reporter);
  if (input.count === 0) return refuseInput(input, 1, false, reporter);
  reporter.diagnostics(input.diagnostics);
  for await (const { value: job, diagnostics: loading } of input.jobs()) {
    const { edition, diagnostics } = decideEdition(job, undefined, loading);
    const written =
      edition && options.write ? writeArticles(job.folder, edition.assembly.articles) : undefined;
    const all = [...diagnostics, ...(written?.diagnostics ?? [])];
    // On stdout stand the articles; what is only worth knowing is for `check` to tell.
    const told = all.filter(({ severity }) => severity === "error" || options.write || options.verbose);
    reporter.diagnostics(told);
    if (all.some(({ severity }) => severity === "error")) worst = EXIT.errors;
    if (edition === undefined) continue;
    if (written) {
      const { value } = written;
      if (options.json) writeEvent({ event: "articles", folder: job.folder, ...value });
      else {
        const { written: fresh, unchanged, handEdited } = value;
        reporter.say(
          `${job.folder}: ${fresh.length} written, ${unchanged.length} unchanged, ${handEdited.length} edited by hand and left.`,
        );
        for (const file of fresh) writeLine(file);
      }
      continue;
    }
    printed++;
    if (format === "json") {
      const data = editionJson(edition, diagnostics);
      if (printed === 2) writeLine(JSON.stringify(first));
      if (printed === 1) first = data;
      else writeLine(JSON.stringify(data));
    } else writeLine(`${printed > 1 ? "\n" : ""}${printers[format](edition, job, diagnostics)}`);
  }
  if (format === "json" && printed === 1) writeLine(JSON.stringify(first, null, 1));
  return worst;
}

const printers: Readonly<Record<"markdown" | "text", Printer>> = {
  markdown: (edition, job) =>
    edition.assembly.articles.map((article) => asMarkdown(article, job).trimEnd()).join("\n\n"),
  text: (edition, _job, diagnostics) =>
    editionJson(edition, diagnostics)
      .articles.map((article) => {
        const head = [
          article.kicker,
          article.headline,
          article.deck,
          article.byline,
          article.dateline,
          article.credit,
        ];
        return [...head, ...article.body.map(({ text }) => text)].filter((text) => text !== "").join("\n\n");
      })
      .join("\n\n* * *\n\n"),
};

/** An article edited by hand is printed as the person left it. */
function asMarkdown(article: Article, job: EditionJob): string {
  const file = job.files.find(({ path }) => path === article.handEdited?.file);
  return file === undefined ? writeArticle(article).text : new TextDecoder().decode(file.bytes);
}

/**
 * The one home of nunjucks. Templates come as a map of sources from the store; each is compiled once per
 * environment, never per page (compiling costs sixteen times what rendering does). Values are escaped by default and an
 * unknown name is an error. Only two things pass unescaped, each through its own named filter: HTML made by our own
 * serialiser (`ourHtml`) and JSON-LD with `<` written as an escape (`jsonLd`).
 * It refuses to compile anything that did not come with the templates: a template is code.
 */
import nunjucks from "nunjucks";
import { TrustedHtml } from "../markdown/trusted-html.js";
import type { TemplateWriter } from "../model/site.js";

/** Template sources by their name under `templates/`, e.g. `pages/article.njk`. */
export type TemplateSources = ReadonlyMap<string, string>;

/** A template that does not compile, or that asks for what it is not given: the fault of whoever wrote it. */
export class TemplateFault extends Error {
  readonly template: string;
  readonly line: number | undefined;

  constructor(template: string, line: number | undefined, message: string) {
    super(message);
    this.name = "TemplateFault";
    this.template = template;
    this.line = line;
  }
}

/** What nunjucks says, taken apart: `(pages/front.njk) [Line 3, Column 5]` and then the words. The innermost template counts. */
function explainFault(error: unknown, template: string): TemplateFault {
  const said = error instanceof Error ? error.message : String(error);
  let [name, line, message]: [string, number | undefined, string] = [template, undefined, ""];
  for (const part of said.split("\n").map((each) => each.trim())) {
    const place = /^(?:Template render error: )?\(([^)]+)\)(?: \[Line (\d+)(?:, Column \d+)?\])?$/.exec(part);
    if (place) [name, line] = [place[1] ?? name, place[2] === undefined ? undefined : Number(place[2])];
    else message = part.replace(/^(Template render error|Error): /, "");
  }
  return new TemplateFault(name, line, message);
}

class SourceMapLoader extends nunjucks.Loader {
  constructor(private readonly sources: TemplateSources) {
    super();
  }
  getSource(name: string): nunjucks.LoaderSource {
    const src = this.sources.get(name);
    if (src === undefined) throw new Error(`no template is called ${name}`);
    return { src, path: name, noCache: false };
  }
}

function passOurHtml(value: unknown): unknown {
  if (value === "") return "";
  if (!(value instanceof TrustedHtml)) throw new Error("ourHtml takes only what our own serialiser made");
  return new nunjucks.runtime.SafeString(value.html);
}

/** `<`, U+2028 and U+2029 never stand bare in a script element, so no text can close it. */
function passJsonLd(value: unknown): unknown {
  const json = JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  return new nunjucks.runtime.SafeString(json);
}

/** Compiles every page template at once, so that a broken template stops the build before anything is written. */
export function makeEnvironment(sources: TemplateSources): TemplateWriter {
  const environment = new nunjucks.Environment(new SourceMapLoader(sources), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  environment.addFilter("ourHtml", passOurHtml);
  environment.addFilter("jsonLd", passJsonLd);
  const compiled = new Map<string, nunjucks.Template>();
  for (const name of [...sources.keys()].sort()) {
    try {
      compiled.set(name, environment.getTemplate(name, true));
    } catch (error) {
      throw explainFault(error, name);
    }
  }
  return (name, view) => {
    const template = compiled.get(name);
    if (!template) throw new Error(`no template is called ${name}`);
    try {
      return template.render(view);
    } catch (error) {
      throw explainFault(error, name);
    }
  };
}

/** The options of the commands, checked one by one: a wrong value is told by name before any work begins. */
import { InvalidArgumentError } from "commander";
import { type InterfaceLanguage, interfaceLanguages } from "../model/interface-languages.js";

export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
}

export interface InputOptions extends CommonOptions {
  readonly encoding?: string;
  /** The program that reads scans without text. */
  readonly ocr?: "tesseract";
}

export interface BuildOptions extends InputOptions {
  readonly out: string;
  readonly baseUrl?: string;
  readonly basePath?: string;
  /** YYYY-MM-DD. */
  readonly asOf?: string;
  readonly templates?: string;
  readonly interface?: InterfaceLanguage;
  readonly offline?: boolean;
  readonly strict?: boolean;
  readonly tiles?: boolean;
  readonly pdf?: boolean;
  /** The browser that prints; one is looked for where none is named. */
  readonly chromium?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly watch?: boolean;
  readonly serve?: boolean;
  readonly port: number;
}

export const DEFAULT_INPUT = "editions";
export const DEFAULT_OUT = "dist";
export const DEFAULT_PORT = 4173;

/**
 * An absolute http(s) address without query or fragment, as it is normally written: ids of feeds and of IIIF are made of it, and
 * `HTTPS://Papers.example.org:443` is no other site.
 */
export function parseBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    url === undefined ||
    !["http:", "https:"].includes(url.protocol) ||
    url.search !== "" ||
    url.hash !== ""
  ) {
    throw new InvalidArgumentError(
      "It must be a whole web address such as https://papers.example.org/archive.",
    );
  }
  return text.endsWith("/") ? url.href : url.href.replace(/\/$/, "");
}

/** `/papers/` or `papers`: plain segments only, since it stands in links of the 404 page. */
export function parseBasePath(text: string): string {
  const names = text.split("/").filter((name) => name !== "");
  if (!names.every((name) => /^[A-Za-z0-9._~-]+$/.test(name) && name !== "." && name !== "..")) {
    throw new InvalidArgumentError("It must be a path such as /papers/.");
  }
  return names.length === 0 ? "/" : `/${names.join("/")}/`;
}

/** A day of the calendar. */
export function parseDay(text: string): string {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (moment === undefined || Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError("It must be a day such as 2024-09-19.");
  return text;
}

/** The day of SOURCE_DATE_EPOCH (seconds since 1970, UTC), as reproducible builds set it; undefined where it is none. */
export function dayOfEpoch(seconds: string | undefined): string | undefined {
  if (seconds === undefined || !/^\d{1,11}$/.test(seconds)) return undefined;
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}

/** A label that the platform can decode. */
export function parseEncoding(text: string): string {
  try {
    return new TextDecoder(text).encoding;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InvalidArgumentError(
      "Known are utf-8, utf-16le, utf-16be, gb18030, big5, shift_jis, euc-jp, euc-kr and more.",
    );
  }
}

export function parseInterface(text: string): InterfaceLanguage {
  const found = interfaceLanguages.find((each) => each.toLowerCase() === text.toLowerCase());
  if (found === undefined)
    throw new InvalidArgumentError(`It must be one of ${interfaceLanguages.join(", ")}.`);
  return found;
}

export function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port >= 0 && port <= 65_535)) throw new InvalidArgumentError("It must be a number from 0 to 65535.");
  return port;
}

/** A folder name that is empty would mean the working folder by accident. */
export function parseFolder(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("It must be the name of a folder.");
  return text;
}

/** A file name; an empty one would mean the working folder. */
export function parseProgram(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("It must be the file of a program.");
  return text;
}

/** A BCP 47 tag as the platform understands it. */
export function parseLanguage(text: string): string {
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    if (tag !== undefined) return tag;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new InvalidArgumentError("It must be a language tag such as zh-Hans, en or de.");
}

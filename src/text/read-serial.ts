/**
 * The running number of a serial in a headline, and the title without it: 江上旧事（三） → 江上旧事, 3; `The Long Tide, Part
 * II` → The Long Tide, 2; `Die Uhr von Neuwiesen · 27. Folge`; 連載12; 第十二回; （上）. It refuses numbers that nothing
 * marks as a part's: `Apollo 11`, `Elizabeth II`, `(1944)`.
 */
import { hanNumberCharacters, readHanNumber } from "./read-han-number.js";

export interface SerialTitle {
  /** The title without the number; empty where the text holds nothing else. */
  readonly stem: string;
  /** Absent where the part is named and not numbered: （下）, 完. */
  readonly part?: number;
}

/** Longer lines are no headlines, and patterns take long on them. */
const longestTitle = 200;
const mostParts = 999;
const number = `[${hanNumberCharacters}]{1,7}`;
const roman = "[ivxlc]{1,7}";
const counters = "[回话話期集章讲講部篇节節]|회|부|편";
const words =
  "part|chapter|instal?lment|no\\.|teil|folge|kapitel|partie|chapitre|épisode|episode|parte|capítulo|entrega|deel|aflevering|hoofdstuk";
const named = "上|中|下|前編|後編|中編|完|終|终|fin|ende|slot|conclusion|concluded";
const lead = "^(.*?)[\\s·・,:;—–-]*";

/** Each with the title in its first group and the number in its second. */
const forms: readonly RegExp[] = [
  new RegExp(
    `${lead}[(【〔[〈<]\\s*第?(${number}|${roman}|${named})(?:${counters})?\\s*[)】〕\\]〉>]$`,
    "iu",
  ),
  new RegExp(`${lead}(?:連載|连载|연재)\\s*[(第]?(${number})(?:${counters})?\\)?$`, "iu"),
  new RegExp(`${lead}第(${number})(?:${counters})$`, "u"),
  new RegExp(`${lead}之(${number})$`, "u"),
  new RegExp(`${lead}(?<![\\p{L}\\p{N}])([0-9]{1,3})(?:회|부)$`, "u"),
  new RegExp(`${lead}(?<!\\p{L})(?:${words})\\s*([0-9]{1,3}|${roman})\\.?$`, "iu"),
  new RegExp(
    `${lead}(?<![\\p{L}\\p{N}])([0-9]{1,3})\\.?\\s*(?:folge|fortsetzung|teil|kapitel|ª entrega|e partie)$`,
    "iu",
  ),
];

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
function readRoman(text: string): number | undefined {
  const values = [...text.toLowerCase()].map((letter) => romanDigits[letter] ?? 0);
  const value = values.reduce((sum, each, i) => sum + (each < (values[i + 1] ?? 0) ? -each : each), 0);
  return value > 0 && writeRoman(value) === text.toLowerCase() ? value : undefined;
}
function writeRoman(value: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [100, "c"],
    [90, "xc"],
    [50, "l"],
    [40, "xl"],
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ];
  let rest = value;
  let text = "";
  for (const [step, sign] of steps) for (; rest >= step; rest -= step) text += sign;
  return text;
}

/** Undefined where the text holds no running number. */
export function readSerialTitle(title: string): SerialTitle | undefined {
  const text = title.normalize("NFKC").replace(/\s+/gu, " ").trim();
  if (text.length > longestTitle) return undefined;
  for (const form of forms) {
    const match = form.exec(text);
    if (match === null) continue;
    const stem = (match[1] ?? "").trim();
    const sign = match[2] ?? "";
    if (new RegExp(`^(?:${named})$`, "iu").test(sign)) return { stem };
    const part = readHanNumber(sign) ?? readRoman(sign);
    if (part !== undefined && part >= 1 && part <= mostParts) return { stem, part };
  }
  return undefined;
}

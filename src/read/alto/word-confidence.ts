/**
 * How sure the OCR was of a word: WC, 0 to 1. Where it is missing or no such number, the mean of CC, which has a digit
 * for each character from 0 (sure) to 9 (unsure): `CC="0090"` is 0.75.
 */
import { toNumber } from "./raw-page.js";

const unsure = 9;

export function readConfidence(values: Readonly<Record<string, string>>): number | undefined {
  const word = toNumber(values.WC);
  if (word >= 0 && word <= 1) return word;
  const digits = (values.CC ?? "").replace(/\s+/g, "");
  if (!/^\d+$/.test(digits)) return undefined;
  let sum = 0;
  for (const digit of digits) sum += Number(digit);
  return 1 - sum / digits.length / unsure;
}

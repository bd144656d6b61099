/** Content hashes for ids, manifests and conflict checks. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 of a string's UTF-8 bytes, or of bytes, as 64 lower-case hex digits. */
export const hashOf = (content: string | Uint8Array): string =>
  bytesToHex(sha256(typeof content === "string" ? utf8ToBytes(content) : content));

/** Digits and letters without 0/1/i/l/o/u: nothing that is misread, no words that offend. */
const alphabet = "23456789abcdefghjkmnpqrstvwxyz";

/** A short readable name for a content, `length` characters of 30 each (6 ≈ 29 bits). */
export function shortHash(content: string, length = 6): string {
  const hex = hashOf(content);
  let value = BigInt(`0x${hex.slice(0, 32)}`);
  let name = "";
  for (let i = 0; i < length; i += 1) {
    name += alphabet[Number(value % 30n)];
    value /= 30n;
  }
  return name;
}

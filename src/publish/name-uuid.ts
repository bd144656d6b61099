/** UUIDs of names, for what must have an id that is no address: the same name gives the same id, on any machine. */
import { hashOf } from "../text/hash.js";

/** A version 8 UUID (RFC 9562: custom) of a name's SHA-256. */
export function uuidOf(name: string): string {
  const hex = hashOf(name);
  const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

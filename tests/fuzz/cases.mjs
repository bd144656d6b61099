/** The cases of a run: each is known by its format, the seed and its number, so that one can be made again alone. */
import { pick, seededRandom } from "../typeset/seeded-random.mjs";
import { damageFile } from "./damages.mjs";
import { madeFiles } from "./made-files.mjs";

export const formats = [...new Set(madeFiles.map(({ format }) => format))];

const asLatin1 = (bytes) => Buffer.from(bytes).toString("latin1");

export function makeCase(format, seed, number) {
  const random = seededRandom(`${seed}/${format}/${number}`);
  const made = pick(
    madeFiles.filter((each) => each.format === format),
    random,
  );
  const other = pick(madeFiles, random);
  const { chosen, text } = damageFile(
    asLatin1(made.files[made.target].bytes),
    random,
    asLatin1(other.files[other.target].bytes),
  );
  return { made, chosen, bytes: new Uint8Array(Buffer.from(text, "latin1")) };
}

/** XML against a schema, by libxml2: what it finds wrong, one line each. Schemas may name other files beside them. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  RelaxNGValidator,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from "libxml2-wasm";
import { fsInputProviders, xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";

xmlRegisterFsInputProviders();
/** Where the schema that is being read stands. */
let besides = "";
const besideIt = (address: string): string => path.join(besides, path.posix.basename(address));
// Published schemas name each other by addresses on the web: the file of that name beside them is taken instead.
xmlRegisterInputProvider({
  ...fsInputProviders,
  match: (address) => /^https?:/.test(address) && existsSync(besideIt(address)),
  open: (address) => fsInputProviders.open(besideIt(address)),
});
const ours = path.join(path.dirname(fileURLToPath(import.meta.url)), "schemas");
/** A folder with the standards' own schema files, where there is one: see schemas/README.md. */
export const standards = process.env.JUMPLINE_SCHEMAS;
/** Whether this file of a standard is in that folder. */
export const hasStandard = (name: string): boolean =>
  standards !== undefined && existsSync(path.join(standards, name));

/** @param name of a file under tests/publish/schemas, or in `folder` */
export function validatorFor(name: string, folder: string = ours): (xml: string) => string[] {
  const file = path.join(folder, name);
  besides = folder;
  const schema = XmlDocument.fromBuffer(readFileSync(file), { url: file });
  const validator = name.endsWith(".rng") ? RelaxNGValidator.fromDoc(schema) : XsdValidator.fromDoc(schema);
  return (xml) => {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return [];
    } catch (problem) {
      if (problem instanceof XmlValidateError)
        return problem.details.map(({ line, message }) => `${line}: ${message.trim()}`);
      throw problem;
    } finally {
      document.dispose();
    }
  };
}

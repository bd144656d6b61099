/** The schemas as their standards publish them: each names the others by addresses on the web. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { validatorFor } from "./validate-xml.js";

it("takes the file beside it for an address that a schema names", () => {
  const ours = path.join(path.dirname(fileURLToPath(import.meta.url)), "schemas");
  const folder = mkdtempSync(path.join(tmpdir(), "jumpline-schemas-"));
  try {
    for (const name of ["mets.xsd", "mods.xsd", "xlink.xsd"]) {
      const text = readFileSync(path.join(ours, name), "utf8");
      writeFileSync(
        path.join(folder, name),
        text.replace(/schemaLocation="/g, 'schemaLocation="http://www.loc.gov/standards/'),
      );
    }
    const faults = validatorFor("mets.xsd", folder);
    expect(faults('<mets xmlns="http://www.loc.gov/METS/"/>').join()).toContain("metsHdr");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** IIIF of the samples against the API's own schema file, where JUMPLINE_SCHEMAS names a folder that has it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, it } from "vitest";
import { writeCollections } from "../../../src/publish/iiif/write-collections.js";
import { summariseEdition } from "../../../src/render/summarise-edition.js";
import { baseUrl, publishedFiles, sampleEditions, siteAt } from "../published-samples.js";
import { hasStandard, standards } from "../validate-xml.js";

it.skipIf(!hasStandard("iiif_3_0.json"))("keep to the published iiif_3_0.json", async () => {
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  const { $schema, ...schema } = JSON.parse(
    readFileSync(path.join(standards ?? "", "iiif_3_0.json"), "utf8"),
  );
  const validate = ajv.compile(schema);
  const editions = await sampleEditions();
  const files = editions.flatMap((edition) =>
    [...publishedFiles(edition, baseUrl)]
      .filter(([name]) => /manifest\.json|\.text\.json/.test(name))
      .map(([name, text]) => [`${edition.info.path}/${name}`, text]),
  );
  const summaries = editions.map((edition) => summariseEdition(edition));
  for (const { path: name, content } of writeCollections(summaries, siteAt(baseUrl)))
    files.push([name, String(content)]);
  for (const [name, text = ""] of files) {
    validate(JSON.parse(text));
    expect(validate.errors ?? [], name).toEqual([]);
  }
  expect(files.length).toBeGreaterThan(100);
  const [, manifest = ""] = files.find(([name]) => name?.endsWith("manifest.json")) ?? [];
  expect(validate({ ...JSON.parse(manifest), rights: "MIT" })).toBe(false);
});

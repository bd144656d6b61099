/**
 * What the IIIF Presentation API 3.0 demands of the classes that are written here, as a JSON Schema: written after the
 * specification and after what the official validator refuses, strict where these leave things open. Not a copy of the
 * validator's own schema.
 */
const address = { type: "string", pattern: "^https?://", format: "uri" };
const texts = {
  type: "object",
  minProperties: 1,
  patternProperties: {
    "^(none|[a-zA-Z]+(-[a-zA-Z]+)*)$": { type: "array", minItems: 1, items: { type: "string" } },
  },
  additionalProperties: false,
};
const pair = {
  type: "object",
  properties: { label: texts, value: texts },
  required: ["label", "value"],
  additionalProperties: false,
};
const kind = (name: string) => ({ const: name });
const pixels = { type: "integer", exclusiveMinimum: 0 };
const context = { const: "http://iiif.io/api/presentation/3/context.json" };
const list = (items: object) => ({ type: "array", minItems: 1, items });
const closed = (properties: object, required: readonly string[]) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

const link = closed(
  {
    id: address,
    type: { enum: ["Text", "Dataset"] },
    format: { type: "string", pattern: "^[a-z]+/.+$" },
    label: texts,
    profile: address,
  },
  ["id", "type", "format", "label"],
);
const service = closed({ id: address, type: kind("ImageService3"), profile: { const: "level0" } }, [
  "id",
  "type",
  "profile",
]);
const picture = (...formats: string[]) =>
  closed(
    {
      id: address,
      type: kind("Image"),
      format: { enum: formats },
      width: pixels,
      height: pixels,
      service: list(service),
    },
    ["id", "type", "format", "width", "height"],
  );
const image = picture("image/jpeg", "image/png", "image/webp");
/** A page without a scan is drawn small. */
const thumbnail = picture("image/webp", "image/jpeg", "image/png", "image/svg+xml");
/** Places on a canvas: the whole of it, or a rectangle. */
const place = { type: "string", pattern: "^https?://[^#]+(#xywh=[0-9]+,[0-9]+,[1-9][0-9]*,[1-9][0-9]*)?$" };
const text = closed(
  {
    type: kind("TextualBody"),
    value: { type: "string" },
    format: kind("text/plain"),
    language: { type: "string", pattern: "^[a-zA-Z0-9-]+$" },
  },
  ["type", "value", "format", "language"],
);
const annotation = (motivation: string, body: object) =>
  closed(
    {
      id: address,
      type: kind("Annotation"),
      motivation: { const: motivation },
      body,
      target: { oneOf: [place, list(place)] },
    },
    ["id", "type", "motivation", "body", "target"],
  );
const collectionOfText = closed(
  { id: address, type: kind("AnnotationCollection"), label: texts, first: address },
  ["id", "type", "label"],
);
const painting = closed(
  { id: address, type: kind("AnnotationPage"), items: list(annotation("painting", image)) },
  ["id", "type", "items"],
);
const canvas = closed(
  {
    // Nothing could point into a canvas whose name has a fragment.
    id: { type: "string", pattern: "^https?://[^#]+$" },
    type: kind("Canvas"),
    label: texts,
    width: pixels,
    height: pixels,
    metadata: list(pair),
    homepage: list(link),
    seeAlso: list(link),
    thumbnail: list(thumbnail),
    items: { type: "array", maxItems: 1, items: painting },
    annotations: list(closed({ id: address, type: kind("AnnotationPage") }, ["id", "type"])),
  },
  ["id", "type", "label", "width", "height", "items"],
);
const range = closed(
  {
    id: address,
    type: kind("Range"),
    label: texts,
    supplementary: collectionOfText,
    start: closed({ id: address, type: kind("Canvas") }, ["id", "type"]),
    items: list({
      oneOf: [closed({ id: place, type: kind("Canvas") }, ["id", "type"]), { $ref: "#/$defs/range" }],
    }),
  },
  ["id", "type", "label", "items"],
);
const reference = (name: string) =>
  closed(
    {
      id: address,
      type: kind(name),
      label: texts,
      navDate: { type: "string", format: "date-time" },
      thumbnail: list(thumbnail),
    },
    ["id", "type", "label"],
  );
const described = { "@context": context, id: address, label: texts, homepage: list(link) };

export const manifestSchema = {
  $defs: { range },
  ...closed(
    {
      ...described,
      type: kind("Manifest"),
      metadata: list(pair),
      requiredStatement: pair,
      rights: {
        type: "string",
        pattern: "^http://(creativecommons\\.org/(licenses|publicdomain)/|rightsstatements\\.org/vocab/).+/$",
      },
      navDate: { type: "string", format: "date-time" },
      viewingDirection: { enum: ["left-to-right", "right-to-left"] },
      behavior: list({ const: "paged" }),
      thumbnail: list(thumbnail),
      rendering: list(link),
      seeAlso: list(link),
      partOf: list(reference("Collection")),
      items: list(canvas),
      structures: list({ $ref: "#/$defs/range" }),
    },
    ["@context", "id", "type", "label", "items"],
  ),
};

export const annotationPageSchema = closed(
  {
    "@context": context,
    id: address,
    type: kind("AnnotationPage"),
    partOf: list(collectionOfText),
    items: { type: "array", items: annotation("supplementing", text) },
  },
  ["@context", "id", "type", "items"],
);

export const collectionSchema = closed(
  {
    ...described,
    type: kind("Collection"),
    requiredStatement: pair,
    partOf: list(reference("Collection")),
    items: list({ oneOf: [reference("Collection"), reference("Manifest")] }),
  },
  ["@context", "id", "type", "label", "items"],
);

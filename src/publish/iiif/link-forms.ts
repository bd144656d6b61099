/** How a manifest names the other forms of its edition: `rendering` for people, `seeAlso` for programs. */
import type { OtherForm } from "../other-forms.js";
import type { Names } from "./addresses.js";
import { inEnglish } from "./language-map.js";

export const linkForm = ({ file, use, format, label, profile }: OtherForm, names: Names) => ({
  id: names.file(file),
  type: use === "data" ? "Dataset" : "Text",
  format,
  label: inEnglish(label),
  ...(profile === undefined ? {} : { profile }),
});

/**
 * A page as a IIIF canvas. It is as large as its picture has pixels; without a picture, of the shape that was measured;
 * where nothing was, of a nominal one, which its metadata says. A canvas without a picture has nothing painted on it
 * and its text all the same.
 */
import { pageFile } from "../../model/address.js";
import type { Page } from "../../model/page.js";
import type { PagePicture } from "../../model/picture.js";
import { pageForms } from "../other-forms.js";
import { hasPlaces } from "../page-places.js";
import { isShape, sizeOfPage } from "../page-size.js";
import type { Names } from "./addresses.js";
import { describePainting, describeThumbnail } from "./describe-picture.js";
import { inEnglish, plainText, textIn } from "./language-map.js";
import { linkForm } from "./link-forms.js";

const labelOf = ({ number, folio, language }: Page) =>
  folio === undefined ? plainText(String(number)) : textIn(language, folio);

export function describeCanvas(page: Page, thumbnail: PagePicture | undefined, names: Names) {
  const { number, scan, section, language } = page;
  const { nominal, ...size } = sizeOfPage(page);
  const id = names.canvas(number);
  const painted = scan && {
    id: names.painting(number),
    type: "AnnotationPage",
    items: [
      {
        id: `${names.painting(number)}/picture`,
        type: "Annotation",
        motivation: "painting",
        body: describePainting(number, scan, names),
        target: id,
      },
    ],
  };
  const metadata = [
    ...(section === undefined ? [] : [{ label: inEnglish("Section"), value: textIn(language, section) }]),
    ...(nominal
      ? [
          {
            label: inEnglish("Size"),
            value: inEnglish("Nominal: the shape of this page was not measured."),
          },
        ]
      : []),
  ];
  const forms = pageForms(number);
  return {
    id,
    type: "Canvas",
    label: labelOf(page),
    ...size,
    ...(metadata.length > 0 ? { metadata } : {}),
    ...(thumbnail ? { thumbnail: [describeThumbnail(thumbnail, names.file)] } : {}),
    homepage: [
      {
        id: names.file(pageFile(number)),
        type: "Text",
        format: "text/html",
        label: labelOf(page),
      },
    ],
    ...(forms.length > 0 ? { seeAlso: forms.map((form) => linkForm(form, names)) } : {}),
    items: painted ? [painted] : [],
    annotations: [{ id: names.annotations(number), type: "AnnotationPage" }],
  };
}

/** Whether places on the page can be told on its canvas. */
export const canvasHasPlaces = (page: Page): boolean => hasPlaces(page) && isShape(page.aspect);

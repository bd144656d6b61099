/** Everything that is a page. Templates see plain views; page text reaches HTML only as text nodes and escaped values. */
export { renderArchive } from "./archive/render-archive.js";
export { feedWordsFor, nameEdition } from "./name-edition.js";
export { type OpenedSite, openSite, type SiteOptions } from "./open-site.js";
export { makeUpPages } from "./page/mirror-page.js";
export { renderSheets } from "./page/render-sheets.js";
export { renderEdition } from "./render-edition.js";
export { summariseEdition } from "./summarise-edition.js";

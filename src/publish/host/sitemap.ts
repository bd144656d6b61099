/**
 * The sitemap and robots.txt, for sites whose address is known: both need absolute links. Above the limit of the
 * format the sitemap becomes an index of several. Left out is what asks not to be listed (reports, the search, what is shown
 * in the place of a page) and two pages side by side, which name the left one as the address to list.
 */
import { frontFile, notFoundFile, offlineFile, searchFile } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { EditionSummary, SiteContext } from "../../model/site.js";
import { escapeXml } from "../xml.js";

/** sitemaps.org: at most 50,000 addresses in one file. */
const addressesPerFile = 50_000;

interface Address {
  readonly path: string;
  readonly date?: string;
}

const unlisted: ReadonlySet<string> = new Set([notFoundFile, offlineFile, searchFile]);

function addressesOf(editions: readonly EditionSummary[], above: readonly string[]): Address[] {
  const addresses: Address[] = above.filter((path) => !unlisted.has(path)).map((path) => ({ path }));
  for (const edition of editions)
    for (const file of [frontFile, ...edition.pages.map((page) => page.file), ...edition.files])
      addresses.push({
        path: `${edition.path}/${file}`,
        ...(edition.date === undefined ? {} : { date: edition.date }),
      });
  return addresses.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

const head = '<?xml version="1.0" encoding="utf-8"?>';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

function writeUrls(addresses: readonly Address[], baseUrl: string): string {
  const urls = addresses.map(({ path, date }) => {
    const printed =
      date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? `<lastmod>${date}</lastmod>` : "";
    return `  <url><loc>${escapeXml(`${baseUrl}/${path}`)}</loc>${printed}</url>`;
  });
  return [head, `<urlset ${namespace}>`, ...urls, "</urlset>", ""].join("\n");
}

/**
 * Nothing where the site's address is not known.
 * @param above the pages above the editions, of newspapers and of the site
 * @param limit a parameter for tests
 */
export function writeSitemap(
  editions: readonly EditionSummary[],
  site: SiteContext,
  above: readonly string[],
  limit = addressesPerFile,
): SiteFile[] {
  const { baseUrl } = site;
  if (baseUrl === undefined) return [];
  const addresses = addressesOf(editions, above);
  const robots = {
    path: "robots.txt",
    content: [
      "# Everything here may be read. Reports for the archivist (report.html) say noindex themselves: a crawler",
      "# that is kept out never sees that, and lists them all the same.",
      "User-agent: *",
      "Allow: /",
      "",
      `Sitemap: ${baseUrl}/sitemap.xml`,
      "",
    ].join("\n"),
  };
  if (addresses.length <= limit)
    return [{ path: "sitemap.xml", content: writeUrls(addresses, baseUrl) }, robots];
  const files: SiteFile[] = [];
  for (let from = 0; from < addresses.length; from += limit)
    files.push({
      path: `sitemap-${files.length + 1}.xml`,
      content: writeUrls(addresses.slice(from, from + limit), baseUrl),
    });
  const maps = files.map((file) => `  <sitemap><loc>${escapeXml(`${baseUrl}/${file.path}`)}</loc></sitemap>`);
  const index = [head, `<sitemapindex ${namespace}>`, ...maps, "</sitemapindex>", ""].join("\n");
  return [{ path: "sitemap.xml", content: index }, ...files, robots];
}

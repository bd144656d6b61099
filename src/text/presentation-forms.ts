/**
 * Characters that encode a way of setting rather than a character: the vertical forms that extractors give for
 * upright pages (`︒` for 。, `﹁` for 「) and the ligatures of Latin type (`ﬁ` for fi).
 * It refuses everything else that NFKC would fold: ①, Ⅲ, ㈱, full-width ＡＢＣ and half-width kana are printed so.
 */

/** U+FE10–FE4F: form, then what stands in its place on a horizontal line. */
const verticalForms =
  "︐， ︑、 ︒。 ︓： ︔； ︕！ ︖？ ︗〖 ︘〗 ︙… ︰‥ ︱— ︲– ︳_ ︵（ ︶） ︷｛ ︸｝ ︹〔 ︺〕 ︻【 ︼】 " +
  "︽《 ︾》 ︿〈 ﹀〉 ﹁「 ﹂」 ﹃『 ﹄』 ﹇［ ﹈］";

const pairs = (table: string): ReadonlyMap<string, string> =>
  new Map(
    table.split(" ").map((pair) => {
      const [form = "", ...plain] = pair;
      return [form, plain.join("")] as const;
    }),
  );

const byVerticalForm = pairs(verticalForms);
const byLigature = pairs("ﬀff ﬁfi ﬂfl ﬃffi ﬄffl ﬅſt ﬆst");

/** The ordinary character of a vertical presentation form, or the character itself. */
export const foldPresentationForm = (character: string): string => byVerticalForm.get(character) ?? character;
/** The letters of a Latin ligature, or the character itself. */
export const foldLigature = (character: string): string => byLigature.get(character) ?? character;

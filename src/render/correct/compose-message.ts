/**
 * A prefilled mail or issue. GitHub, Gitea and Forgejo take `title` and `body`, GitLab `issue[title]` and
 * `issue[description]` (known by its `/-/issues/new`). Long addresses fail silently in mail programs and are refused by
 * servers, so a message is cut to what passes everywhere: what stands last goes first.
 */

/** Characters of a whole address: mail programs on Windows take about 2,000; GitHub answers 414 above 8,192. */
const mailLimit = 1900;
const webLimit = 7000;

const isMail = (target: string): boolean => /^mailto:/i.test(target);

/** Who is written to, for people: `desk@example.org`, `github.com`. */
export const nameTarget = (target: string): string =>
  isMail(target) ? target.slice("mailto:".length) : new URL(target).hostname;

function addressOf(target: string, subject: string, body: string): string {
  const [title, text] = isMail(target)
    ? ["subject", "body"]
    : target.includes("/-/issues/new")
      ? ["issue[title]", "issue[description]"]
      : ["title", "body"];
  const lines = isMail(target) ? body.replaceAll("\n", "\r\n") : body;
  const query = `${encodeURIComponent(title ?? "")}=${encodeURIComponent(subject)}&${encodeURIComponent(text ?? "")}=${encodeURIComponent(lines)}`;
  return `${target}${target.includes("?") ? "&" : "?"}${query}`;
}

const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

/** @param paragraphs of the message, the dispensable last. What does not fit is left out whole. */
export function composeMessage(target: string, subject: string, paragraphs: readonly string[]): string {
  const limit = isMail(target) ? mailLimit : webLimit;
  const title = wellFormed(Array.from(subject).slice(0, 120).join(""));
  for (let kept = paragraphs.length; kept > 0; kept -= 1) {
    const body = wellFormed(paragraphs.slice(0, kept).join("\n\n"));
    const address = addressOf(target, title, `${body}\n`);
    if (address.length <= limit) return address;
  }
  return addressOf(target, Array.from(title).slice(0, 60).join(""), "");
}

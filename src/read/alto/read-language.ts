/**
 * A language as files name it → BCP 47: `de-DE`, `de_DE`, `deu` and the libraries' `ger` are all told. A value that is
 * no plain tag (`Fraktur`, `deu+eng`) says nothing.
 */
const plainTag = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i;

export function readLanguage(value: string | undefined): string | undefined {
  const tag = value?.trim().replaceAll("_", "-");
  return tag !== undefined && plainTag.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
}

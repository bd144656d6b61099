/** A line with its numbers masked, so that `Seite 3` and `Seite 4` are one running head. */
export const maskDigits = (text: string): string => text.replace(/[0-9０-９一二三四五六七八九十]+/g, "#");

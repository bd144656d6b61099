/** The languages the words of the site are there in, as data. `nl` is one more than was asked for. A test holds them to the words. */
export const interfaceLanguages = ["en", "zh-Hans", "zh-Hant", "ja", "ko", "de", "fr", "es", "nl"] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

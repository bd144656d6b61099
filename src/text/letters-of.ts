/** Letters and figures alone, in one case: by them what is printed twice is known again, however it is set and stopped. */
export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

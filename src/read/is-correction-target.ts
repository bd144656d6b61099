/**
 * Where corrections may be sent: an address of mail, or a page over https that takes new issues. `javascript:`, other
 * schemes, names and passwords in an address, and mail with fields of its own (`?bcc=`) are refused, since readers
 * open what stands here.
 */
const mail = /^mailto:[^\s?&#,;:<>"'\\/@]+@[a-z0-9.-]+\.[a-z0-9-]+$/i;

export function isCorrectionTarget(value: string): boolean {
  if (/^mailto:/i.test(value)) return mail.test(value);
  if (!/^https:\/\/[^\s\\"'<>]+$/i.test(value) || !URL.canParse(value)) return false;
  const { username, password, hash, hostname } = new URL(value);
  return username === "" && password === "" && hash === "" && hostname !== "";
}

/**
 * Page text may hold anything, and a terminal obeys what it is sent: an escape sequence in a headline could
 * clear the screen or set the window's title. Control and direction characters are shown as `\u{1b}`.
 * It refuses to touch line ends and tabs, which messages need.
 */
export function showControls(text: string): string {
  let shown = "";
  for (const character of text) {
    shown += isControl(character.codePointAt(0) ?? 0)
      ? `\\u{${character.codePointAt(0)?.toString(16)}}`
      : character;
  }
  return shown;
}

function isControl(code: number): boolean {
  if (code === 0x09 || code === 0x0a) return false;
  // C0, DEL and C1; then the marks that turn the direction of what follows them.
  return (
    code < 0x20 ||
    (code >= 0x7f && code <= 0x9f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

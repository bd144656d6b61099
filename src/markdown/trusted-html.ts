/** HTML that our own serialiser made, as a type of its own, so that no other string can pass unescaped into a page. */
export class TrustedHtml {
  constructor(readonly html: string) {}
}

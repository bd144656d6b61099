/** The style sheet of every book: little, since readers of books set their own type. One for all, so a month's is the same. */
export const bookStyle = `body { margin: 0 5%; line-height: 1.6; }
body.vertical { writing-mode: vertical-rl; -epub-writing-mode: vertical-rl; -webkit-writing-mode: vertical-rl; margin: 5% 0; line-height: 1.8; }
h1 { font-size: 1.1em; font-weight: normal; border-bottom: 1px solid; padding-bottom: 0.3em; margin: 0 0 1.5em; }
h2 { font-size: 1.5em; line-height: 1.25; margin: 0.2em 0 0.5em; page-break-after: avoid; break-after: avoid; }
h3 { font-size: 1.1em; margin: 1.2em 0 0.4em; page-break-after: avoid; break-after: avoid; }
.vertical h1 { border-bottom: 0; padding-bottom: 0; border-left: 1px solid; padding-left: 0.3em; margin: 0 0 0 1.5em; }
.vertical h2 { margin: 0 0.2em 0 0.5em; }
article { margin: 0 0 2.5em; border-bottom: 1px dotted; padding-bottom: 1.5em; }
.vertical article { margin: 0 0 0 2.5em; border-bottom: 0; padding-bottom: 0; border-left: 1px dotted; padding-left: 1.5em; }
p { margin: 0; text-indent: 1.2em; }
:lang(zh) p { text-indent: 2em; }
:lang(ja) p { text-indent: 1em; }
p.kicker, p.deck, p.byline, p.credit, p.mark, p.stood-on, p.verse, p.list, p.question, p.caption, p.note, p.ears { text-indent: 0; }
.kicker, .question { font-weight: bold; }
.deck { font-size: 1.1em; }
.byline, .credit, .mark, .stood-on, .caption, .note { font-size: 0.9em; }
.byline, .mark, .stood-on, .caption, .note { margin: 0.5em 0; }
.dateline { letter-spacing: 0.03em; }
.verse { padding: 0 2em; }
.list { padding: 0 1.2em; }
.advert, .notice { font-size: 0.95em; }
.continued h2 { font-size: 1em; }
.cover { margin: 0; text-align: center; }
.cover img { max-width: 100%; max-height: 100%; }
`;

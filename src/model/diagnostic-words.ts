/**
 * The one place where diagnostics get words: what happened, and what to do about it. `{name}` takes a detail.
 * Codes: JL1xxx reading, JL2xxx repair, JL3xxx assembly, JL4xxx review, JL5xxx render and publish, JL6xxx store.
 */
import type { Diagnostic } from "./diagnostic.js";

export interface Wording {
  readonly what: string;
  readonly todo?: string;
}

const wordings: Readonly<Record<string, Wording>> = {
  JL1002: {
    what: "This file is not page text but {what}. Its page is left empty.",
    todo: "Put the page's text in its place; text of a PDF can be had with pdftotext -raw.",
  },
  JL1003: {
    what: "The encoding of this file was guessed from little: {encoding}.",
    todo: "If its text looks wrong, name the encoding: `encoding: gb18030` in the file's front matter or in edition.md, or --encoding.",
  },
  JL1004: { what: "This file was recognised as {encoding}." },
  JL1005: {
    what: "The byte at offset {offset} cannot be read as {encoding}; a replacement character (U+FFFD) stands in its place.",
    todo: "Mend the byte in the file, or set the line's text in overrides.yaml.",
  },
  JL1006: {
    what: "{count} more bytes of this file cannot be read as {encoding}.",
    todo: "So many mean that the encoding is another one: name it in the file's front matter (`encoding: big5`), in edition.md or with --encoding.",
  },
  JL1007: {
    what: "There is no encoding called “{encoding}”; it was looked for in the bytes instead.",
    todo: "Write utf-8, utf-16le, utf-16be, gb18030, big5, shift_jis, euc-kr, euc-jp or windows-1252.",
  },
  JL1008: {
    what: "The encoding of this file could not be told; it was read as UTF-8.",
    todo: "Name it in the file's front matter (`encoding: gb18030`), in edition.md or with --encoding.",
  },
  JL1009: { what: "Read as {format}: {count} {count|page|pages}, boxes: {boxes}." },
  JL1011: { what: "“{key}” is nothing that can be said here, so it was left out.", todo: "{suggestion}" },
  JL1012: { what: "“{value}” for {key} {reason}. It was left out.", todo: "Correct the value." },
  JL1013: {
    what: "Front matter in another language than YAML is never read: “{message}”.",
    todo: "Write it as YAML between two lines of three hyphens.",
  },
  JL1014: {
    what: "Front matter begins here and does not end, so all of it was taken for text.",
    todo: "Put a line of three hyphens under it; if it is page text, nothing needs doing.",
  },
  JL1015: {
    what: "The front matter is longer than {message}, so it was taken for text.",
    todo: "Shorten it; an introduction belongs under the second line of hyphens.",
  },
  JL1016: {
    what: "The front matter cannot be read as YAML, so it was taken for text: {message}",
    todo: "Write one `key: value` a line; put values with a colon, a # or quotes into double quotes.",
  },
  JL1017: {
    what: "The page begins like front matter but says nothing that a page can say, so it was taken for page text.",
    todo: "If it was meant as front matter: number, folio, section, language, direction and encoding can be said.",
  },
  JL1018: {
    what: "This picture is {picture} times as high as wide, and page {number} by its boxes {page} times: its stories are not marked on it.",
    todo: "To have them marked, put in the picture that the boxes were measured on, cut as it was then.",
  },
  JL1019: {
    what: "The picture of page {number}, {scan}, is not here; the page is shown as text only.",
    todo: "Put the file there, or correct `scan:` in the pages list; it is named relative to this folder.",
  },
  JL1020: {
    what: "There is no page in this edition.",
    todo: "Put the text of its pages into pages/01.txt, pages/02.txt …, or list them under pages: in edition.md.",
  },
  JL1021: {
    what: "This file was not taken for a page, because others here are plainly pages.",
    todo: "If it is one, give it a name like page-05.txt, or list all pages under pages: in edition.md.",
  },
  JL1022: {
    what: "Page {wanted} is here already; this file became page {number}.",
    todo: "Give it its own number in its name, its front matter or the pages: list.",
  },
  JL1023: { what: "This file has form feeds and was read as {count} pages." },
  JL1024: {
    what: "Item {item} of pages names “{file}”, which is no file inside this folder. It was left out.",
    todo: "Name files relative to the folder of the edition, like pages/01.txt.",
  },
  JL1025: {
    what: "The pages list names {file} more than once; it was read once.",
    todo: "Take the other item out.",
  },
  JL1026: {
    what: "This page is listed in edition.md, but there is no such file that can be read. The page is left empty.",
    todo: "Put the file there, or take it out of the pages: list. Links to files are not followed.",
  },
  JL1027: { what: "Page {number} has no text." },
  JL1028: {
    what: "This file is none of the formats that are read, so it was not taken for a page.",
    todo: "`build-edition formats` lists what is read. If it is no page, nothing needs doing.",
  },
  JL1029: { what: "This page is here in another format too, which holds more; that one was read." },
  JL1030: {
    what: "Nothing tells the date of this edition.",
    todo: "Write `date: YYYY-MM-DD` into {file}, or name the folder by its date.",
  },
  JL1031: {
    what: "The folder says {named}, but the page prints {printed} ({where}). The folder was followed.",
    todo: "Write the right `date:` into edition.md.",
  },
  JL1032: {
    what: "The language of this edition could not be told.",
    todo: "Write `language:` into {file}: zh-Hans, zh-Hant, ja, ko, en, de, fr, nl, es …",
  },
  JL1033: {
    what: "This file describes an issue too; {taken} was followed.",
    todo: "Keep one METS or DIDL file in the folder of an edition.",
  },
  JL1034: {
    what: "The issue file names {count} pages whose text is not here, the first in {first}. They were left out; the others keep their numbers.",
    todo: "Put their files where the issue file says, or into the edition's folder under the same names.",
  },
  JL1035: {
    what: "None of the {count} pages that the issue file names is here, the first in {first}, so the files' names tell the pages.",
    todo: "Put the page files where the issue file says, or into the edition's folder under the same names.",
  },
  JL1036: {
    what: "`segmentation: {wanted}` asks for the articles of a library, but no METS or DIDL file here says on which lines they stand. They were made as if there was none.",
    todo: "Put the issue file into the edition's folder with the page files it points at, or take the line out.",
  },
  JL1037: {
    what: "This page is listed as a scan, and there is no text of it. The page is left empty.",
    todo: "Add --ocr tesseract to have it read, or put its text beside it under the same name (.txt, .xml, .hocr).",
  },
  JL1038: {
    what: "{count} {count|page|pages} {count|has|have} a picture only as {kind}, which browsers do not show; {count|it|they} {count|is|are} shown as text only.",
    todo: "To show the print too, put a JPEG, PNG or WebP of the same name beside it: `magick page.jp2 page.webp` (ImageMagick) makes one, and `opj_decompress -i page.jp2 -o page.png` (OpenJPEG) of JPEG 2000.",
  },
  JL1039: {
    what: "This should be the picture of page {number} and is no whole JPEG, PNG or WebP file; the page is shown as text only.",
    todo: "See whether the picture opens, and save it again as one of these.",
  },
  JL1040: {
    what: "The XML of this file breaks off or is damaged here: {reason} What stood before it was read.",
    todo: "Fetch the file again from where it came, or mend it at this line.",
  },
  JL1041: {
    what: "This XML file declares a document type, which can make a parser fetch or expand things, so it was not read.",
    todo: "Take the <!DOCTYPE …> declaration out; no ALTO, PAGE or METS file needs one.",
  },
  JL1042: {
    what: "This XML file is nested deeper than any page file is, so it was read only up to here.",
    todo: "Look at the file: it is damaged, or no page.",
  },
  JL1043: {
    what: "{count} boxes of this file make no sense (outside the page, negative or no number). Their text was kept, without a place on the page.",
    todo: "Nothing needs doing where the text is right; the page's mirror and order are less sure there.",
  },
  JL1044: {
    what: "{count} words of this file have no CONTENT, from this line on, so what they hold cannot be read.",
    todo: "Fetch the file again from where it came, or set the text of these lines in overrides.yaml.",
  },
  JL1045: {
    what: "{count} words of this file have a line break inside, from this line on; a space stands in its place.",
    todo: "Nothing needs doing where the text is right; else set the line's text in overrides.yaml.",
  },
  JL1046: {
    what: "There is no page in this ALTO file.",
    todo: "Fetch the file again from where it came, or take it out of the edition.",
  },
  JL1047: {
    what: "In {count} places of this file, from this line on, text stands where ALTO has none: it was not read.",
    todo: "Write printed words as String inside TextLine, or set the text of these lines in overrides.yaml.",
  },
  JL1048: {
    what: "This file has {count} pages more than any file has, from this line on; their text was put on the last page before them.",
    todo: "Look at the file: it is damaged, or cut it into a file for each issue.",
  },
  JL1050: {
    what: "There is no page in this {format} file.",
    todo: "Look whether it is the file you meant, and write it again from the program it came from.",
  },
  JL1051: {
    what: "This file does not say how large its page is, so its text was read without places on the page.",
    todo: "Write it again with the page's size (PAGE: imageWidth and imageHeight; TSV: the row of level 1).",
  },
  JL1052: {
    what: "{count} regions of this page, the first here, have a text of their own that differs from that of their lines. The lines were followed.",
    todo: "If the regions' text is the better one, take the lines out of the file, or correct the lines there.",
  },
  JL1053: {
    what: "{count} lines of this page have words that do not spell their text. Their text was kept, without the places of its words.",
  },
  JL1054: {
    what: "{count} pieces of text, the first here, stand where this format has no place for text. They were left out.",
    todo: "Put them into the Unicode of a line's TextEquiv if they are printed on the page.",
  },
  JL1055: {
    what: "The reading order of this page names {missing} regions that are not there and leaves out {unnamed} that have text; those follow at the end.",
    todo: "Complete the reading order in the program the file came from.",
  },
  JL1056: {
    what: "This row is damaged. What could be kept of its text: “{text}”",
    todo: "Mend the row (12 columns, set apart by tabs), or write the file again with Tesseract.",
  },
  JL1057: {
    what: "{count} more rows of this file are damaged.",
    todo: "So many mean that the file as a whole is: write it again with Tesseract.",
  },
  JL1058: {
    what: "This tag is damaged (in this file: {count}): a quotation mark or its end is lost, and text after it was taken for a part of it.",
    todo: "Compare the lines here with the page, and mend the tag or make the file anew.",
  },
  JL1059: {
    what: "{count} {count|row|rows} of words, the first here, {count|has|have} no text, and an editor took the tabs off the ends of this file's rows: a number of at most 100 that was printed there would be taken for a confidence.",
    todo: "Compare these rows with the page, or write the file again with Tesseract.",
  },
  JL1060: {
    what: "There is no hOCR page in this file: no element of it has a class like ocr_page or ocr_line.",
    todo: "See whether it is the file you meant; OCR programs write hOCR when asked to (tesseract page.tif page hocr).",
  },
  JL1061: {
    what: "In the head of this hOCR file, {problem}. Its text was read all the same.",
    todo: "If you can, mend the file: the name of the metadata is {meant}.",
  },
  JL1062: {
    what: "{element} stands {where} here, which hOCR does not allow (in this file: {count}). Its text was read.",
    todo: "See that the text stands on the right page; the tags before this line may be closed in the wrong place.",
  },
  JL1063: {
    what: "This {element} is not closed before what it stands in is closed (in this file: {count}). Its text was read.",
    todo: "See that the lines here are whole; if not, mend the tags or make the file anew.",
  },
  JL1064: {
    what: "The end tag </{element}> closes nothing that is open (in this file: {count}). It was passed over.",
    todo: "See that the lines here are whole; if not, mend the tags or make the file anew.",
  },
  JL1065: {
    what: "The file ends inside of {inside}; it may be cut off. What stood before that was read.",
    todo: "Compare it with the page, and fetch or make the file again if something is missing.",
  },
  JL1066: {
    what: "Tags are nested deeper here, or there are more of them, than in any page (in this file: {count}). Their text was read, the tags were not followed.",
    todo: "Look at the file: it is damaged, or no page.",
  },
  JL1067: {
    what: "<{tag}> is no element of HTML (in this file: {count} of this kind). If it is printed text, it was taken for a tag and is missing.",
    todo: "Write &lt; for each < that is printed.",
  },
  JL1068: {
    what: "The page that begins here does not state its size, so it was measured by what stands on it (in this file: {count}).",
  },
  JL1069: {
    what: "“{code}” is no language that is known; the page's language is told from its text.",
    todo: "If it is told wrongly, write `language:` into edition.md.",
  },
  JL1070: {
    what: "This file describes no issue: its outermost element is “{root}”, where METS and DIDL have mets and DIDL.",
    todo: "Put the library's METS or DIDL file in its place, or take the file out.",
  },
  JL1071: {
    what: "This file links its articles to more zones than any issue has. The links beyond were left out.",
    todo: "Look at its structLink section: the file is damaged, or not one issue.",
  },
  JL1072: {
    what: "This issue file does not say which lines of the pages make up which article ({items} items without a place). Articles are made without it.",
    todo: "If the library has a file with article segmentation, use that one; otherwise nothing needs doing.",
  },
  JL1073: {
    what: "The issue file points {count} times into “{name}”, which is not among the pages read, or is there under more than one folder.",
    todo: "Put that page file where the issue file says, beside it or under its own name.",
  },
  JL1074: {
    what: "{issue} points at “{id}”, which this page file does not have ({count} such places in this file).",
    todo: "The two files are of different versions: fetch both again. The lines concerned are put into articles without it.",
  },
  JL1075: {
    what: "{issue} names the words “{id}”, but the last stands before the first here ({count} such places in this file).",
    todo: "The two files are of different versions: fetch both again. The lines concerned are put into articles without it.",
  },
  JL1076: {
    what: "{count} lines of page {page} are named by more than one item of the issue file; the first kept them ({keeper} before {other}).",
    todo: "Look at these items, and move what is wrong with `do: article` in overrides.yaml.",
  },
  JL1077: {
    what: "This issue file names the same lines over and over, far more often than any issue does. Its last items were left without lines.",
    todo: "Look at the file: it is damaged.",
  },
  JL1078: {
    what: "This page has {count} characters, more than any page of print. It is left empty.",
    todo: "Look whether it is page text; cut a file of many pages with a form feed before each, or into a file for each.",
  },
  JL1080: {
    what: "This PDF is locked with a password, so none of its pages could be read.",
    todo: "Save it without a password, and put that file in its place.",
  },
  JL1081: {
    what: "This PDF is damaged and could not be read: {reason}",
    todo: "Fetch the file again from where it came, or open it in a PDF program and save it anew.",
  },
  JL1082: {
    what: "There is no page in this PDF.",
    todo: "Look at the file: it is empty, or not what its name says.",
  },
  JL1083: {
    what: "Page {page} of this PDF could not be read and is left empty: {reason}",
    todo: "Fetch the file again from where it came, or open it in a PDF program and save it anew.",
  },
  JL1084: {
    what: "Pages of this PDF are pictures without text, {count} in all; the first is page {page}.",
    todo: "Run text recognition over them (OCR) that adds a text layer or writes ALTO, and put that in their place.",
  },
  JL1085: {
    what: "Characters of this PDF are drawn twice to look bold, {count} in all, the first on page {page}; each was read once.",
  },
  JL1086: {
    what: "Characters of this PDF stand outside the page, {count} in all, the first on page {page}. Their text was kept, without a place.",
    todo: "If they are printer's notes beside the page, leave their lines out with `do: role` in overrides.yaml.",
  },
  JL1087: {
    what: "This PDF does not say which characters some of its letters are, {count} in all, the first on page {page}; they may read wrong.",
    todo: "If their text looks wrong, run text recognition (OCR) over the page, or set the lines in overrides.yaml.",
  },
  JL1088: {
    what: "This PDF has no end mark, so it was cut off or damaged; text may be missing.",
    todo: "Fetch the file again from where it came.",
  },
  JL1089: {
    what: "Page {page} of this PDF paints more characters than any page of print has; {count} were left out.",
    todo: "Look at the file: it is damaged, or no page.",
  },
  JL2001: {
    what: "This line is letter-spaced Hangul, and nothing shows where its words end: {text}",
    todo: "It is printed as the source has it. To set it right, add an override with do: text for this line.",
  },
  JL2002: {
    what: "This line has letters set apart, and the edition does not show which words they make: {text}",
    todo: "It is printed as the source has it. To set it right, add an override with do: text for this line.",
  },
  JL2003: {
    what: "Lone letters that look torn from a word stand on this page, {count} in all, the first on this line; nothing in the edition proves it.",
    todo: "They are printed as the source has them. Correct them with overrides (do: text) where it matters.",
  },
  JL3001: {
    what: "The jump line “{mark}” leads to page {page}, but no continuation there says it comes from here.",
    todo: "If the continuation is in this edition, confirm it with `do: jump` in overrides.yaml; `build-edition check` prints the lines to paste.",
  },
  JL3002: {
    what: "The continuation mark “{mark}” points back to page {page}, but no story there breaks off with a jump line to here.",
    todo: "If the first half is in this edition, confirm it with `do: jump` in overrides.yaml; `build-edition check` prints the lines to paste.",
  },
  JL3003: {
    what: "Left over: “{text}” ({reason}).",
    todo: "Put it where it belongs with `do: article`, `do: role` or `do: mark` in overrides.yaml.",
  },
  JL3080: {
    what: "The library has one article here, “{text}”; we made {count} of it: {ours}.",
    todo: "If the library is right, join them with `do: join` in overrides.yaml, or write `segmentation: source` to follow it throughout.",
  },
  JL3081: {
    what: "We made one article, “{text}”, of what the library has as {count}: {theirs}.",
    todo: "If the library is right, part it with `do: split` in overrides.yaml, or write `segmentation: source` to follow it throughout.",
  },
  JL3082: {
    what: "{percent} % of the library's article “{text}” stand in no article of ours: they are left over, or taken for the page's own.",
    todo: "If the library is right, put them where they belong with `do: article` in overrides.yaml, or write `segmentation: source` to follow it throughout.",
  },
  JL3083: {
    what: "{alike} of the library's {all} articles are the same as ours; {split} we have in pieces or in part, and {merged} of ours hold several of its.",
    todo: "Compare them one by one, or write `segmentation: source` or `ours` into edition.md.",
  },
  JL3090: {
    what: "Page {number} has {count} lines with places, more than any page of print ({most} at most), so its places were not used: it is read in the order of its file.",
    todo: "Look at the file: it is OCR of noise, damaged, or several pages put on one.",
  },
  JL4001: {
    what: "The record of changes to this line is broken: its edits do not lead from “{original}” to “{text}”.",
    todo: "This is a fault in build-edition: please report it with the page file.",
  },
  JL4002: {
    what: "The text “{text}” ({where}) is not what its source lines give.",
    todo: "This is a fault in build-edition: please report it with the page file.",
  },
  JL4003: {
    what: "Printed text was lost: “{text}” of this line is in no unit.",
    todo: "This is a fault in build-edition: please report it with the page file.",
  },
  JL4004: {
    what: "Printed text was doubled: “{text}” of this line is in two units ({where}).",
    todo: "This is a fault in build-edition: please report it with the page file.",
  },
  JL4005: {
    what: "Printed text was lost: “{text}” of this line is in no article, nor furniture, nor leftovers.",
    todo: "This is a fault in build-edition: please report it with the page file.",
  },
  JL4006: {
    what: "Printed text was doubled: “{text}” of this line is shown in two places ({where}).",
    todo: "This is a fault in build-edition: please report it with the page file.",
  },
  JL4007: {
    what: "The unit {unit} (“{text}”) stands nowhere.",
    todo: "This is a fault in build-edition: please report it with the page file.",
  },
  JL4008: {
    what: "The unit {unit} (“{text}”) stands in more than one place: {places}.",
    todo: "This is a fault in build-edition: please report it with the page file.",
  },
  JL4009: {
    what: "{places} holds a unit {unit} that the edition does not have.",
    todo: "This is a fault in build-edition: please report it with the page file.",
  },
  JL4010: {
    what: "Two lines of the edition have the id {id}; one of them says “{text}”.",
    todo: "This is a fault in build-edition: please report it with the page file.",
  },
  JL4011: {
    what: "The article {article} is said to be made of {unit}, which is not among its parts.",
    todo: "This is a fault in build-edition: please report it with the page file.",
  },
  JL4012: {
    what: "The line {id} was cut at a gutter, and its stretches are not the whole line: {text}.",
    todo: "This is a fault in build-edition: please report it with the page file.",
  },
  JL4101: {
    what: "The overrides were not read: {reason}.",
    todo: "Save the file as UTF-8 text; docs/correcting.md shows its form.",
  },
  JL4102: {
    what: "The overrides are not valid YAML here: {reason}",
    todo: "Put values with signs in them between double quotes.",
  },
  JL4103: {
    what: "The overrides should be a list under “overrides:”, each item with “do:”, “at:” and “expect:”.",
    todo: "docs/correcting.md shows the form; `build-edition check` prints items to paste.",
  },
  JL4104: {
    what: "“{key}” means nothing here, so this item was not applied.",
    todo: "Did you mean: {known}?",
  },
  JL4105: {
    what: "This item was not applied, because of “{key}”: {reason}.",
    todo: "Mend it or take it out; docs/correcting.md lists what each “do:” needs.",
  },
  JL4106: {
    what: "Reading the overrides stopped here, after {count} mistakes; the items below were not applied.",
    todo: "Mend the first ones and build again.",
  },
  JL4111: {
    what: "Stale, not applied ({do}): at {id} “{expect}” was expected, but there stands “{found}”.",
    todo: "Look whether the decision still holds; then give the new words in “expect:”, or take the item out.",
  },
  JL4112: {
    what: "Stale, not applied ({do}): at {id} “{expect}” was expected, but there stands “{found}”. The expected words now stand at {moved}.",
    todo: "Look whether the decision still holds; then write {moved} in place of {id}, or take the item out.",
  },
  JL4113: {
    what: "Not applied ({do}): there is no unit, line, block or article {id} in this edition.",
    todo: "Give an id that `build-edition check` or the report page shows.",
  },
  JL4114: {
    what: "Not applied ({do}): there is no unit, line, block or article {id} in this edition. The expected words stand at {moved}.",
    todo: "Write {moved} in place of {id}, if that is what you mean.",
  },
  JL4115: {
    what: "Not applied ({do}): {id} and {to} are not two places of one article.",
    todo: "Put both into one article first, with “do: article”.",
  },
  JL4116: {
    what: "Not applied ({do}): {id} stands in no article.",
    todo: "Put it into one first, with “do: article”, or make it a headline with “do: role”.",
  },
  JL4117: {
    what: "Not applied ({do}): both places are in the same piece already ({id}).",
    todo: "Take the item out.",
  },
  JL4118: {
    what: "Not applied ({do}): {id} is not a part of a body text, so it cannot be joined as one.",
    todo: "Set its role first, with “do: role”.",
  },
  JL4119: {
    what: "Not applied ({do}): nothing stands before {id} there, so there is nothing to cut.",
    todo: "Take the item out.",
  },
  JL4120: {
    what: "Not applied ({do}): the story does not come to {id} from another page.",
    todo: "Take the item out, or cut the article with “do: split”.",
  },
  JL4121: {
    what: "Not applied ({do}): {id} is not the id of a {wanted}.",
    todo: "Give the id of a {wanted}; the report page shows them.",
  },
  JL4201: {
    what: "This article file was not used: {reason}.",
    todo: "Mend its front matter and save it as UTF-8 text.",
  },
  JL4202: { what: "“{key}” means nothing in an article file.", todo: "Did you mean: {known}?" },
  JL4203: {
    what: "This file is for an article “{id}”, which is not in the edition. Most like it is: {nearest}.",
    todo: "Write the right id into the file, or delete the file.",
  },
  JL4204: {
    what: "A second file for the article {id} was not used; the first is {first}.",
    todo: "Delete one of the two.",
  },
  JL4205: {
    what: "This file is older than what the program now makes of the article {id} ({recorded} → {generated}). No person changed it.",
    todo: "Run `build-edition articles --write` to write it anew.",
  },
  JL4206: {
    what: "This file was changed by hand, and what it was made from has changed since: it was written over {recorded}, the program now makes {generated}. Your words are shown.",
    todo: "Compare with `build-edition articles --format markdown`; then write the new hash into source_hash, or delete the file to have it made anew.",
  },
  JL5001: {
    what: "The Markdown is {length} characters long, more than the {limit} that are parsed; it is shown as it was written.",
    todo: "Shorten it, or split it over several articles.",
  },
  JL5002: {
    what: "The template cannot be used: {message}",
    todo: "Mend it, or take it away: the program's own then stands in its place. docs/theming.md says what a template is given.",
  },
  JL6001: {
    what: "There is no such file or folder.",
    todo: "Check the path; build-edition init makes a new edition.",
  },
  JL6002: { what: "This cannot be read: {reason}.", todo: "Check the rights on it." },
  JL6003: {
    what: "This file is {size} MiB; {limit} MiB is the most that is read.",
    todo: "Split it into its pages.",
  },
  JL6004: {
    what: "There is no edition here: no page text and no edition.md.",
    todo: "Name a folder that holds page files (page-01.txt or pages/01.txt), or make one with build-edition init.",
  },
  JL6005: {
    what: "This is {what}, and only ordinary files and folders are read.",
    todo: "Put the file itself in its place.",
  },
  JL6006: {
    what: "{file} is here already; nothing was written.",
    todo: "Name a new folder.",
  },
  JL6007: {
    what: "There {count|is|are} {count} {count|scan|scans} of pages here without text.",
    todo: "Add --ocr tesseract to have Tesseract read them, or put their text beside them: page-01.txt, .xml or .hocr for page-01.jpg.",
  },
  JL6008: {
    what: "Tesseract, which --ocr needs to read scans, is not installed (no program of that name on the PATH).",
    todo: "Install it: apt-get install tesseract-ocr (Debian, Ubuntu), brew install tesseract (macOS), winget install UB-Mannheim.TesseractOCR (Windows). Or give the text of the pages.",
  },
  JL6009: {
    what: "Tesseract is installed without its model “{model}”, so {count} {count|scan|scans} here could not be read.",
    todo: "Install it: apt-get install {package} (Debian, Ubuntu), brew install tesseract-lang (macOS), or put {model}.traineddata into Tesseract's tessdata folder.",
  },
  JL6010: {
    what: "Nothing tells Tesseract in which language {count} {count|scan|scans} here {count|is|are} ({said}).",
    todo: "Write `language:` into edition.md or newspaper.md: zh-Hans, zh-Hant, ja, ko, en, de, fr, nl or es; and `direction: vertical` where lines run down the page.",
  },
  JL6011: {
    what: "Tesseract could not read this scan: {reason}.",
    todo: "See whether the picture opens and is whole, or put the page's text beside it.",
  },
  JL6012: {
    what: "This file is called like a picture but is neither JPEG, PNG, TIFF nor WebP, so it was not given to Tesseract.",
    todo: "Save the scan again as one of these.",
  },
  JL6013: {
    what: "{count} {count|page|pages} {count|has|have} a picture only as TIFF, of which the package sharp makes one that browsers show; but {reason}. {count|It|They} {count|is|are} shown as text only.",
    todo: "To show the print too, install the optional packages with the others (npm ci without --omit=optional), or put a JPEG, PNG or WebP of the same name beside it.",
  },
  JL6014: {
    what: "No picture that browsers show could be made of this TIFF, page {number}: {reason}. The page is shown as text only.",
    todo: "See whether it opens and is whole, and save it again; or put a JPEG, PNG or WebP of the same name beside it.",
  },
  JL6015: {
    what: "This TIFF, page {number}, has {reason}; more than 600 million pixels or 1024 MiB are not read. The page is shown as text only.",
    todo: "Put a smaller picture of the same name beside it: `magick page.tif -resize 4000x4000 page.webp` (ImageMagick) makes one.",
  },
  JL6016: {
    what: "No smaller pictures were made of the scans, since the package sharp makes them; but {reason}. Readers get each scan whole.",
    todo: "Install the optional packages with the others (npm ci without --omit=optional).",
  },
  JL6017: {
    what: "No smaller pictures could be made of this scan, page {number}: {reason}. Readers get it whole.",
    todo: "See whether it opens and is whole, and save it again.",
  },
  JL6018: { what: "The tiles of this edition's scans come to {count} {count|file|files}." },
  JL6019: {
    what: "With this edition the tiles of the scans come to {count} files. Some hosts take no more than 20,000 on a site.",
    todo: "Look at what yours takes; tiles: false in an edition.md or newspaper.md, or leaving out --tiles, makes none.",
  },
  JL6020: {
    what: "No PDF was made of the editions, since a Chromium prints them (--pdf), and none is installed here.",
    todo: "Install Chromium, Chrome or Edge, or name one that is elsewhere with --chromium or CHROME_PATH; without it leave --pdf out.",
  },
  JL6021: {
    what: "No PDF was made of the editions: what --chromium or CHROME_PATH names is no program that can be run.",
    todo: "Name the program itself, of a Chromium, Chrome or Edge; or name none to have one looked for.",
  },
  JL6022: {
    what: "No PDF could be made of this edition: {reason}. It is published without one.",
    todo: "Build again; if it stays so, see whether the browser runs here (`chromium --headless --print-to-pdf page.html`) and may read the folder for temporary files. In a container its sandbox may need --security-opt, another user or rights of its own.",
  },
  JL6100: {
    what: "Another build holds this site: process {pid} on {host}.",
    todo: "Wait until it is done and try again. If no build is running there any more, delete this lock file.",
  },
  JL6101: {
    what: "This folder was not written by build-edition: it holds {found}.",
    todo: "Name an empty or new folder with --out, or add --force: the site is then put among these files, and of them only those with the same name as a page of the site are replaced.",
  },
  JL6102: {
    what: "The site cannot be put here, because the folder holds {holds}.",
    todo: "Name another folder with --out.",
  },
  JL6103: {
    what: 'A file of the site would be called "{path}", which is not a safe name.',
    todo: "Give the newspaper a plain name or slug in newspaper.md or edition.md.",
  },
  JL6104: {
    what: "Two files of the site would have the same address: {path}.",
    todo: "Give one of them another date, number or newspaper slug.",
  },
  JL6105: {
    what: "A file that was put here by hand has the name of one of the site's own, and was replaced by it.",
    todo: "Keep your own file under another name.",
  },
  JL6106: { what: "This is neither a file nor a folder, so it was not taken over into the new site." },
  JL6107: {
    what: "The lock of this site was taken away while it was being built; nothing was put in place.",
    todo: "See whether another build runs, then build again.",
  },
  JL6108: {
    what: "The folder of the site cannot be replaced ({code}): it is a mount point.",
    todo: "Name a folder inside it with --out.",
  },
  JL6109: {
    what: "The system refused a step of the work here: {reason} ({code}).",
    todo: "Check the rights on this place and the free space, then try again.",
  },
  JL6110: { what: "This article was edited by hand, so it was left as it is." },
  JL6111: {
    what: "This article was edited by hand and left as it is, but the program would write it differently now (hash {recorded} then, {generated} now).",
    todo: "Compare: rename your file, run articles --write again, and bring over what you want to keep.",
  },
  JL6112: {
    what: "This is not a plain file or folder (a link, perhaps), so nothing is written here.",
    todo: "Put a plain folder or file in its place, or take it away.",
  },
  JL6120: {
    what: "This is no folder of templates.",
    todo: "Name a folder that holds pages/, parts/ or assets/ with --templates.",
  },
  JL6121: {
    what: "Templates are code, and this folder lies inside the input {input}, which may have come from anywhere.",
    todo: "Put the folder beside the input, not in it.",
  },
  JL6122: {
    what: "This leads out of the folder of templates, so it is not read.",
    todo: "Put the file itself there.",
  },
  JL6123: {
    what: "This template is {size} bytes large, more than the {limit} that are read.",
    todo: "Make it smaller.",
  },
  JL6124: {
    what: "There is no {name} that this file could stand for.",
    todo: "Give it the name of one of the program's own files; docs/theming.md lists them.",
  },
  JL6200: {
    what: "A fault in build-edition itself stopped this edition while it was in the stage “{stage}”: {message}",
    todo: "The other editions are built. Please report this with the page files; --verbose shows where it happened.",
  },
  JL6201: {
    what: "This edition was not built: after the stage “{stage}”, {count} of its lines or characters were no longer accounted for.",
    todo: "What stood on the site before stays. This is a fault in build-edition: please report it with the page files.",
  },
  JL6202: {
    what: "This edition has the address {path}, which {other} has already. It was not built.",
    todo: "Give one of the two another date in its edition.md, or another newspaper.",
  },
  JL6203: { what: "The site keeps this edition as it was published before: {path}." },
  JL6204: {
    what: "An earlier edition of the site, {path}, is kept: an edition of this build failed before its address was known, and it may be that one.",
    todo: "Mend the errors above and build again; what has no source any more then goes.",
  },
  JL6205: {
    what: "There is no text on any page of this edition, so it was not built.",
    todo: "See whether the page files hold the text you expect, and what else is said of them here.",
  },
  JL6206: {
    what: "The search cannot find this edition, {path}: it is kept from a site that was built before there was a search, or its texts are damaged.",
    todo: "Mend the errors above; built again, it is found.",
  },
};

/** A stretch of a wording: its own words, or what a detail puts into it. */
export interface WordedPiece {
  readonly text: string;
  readonly detail?: string;
}

/** A wording filled, in pieces: `{name}` takes a detail, `{count|page|pages}` one of two words. */
export function fillPieces(template: string, details: Diagnostic["details"]): WordedPiece[] {
  const pieces: WordedPiece[] = [];
  let at = 0;
  for (const match of template.matchAll(/\{(\w+)(?:\|(\w+)\|(\w+))?\}/g)) {
    const [whole, name = "", one, many = ""] = match;
    if (!Object.hasOwn(details, name)) continue;
    pieces.push({ text: template.slice(at, match.index) });
    if (one === undefined) pieces.push({ text: String(details[name]), detail: name });
    else pieces.push({ text: details[name] === 1 ? one : many });
    at = match.index + whole.length;
  }
  return [...pieces, { text: template.slice(at) }].filter(({ text }) => text !== "");
}

const fill = (template: string, details: Diagnostic["details"]): string =>
  fillPieces(template, details)
    .map(({ text }) => text)
    .join("");

/** The English wording itself, to be filled by who must know what in it is the page's. */
export const wordingOf = ({ code }: Diagnostic): Wording | undefined => wordings[code];

/** What happened, in a sentence. An unknown code is worded by its code, so that nothing is ever silent. */
export function wordDiagnostic(diagnostic: Diagnostic): string {
  const wording = wordings[diagnostic.code];
  return wording
    ? // “…; did you mean role?” ends a sentence by itself.
      fill(wording.what, diagnostic.details).replace(/([?!])\.$/, "$1")
    : `${diagnostic.code} ${JSON.stringify(diagnostic.details)}`;
}

/** What to do about it; empty where there is nothing to do. */
export function adviseOn(diagnostic: Diagnostic): string {
  const todo = wordings[diagnostic.code]?.todo;
  return todo ? fill(todo, diagnostic.details) : "";
}

/** `file:line` as editors and terminals understand it; empty where the diagnostic has no file. */
export function wherePlace({ place }: Diagnostic): string {
  const file = place.file ?? (place.page === undefined ? "" : `page ${place.page}`);
  return place.line === undefined ? file : `${file}:${place.line}`;
}

/** Every code that has words; a test holds it against the codes the source uses. */
export const wordedCodes = (): string[] => Object.keys(wordings).sort();

import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { decodeText } from "../../src/read/decode-text.js";

const samples = {
  "zh-Hans":
    "全市环境空气质量持续改善，昨天早上七点围挡撤走，双向六车道的长亭路恢复通车。\n记者 高飞 报道：预计全年增长“17.4%”。\n",
  "zh-Hant":
    "民國九年四月三日，本報每逢三日出版一次。\n會議昨日在上海舉行，到會者數百人，主席報告經過情形。\n",
  ja: "これは新聞の記事です。昨日、東京で会議が開かれた。\n市長は新しい計画を発表し、住民の意見を聞くと述べた。\n",
  ko: "어제 서울에서 회의가 열렸다. 시장은 새로운 계획을 발표하였다.\n주민들은 새 도서관을 환영하며 많은 기대를 나타냈다고 한다.\n",
  de: "Der Bürgermeister eröffnete am Dienstag die „neue“ Brücke – für alle Fußgänger ab März.\n",
};
const file = (bytes: Uint8Array) => ({ path: "pages/01.txt", bytes: new Uint8Array(bytes) });
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

const recognised: [string, keyof typeof samples, string][] = [
  ["gb18030", "zh-Hans", "gb18030"],
  ["gbk", "zh-Hans", "gb18030"],
  ["big5", "zh-Hant", "big5"],
  ["shift_jis", "ja", "shift_jis"],
  ["euc-jp", "ja", "euc-jp"],
  ["euc-kr", "ko", "euc-kr"],
  ["utf16-le", "zh-Hans", "utf-16le"],
  ["utf16-be", "ja", "utf-16be"],
  ["utf16-le", "de", "utf-16le"],
  ["utf16-be", "ko", "utf-16be"],
];

describe("decodeText", () => {
  it.each(recognised)("recognises %s (%s) and says so", (encoding, sample, name) => {
    const text = samples[sample].repeat(3);
    const { value, diagnostics } = decodeText(file(iconv.encode(text, encoding)));
    expect(value.text).toBe(text);
    expect(value.encoding).toBe(name);
    expect(codes(diagnostics)).toEqual(["JL1004"]);
  });

  it.each(["utf8", "utf16-le", "utf16-be"])(
    "follows the byte order mark of %s without a word",
    (encoding) => {
      const { value, diagnostics } = decodeText(
        file(iconv.encode(samples["zh-Hans"], encoding, { addBOM: true })),
      );
      expect(value).toMatchObject({ text: samples["zh-Hans"], how: "bom" });
      expect(diagnostics).toEqual([]);
    },
  );

  it("takes strict UTF-8 for UTF-8, whatever is named", () => {
    const { value, diagnostics } = decodeText(file(Buffer.from(samples.ja)), "shift_jis");
    expect(value).toMatchObject({ text: samples.ja, encoding: "utf-8" });
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ["windows-1252", "de"],
    ["cp949", "ko"],
    ["Big5", "zh-Hant"],
    ["GB2312", "zh-Hans"],
    ["SJIS", "ja"],
  ] as const)("follows the name %s given for the edition", (name, sample) => {
    const { value, diagnostics } = decodeText(file(iconv.encode(samples[sample], name)), name);
    expect(value).toMatchObject({ text: samples[sample], how: "named" });
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ["gb18030", "zh-Hans"],
    ["big5", "zh-Hant"],
    ["shift_jis", "ja"],
    ["euc-kr", "ko"],
  ] as const)("recognises %s beside as many lines of English", (encoding, sample) => {
    const english = "The bridge over the harbour will be closed on Monday for repairs.\n".repeat(15);
    const text = `${english}${samples[sample]}\n${samples[sample]}`;
    expect(decodeText(file(iconv.encode(text, encoding))).value.text).toBe(text);
  });

  it("follows the file's own front matter before the name given for the edition", () => {
    const text = `---\nencoding: big5\n---\n${samples["zh-Hant"]}`;
    const { value } = decodeText(file(iconv.encode(text, "big5")), "gb18030");
    expect(value).toMatchObject({ text, encoding: "big5", how: "front-matter" });
  });

  it("says that a name is none, and recognises instead", () => {
    const { value, diagnostics } = decodeText(
      file(iconv.encode(samples["zh-Hans"].repeat(3), "gbk")),
      "klingon",
    );
    expect(value.encoding).toBe("gb18030");
    expect(codes(diagnostics)).toEqual(["JL1007", "JL1004"]);
  });

  it("warns where it guessed from little", () => {
    const { diagnostics } = decodeText(file(iconv.encode("本报讯", "gbk")));
    expect(diagnostics).toMatchObject([{ code: "JL1003", severity: "warning" }]);
  });

  it("reads every syllable of Unified Hangul Code", () => {
    let text = "";
    for (let code = 0xac00; code <= 0xd7a3; code += 1) text += String.fromCharCode(code);
    const { value, diagnostics } = decodeText(file(iconv.encode(text, "cp949")), "euc-kr");
    expect(value.text).toBe(text);
    expect(diagnostics).toEqual([]);
  });

  it("reads windows-1252, not Latin-1", () => {
    const bytes = new Uint8Array(128).map((_, index) => index + 128);
    const { value, diagnostics } = decodeText(file(bytes), "latin1");
    expect(value.text.slice(0, 3)).toBe("€\uFFFD‚");
    expect(value.text).toHaveLength(128);
    expect(diagnostics.map(({ details }) => details.offset)).toEqual([1, 13, 15, 16, 29]);
  });
});

describe("undecodable bytes", () => {
  const damage = (encoding: string, sample: string, bytes: number[]) => {
    const before = iconv.encode(`${sample}A`, encoding);
    const after = iconv.encode(`\n${sample}`, encoding);
    return { bytes: Buffer.concat([before, Buffer.from(bytes), after]), offset: before.length };
  };
  it.each([
    ["utf8", "zh-Hans", [0xff]],
    ["utf8", "zh-Hans", [0xe4, 0xbd]],
    ["gb18030", "zh-Hans", [0xff]],
    ["gb18030", "zh-Hans", [0xb0]],
    ["big5", "zh-Hant", [0xff]],
    ["big5", "zh-Hant", [0xa4]],
    ["shift_jis", "ja", [0xfd]],
    ["shift_jis", "ja", [0x82]],
    ["euc-jp", "ja", [0xff]],
    ["euc-jp", "ja", [0x81]],
    ["euc-kr", "ko", [0xff]],
    ["euc-kr", "ko", [0x80]],
    ["euc-kr", "ko", [0xb0]],
  ] as const)("in %s become U+FFFD at their offset, and spare the next line", (encoding, sample, broken) => {
    const { bytes, offset } = damage(encoding, samples[sample], [...broken]);
    const named = encoding === "utf8" ? undefined : encoding;
    const { value, diagnostics } = decodeText(file(bytes), named);
    expect(value.text.startsWith(`${samples[sample]}A\uFFFD`)).toBe(true);
    expect(value.text.endsWith(`\n${samples[sample]}`)).toBe(true);
    expect(diagnostics[0]).toMatchObject({ code: "JL1005", severity: "warning", details: { offset } });
    expect(diagnostics[0]?.place.line).toBe(samples[sample].split("\n").length);
  });

  it("keep the byte after a broken one", () => {
    // 0x81 0x20: no such pair in GB18030; the space is a space. 0xB0 0xFF: no such pair; both are broken.
    const { value } = decodeText(
      file(Buffer.from([...iconv.encode("改善", "gbk"), 0x81, 0x20, 0x42, 0xa])),
      "gbk",
    );
    expect(value.text).toBe("改善\uFFFD B\n");
  });

  it.each([
    ["gb18030", "改善", [0x81, 0x30, 0x41], "\uFFFD0A"],
    ["gb18030", "改善", [0x81, 0x30, 0x81, 0x41], "\uFFFD0丄"],
    ["gb18030", "改善", [0x81, 0x30], "\uFFFD0"],
    ["euc-jp", "会議", [0x8f, 0xa1, 0x30], "\uFFFD\uFFFD0"],
  ] as const)(
    "in the middle of a longer sequence of %s keep what follows",
    (encoding, before, broken, read) => {
      for (const end of ["", "\n"]) {
        const bytes = [...iconv.encode(before, encoding), ...broken, ...Buffer.from(end)];
        const { value, diagnostics } = decodeText(file(Buffer.from(bytes)), encoding);
        expect(value.text).toBe(`${before}${read}${end}`);
        expect(diagnostics[0]).toMatchObject({ code: "JL1005", details: { offset: 4 } });
      }
    },
  );

  it.each(recognised.filter(([encoding]) => !encoding.startsWith("utf")))(
    "do not make a page in %s (%s) one in another encoding",
    (encoding, sample, name) => {
      const text = samples[sample].repeat(4);
      const [before, after] = [text.slice(0, text.length / 2), text.slice(text.length / 2)];
      const bytes = Buffer.concat([
        iconv.encode(before, encoding),
        Buffer.from([0xff, 0x0a]),
        iconv.encode(after, encoding),
      ]);
      const { value, diagnostics } = decodeText(file(bytes));
      expect(value).toEqual({ text: `${before}\uFFFD\n${after}`, encoding: name, how: "recognised" });
      expect(codes(diagnostics)).toEqual(["JL1004", "JL1005"]);
    },
  );

  it("at a surrogate without its half and at an odd last byte of UTF-16", () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x0a, 0x00, 0x42, 0x00, 0x43]);
    const { value, diagnostics } = decodeText(file(bytes));
    expect(value.text).toBe("A\uFFFD\nB\uFFFD");
    expect(diagnostics.map(({ details, place }) => [details.offset, place.line])).toEqual([
      [4, 1],
      [10, 2],
    ]);
  });

  it("that a writer meant are not reported", () => {
    for (const encoding of ["utf8", "utf16-le", "gb18030"]) {
      const bytes = iconv.encode("a\uFFFDb 改善\n", encoding, { addBOM: encoding !== "gb18030" });
      const { value, diagnostics } = decodeText(file(bytes), "gb18030");
      expect(value.text).toBe("a\uFFFDb 改善\n");
      expect(diagnostics).toEqual([]);
    }
  });

  it("are counted, not listed, where the encoding is plainly wrong", () => {
    const { diagnostics } = decodeText(file(iconv.encode(samples.ja.repeat(20), "shift_jis")), "utf-8");
    expect(diagnostics).toHaveLength(21);
    expect(diagnostics.at(-1)?.code).toBe("JL1006");
  });
});

describe("files that are not text", () => {
  it.each([
    ["NUL bytes", Buffer.from([0x41, 0, 0x42, 0x43, 0x80, 0x99, 0])],
    ["a PDF", Buffer.from("%PDF-1.7\n1 0 obj\n")],
    ["a JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])],
    ["a PNG", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0", "latin1")],
    [
      "control characters",
      Buffer.from(Array.from({ length: 400 }, (_, index) => (index % 8 === 0 ? 1 : 65))),
    ],
    [
      "random bytes",
      Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * index * 31 + (index >> 3)) % 256)),
    ],
  ])("%s: empty text and an error", (_, bytes) => {
    const { value, diagnostics } = decodeText(file(bytes));
    expect(value).toMatchObject({ text: "", how: "refused" });
    expect(diagnostics).toMatchObject([{ code: "JL1002", severity: "error" }]);
  });

  it("an empty file is an empty text", () => {
    expect(decodeText(file(new Uint8Array()))).toMatchObject({ value: { text: "" }, diagnostics: [] });
  });
});

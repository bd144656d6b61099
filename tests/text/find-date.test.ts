import { describe, expect, it } from "vitest";
import { findDateInName, findDates, namesWeekday } from "../../src/text/find-date.js";
import { readHanNumber } from "../../src/text/read-han-number.js";

describe("findDates", () => {
  it.each([
    ["2023年10月26日 星期四", "2023-10-26"],
    ["2 0 2 3 年 1 0 月 2 6 日", "2023-10-26"],
    ["２０２３年１０月２６日", "2023-10-26"],
    ["二〇二三年十月二十六日", "2023-10-26"],
    ["2023.10.26 星期四", "2023-10-26"],
    ["第一版　民國九年四月三日", "1920-04-03"],
    ["民國十九年四月十　八日", "1930-04-18"],
    ["民國九年四月廿一日", "1920-04-21"],
    ["令和元年五月一日", "2019-05-01"],
    ["昭和20年8月15日（水曜日）", "1945-08-15"],
    ["2025年（令和7年）4月3日", undefined],
    ["2023년 10월 26일 목요일", "2023-10-26"],
    ["Thursday, April 16, 2026", "2026-04-16"],
    ["Tuesday Evening, 17th of February 1824.", "1824-02-17"],
    ["Nr. 288.—Dinstag, 7. Dezember 1858.", "1858-12-07"],
    ["Samstag, den 3. März 1900", "1900-03-03"],
    ["N° 288.—Mardi, 7 Décembre 1858.", "1858-12-07"],
    ["Mercredi 1er août 1821", "1821-08-01"],
    ["Jueves 3 de abril de 2025", "2025-04-03"],
    ["Vrijdag den 15 May 1750", "1750-05-15"],
    ["26.10.2023", "2023-10-26"],
    ["Sept. 5, 1908", "1908-09-05"],
    ["庚申年二月十五日　星期六", undefined],
    ["March 7", undefined],
    ["30 February 1999", undefined],
    ["April 16, 12026", undefined],
    ["Tel. 2023-10-2612", undefined],
    ["the 7th of March, 1820, which", "1820-03-07"],
  ])("%s → %s", (line, date) => expect(findDates(line)[0]?.date).toBe(date));

  it("is quick on a hostile line", () => {
    const start = performance.now();
    for (const unit of ["1", "一", "1年", "may ", " ", "年月日", "2023-"]) {
      findDates(unit.repeat(400 / unit.length));
      findDates(unit.repeat(200_000));
    }
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe("findDateInName", () => {
  it.each([
    ["2024-01-05", "2024-01-05"],
    ["20240105", "2024-01-05"],
    ["jb_0129_1920-04-03", "1920-04-03"],
    ["2024_01_05 evening", "2024-01-05"],
    ["2024年1月5日", "2024-01-05"],
    ["courier", undefined],
    ["2024-13-05", undefined],
    ["120240105", undefined],
  ])("%s → %s", (name, date) => expect(findDateInName(name)?.date).toBe(date));
});

it.each([
  ["十", 10],
  ["廿九", 29],
  ["一百廿九", 129],
  ["一千三百廿六", 1326],
  ["二〇二三", 2023],
  ["9182", 9182],
  ["元", 1],
  ["三萬二千", 32000],
  ["x", undefined],
  ["", undefined],
])("readHanNumber %s → %s", (text, value) => expect(readHanNumber(text)).toBe(value));

it.each([
  ["星期四", true],
  ["木曜日", true],
  ["목요일", true],
  ["Thurs.", true],
  ["Dinstag", true],
  ["Mardi", true],
  ["Monde", false],
  ["日本", false],
])("namesWeekday %s → %s", (text, value) => expect(namesWeekday(text)).toBe(value));

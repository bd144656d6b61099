import { describe, expect, it } from "vitest";
import { repairContext, repairLine } from "../../src/repair/index.js";
import { addPanguSpaces, textWithKeptAutospace } from "../../src/text/autospace.js";

describe("addPanguSpaces", () => {
  it.each([
    ["新增5G基站12座", "新增 5G 基站 12 座"],
    ["增长3.5%以上，气温12℃左右", "增长 3.5% 以上，气温 12℃ 左右"],
    ["用C++编写", "用 C++ 编写"],
    ["“数字”2024年", "“数字”2024 年"],
    ["见 5G 网", "见 5G 网"],
    ["駅前でLED点灯", "駅前で LED 点灯"],
    ["올해 5G망", "올해 5G망"],
    ["请看https://example.org/说明a.html 一页", "请看 https://example.org/说明a.html 一页"],
  ])("%s", (text, wanted) => {
    expect(addPanguSpaces(text)).toBe(wanted);
    expect(addPanguSpaces(wanted)).toBe(wanted);
  });
});

describe("textWithKeptAutospace", () => {
  it.each([
    ["共有 12 个村用上LED 灯", "共有 12 个村用上LED 灯"],
    ["　　渡 口 每 天 3 班 ，共 有 GPS 设 备", "渡口每天 3 班，共有 GPS 设备"],
    ["⻓江 2 桥———通车 9 年", "长江 2 桥——通车 9 年"],
  ])("%s", (text, wanted) => {
    expect(textWithKeptAutospace(repairLine(text, repairContext("zh-Hans")))).toBe(wanted);
  });
});

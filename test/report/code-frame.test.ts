import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Lines } from "../../src/parse/lines.ts";
import { codeFrame } from "../../src/report/code-frame.ts";
import { columnsOf } from "../../src/report/glyphs.ts";
import { discoverFixtures } from "../fixtures/discover.ts";
import { engineOptions } from "../fixtures/engine-options.ts";
import { checkedFile, siteAt } from "./outcomes.ts";

/** A frame as text: the number of a line of code, `>` before what is marked. */
function frame(source: string, marked: string, room = 60): string[] {
  return codeFrame(source, new Lines(source), siteAt(source, marked), room).map(({ kind, number, text }) =>
    [kind === "marked" ? ">" : " ", number ?? " ", text].join(" "),
  );
}

describe("a code frame", () => {
  test("shows two lines before and one behind, and carets below the range", () => {
    expect(frame("a\nb\nc\n  x.scope = y;\nd\ne", "x.scope = y")).toEqual([
      "  2 b",
      "  3 c",
      "> 4   x.scope = y;",
      "      ^^^^^^^^^^^",
      "  5 d",
    ]);
  });

  test("begins and ends with the file", () => {
    expect(frame("x = y", "x = y")).toEqual(["> 1 x = y", "    ^^^^^"]);
  });

  test("knows all line endings, and leaves out a byte order mark", () => {
    expect(frame("\ufeffa\r\nb\rx = y\u2028c", "x = y")).toEqual(["  1 a", "  2 b", "> 3 x = y", "    ^^^^^", "  4 c"]);
    expect(frame("\ufeffx = y", "x = y")).toEqual(["> 1 x = y", "    ^^^^^"]);
  });

  test("keeps carets below the range behind tabs, wide characters, marks and escapes", () => {
    expect(frame("\t\tx = y", "x = y")).toEqual(["> 1     x = y", "        ^^^^^"]);
    expect(frame("/* 日本 */ x = y", "x = y")).toEqual(["> 1 /* 日本 */ x = y", "               ^^^^^"]);
    expect(frame("/* e\u0301😀 */ x = y", "x = y")).toEqual(["> 1 /* e\u0301😀 */ x = y", "              ^^^^^"]);
    expect(frame("/*\u202e*/ x = '日'", "x = '日'")).toEqual([
      "> 1 /*\\u{202e}*/ x = '日'",
      "                 ^^^^^^^^",
    ]);
  });

  test("marks every line of a range, its indentation not", () => {
    expect(frame("f({\n  scope:\n    s,\n});", "scope:\n    s")).toEqual([
      "  1 f({",
      "> 2   scope:",
      "      ^^^^^^",
      "> 3     s,",
      "        ^",
      "  4 });",
    ]);
  });

  test("shows a long range by its first and last lines", () => {
    const range = Array.from({ length: 30 }, (_, index) => `line${index}`).join("\n");
    const lines = frame(range, range);
    expect(lines).toHaveLength(9);
    expect(lines.slice(4)).toEqual(["> 3 line2", "    ^^^^^", "    ...", "> 30 line29", "    ^^^^^^"]);
  });

  test("leaves out blank lines within a range, and the line behind it", () => {
    expect(frame("a(\n\n  b)\nc", "a(\n\n  b)\n").filter((line) => line.startsWith(">"))).toEqual([
      "> 1 a(",
      "> 3   b)",
    ]);
  });

  test("puts a caret where a range is empty", () => {
    const at = { start: 2, end: 2, line: 1, column: 3, endLine: 1, endColumn: 3 };
    expect(codeFrame("abc", new Lines("abc"), at, 60).map(({ text }) => text)).toEqual(["abc", "  ^"]);
  });

  test("cuts a long line around the range, and shows no others beside it", () => {
    const source = `a\n${"before;".repeat(70_000)}x = y${";behind".repeat(70_000)}\nb`;
    expect(frame(source, "x = y", 31)).toEqual(["> 2 …fore;before;x = y;behind;behi…", "                 ^^^^^"]);
  });

  test("cuts a long line behind a range that stands near its beginning", () => {
    expect(frame(`x = y; ${"z".repeat(100)}`, "x = y", 20)).toEqual(["> 1 x = y; zzzzzzzzzzzz…", "    ^^^^^"]);
  });

  test("cuts a range that is too long itself", () => {
    expect(frame("x".repeat(1_000_000), "x".repeat(1_000_000), 10)).toEqual(["> 1 xxxxxxxx…", "    ^^^^^^^^"]);
  });

  test("never takes more room than there is, and its carets stand below the range", () => {
    const unit = fc.constantFrom("a", "b", "日", "😀", "\t", "\x1b", "e\u0301");
    const text = fc.string({ unit, maxLength: 60 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 20, max: 70 }), (head, tail, room) => {
        const source = `${head}MARKED${tail}`;
        const [line, carets] = codeFrame(source, new Lines(source), siteAt(source, "MARKED"), room);
        expect(columnsOf(line?.text ?? "")).toBeLessThanOrEqual(room);
        const before = carets?.text.indexOf("^") ?? -1;
        expect(carets?.text.slice(before)).toBe("^^^^^^");
        expect(columnsOf(line?.text.split("MARKED")[0] ?? "")).toBe(before);
      }),
    );
  });
});

test("in all fixtures, carets stand below the code of the site, wherever there is room", () => {
  const compared = { whole: 0, cut: 0 };
  for (const { name, extension, input, options } of discoverFixtures().fixtures) {
    const { source, sites } = checkedFile(`${name}${extension}`, input, engineOptions(options, extension));
    const lines = new Lines(source);
    for (const site of sites.filter(({ line, endLine }) => line === endLine)) {
      for (const room of [40, 149]) {
        const code = source.slice(site.start, site.end);
        const shown = codeFrame(source, lines, site, room);
        const marked = shown.find(({ kind }) => kind === "marked")?.text ?? "";
        const carets = shown.find(({ kind }) => kind === "carets")?.text ?? "";
        const below = marked.slice(carets.indexOf("^"), carets.length);
        expect(code.startsWith(below), `${name}: ${below} is below ${code}`).toBe(true);
        expect(below.length, name).toBe(Math.min(code.length, room - 2));
        compared[marked.includes("…") ? "cut" : "whole"]++;
      }
    }
  }
  expect(compared.whole).toBeGreaterThan(100);
  expect(compared.cut).toBeGreaterThan(20);
});

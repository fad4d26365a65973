import { expect, test } from "vitest";
import { ordered, splice } from "../../../src/edit/splice.ts";
import { changedLines, told } from "../../../src/report/explain/changed-lines.ts";
import { window } from "../../../src/report/explain/line-window.ts";
import { analyzeOnce } from "../../fixtures/analyze-once.ts";
import { discoverFixtures } from "../../fixtures/discover.ts";

const texts = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);

test("edits of one line or of neighbouring lines are one block, others their own", () => {
  const source = "a\nb\nc\nd\ne\n";
  const blocks = changedLines(source, [
    { start: 0, end: 1, text: "A" },
    { start: 2, end: 2, text: "x" },
    { start: 8, end: 9, text: "" },
  ]);
  expect(blocks.map(({ line, endLine, before, after }) => [line, endLine, texts(before), texts(after)])).toEqual([
    [1, 2, ["a", "b"], ["A", "xb"]],
    [5, 5, ["e"], [""]],
  ]);
});

test("marks what goes and what comes", () => {
  const [block] = changedLines("  f(x);\r\nnext", [
    { start: 2, end: 3, text: "one\r\n  g" },
    { start: 4, end: 5, text: "" },
  ]);
  expect(block).toEqual({
    line: 1,
    endLine: 1,
    before: [
      {
        text: "  f(x);",
        marks: [
          { start: 2, end: 3 },
          { start: 4, end: 5 },
        ],
      },
    ],
    after: [
      { text: "  one", marks: [{ start: 2, end: 5 }] },
      {
        text: "  g();",
        marks: [
          { start: 0, end: 3 },
          { start: 4, end: 4 },
        ],
      },
    ],
  });
});

test("a line that both sides have is told once, wherever it stands", () => {
  const [block] = changedLines("a\nb\n", [
    { start: 0, end: 0, text: "new\n" },
    { start: 2, end: 3, text: "B" },
  ]);
  expect(block && told(block).map(({ kind, line, number }) => [kind, line.text, number])).toEqual([
    ["added", "new", undefined],
    ["same", "a", 1],
    ["removed", "b", 2],
    ["added", "B", undefined],
  ]);
});

test("the blocks of every fixture's sites, put in their lines' place, give the spliced text", () => {
  const sites = discoverFixtures().fixtures.flatMap(({ input, name, extension }) => {
    try {
      return analyzeOnce(input, `${name}${extension}`).sites.map((site) => ({
        input,
        edits: ordered(site.edits ?? []),
      }));
    } catch {
      return [];
    }
  });
  expect(sites.length).toBeGreaterThan(200);
  for (const { input, edits } of sites) {
    const lines = input.split(/\r\n|[\n\r\u2028\u2029]/);
    for (const { line, before, after } of changedLines(input, edits).reverse()) {
      expect(lines.slice(line - 1, line - 1 + before.length)).toEqual(texts(before));
      lines.splice(line - 1, before.length, ...texts(after));
    }
    expect(lines).toEqual(splice(input, edits).split(/\r\n|[\n\r\u2028\u2029]/));
  }
});

test("told lines give both sides back", () => {
  const source = Array.from({ length: 9 }, (_, index) => `line ${index % 3}`).join("\n");
  const [block] = changedLines(source, [{ start: 7, end: 35, text: "line 2\nnew\nline 1" }]);
  if (!block) throw new Error("no block");
  const lines = told(block);
  expect(lines.filter(({ kind }) => kind !== "added").map(({ line }) => line.text)).toEqual(texts(block.before));
  expect(lines.filter(({ kind }) => kind !== "removed").map(({ line }) => line.text)).toEqual(texts(block.after));
});

test("a long line is cut around its marks, and these move with it", () => {
  const text = `${"a".repeat(500)}MARK${"b".repeat(500)}`;
  const cut = window({ text, marks: [{ start: 500, end: 504 }] }, 0, 40);
  expect(cut.text.length).toBeLessThanOrEqual(40);
  expect(cut.text).toMatch(/^…a+MARKb+…$/);
  expect(cut.marks.map(({ start, end }) => cut.text.slice(start, end))).toEqual(["MARK"]);
  expect(window({ text: "  short", marks: [{ start: 2, end: 3 }] }, 2, 40)).toEqual({
    text: "short",
    marks: [{ start: 0, end: 1 }],
  });
  expect(window({ text, marks: [] }, 0, 40).text).toMatch(/^a{39}…$/);
});

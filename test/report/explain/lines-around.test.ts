import { expect, test } from "vitest";
import { changedLines } from "../../../src/report/explain/changed-lines.ts";
import { withLinesAround } from "../../../src/report/explain/lines-around.ts";

const around = (source: string, ...texts: string[]) => {
  const edits = texts.map((text) => {
    const start = source.indexOf(text);
    return { start, end: start + text.length, text: text.toUpperCase() };
  });
  return withLinesAround(source, changedLines(source, edits)).map((block) => block.around);
};

test("a block has the lines around it, but empty ones and those that there are not", () => {
  expect(around("a\nb\nc\n", "b")).toEqual([{ before: "a", after: "c" }]);
  expect(around("a\n\nc", "c")).toEqual([{}]);
  expect(around("a\r\nb", "a")).toEqual([{ after: "b" }]);
});

test("what lies between two blocks is shown once", () => {
  expect(around("a\nb\nc\nd\ne", "b", "d")).toEqual([{ before: "a", after: "c" }, { after: "e" }]);
  expect(around("a\nb\nx\ny\nz\nd\ne", "b", "d")).toEqual([
    { before: "a", after: "x" },
    { before: "z", after: "e" },
  ]);
});

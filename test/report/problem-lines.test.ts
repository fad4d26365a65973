import { expect, test } from "vitest";
import { failureLines, remarkLines } from "../../src/report/problem-lines.ts";

test("nothing is said of nothing", () => {
  expect(failureLines([], {})).toEqual([]);
  expect(remarkLines([], {})).toEqual([]);
});

test("a failure is told with its place, as far as it is known", () => {
  const failures = [
    { kind: "syntax", file: "src/a.ts", line: 3, column: 5, message: "Unexpected token. Mend the file." },
    { kind: "unreadable", file: "src/b.ts", message: "It does not exist." },
    { kind: "crash", message: "Something broke.\n  at a\r\n\tat b" },
  ] as const;
  expect(failureLines(failures, {})).toEqual([
    "Could not decide:",
    "  src/a.ts:3:5  Unexpected token. Mend the file.",
    "  src/b.ts  It does not exist.",
    "  Something broke.",
    "      at a",
    "      at b",
  ]);
});

test("a long one is wrapped to the terminal", () => {
  const remarks = [{ file: "src/a.ts", line: 1, column: 1, message: "It does not parse, and holds no evidence." }];
  expect(remarkLines(remarks, { width: 40 })).toEqual([
    "Remarks:",
    "  src/a.ts:1:1  It does not parse, and",
    "    holds no evidence.",
  ]);
});

import { describe, expect, test } from "vitest";
import { codeOnOneLine, counted, messageLines, placeOf, wrapped } from "../../src/report/layout.ts";

describe("wrapped text", () => {
  const words = "one two three four five six seven eight nine ten";

  test("keeps to the width, and hangs", () => {
    expect(wrapped([words], 4, 34)).toBe("one two three four five six\n    seven eight nine ten");
  });

  test("is left as it is where there is no terminal", () => {
    expect(wrapped([words], 4, undefined)).toBe(words);
  });

  test("keeps long words whole, and columns that can be read", () => {
    const address = `https://${"x".repeat(60)}`;
    expect(wrapped([`see ${address} there`], 0, 40)).toBe(`see\n${address}\nthere`);
    expect(wrapped([words], 50, 52).split("\n").length).toBe(2);
  });

  test("counts columns, not characters", () => {
    expect(wrapped([`${"日".repeat(10)} ${"本".repeat(10)}`], 0, 40)).toBe(`${"日".repeat(10)}\n${"本".repeat(10)}`);
  });

  test("keeps lines apart", () => {
    expect(wrapped(["a", "b"], 2, 80)).toBe("a\n  b");
  });
});

test("a message is told line by line", () => {
  expect(messageLines("a\r\n\tb\u2028c\x1b")).toEqual(["a", "  b", "c\\u{1b}"]);
});

test("code is told on one line, cut to a length", () => {
  expect(codeOnOneLine("  a ===\n\t'b\x1b'", 40)).toBe("a === 'b\\u{1b}'");
  expect(codeOnOneLine("x".repeat(1_000_000), 10)).toBe("xxxxxxxxx…");
  expect(codeOnOneLine("日".repeat(10), 10)).toBe("日日日日…");
  expect(codeOnOneLine(`x${" ".repeat(100)}`, 10)).toBe("x…");
});

test("a place is a path with what is known of the position", () => {
  expect(placeOf({ file: "a\nb", line: 1, column: 2 })).toBe("a\\u{a}b:1:2");
  expect(placeOf({ file: "a", line: 1 })).toBe("a:1");
  expect(placeOf({ file: "a" })).toBe("a");
});

test("things are counted", () => {
  expect([counted(1, "file"), counted(0, "file"), counted(2, "entry", "entries")]).toEqual([
    "1 file",
    "0 files",
    "2 entries",
  ]);
});

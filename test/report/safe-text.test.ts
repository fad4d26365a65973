import fc from "fast-check";
import { expect, test } from "vitest";
import { visible } from "../../src/report/safe-text.ts";

test.each([
  ["an escape sequence", "\x1b[31mred\x1b[0m", "\\u{1b}[31mred\\u{1b}[0m"],
  ["an OSC 8 link", "\x1b]8;;http://x\x07y", "\\u{1b}]8;;http://x\\u{7}y"],
  ["a C1 control character", "\x9b31m", "\\u{9b}31m"],
  ["DEL and NUL", "\x7f\0", "\\u{7f}\\u{0}"],
  ["what overwrites a line", "a\rb\bc", "a\\u{d}b\\u{8}c"],
  ["a line feed and a tab", "a\n\tb", "a\\u{a}\\u{9}b"],
  ["bidirectional controls", "\u061c\u200e\u202e\u2066", "\\u{61c}\\u{200e}\\u{202e}\\u{2066}"],
  ["zero-width characters", "a\u200b\u200d\ufeff\u2060b", "a\\u{200b}\\u{200d}\\u{feff}\\u{2060}b"],
  ["a soft hyphen", "a\u00adb", "a\\u{ad}b"],
  ["tags", "\u{e0041}", "\\u{e0041}"],
  ["variation selectors", "\ufe0f\u{e0100}", "\\u{fe0f}\\u{e0100}"],
  ["fillers that look like nothing", "\u3164\u115f", "\\u{3164}\\u{115f}"],
  ["line and paragraph separators", "\u2028\u2029", "\\u{2028}\\u{2029}"],
  ["lone surrogates", "\ud800x\udc00", "\\u{d800}x\\u{dc00}"],
])("%s is made visible", (_, text, expected) => {
  expect(visible(text)).toBe(expected);
});

test("what can be seen stays", () => {
  const text = "const größe = `日本語 😀 e\u0301`; // «שלום» → مرحبا\u00a0";
  expect(visible(text)).toBe(text);
});

test("nothing is hidden in what is visible", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const shown = visible(text);
      expect(visible(shown)).toBe(shown);
      expect(shown).not.toMatch(/\p{Cs}/u);
    }),
  );
});

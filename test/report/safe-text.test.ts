import fc from "fast-check";
import { expect, test } from "vitest";
import { visible } from "../../src/report/safe-text.ts";

test.each([
  ["an escape sequence", "a\u001b[31mred", "a\\u001b[31mred"],
  ["a line break and a tab", "a\r\n\tb", "a\\u000d\\u000a\\u0009b"],
  ["DEL and C1", "\u007f\u009b31m", "\\u007f\\u009b31m"],
  ["overrides and isolates", "\u202ea\u2066b\u2069", "\\u202ea\\u2066b\\u2069"],
  ["marks of direction", "\u200e\u200f\u061c", "\\u200e\\u200f\\u061c"],
  ["separators", "\u2028\u2029", "\\u2028\\u2029"],
  ["a lone surrogate", "a\ud800b\udc00", "a\\ud800b\\udc00"],
])("%s is shown", (_, text, shown) => expect(visible(text)).toBe(shown));

test.each(["", "plain `code`", "Grüße 你好 \u200d 👩‍👩‍👧 \u00a0", "שלום"])("%j is left as it is", (text) =>
  expect(visible(text)).toBe(text),
);

test("nothing that steers gets through any text, and a second time changes nothing", () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }));
  fc.assert(
    fc.property(units, (codes) => {
      const text = visible(String.fromCharCode(...codes));
      expect(/\p{Surrogate}/u.test(text)).toBe(false);
      expect(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u.test(text)).toBe(false);
      expect(visible(text)).toBe(text);
    }),
  );
});

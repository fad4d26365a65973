import { expect, test } from "vitest";
import { lookedAtSentence } from "../../src/report/looked-at.ts";
import { plain } from "../../src/rules/sentence.ts";

const said = (unrecognised: readonly string[]) =>
  plain(lookedAtSentence({ counts: { read: 12, parsed: 1, handlers: 0 }, unrecognised }));

test("what was read is told, and what names the error code and was not understood, a few of many by name", () => {
  expect(said([])).toBe("12 files read, 1 parsed, 0 step-up handlers recognised.");
  expect(said(["a.ts"])).toBe(
    "12 files read, 1 parsed, 0 step-up handlers recognised; none in `a.ts`, though the error code stands there.",
  );
  expect(said(["a", "b", "c", "d", "e", "f", "g"])).toContain("none in `a`, `b`, `c`, `d`, `e` and 2 more, though");
  const long = `${"packages/".repeat(12)}errors.js`;
  expect(said([long])).toContain(`none in \`${long}\`,`);
});

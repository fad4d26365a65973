import picocolors from "picocolors";
import { expect, test } from "vitest";
import type { CheckFormat } from "../../src/report/format-names.ts";
import { CHECK_REPORTS } from "./check-reports.ts";
import { checkedFile, outcomeOf, REWRITE, VIEW } from "./outcomes.ts";

const OUTCOME = outcomeOf([checkedFile("src/a.ts", REWRITE)]);
const COLORED: readonly CheckFormat[] = ["pretty", "diff"];
/** A patch is of changes, and says nothing of rules. */
const CHANGED = { ...VIEW, changes: [{ file: "src/a.ts", before: REWRITE, after: `// replaced-scope\n${REWRITE}` }] };
const formats = Object.keys(CHECK_REPORTS) as CheckFormat[];

test("the first format is for people", () => {
  expect(formats[0]).toBe("pretty");
});

test.each(formats)("%s reports a finding in lines, and shows colours only where people read it", (format) => {
  const render = CHECK_REPORTS[format];
  const plain = render(OUTCOME, CHANGED);
  expect(plain).toContain("replaced-scope");
  expect(plain).toMatch(/[^\n]\n$/);
  const colored = render(OUTCOME, { ...CHANGED, colors: picocolors.createColors(true) });
  expect(colored.includes("\x1b[")).toBe(COLORED.includes(format));
});

test.each(formats)("%s does not depend on anything but the outcome and the view", (format) => {
  const render = CHECK_REPORTS[format];
  expect(render(structuredClone(OUTCOME), { ...VIEW })).toBe(render(OUTCOME, VIEW));
});

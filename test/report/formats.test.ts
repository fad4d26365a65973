import picocolors from "picocolors";
import { expect, test } from "vitest";
import { FORMATS, type Format } from "../../src/report/formats.ts";
import { checkedFile, outcomeOf, REWRITE, VIEW } from "./outcomes.ts";

const OUTCOME = outcomeOf([checkedFile("src/a.ts", REWRITE)]);
const formats: [string, Format][] = Object.entries(FORMATS);

test("the first format is for people", () => {
  expect(formats[0]?.[0]).toBe("pretty");
});

test.each(formats)("%s reports a finding in lines, and shows colours only where it says so", (_, format) => {
  const plain = format.render(OUTCOME, VIEW);
  expect(plain).toContain("replaced-scope");
  expect(plain).toMatch(/[^\n]\n$/);
  const colored = format.render(OUTCOME, { ...VIEW, colors: picocolors.createColors(true) });
  expect(colored.includes("\x1b[")).toBe(format.isColored);
});

test.each(formats)("%s does not depend on anything but the outcome and the view", (_, format) => {
  expect(format.render(structuredClone(OUTCOME), { ...VIEW })).toBe(format.render(OUTCOME, VIEW));
});

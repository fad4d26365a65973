import { createColors } from "picocolors";
import { expect, test } from "vitest";
import { patchReport } from "../../src/report/patch.ts";
import { outcomeOf, VIEW } from "./outcomes.ts";

const NOTHING = outcomeOf([]);
const CHANGES = [
  { file: "my src/union-scopes.ts", after: "new\n" },
  { file: "src/a.ts", before: "old\u001b[2J\n##[add-mask]x\n", after: "new\u001b[2J\n##[add-mask]x\n" },
];

test("a patch is that of all changes, in their order", () => {
  expect(patchReport(NOTHING, { ...VIEW, changes: CHANGES })).toBe(
    [
      "--- /dev/null\n+++ b/my src/union-scopes.ts\t\n@@ -0,0 +1,1 @@\n+new\n",
      "--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1,2 +1,2 @@\n-old\u001b[2J\n+new\u001b[2J\n ##[add-mask]x\n",
    ].join(""),
  );
});

test("there is none where nothing is rewritten", () => {
  expect(patchReport(NOTHING, VIEW)).toBe("");
  expect(patchReport(NOTHING, { ...VIEW, changes: [], isTerminal: true })).toBe("");
});

test("a terminal gets nothing that it obeys, coloured or not", () => {
  for (const view of [{ isTerminal: true } as const, { colors: createColors(true) }]) {
    const shown = patchReport(NOTHING, { ...VIEW, ...view, changes: CHANGES });
    expect(shown).toContain("+new\\u{1b}[2J");
    expect(shown).toContain("\\u{23}#[add-mask]x");
    expect(shown).not.toContain("\u001b[2J");
  }
});

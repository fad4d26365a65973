import { expect, test } from "vitest";
import { OBLIGATIONS } from "../../src/rules/obligations.ts";
import { tablesOf } from "./pages.ts";

test("The table of what a rewrite must prove is the model's", () => {
  const [table] = tablesOf("docs/rewriting.md", "What a rewrite must prove");
  expect(table?.rows).toEqual(Object.entries(OBLIGATIONS).map(([id, meaning]) => [`\`${id}\``, meaning]));
});

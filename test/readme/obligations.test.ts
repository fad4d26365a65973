import { expect, test } from "vitest";
import { OBLIGATIONS } from "../../src/rules/obligations.ts";
import { tablesUnder } from "./readme.ts";

test("README's table of what a rewrite must prove is the model's", () => {
  const [table] = tablesUnder("What a rewrite must prove");
  expect(table?.rows).toEqual(Object.entries(OBLIGATIONS).map(([id, meaning]) => [`\`${id}\``, meaning]));
});

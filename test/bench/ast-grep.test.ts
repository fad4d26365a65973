import { expect, test } from "vitest";
import { astGrep } from "../../bench/ast-grep.ts";

test("where no ast-grep is published, the benchmark says so", async () => {
  await expect(astGrep("aix-ppc64")).rejects.toThrow("no published ast-grep for aix-ppc64");
});

import type { BuildOptions } from "esbuild";
import { expect, test } from "vitest";
import { bundle } from "../../bench/bundle-input.ts";
import { analyze } from "../../src/analyze.ts";

const KINDS: Record<string, BuildOptions> = {
  "a minified module": {},
  "a module": { minify: false },
  "minified CommonJS": { format: "cjs" },
  "a minified function that is run at once": { format: "iife" },
};

test.each(Object.entries(KINDS))("the SDK's site is a rewrite in %s", async (_, options) => {
  const source = await bundle(1, options);
  const { sites } = analyze(source, "bundle.mjs");
  expect(sites.map(({ rule, verdict }) => ({ rule, verdict }))).toEqual([
    { rule: "replaced-scope", verdict: "rewrite" },
  ]);
});

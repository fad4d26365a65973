import { describe, expect, test } from "vitest";
import { changeRemarks, type HelperSource } from "../../../src/report/explain/change-remarks.ts";
import { plain } from "../../../src/rules/sentence.ts";
import { excerpt, SITE, siteWith } from "./site.ts";

const FIRST =
  "The tokens are read first: an await between the retry limit's test (line 9) and its mark (line 11) would let concurrent challenges through.";
const AT = { start: 0, end: 0, role: "helper" } as const;
const said = (from: Partial<HelperSource>, state: "brought" | "done" | "there" | "missing" = "brought") =>
  changeRemarks(siteWith({ edits: [] }), state, { file: "src/oauth/client.ts", source: "", ...from }).map(plain);

test("the tokens are said to be read first where a retry limit is why", () => {
  expect(changeRemarks(siteWith({ helper: undefined }), "brought", { file: "a.ts", source: "" }).map(plain)).toEqual([
    FIRST,
  ]);
  const { test: tested } = SITE.reasons.retryLimit ?? {};
  if (!tested) throw new Error("no limit");
  const unmarked = siteWith({ helper: undefined }, { retryLimit: { test: tested } });
  expect(changeRemarks(unmarked, "brought", { file: "a.ts", source: "" })).toEqual([]);
  const sameLine = siteWith({ helper: undefined }, { retryLimit: { test: tested, mark: { ...tested, text: "mark" } } });
  expect(changeRemarks(sameLine, "brought", { file: "a.ts", source: "" }).map(plain)).toEqual([
    "The tokens are read before the retry limit (line 9), so that nothing else runs between it and the new scope.",
  ]);
  const inOne = siteWith(
    { helper: undefined },
    { retryLimit: { test: tested, mark: { ...tested, text: "mark", start: SITE.reasons.sink.start + 1 } } },
  );
  expect(changeRemarks(inOne, "brought", { file: "a.ts", source: "" }).map(plain)).toEqual([
    "The tokens are read first: an await between the retry limit's test and its mark would let concurrent challenges through.",
  ]);
  // Behind both, no await would part them: the new scope is what nothing may come before.
  const marked = siteWith({ helper: undefined }, { retryLimit: { test: tested, mark: { ...tested, line: 10 } } });
  expect(changeRemarks(marked, "brought", { file: "a.ts", source: "" }).map(plain)).toEqual([
    "The tokens are read before the retry limit's test (line 9), so that nothing else runs between it, its mark (line 10) and the new scope.",
  ]);
  const behind = siteWith(
    { helper: undefined },
    { retryLimit: { test: excerpt("response.status === 401"), mark: excerpt("this.tried = header") } },
  );
  expect(changeRemarks(behind, "brought", { file: "a.ts", source: "" })).toEqual([]);
});

describe("the helper is said to come", () => {
  test("in a new file, by its path, and by the import", () => {
    const edits = [{ ...AT, text: 'import { unionScopes } from "../union-scopes.js";\n' }];
    const vendored = { path: "/anywhere/src/union-scopes.ts", text: "" };
    expect(said({ edits, vendored })).toEqual([
      "`unionScopes` comes with it, in the new file `src/union-scopes.ts`, imported from `../union-scopes.js`.",
    ]);
    expect(said({ edits, vendored: { ...vendored, present: { before: "" } } }, "done")).toEqual([
      "`unionScopes` came with it, added to `src/union-scopes.ts`, imported from `../union-scopes.js`.",
    ]);
  });

  test.each([
    ['import { parse } from "@acme/oauth";\n', 14, ", mergeScopes"],
    ["import { zip } from '@acme/oauth';\n", 9, "mergeScopes, "],
    ['const { parse } = require("@acme/oauth");\nimport x from "./x.js";\n', 13, ", mergeScopes"],
  ])("by an import of the file that it is added to: %s", (source, at, text) => {
    expect(said({ source, edits: [{ start: at, end: at, role: "helper", text }] })).toEqual([
      "`unionScopes` comes with it, as an import from `@acme/oauth`.",
    ]);
  });

  test("from a module, within the file, or as far as it is known", () => {
    const required = 'const { unionScopes } = require("@acme/oauth");\n';
    expect(said({ edits: [{ ...AT, text: required }] })).toEqual([
      "`unionScopes` comes with it, as an import from `@acme/oauth`.",
    ]);
    expect(said({ edits: [{ ...AT, text: "\nfunction unionScopes(...scopes) {}\n" }] })).toEqual([
      "`unionScopes` comes with it, as a function of this file.",
    ]);
    expect(said({})).toEqual(["`unionScopes` comes with it, once for the file."]);
    expect(said({}, "there")).toEqual(["`unionScopes` is in the file already."]);
    expect(said({}, "missing")).toEqual(["The file lacks `unionScopes`: `fix` adds it."]);
  });
});

import { describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { compareSources, kindOfSource, placeAmong, placeOfName } from "../../src/edit/import-order.ts";
import { DEFAULT_OPTIONS, type HelperAddition } from "../../src/model/options.ts";

describe("the order of imports", () => {
  test("keeps Node's modules, packages, aliases and relative paths apart", () => {
    expect(["node:fs", "@acme/a", "lodash", "#lib/a", "@/a", "~/a", "./a", "../a", ".."].map(kindOfSource)).toEqual([
      0, 1, 1, 2, 2, 2, 3, 3, 3,
    ]);
  });

  test("is that of eslint-plugin-simple-import-sort", () => {
    const sorted = ["../../z", "..", "../b", "../b/c", "../b-c", "../Bd", "./a1", "./a2", "./a10", "./b"];
    expect([...sorted].reverse().sort(compareSources)).toEqual(sorted);
  });

  test.each([
    [["../z.js", "./a.js"], "../union.js", 0],
    [["../a.js", "./a.js"], "../union.js", 1],
    [["./a.js", "./z.js"], "./union.js", 1],
    [["./z.js", "../a.js"], "./union.js", 1],
    [["./z.js", "./a.js", "../a.js"], "./union.js", 2],
    [["./z.js", "./a.js", "../a.js"], "../union.js", 3],
    [["./z.js", "../a.js", "./b.js"], "./union.js", 3],
    [[], "./union.js", 0],
  ])("%j takes %s behind %i", (listed, source, place) => {
    expect(placeAmong(listed, source)).toBe(place);
  });

  test("of names, too, where they have one", () => {
    expect(placeOfName(["auth", "Extract", "z"], "compute")).toBe(1);
    expect(placeOfName(["z", "auth"], "compute")).toBe(2);
  });
});

describe("the helper's import", () => {
  const HANDLER = `
export class Client {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
`;
  const vendored = (path: string): HelperAddition => ({
    kind: "vendor",
    path,
    extension: ".js",
    importExtension: ".js",
  });
  const headOf = (head: string, add: HelperAddition, extend?: { source: string; name: string }) => {
    const helper = { ...DEFAULT_OPTIONS.helper, add, ...(extend && { extend }) };
    const { text, edits } = analyze(head + HANDLER, "a.js", { helper });
    expect(edits.length).toBeGreaterThan(1);
    return text.slice(0, text.indexOf("\nexport class"));
  };
  const AUTH = 'import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";\n';

  test("of a path further up stands before those of nearer ones, in their block", () => {
    expect(headOf(`${AUTH}\nimport { b } from "./b.js";\n`, vendored("../union-scopes"))).toBe(
      `${AUTH}\nimport { unionScopes } from "../union-scopes.js";\nimport { b } from "./b.js";\n`,
    );
  });

  test("stands behind a comment at the head of the file, but not between another comment and its import", () => {
    const scopes = { kind: "import", source: "@acme/scopes", name: "unionScopes" } as const;
    const added = 'import { unionScopes } from "@acme/scopes";\n';
    expect(headOf(`// MIT\n${AUTH}`, scopes)).toBe(`// MIT\n${added}${AUTH}`);
    expect(headOf(`// eslint-disable-next-line\n${AUTH}`, scopes)).toBe(`// eslint-disable-next-line\n${AUTH}${added}`);
    const nodes = 'import "node:fs";\n// The client.\n';
    expect(headOf(nodes + AUTH, scopes)).toBe(nodes + AUTH + added);
  });

  test("of a package stands before relative paths, and one for its effects stays the last", () => {
    const scopes = { kind: "import", source: "#scopes", name: "unionScopes" } as const;
    const added = 'import { unionScopes } from "#scopes";\n';
    expect(headOf(`${AUTH}import { b } from "./b.js";\n`, scopes)).toBe(`${AUTH}${added}import { b } from "./b.js";\n`);
    expect(headOf(`import "./setup.js";\n${AUTH}`, scopes)).toBe(`import "./setup.js";\n${AUTH}${added}`);
  });

  test("extends a list of names where their order wants it", () => {
    const client = { source: "@modelcontextprotocol/client", name: "computeScopeUnion" };
    const extended = (names: string) =>
      headOf(`import {${names}} from "@modelcontextprotocol/client";\n`, { kind: "inline" }, client).split(" from")[0];
    expect(extended(" auth, extractWWWAuthenticateParams ")).toBe(
      "import { auth, computeScopeUnion, extractWWWAuthenticateParams }",
    );
    expect(extended(" extractWWWAuthenticateParams, auth ")).toBe(
      "import { extractWWWAuthenticateParams, auth, computeScopeUnion }",
    );
    expect(extended("\n  auth,\n  extractWWWAuthenticateParams,\n")).toBe(
      "import {\n  auth,\n  computeScopeUnion,\n  extractWWWAuthenticateParams,\n}",
    );
    expect(extended("\n  auth, // to authorize\n  extractWWWAuthenticateParams,\n")).toBe(
      "import {\n  auth, // to authorize\n  extractWWWAuthenticateParams,\n  computeScopeUnion,\n}",
    );
  });
});

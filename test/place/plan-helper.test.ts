import { symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { OptionValues } from "../../src/model/options.ts";
import { planHelper } from "../../src/place/plan-helper.ts";
import { vendoredText } from "../../src/place/vendored-text.ts";
import { tempProject } from "../temp-project.ts";
import { PLAIN } from "./plain-style.ts";

const TYPESCRIPT = vendoredText({ typescript: true, kind: "esm", style: PLAIN });
const MODULE = vendoredText({ typescript: false, kind: "esm", style: PLAIN });
const COMMONJS = vendoredText({ typescript: false, kind: "commonjs", style: PLAIN });

const ESM_SOURCE = "import { auth } from 'auth';\n";
const CJS_SOURCE = "const { auth } = require('auth');\n";

/** The plan for one file of a project; the vendored file's path is given from the project's root. */
function planned(
  files: Record<string, string | object>,
  file: string,
  source: string,
  values: OptionValues = {},
): ReturnType<typeof planHelper> {
  const project = tempProject(files);
  const { plan, vendored } = planHelper(values, file, source, project.root);
  if (!vendored) return { plan };
  return { plan, vendored: { ...vendored, path: vendored.path.slice(project.root.length + 1).replaceAll("\\", "/") } };
}

describe("--helper=auto", () => {
  test("vendors into the source root of a package", () => {
    expect(planned({ "package.json": { name: "a", type: "module" } }, "src/client/transport.ts", ESM_SOURCE)).toEqual({
      plan: {
        reuse: true,
        moduleKind: "script",
        add: { kind: "vendor", path: "../union-scopes", extension: ".ts", importExtension: ".js" },
      },
      vendored: { path: "src/union-scopes.ts", text: TYPESCRIPT },
    });
  });

  test("of a file behind a symbolic link, into the package in which the file really lies", () => {
    const project = tempProject({
      "package.json": { name: "all" },
      "other/package.json": { name: "other", type: "module" },
      "other/src/deep/a.js": ESM_SOURCE,
      "src/b.js": "",
    });
    symlinkSync("../other/src/deep/a.js", project.path("src/link.js"));
    expect(planHelper({}, "src/link.js", ESM_SOURCE, project.root)).toMatchObject({
      plan: { moduleKind: "esm", add: { kind: "vendor", path: "../union-scopes", extension: ".js" } },
      vendored: { path: project.path("other/src/union-scopes.js"), text: MODULE },
    });
  });

  test.each(["dist/esm/a.js", "node_modules/a/lib/a.js", "lib/a.min.js"])("puts the helper inline in %s", (file) => {
    expect(planned({ "package.json": { name: "a", type: "module" } }, file, ESM_SOURCE)).toEqual({
      plan: { reuse: true, moduleKind: "esm", add: { kind: "inline" } },
    });
  });

  test("puts it inline where TypeScript is written as CommonJS", () => {
    const source = "import auth = require('auth');\nexport = auth;\n";
    expect(planned({ "package.json": { name: "a" } }, "src/a.cts", source)).toEqual({
      plan: { reuse: true, moduleKind: "script", add: { kind: "inline" } },
    });
  });

  const CLIENT = {
    "node_modules/@modelcontextprotocol/client/package.json": { types: "index.d.mts" },
    "node_modules/@modelcontextprotocol/client/index.d.mts": "export { auth, computeScopeUnion };\n",
  };
  const EXTEND = { source: "@modelcontextprotocol/client", name: "computeScopeUnion" };

  test("would extend an import of the client that exports computeScopeUnion", () => {
    const source = "import { auth } from '@modelcontextprotocol/client';\n";
    expect(planned({ "package.json": { name: "a" }, ...CLIENT }, "src/a.ts", source).plan.extend).toEqual(EXTEND);
    expect(planned({ "package.json": { name: "a" }, ...CLIENT }, "dist/a.js", source).plan.extend).toEqual(EXTEND);
    expect(planned({ "package.json": { name: "a" }, ...CLIENT }, "src/a.ts", ESM_SOURCE).plan.extend).toBeUndefined();
    expect(planned({ "package.json": { name: "a" } }, "src/a.ts", source).plan.extend).toBeUndefined();
  });

  test.each(["vendor", "inline", "import"])("which --helper=%s does not", (helper) => {
    const source = "import { auth } from '@modelcontextprotocol/client';\n";
    const values = helper === "import" ? { helper, "helper-source": "scopes" } : { helper };
    const { plan } = planned({ "package.json": { name: "a" }, ...CLIENT }, "src/a.ts", source, values);
    expect(plan.extend).toBeUndefined();
    expect(plan.reuse).toBe(false);
    expect(plan.add.kind).toBe(helper);
  });
});

describe("--helper=import", () => {
  test("imports unionScopes from the given module", () => {
    expect(planned({}, "src/a.ts", ESM_SOURCE, { helper: "import", "helper-source": "@acme/scopes" }).plan).toEqual({
      reuse: false,
      moduleKind: "script",
      add: { kind: "import", source: "@acme/scopes", name: "unionScopes" },
    });
  });

  test("or another name, by a path that fits the file", () => {
    const values = { helper: "import", "helper-source": "./src/scopes.js", "helper-name": "mergeScopes" };
    expect(planned({ "src/scopes.ts": "" }, "src/client/a.ts", ESM_SOURCE, values).plan.add).toEqual({
      kind: "import",
      source: "../scopes.js",
      name: "mergeScopes",
    });
  });
});

describe("--helper=inline", () => {
  test("needs nothing else", () => {
    expect(planned({ "package.json": { type: "commonjs" } }, "a.js", CJS_SOURCE, { helper: "inline" })).toEqual({
      plan: { reuse: false, moduleKind: "commonjs", add: { kind: "inline" } },
    });
  });
});

describe("--helper=vendor", () => {
  const vendor = (files: Record<string, string | object>, file: string, source: string, path?: string) => {
    const { plan, vendored } = planned(files, file, source, {
      helper: "vendor",
      ...(path !== undefined && { "vendor-path": path }),
    });
    if (plan.add.kind !== "vendor" || !vendored) throw new Error("not vendored");
    return [vendored.path, vendored.text, `${plan.add.path} + ${plan.add.importExtension || "nothing"}`];
  };

  const NONE = { "package.json": { name: "a" } };
  const ESM = { "package.json": { name: "a", type: "module" } };
  /** The published SDK: an ES module package whose builds each have a package.json of their own. */
  const SDK = {
    ...ESM,
    "dist/esm/package.json": { type: "module" },
    "dist/cjs/package.json": { type: "commonjs" },
  };

  test.each([
    [NONE, "src/a.tsx", ESM_SOURCE, ["src/union-scopes.ts", TYPESCRIPT, "./union-scopes + nothing"]],
    [ESM, "src/x/y/a.mts", ESM_SOURCE, ["src/union-scopes.mts", TYPESCRIPT, "../../union-scopes + .mjs"]],
    [ESM, "src/a.cts", ESM_SOURCE, ["src/union-scopes.cts", TYPESCRIPT, "./union-scopes + .cjs"]],
    [ESM, "a.ts", ESM_SOURCE, ["union-scopes.ts", TYPESCRIPT, "./union-scopes + .js"]],
    [ESM, "src/a.js", ESM_SOURCE, ["src/union-scopes.js", MODULE, "./union-scopes + .js"]],
    [NONE, "src/a.jsx", ESM_SOURCE, ["src/union-scopes.js", MODULE, "./union-scopes + .js"]],
    [NONE, "src/a.js", CJS_SOURCE, ["src/union-scopes.js", COMMONJS, "./union-scopes + nothing"]],
    [NONE, "src/a.mjs", ESM_SOURCE, ["src/union-scopes.mjs", MODULE, "./union-scopes + .mjs"]],
    [ESM, "src/a.cjs", CJS_SOURCE, ["src/union-scopes.cjs", COMMONJS, "./union-scopes + .cjs"]],
    [SDK, "dist/esm/client/a.js", ESM_SOURCE, ["dist/union-scopes.js", MODULE, "../../union-scopes + .js"]],
    [SDK, "dist/cjs/client/a.js", CJS_SOURCE, ["dist/union-scopes.cjs", COMMONJS, "../../union-scopes + .cjs"]],
    [SDK, "dist/cjs/client/a.ts", ESM_SOURCE, ["dist/union-scopes.cts", TYPESCRIPT, "../../union-scopes + .cjs"]],
  ])("%j %s", (files, file, source, expected) => {
    expect(vendor(files, file, source)).toEqual(expected);
  });

  test("follows the importing file's line endings", () => {
    const [, text] = vendor(ESM, "src/a.ts", "import { auth } from 'auth';\r\n");
    expect(text).toBe(TYPESCRIPT.replaceAll("\n", "\r\n"));
  });

  test.each([
    ["lib/scopes.ts", ["lib/scopes.ts", TYPESCRIPT, "../../lib/scopes + .js"]],
    ["./src/scopes.mjs", ["src/scopes.mjs", MODULE, "../scopes + .mjs"]],
    ["src/scopes.cjs", ["src/scopes.cjs", COMMONJS, "../scopes + .cjs"]],
    ["src/client/scope.union.js", ["src/client/scope.union.js", MODULE, "./scope.union + .js"]],
  ])("--vendor-path=%s", (path, expected) => {
    expect(vendor(ESM, "src/client/a.ts", ESM_SOURCE, path)).toEqual(expected);
  });

  test.each([
    ["without a tsconfig, in an ES module package", undefined, "module", ".js"],
    ["without a tsconfig, in another package", undefined, undefined, "nothing"],
    ["resolved as Node does, in an ES module package", { module: "NodeNext" }, "module", ".js"],
    ["resolved as Node does, in a CommonJS package", { module: "node16" }, "commonjs", "nothing"],
    ["resolved as bundlers do", { module: "ESNext", moduleResolution: "Bundler" }, "module", "nothing"],
    ["left to others", { module: "preserve" }, "module", "nothing"],
    ["with the extension of the source", { module: "nodenext", allowImportingTsExtensions: true }, "module", ".ts"],
    ["rewritten by the compiler", { module: "nodenext", rewriteRelativeImportExtensions: true }, "module", ".ts"],
    ["with the old resolution", { module: "ES2020", moduleResolution: "node" }, "module", ".js"],
  ])("the import's extension %s", (_, compilerOptions, type, extension) => {
    const files = {
      "package.json": { name: "a", ...(type !== undefined && { type }) },
      ...(compilerOptions && { "tsconfig.json": { compilerOptions } }),
    };
    expect(vendor(files, "src/a.ts", ESM_SOURCE)[2]).toBe(`./union-scopes + ${extension}`);
  });
});

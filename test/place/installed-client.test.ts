import { symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { clientExportsHelper } from "../../src/place/installed-client.ts";
import { tempProject } from "../temp-project.ts";

describe("the installed client exports the union helper", () => {
  const installed = (manifest: object, files: Record<string, string>) => ({
    "node_modules/@modelcontextprotocol/client/package.json": manifest,
    ...Object.fromEntries(
      Object.entries(files).map(([name, text]) => [`node_modules/@modelcontextprotocol/client/${name}`, text]),
    ),
  });
  const V2 = {
    version: "2.4.0",
    exports: {
      ".": {
        import: { types: "./dist/index.d.mts", default: "./dist/index.mjs" },
        require: { types: "./dist/index.d.cts", default: "./dist/index.cjs" },
      },
    },
  };

  test.each([
    [
      "in declarations",
      V2,
      { "dist/index.d.mts": "declare function computeScopeUnion(): void;\nexport { type A, computeScopeUnion, b };\n" },
    ],
    ["in code", { main: "dist/index.mjs" }, { "dist/index.mjs": "export { a, b as computeScopeUnion };\n" }],
    ["in CommonJS", V2, { "dist/index.cjs": "exports.computeScopeUnion = computeScopeUnion;\n" }],
    [
      "as a declaration",
      { types: "index.d.ts" },
      { "index.d.ts": "export declare function computeScopeUnion(): void;\n" },
    ],
    [
      "from one entry point",
      { exports: "./index.mjs" },
      { "index.mjs": "export {\n  computeScopeUnion\n} from './a.mjs';\n" },
    ],
  ])("%s", (_, manifest, files) => {
    expect(clientExportsHelper(tempProject(installed(manifest, files)).path("src/deep/a.ts"))).toBe(true);
  });

  test.each([
    ["it is not installed", { "package.json": {} }],
    ["it does not have the helper", installed(V2, { "dist/index.d.mts": "export { auth };\n" })],
    [
      "it keeps the helper to itself",
      installed(V2, { "dist/index.d.mts": "declare function computeScopeUnion(): void;\nexport { auth };\n" }),
    ],
    ["it exports it under another name", installed(V2, { "dist/index.d.mts": "export { computeScopeUnion as u };\n" })],
    ["its files are missing", installed(V2, {})],
    ["its manifest says nothing", installed({}, {})],
  ])("not if %s", (_, files) => {
    expect(clientExportsHelper(tempProject(files).path("src/a.ts"))).toBe(false);
  });

  test("as resolved from the file: the nearest installation counts", () => {
    const files = {
      ...installed(V2, { "dist/index.d.mts": "export { computeScopeUnion };\n" }),
      "packages/old/node_modules/@modelcontextprotocol/client/package.json": { version: "2.0.0-alpha.3" },
    };
    const project = tempProject(files);
    expect(clientExportsHelper(project.path("packages/new/src/a.ts"))).toBe(true);
    expect(clientExportsHelper(project.path("packages/old/src/a.ts"))).toBe(false);
  });

  test("as resolved from where a linked file really lies", () => {
    const store = installed(V2, { "dist/index.d.mts": "export { computeScopeUnion };\n" });
    const project = tempProject({
      ...Object.fromEntries(Object.entries(store).map(([name, text]) => [`real/${name}`, text])),
      "real/src/a.ts": "",
    });
    symlinkSync(project.path("real/src"), project.path("link"), "dir");
    expect(clientExportsHelper(project.path("link/a.ts"))).toBe(true);
  });
});

import { describe, expect, test } from "vitest";
import { helperFolders } from "../../src/place/helper-folder.ts";
import { planHelper } from "../../src/place/plan-helper.ts";
import { vendoredText } from "../../src/place/vendored-text.ts";
import { tempProject } from "../temp-project.ts";
import { PLAIN } from "./plain-style.ts";

const SOURCE = "import { auth } from 'auth';\n";
const HELPER = vendoredText({ typescript: true, kind: "esm", style: PLAIN });

/** Where the helper of `src/client/a.ts` goes in a project, from its root. */
function placeIn(files: Record<string, string | object>, importer = "src/client/a.ts"): string {
  const project = tempProject({ "package.json": { name: "a" }, ...files });
  const { vendored } = planHelper({}, importer, SOURCE, project.root);
  return vendored?.path.slice(project.root.length + 1).replaceAll("\\", "/") ?? "";
}

describe("the helper's file is named", () => {
  test.each([
    ["unionScopes", ["fromJsonSchema.ts", "index.ts"]],
    ["unionScopes", ["readAll.ts", "writeAll.ts", "read-me.ts"]],
    ["unionScopes", ["OAuthClient.ts", "readAll.ts"]],
    ["unionScopes", ["readAll.test.ts", "types.ts"]],
    ["union_scopes", ["read_all.ts", "main.ts"]],
    ["UnionScopes", ["OAuthClient.ts", "HttpTransport.ts", "index.ts"]],
    ["union-scopes", ["read-all.ts", "readAll.ts"]],
    ["union-scopes", ["index.ts", "a1.ts", "readAll.d.ts", "read_me.md", ".eslintRc.ts", "URL.ts"]],
    ["union-scopes", []],
  ])("%s beside %j", (name, siblings) => {
    const files = Object.fromEntries(siblings.map((sibling) => [`src/${sibling}`, ""]));
    expect(placeIn(files)).toBe(`src/${name}.ts`);
  });

  test("like files of the folders below, where its own says nothing", () => {
    expect(placeIn({ "src/index.ts": "", "src/client/streamableHttp.ts": "", "src/server/sse.ts": "" })).toBe(
      "src/unionScopes.ts",
    );
  });

  test("as an earlier run has named it, and is no sibling of itself", () => {
    expect(placeIn({ "src/union-scopes.ts": HELPER, "src/readAll.ts": "" })).toBe("src/union-scopes.ts");
    expect(placeIn({ "src/union-scopes.ts": HELPER, "src/utils/read.ts": "" })).toBe("src/union-scopes.ts");
    expect(placeIn({ "src/union-scopes.mts": HELPER })).toBe("src/union-scopes.ts");
  });
});

describe("the helper's folder", () => {
  test.each([
    ["src/utils", { "src/utils/read.ts": "" }],
    ["src/internal", { "src/utils/read.ts": "", "src/internal/write.ts": "" }],
    ["src/shared", { "src/shared/transport.ts": "", "src/lib/a.ts": "" }],
    ["src", { "src/utils/README.md": "", "src/client/utils/a.ts": "", "utils/a.ts": "" }],
    ["source/util", { "tsconfig.json": { compilerOptions: { rootDir: "source" } }, "source/util/a.ts": "" }],
  ])("is %s where that is how the package groups: %j", (folder, files) => {
    const importer = folder.startsWith("source") ? "source/client/a.ts" : "src/client/a.ts";
    expect(placeIn(files, importer)).toBe(`${folder}/union-scopes.ts`);
  });

  const OPEN = { "./*": { import: "./dist/esm/*", require: "./dist/cjs/*" } };
  const GROUPED = { "src/utils/read.ts": "", "src/internal/read.ts": "" };
  test.each([
    ["src/internal", { ...OPEN, "./internal/*": null }, GROUPED],
    ["src/utils", { "./internal/*": "./src/internal/*.ts" }, GROUPED],
    ["src/utils", { "./internal/*": "./dist/internal/*.js" }, GROUPED],
    ["src", { "./utils/*": "./lib/utils/*.js" }, { "src/utils/read.ts": "" }],
    ["src/utils", { "./utils/*": "./dist/utils/*/index.js", "./icons/*": "./icons/*.svg" }, { "src/utils/a.ts": "" }],
    ["src/utils", { ".": "./dist/index.js" }, { "src/utils/a.ts": "" }],
    // All is public, so that nothing speaks against where it belongs.
    ["src/utils", OPEN, { "src/utils/a.ts": "" }],
    ["src", OPEN, {}],
  ])("is %s under the exports %j", (folder, exports, files) => {
    expect(placeIn({ ...files, "package.json": { name: "a", exports } })).toBe(`${folder}/union-scopes.ts`);
  });

  test("is one for all files of the package", () => {
    const project = tempProject({
      "package.json": { name: "a" },
      "src/utils/a.ts": "",
      "src/client/readAll.ts": "",
      "src/server/read-all.ts": "",
    });
    const folders = ["src/a.ts", "src/client/a.ts", "src/server/deep/a.ts"].map((file) =>
      helperFolders(project.path(file), project.root, "union-scopes"),
    );
    expect(new Set(folders.map(({ chosen }) => chosen))).toEqual(new Set([project.path("src/utils")]));
    expect(new Set(folders.map(({ siblings }) => JSON.stringify(siblings))).size).toBe(1);
  });
});

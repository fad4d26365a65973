import { describe, expect, test } from "vitest";
import { sourceRoot } from "../../src/place/source-root.ts";
import { tempProject } from "../temp-project.ts";

describe("the source root", () => {
  const root = (files: Record<string, string | object>, file: string) => {
    const project = tempProject(files);
    return sourceRoot(project.path(file), project.root).replace(project.root, "<package>").replaceAll("\\", "/");
  };

  test("is the first folder below the package", () => {
    expect(root({}, "src/client/transport/a.ts")).toBe("<package>/src");
    expect(root({}, "lib/a.ts")).toBe("<package>/lib");
  });

  test("is the package itself for a file directly in it", () => {
    expect(root({}, "a.ts")).toBe("<package>");
  });

  test("is the rootDir of the nearest tsconfig.json, comments and trailing commas allowed", () => {
    const tsconfig = '\ufeff// the build\n{ "compilerOptions": { /* sources */ "rootDir": "./source/ts", }, }\n';
    expect(root({ "tsconfig.json": tsconfig }, "source/ts/client/a.ts")).toBe("<package>/source/ts");
    expect(root({ "tsconfig.json": tsconfig }, "source/js/a.js")).toBe("<package>/source");
  });

  test.each([
    ["a relative base", { extends: "./config/base" }, "config/base.json", "../source/ts"],
    ["a package", { extends: "@acme/tsconfig/node" }, "node_modules/@acme/tsconfig/node.json", "../../../source/ts"],
    ["a package's main one", { extends: "acme" }, "node_modules/acme/tsconfig.json", "../../source/ts"],
    ["the last of several", { extends: ["./none.json", "./base.json"] }, "base.json", "source/ts"],
    [
      "a base that names the leaf's folder",
      { extends: "./config/base.json" },
      "config/base.json",
      "$" + "{configDir}/source/ts",
    ],
  ])("is inherited from %s", (_, leaf, base, rootDir) => {
    const files = { "tsconfig.json": leaf, [base]: { compilerOptions: { rootDir } } };
    expect(root(files, "source/ts/client/a.ts")).toBe("<package>/source/ts");
  });

  test("is that of a referenced project which holds the file", () => {
    const files = {
      "tsconfig.json": { files: [], references: [{ path: "./tsconfig.node.json" }, { path: "./web" }] },
      "tsconfig.node.json": { compilerOptions: { rootDir: "server/src" } },
      "web/tsconfig.json": { compilerOptions: { rootDir: "src" } },
    };
    expect(root(files, "server/src/a.ts")).toBe("<package>/server/src");
    expect(root(files, "tools/deep/a.ts")).toBe("<package>/tools");
  });

  test("does not follow a rootDir outside the package or beside the file", () => {
    expect(root({ "tsconfig.json": { compilerOptions: { rootDir: ".." } } }, "src/lib/a.ts")).toBe("<package>/src");
    expect(root({ "tsconfig.json": { compilerOptions: { rootDir: "src" } } }, "test/lib/a.ts")).toBe("<package>/test");
  });

  test("survives configurations that extend each other in a circle, or cannot be read", () => {
    const circle = { "tsconfig.json": { extends: "./base.json" }, "base.json": { extends: "./tsconfig.json" } };
    expect(root(circle, "src/lib/a.ts")).toBe("<package>/src");
    expect(root({ "tsconfig.json": "{ nonsense" }, "src/lib/a.ts")).toBe("<package>/src");
    expect(root({ "tsconfig.json": "[]" }, "src/lib/a.ts")).toBe("<package>/src");
  });
});

import { describe, expect, test } from "vitest";
import { vendoredText } from "../../src/place/vendored-text.ts";
import { PLAIN } from "../place/plain-style.ts";
import { jscodeshift, runnerProject } from "./jscodeshift.ts";
import { COMMONJS, TYPESCRIPT, TYPESCRIPT_MIGRATED } from "./sources.ts";

const HELPER = vendoredText({ typescript: true, kind: "esm", style: PLAIN });
const MANIFEST = '{ "name": "client", "type": "module" }\n';

describe("the runner's helper", () => {
  test.each([
    ["for real", []],
    ["under --dry", ["--dry"]],
  ])("is never put over another file, %s", async (_, flags) => {
    const files = {
      "package.json": MANIFEST,
      "src/transport.ts": TYPESCRIPT,
      "src/union-scopes.ts": "export const taken = true;\n",
    };
    const project = runnerProject(files);
    const { errors } = await jscodeshift(project, [...flags, "src"]);
    expect(errors).toEqual([
      `src/transport.ts Transformation error (${project.path("src/union-scopes.ts")} is not free for the union helper: it exists and does not export unionScopes. It stays as it is. Export unionScopes there, or choose another file by --vendor-path=<file>.)`,
    ]);
    expect(project.files()).toEqual(files);
  });

  test("goes where --vendor-path says", async () => {
    const project = runnerProject({ "package.json": MANIFEST, "src/transport.ts": TYPESCRIPT });
    await jscodeshift(project, ["--vendor-path=src/lib/scopes.ts", "src"]);
    expect(project.files()).toEqual({
      "package.json": MANIFEST,
      "src/transport.ts": TYPESCRIPT_MIGRATED.replace("./union-scopes.js", "./lib/scopes.js"),
      "src/lib/scopes.ts": HELPER,
    });
  });

  test("and what is a site follow a configuration file", async () => {
    const config = { helper: "inline", tokens: "omit" };
    const project = runnerProject({ "step-up-union.config.json": config, "src/transport.ts": TYPESCRIPT });
    const { errors } = await jscodeshift(project, ["src"]);
    expect(errors).toEqual([]);
    expect(project.read("src/transport.ts")).toMatch(
      /unionScopes\(this\._scope, scope\)[\s\S]*\nfunction unionScopes\(/,
    );
    const wrong = runnerProject({ "step-up-union.config.json": { helpr: "inline" }, "src/transport.ts": TYPESCRIPT });
    expect((await jscodeshift(wrong, ["src"])).errors).toEqual([
      expect.stringMatching(/^src\/transport\.ts Transformation error \(.*step-up-union\.config\.json is wrong:/),
    ]);
    expect(wrong.read("src/transport.ts")).toBe(TYPESCRIPT);
  });

  test("is imported from --helper-source", async () => {
    const project = runnerProject({ "package.json": MANIFEST, "src/transport.ts": TYPESCRIPT });
    await jscodeshift(project, ["--helper=import", "--helper-source=@acme/scopes", "src"]);
    const added = "import { unionScopes } from '@acme/scopes';\n";
    expect(project.files()).toEqual({
      "package.json": MANIFEST,
      "src/transport.ts": added + TYPESCRIPT_MIGRATED.replace("import { unionScopes } from './union-scopes.js';\n", ""),
    });
  });

  test("is written into the same file by --helper=inline", async () => {
    const project = runnerProject({ "package.json": MANIFEST, "src/transport.ts": TYPESCRIPT });
    const { results } = await jscodeshift(project, ["--helper=inline", "src"]);
    expect(results).toEqual({ errors: 0, unmodified: 0, skipped: 0, ok: 1 });
    expect(Object.keys(project.files())).toEqual(["package.json", "src/transport.ts"]);
    expect(project.read("src/transport.ts")).toContain(
      "\nfunction unionScopes(...scopes: Array<string | undefined>): string | undefined {\n",
    );
  });

  test("is CommonJS for CommonJS", async () => {
    const project = runnerProject({ "package.json": '{ "name": "client" }', "src/client/transport.js": COMMONJS });
    await jscodeshift(project, ["src"]);
    expect(project.read("src/union-scopes.js")).toBe(
      vendoredText({ typescript: false, kind: "commonjs", style: PLAIN }),
    );
    expect(project.read("src/client/transport.js")).toBe(
      COMMONJS.replace("auth.js');\n", "auth.js');\nconst { unionScopes } = require('../union-scopes');\n")
        .replace("_scope') {\n", "_scope') {\n        const tokens = await this._authProvider?.tokens();\n")
        .replace("this._scope = scope;", "this._scope = unionScopes(tokens?.scope, this._scope, scope);"),
    );
  });

  test("is one file for all the files of many workers", async () => {
    const names = Array.from({ length: 80 }, (_, index) => `src/part-${index % 8}/transport-${index}.ts`);
    const project = runnerProject({
      "package.json": MANIFEST,
      ...Object.fromEntries(names.map((name) => [name, TYPESCRIPT])),
    });
    const { lines, errors, results } = await jscodeshift(project, ["--cpus=4", "src"]);
    expect(lines).toContain("Spawning 4 workers...");
    expect(errors).toEqual([]);
    expect(results).toEqual({ errors: 0, unmodified: 0, skipped: 0, ok: 80 });
    const migrated = TYPESCRIPT_MIGRATED.replace("./union-scopes", "../union-scopes");
    expect(project.files()).toEqual({
      "package.json": MANIFEST,
      "src/union-scopes.ts": HELPER,
      ...Object.fromEntries(names.map((name) => [name, migrated])),
    });
  });
});

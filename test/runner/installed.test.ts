import { cpSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { vendoredText } from "../../src/place/vendored-text.ts";
import { builtCommand } from "../installed/build.ts";
import { PLAIN } from "../place/plain-style.ts";
import type { TempProject } from "../temp-project.ts";
import { jscodeshift, runnerProject } from "./jscodeshift.ts";
import { TYPESCRIPT, TYPESCRIPT_MIGRATED } from "./sources.ts";

const MANIFEST = '{ "name": "client", "type": "module" }\n';
const PACKAGE = "node_modules/step-up-union";
const TRANSFORM = `${PACKAGE}/transforms/step-up-union.ts`;

/** Puts this package into a project's node_modules, as an installation does. */
function install(project: TempProject): void {
  const ours = (part: string) => fileURLToPath(new URL(`../../${part}`, import.meta.url));
  for (const part of ["package.json", "transforms"]) {
    cpSync(ours(part), project.path(`${PACKAGE}/${part}`), { recursive: true });
  }
  cpSync(dirname(dirname(builtCommand())), project.path(`${PACKAGE}/dist`), { recursive: true });
}

describe("the installed package", () => {
  test("migrates", async () => {
    const project = runnerProject({ "package.json": MANIFEST, "src/transport.ts": TYPESCRIPT });
    install(project);
    const { errors } = await jscodeshift(project, ["src"], TRANSFORM);
    expect(errors).toEqual([]);
    expect(project.read("src/transport.ts")).toBe(TYPESCRIPT_MIGRATED);
    expect(project.read("src/union-scopes.ts")).toBe(vendoredText({ typescript: true, kind: "esm", style: PLAIN }));
  });

  test("does not load its engine for files that fail the text test", async () => {
    const project = runnerProject({ "package.json": MANIFEST, "src/a.ts": "this._scope = scope;\n" });
    install(project);
    writeFileSync(project.path(`${PACKAGE}/dist/transform/engine.js`), 'throw new Error("The engine was loaded.");\n');
    const none = await jscodeshift(project, ["src"], TRANSFORM);
    expect(none.results).toEqual({ errors: 0, unmodified: 0, skipped: 1, ok: 0 });

    writeFileSync(project.path("src/b.ts"), TYPESCRIPT);
    const one = await jscodeshift(project, ["src"], TRANSFORM);
    expect(one.errors).toEqual(["src/b.ts Transformation error (The engine was loaded.)"]);
    expect(one.results).toEqual({ errors: 1, unmodified: 0, skipped: 1, ok: 0 });
  });
});

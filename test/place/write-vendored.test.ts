import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { PlacementError } from "../../src/place/placement-error.ts";
import { vendoredText } from "../../src/place/vendored-text.ts";
import { writeVendored } from "../../src/place/write-vendored.ts";
import { tempProject } from "../temp-project.ts";
import { PLAIN } from "./plain-style.ts";

const TEXT = vendoredText({ typescript: true, kind: "esm", style: PLAIN });
const MODULE = fileURLToPath(new URL("../../src/place/write-vendored.ts", import.meta.url));

describe("writing the vendored helper", () => {
  test("creates the file and its folder, and leaves nothing else behind", () => {
    const project = tempProject({ "package.json": {} });
    expect(writeVendored({ path: project.path("src/lib/union-scopes.ts"), text: TEXT })).toBe(true);
    expect(project.files()).toEqual({ "package.json": "{}", "src/lib/union-scopes.ts": TEXT });
  });

  test("takes what is there already", () => {
    const project = tempProject({ "union-scopes.ts": TEXT });
    expect(writeVendored({ path: project.path("union-scopes.ts"), text: TEXT })).toBe(false);
    expect(project.files()).toEqual({ "union-scopes.ts": TEXT });
  });

  test("takes what a formatter has changed, or the user has put there", () => {
    const own = 'export { mergeScopes as unionScopes } from "./scopes";\n';
    const project = tempProject({ "union-scopes.ts": own });
    expect(writeVendored({ path: project.path("union-scopes.ts"), text: TEXT })).toBe(false);
    expect(project.files()).toEqual({ "union-scopes.ts": own });
  });

  test.each([false, true])("never overwrites another file (dry: %s)", (dry) => {
    const project = tempProject({ "union-scopes.ts": "export const other = 1;\n" });
    const path = project.path("union-scopes.ts");
    expect(() => writeVendored({ path, text: TEXT }, dry)).toThrow(
      new PlacementError(
        `${path} is not free for the union helper: it exists and does not export unionScopes. It stays as it is. Export unionScopes there, or choose another file by --vendor-path=<file>.`,
      ),
    );
    expect(project.files()).toEqual({ "union-scopes.ts": "export const other = 1;\n" });
  });

  test("a folder of that name is in the way, too", () => {
    const project = tempProject({});
    const path = project.path("union-scopes.ts");
    mkdirSync(path);
    expect(() => writeVendored({ path, text: TEXT })).toThrow(`${path} is not free for the union helper`);
    expect(project.files()).toEqual({});
  });

  test("says so if the file cannot be written", () => {
    const project = tempProject({ src: "a file\n" });
    const path = project.path("src/union-scopes.ts");
    expect(() => writeVendored({ path, text: TEXT })).toThrow(`${path} cannot be written: `);
    expect(() => writeVendored({ path, text: TEXT })).toThrow(PlacementError);
    expect(project.files()).toEqual({ src: "a file\n" });
  });

  test("writes nothing under dry", () => {
    const project = tempProject({});
    expect(writeVendored({ path: project.path("src/union-scopes.ts"), text: TEXT }, true)).toBe(true);
    expect(project.files()).toEqual({});
  });

  test("removes what a run that was killed left, and nothing of a run that still writes", () => {
    const { pid = 0 } = spawnSync(process.execPath, ["-e", ""]);
    const abandoned = `.step-up-union-${pid}-0a1b2c.tmp`;
    const running = `.step-up-union-${process.ppid}-0a1b2c.tmp`;
    const project = tempProject({ [abandoned]: TEXT.slice(0, 40), [running]: TEXT.slice(0, 40) });
    expect(writeVendored({ path: project.path("union-scopes.ts"), text: TEXT })).toBe(true);
    expect(project.files()).toEqual({ [running]: TEXT.slice(0, 40), "union-scopes.ts": TEXT });
  });

  test("waits for a file that another process has begun", async () => {
    const project = tempProject({ "union-scopes.ts": TEXT.slice(0, 40) });
    const path = project.path("union-scopes.ts");
    const finish = `process.stdout.write("begun"); setTimeout(() => require("fs").writeFileSync(${JSON.stringify(path)}, ${JSON.stringify(TEXT)}), 200)`;
    const other = spawn(process.execPath, ["-e", finish]);
    const done = once(other, "exit");
    await once(other.stdout, "data");
    expect(writeVendored({ path, text: TEXT })).toBe(false);
    await done;
    expect(project.read("union-scopes.ts")).toBe(TEXT);
  });

  test("one of many processes creates the file, and the others take it", async () => {
    const project = tempProject({});
    const path = project.path("src/union-scopes.ts");
    const script = `
      import { writeVendored } from ${JSON.stringify(MODULE)};
      const start = ${Date.now() + 2000};
      while (Date.now() < start) {}
      process.stdout.write(String(writeVendored(${JSON.stringify({ path, text: TEXT })})));`;
    const answers = await Promise.all(Array.from({ length: 6 }, () => outputOf(script)));
    expect(answers.sort()).toEqual(["false", "false", "false", "false", "false", "true"]);
    expect(project.files()).toEqual({ "src/union-scopes.ts": TEXT });
  });
});

async function outputOf(script: string): Promise<string> {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  await once(child, "close");
  return output;
}

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TYPESCRIPT, TYPESCRIPT_MIGRATED } from "../runner/sources.ts";
import { tempProject } from "../temp-project.ts";
import { installed } from "./install.ts";
import { printedBy } from "./program.ts";

const FILES = {
  "package.json": { name: "client", type: "module" },
  "tsconfig.json": { compilerOptions: { module: "nodenext", types: [] }, include: ["src"] },
  "src/transport.ts": TYPESCRIPT,
};

/** Where the package is installed without its peers: not below a folder that has them, as this repository has. */
const home = realpathSync(mkdtempSync(join(tmpdir(), "step-up-union-")));
beforeAll(async () => cpSync((await installed()).light, home, { recursive: true }));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function light(workingFolder: string, ...args: string[]) {
  const bin = join(home, "node_modules/step-up-union/dist/cli/main.js");
  const env = { PATH: process.env.PATH };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: workingFolder,
    env,
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

/** What the user is told where the compiler is missing, and what to install. */
const MISSING =
  /needs? ts-morph, which is not installed beside step-up-union[\s\S]*npm install\s+--save-dev\s+ts-morph@/;

describe("installed by itself", () => {
  test("is one package of at most 4 MB, without jscodeshift and ts-morph", () => {
    const folder = join(home, "node_modules");
    const { packages } = JSON.parse(readFileSync(join(folder, ".package-lock.json"), "utf8"));
    expect(Object.keys(packages)).toEqual(["node_modules/step-up-union"]);
    for (const name of ["jscodeshift", "ts-morph"]) expect(existsSync(join(folder, name))).toBe(false);
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const sizes = names.map((name) => statSync(join(folder, name))).map((each) => (each.isFile() ? each.size : 0));
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(4_000_000);
  });

  test("checks, explains and fixes", () => {
    const project = tempProject(FILES);
    expect(light(project.root, "check", "src")).toMatchObject({ code: 1, stderr: "" });
    const explained = light(project.root, "explain", "src/transport.ts:19");
    expect(explained).toMatchObject({ code: 0, stdout: expect.stringContaining("src/transport.ts:19") });
    expect(light(project.root, "fix", "--allow-dirty", "src")).toMatchObject({ code: 0 });
    expect(project.read("src/transport.ts")).toBe(TYPESCRIPT_MIGRATED);
    expect(light(project.root, "check", "src")).toMatchObject({ code: 0, stderr: "" });
  });

  test("has an API that a strict program compiles against, and that answers", async () => {
    const program = `import { analyze, checkFiles } from "step-up-union";
const { files, failures } = await checkFiles(["src"]);
const whole = await checkFiles(["src"], { project: "app.json" });
const { edits } = analyze("", "a.ts");
console.log(JSON.stringify([files.length, failures.length, edits.length, whole.failures]));
`;
    const stdout = await printedBy(program, { "src/transport.ts": TYPESCRIPT }, home);
    const missing = { kind: "usage", file: "app.json", message: expect.stringMatching(MISSING) };
    expect(JSON.parse(stdout)).toEqual([1, 0, 0, [missing]]);
  });

  test.each([
    "check --project=tsconfig.json",
    "explain --project=tsconfig.json",
    "fix --allow-dirty --project=tsconfig.json",
    "fix --allow-dirty --verify",
  ])("says once what %s needs, ends with 2 and changes nothing", (line) => {
    const project = tempProject(FILES);
    const { code, stderr } = light(project.root, ...line.split(" "), "src");
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(MISSING) });
    expect(stderr.match(/ts-morph, which/g)).toHaveLength(1);
    expect(project.read("src/transport.ts")).toBe(TYPESCRIPT);
  });
});

import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { command } from "../installed/command.ts";
import { shell } from "../installed/shell.ts";
import { fetchPackage } from "../packages/fetch.ts";
import { REPLACING_SDKS, UNTOUCHED_PACKAGES } from "../packages/published.ts";
import { TYPESCRIPT, TYPESCRIPT_MIGRATED } from "../runner/sources.ts";
import { type TempProject, tempProject } from "../temp-project.ts";

const [OLDER, , , , , NEWEST] = REPLACING_SDKS;
const [HARMLESS] = UNTOUCHED_PACKAGES;
const SDK = "node_modules/@modelcontextprotocol/sdk";

/** Installs a published package, as a link or as files. */
async function install({ path }: TempProject, wanted: Parameters<typeof fetchPackage>[0], at = SDK, link = true) {
  const from = await fetchPackage(wanted);
  const to = path(at);
  mkdirSync(to.slice(0, to.lastIndexOf("/")), { recursive: true });
  if (link) symlinkSync(from, to, "dir");
  else cpSync(from, to, { recursive: true });
}

/** Files with a folder before their names. */
const below = <T>(folder: string, files: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));

const shown = (stdout: string) =>
  [...stdout.matchAll(/installed (\S+ \S+) replaces .*; see: (.*)/g)].map(([, ...found]) => found);

describe("an installed SDK that replaces", () => {
  test("is told of in one line, with a command that shows it", async () => {
    const project = tempProject({ "src/app.ts": "export {};\n" });
    await install(project, NEWEST, SDK, false);
    const { code, stdout, stderr } = await command(project.root, ["check"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const [[name, see] = []] = shown(stdout);
    expect(name).toBe("@modelcontextprotocol/sdk 1.32.2");
    expect(stdout).toContain("No step-up handler of your own replaces");
    const explicit = await shell(project.root, String(see).replace("step-up-union ", ""));
    expect(explicit.code).toBe(1);
    expect(explicit.stdout).toContain("2 findings in 2 files: 2 rewrite");
    expect(shown(explicit.stdout)).toEqual([]);
  });

  test("is a finding under --fail-on-dependencies, with --quiet, too, but not under --fail-on=never", async () => {
    const project = tempProject({ "src/app.ts": "export {};\n" });
    await install(project, NEWEST);
    const quiet = await command(project.root, ["check", "--quiet", "--fail-on-dependencies"]);
    expect(quiet.code).toBe(1);
    expect(quiet.stdout).toMatch(/^Finding: the installed @modelcontextprotocol\/sdk 1\.32\.2 [^\n]*\n$/);
    expect(await command(project.root, ["check", "--quiet"])).toMatchObject({ code: 0, stdout: "" });
    const json = await command(project.root, ["check", "-f", "json", "--fail-on-dependencies", "--fail-on=never"]);
    expect(json.code).toBe(0);
    const { dependencies, summary } = JSON.parse(json.stdout);
    expect(dependencies).toMatchObject([{ version: "1.32.2", folder: SDK, finding: true }]);
    expect(dependencies[0].sites).toHaveLength(2);
    expect(summary).toMatchObject({ exitCode: 0, files: { selected: 1, read: 1, parsed: 0 } });
  });

  test("is found where the code of a workspace would load it: hoisted, shadowed, or through a store's links", async () => {
    const project = tempProject({
      "packages/a/index.ts": "",
      "packages/b/src/index.ts": "",
      "packages/c/index.ts": "",
    });
    await install(project, NEWEST);
    await install(project, OLDER, `packages/b/${SDK}`);
    await install(project, HARMLESS, `packages/c/${SDK}`);
    const versions = async (...paths: string[]) =>
      shown((await command(project.root, ["check", ...paths])).stdout).map(([name]) => String(name).split(" ")[1]);
    expect(await versions()).toEqual(["1.32.2", "1.23.0"]);
    expect(await versions("packages/a")).toEqual(["1.32.2"]);
    expect(await versions("packages/b")).toEqual(["1.23.0"]);
    expect(await versions("packages/c")).toEqual([]);
  });

  test("in a store is told of once, whatever links lead to it, and not where it is checked itself", async () => {
    const project = tempProject({ "a/index.ts": "", "b/index.ts": "" });
    const store = "node_modules/.pnpm/sdk@1/node_modules/@modelcontextprotocol/sdk";
    await install(project, NEWEST, store, false);
    for (const one of ["a", "b"]) {
      mkdirSync(project.path(`${one}/node_modules/@modelcontextprotocol`), { recursive: true });
      symlinkSync(project.path(store), project.path(`${one}/${SDK}`), "dir");
    }
    const { code, stdout } = await command(project.root, ["check"]);
    expect(code).toBe(0);
    expect(shown(stdout)).toHaveLength(1);
    for (const path of [`a/${SDK}`, `b/${SDK}`, store]) {
      const explicit = await command(project.root, ["check", "a/index.ts", "b/index.ts", path]);
      expect([path, explicit.code, shown(explicit.stdout)]).toEqual([path, 1, []]);
    }
  });

  test("has any name under --fail-on-dependencies: a fork, a bundle, a package within another, but no linked workspace", async () => {
    const fork = { "package.json": { name: "fork", version: "1.0.0" }, "client.ts": TYPESCRIPT };
    const project = tempProject({
      "src/app.ts": "export {};\n",
      ...below("node_modules/@acme/fork", fork),
      ...below("node_modules/host", { "package.json": { name: "host", version: "2.0.0" }, "index.js": "" }),
      ...below("node_modules/host/node_modules/inner", fork),
      ...below("node_modules/.pnpm/deep@1/node_modules/deep", fork),
      ...below("node_modules/migrated", { ...fork, "client.ts": TYPESCRIPT_MIGRATED }),
      ...below("packages/linked", fork),
    });
    symlinkSync(project.path("packages/linked"), project.path("node_modules/linked"), "dir");
    expect(shown((await command(project.root, ["check", "src"])).stdout)).toEqual([]);
    const all = ["check", "--fail-on-dependencies", "src"];
    const folders = async () =>
      shown((await command(project.root, all)).stdout).map(([, see]) => see?.split(" ").at(-1));
    const everywhere = [".pnpm/deep@1/node_modules/deep", "@acme/fork", "host/node_modules/inner"];
    expect(await folders()).toEqual(everywhere.map((name) => `node_modules/${name}`));
    const memory = JSON.parse(project.read("node_modules/.cache/step-up-union/error-code.json"));
    expect(memory.packages["@acme/fork"].files).toEqual(["client.ts"]);
    expect(memory.packages.host.files).toEqual([]);
    // What is remembered says where to look, and not what is there.
    writeFileSync(project.path("node_modules/@acme/fork/client.ts"), TYPESCRIPT_MIGRATED);
    expect(await folders()).toEqual([everywhere[0], everywhere[2]].map((name) => `node_modules/${name}`));
    // It leads nowhere outside of its package, whoever wrote it.
    const path = "node_modules/.cache/step-up-union/error-code.json";
    const written = JSON.parse(project.read(path));
    written.packages.host.files = ["../../packages/linked/client.ts"];
    writeFileSync(project.path(path), JSON.stringify(written));
    expect(await folders()).toHaveLength(2);
  });

  test("is never this tool, which knows the error code, too: under no name and at no depth", async () => {
    const tool = { "package.json": { name: "step-up-union", version: "9.0.0" }, "dist/chunk.ts": TYPESCRIPT };
    const named = (name: string) => ({ ...tool, "package.json": { name, version: "9.0.0" } });
    const project = tempProject({
      "src/app.ts": "export {};\n",
      ...below("node_modules/step-up-union", tool),
      ...below("node_modules/step-up-union/node_modules/inner", named("inner")),
      ...below("node_modules/alias", tool),
      ...below("node_modules/host", { "package.json": { name: "host", version: "1.0.0" } }),
      ...below("node_modules/host/node_modules/step-up-union", tool),
      ...below("node_modules/@acme/step-up-union", named("@acme/step-up-union")),
    });
    const { code, stdout } = await command(project.root, ["check", "--fail-on-dependencies", "src"]);
    expect(code).toBe(1);
    expect(shown(stdout).map(([name]) => name)).toEqual(["@acme/step-up-union 9.0.0", "inner 9.0.0"]);
  });

  test("may have a hostile name and folder, and none of it reaches the terminal", async () => {
    const hostile = "odd \u001b[31m'\u202e$(touch pwned)\n";
    const project = tempProject({ [`${hostile}/app.ts`]: "" });
    await install(project, NEWEST, `${hostile}/${SDK}`);
    const { code, stdout, stderr } = await command(project.root, ["check"]);
    expect(code).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    const [[, see] = []] = shown(stdout);
    const explicit = await shell(project.root, String(see).replace("step-up-union ", ""), { LC_ALL: "C.UTF-8" });
    expect(explicit.code).toBe(1);
    expect(existsSync(project.path("pwned"))).toBe(false);
  });
});

describe("packages in archives", () => {
  const FILES = { "package.json": {}, ".pnp.cjs": "throw new Error('never run');\n", "src/app.ts": "export {};\n" };

  test("leave --fail-on-dependencies undecided, once for each project", async () => {
    const project = tempProject({ ...FILES, "src/more/b.ts": "export {};\n" });
    const { code, stderr } = await command(project.root, ["check", "--fail-on-dependencies"]);
    expect(code).toBe(2);
    expect(stderr.match(/\.pnp\.cjs.*Plug'n'Play.*`yarn patch <package>`/g)).toHaveLength(1);
    expect(await command(project.root, ["check"])).toMatchObject({ code: 0, stderr: "" });
  });

  test("are none of a project that has node_modules, whatever lies above", async () => {
    const project = tempProject({ ...FILES, "app/a.ts": "export {};\n", "app/node_modules/p/package.json": {} });
    expect(await command(project.root, ["check", "--fail-on-dependencies", "app"])).toMatchObject({ code: 0 });
  });
});

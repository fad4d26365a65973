import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { installed } from "../installed/install.ts";
import { quoted } from "../installed/shell.ts";
import { tempProject } from "../temp-project.ts";
import { commandsOf, exampleFor, README } from "./pages.ts";

const FILE = "src/transport.ts";
const FINDING = `${FILE}\n  17:18  rewrite  replaced-scope`;

/** Every command that README's installation tells to run, in its order, and what then runs the check. */
const COMMANDS = [
  ["npm install --save-dev <tarball>", "npx --no step-up-union check src"],
  ["npx --yes --package=<tarball> step-up-union check <src>", undefined],
] as const;

/** What npm remembers: packages as on this machine; what npx installs is gone when the test ends. */
function cache(): string {
  const { root, path } = tempProject({});
  const known = spawnSync("npm", ["config", "get", "cache"], { encoding: "utf8" }).stdout.trim();
  symlinkSync(join(known, "_cacache"), path("_cacache"), "dir");
  return root;
}

/** Runs a command line in a folder, with npm's own settings but for what asks a person or the network. */
function run(workingFolder: string, line: string) {
  const settings = { npm_config_prefer_offline: "true", npm_config_audit: "false", npm_config_yes: "true" };
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: "1", npm_config_cache: cache(), ...settings };
  const { status, stdout, stderr } = spawnSync("bash", ["-c", line], { cwd: workingFolder, env, encoding: "utf8" });
  return { code: status, stdout, stderr };
}

test("README shows no installation that is not run here", () => {
  const shown = commandsOf([README]).filter((command) => command.includes("<tarball>"));
  expect(shown).toEqual(COMMANDS.map(([line]) => line));
});

test.each(COMMANDS)("%s", async (line, check) => {
  const { tarball } = await installed();
  const manifest = { name: "client", type: "module", private: true };
  const project = tempProject({ "package.json": manifest, [FILE]: exampleFor(FILE).before });
  const done = run(project.root, line.replace("<tarball>", quoted(tarball)).replace("<src>", "src"));
  if (check) {
    expect(done).toMatchObject({ code: 0 });
    expect(Object.keys(JSON.parse(project.read("package.json")).devDependencies)).toEqual(["step-up-union"]);
  }
  const { code, stdout } = check ? run(project.root, check) : done;
  expect({ code, begins: stdout.slice(0, FINDING.length) }).toEqual({ code: 1, begins: FINDING });
});

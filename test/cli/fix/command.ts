import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { discoverFixtures } from "../../fixtures/discover.ts";
import { builtCommand } from "../../installed/build.ts";

/** What runs the command, as `node` takes it. */
export const COMMAND: readonly string[] = [builtCommand()];

const { FORCE_COLOR: _, ...WITHOUT_COLOR } = process.env;
/** The environment of the command: nothing in it asks for colour. */
export const ENV = { ...WITHOUT_COLOR, NO_COLOR: "1" };

/** Runs `step-up-union fix`. */
export function runFix(folder: string, ...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [...COMMAND, "fix", ...args], { cwd: folder, encoding: "utf8", env: ENV });
}

/** Starts `step-up-union fix`, and does not wait for it. */
export function startFix(folder: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [...COMMAND, "fix", ...args], { cwd: folder, env: ENV, stdio: "ignore" });
}

/** The text of a fixture that needs a rewrite. */
export function rewriteFixture(name: string): string {
  const found = discoverFixtures().fixtures.find((each) => each.kind === "rewrite" && each.name === name);
  if (!found) throw new Error(`There is no rewrite fixture ${name}`);
  return found.input;
}

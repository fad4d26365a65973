import { existsSync } from "node:fs";
import { join } from "node:path";
import { foldersUp } from "../folders.ts";
import { readManifest } from "../manifest.ts";
import { asSettings, type Settings } from "../settings.ts";

/** The programs that run tests and are known here, by what people call them. */
export const RUNNERS = ["vitest", "jest", "mocha", "ava", "node --test", "bun test"] as const;
export type RunnerName = (typeof RUNNERS)[number];

/** What runs the tests of a package. */
export interface Runner {
  readonly name: RunnerName;
  /** The packages that its package.json, or one above, has installed. */
  readonly installed: ReadonlySet<string>;
}

/** The packages that bring a runner, or the types of one that needs no package. */
const PACKAGES: readonly (readonly [name: string, runner: RunnerName])[] = [
  ["vitest", "vitest"],
  ["jest", "jest"],
  ["react-scripts", "jest"],
  ["mocha", "mocha"],
  ["ava", "ava"],
  ["@types/bun", "bun test"],
];

/**
 * What runs the tests of the package that a file belongs to, the nearest package.json first, up to the root of its
 * repository: what its scripts for tests call, else what it has installed.
 *
 * @param folder the file's, absolute
 */
export function runnerOf(folder: string): Runner | undefined {
  const manifests = contentsUp(folder);
  const installed = new Set(manifests.flatMap(packagesOf));
  for (const content of manifests) {
    const name = inScripts(content) ?? inPackages(content);
    if (name !== undefined) return { name, installed };
  }
  return undefined;
}

/** What the package.json files say from a folder up to the root of its repository. */
function contentsUp(folder: string): Settings[] {
  const found: Settings[] = [];
  for (const at of foldersUp(folder)) {
    const manifest = readManifest(at);
    if (manifest) found.push(manifest.content);
    if (existsSync(join(at, ".git"))) break;
  }
  return found;
}

function inScripts({ scripts }: Settings): RunnerName | undefined {
  const tests = Object.entries(asSettings(scripts) ?? {}).flatMap(([name, script]) =>
    typeof script === "string" && rankOf(name) >= 0 ? [{ rank: rankOf(name), script }] : [],
  );
  const commands = tests.sort((a, b) => a.rank - b.rank).flatMap(({ script }) => script.split(/&&|\|\||[;&|]/));
  for (const command of commands) {
    const name = calledBy(command);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** How soon a script is looked at: `test` itself calls what the others are there for; none that is not for tests. */
function rankOf(script: string): number {
  if (script === "test") return 0;
  if (/\bunit\b/.test(script)) return 1;
  return script.startsWith("test") ? 2 : -1;
}

function calledBy(command: string): RunnerName | undefined {
  const words = command.split(/[^\w:-]+/);
  const calls = (...wanted: readonly string[]) =>
    words.some((_, at) => wanted.every((word, i) => words[at + i] === word));
  if (calls("vitest")) return "vitest";
  if (calls("jest") || calls("react-scripts", "test")) return "jest";
  if (calls("mocha")) return "mocha";
  if (calls("ava")) return "ava";
  if (calls("bun", "test")) return "bun test";
  return words.includes("--test") && (calls("node") || calls("tsx")) ? "node --test" : undefined;
}

function inPackages(content: Settings): RunnerName | undefined {
  const packages = packagesOf(content);
  return PACKAGES.find(([name]) => packages.includes(name))?.[1];
}

const packagesOf = ({ dependencies, devDependencies }: Settings): string[] =>
  [dependencies, devDependencies].flatMap((list) => Object.keys(asSettings(list) ?? {}));

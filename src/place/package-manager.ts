import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Agent, type DetectStrategy, detect } from "package-manager-detector";
import { foldersUp } from "./folders.ts";
import { readText } from "./text-file.ts";

/** A package manager; `yarn` is Yarn 1, `yarn@berry` any newer one. */
export type PackageManager = Agent;

/** What shows a package manager, the strongest sign in a folder first. */
const SIGNS: DetectStrategy[] = ["lockfile", "packageManager-field", "devEngines-field", "install-metadata"];

/**
 * The package manager of a project: what the nearest folder shows that shows any, up to the root of its repository.
 *
 * @param folder of the project, absolute; it may be a part of a workspace
 * @returns npm where nothing shows one
 */
export async function packageManagerOf(folder: string): Promise<PackageManager> {
  const stopDir = (at: string): boolean => existsSync(join(at, ".git"));
  const found = await detect({ cwd: folder, strategies: SIGNS, stopDir });
  if (!found) return "npm";
  // Both kinds of Yarn call their lock file alike.
  return found.agent === "yarn" && found.version === undefined && isOfBerry(folder) ? "yarn@berry" : found.agent;
}

function isOfBerry(folder: string): boolean {
  const locks = [...foldersUp(folder)].map((at) => readText(join(at, "yarn.lock")));
  return /^__metadata:/m.test(locks.find((lock) => lock !== undefined) ?? "");
}

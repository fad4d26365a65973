import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Agent, type DetectStrategy, detect } from "package-manager-detector";
import { foldersUp } from "./folders.ts";
import { readText } from "./text-file.ts";

/** A package manager that is known; `yarn` is Yarn 1, `yarn@berry` any newer one. */
export type PackageManager = Agent;

/** A name by which package.json may call another one. */
const NAME = /^[a-z][\w-]{0,30}$/i;

/** What shows a package manager, the strongest sign in a folder first. */
const SIGNS: DetectStrategy[] = ["lockfile", "packageManager-field", "devEngines-field", "install-metadata"];

/** What shows vlt, of which the detector does not know. */
const OF_VLT = ["vlt-lock.json", "node_modules/.vlt-lock.json", "node_modules/.vlt"];

/**
 * The package manager of a project: what the nearest folder shows that shows any, up to the root of its repository.
 *
 * @param folder of the project, absolute; it may be a part of a workspace
 * @returns npm where nothing shows one; another name where package.json names one that is not known here
 */
export async function packageManagerOf(folder: string): Promise<PackageManager | (string & {})> {
  let unknown: string | undefined;
  const onUnknown = (named: string | undefined) => {
    const [name = ""] = named?.split("@") ?? [];
    unknown ??= NAME.test(name) ? name : "the package manager that package.json names";
    return undefined;
  };
  let isVlt = false;
  // Asked of each folder that shows no other.
  const stopDir = (at: string): boolean => {
    isVlt = OF_VLT.some((name) => existsSync(join(at, name)));
    return isVlt || existsSync(join(at, ".git"));
  };
  const found = await detect({ cwd: folder, strategies: SIGNS, stopDir, onUnknown });
  // What package.json names comes first, also where another one left its lock file.
  if (unknown !== undefined) return unknown;
  if (!found) return isVlt ? "vlt" : "npm";
  // Both kinds of Yarn call their lock file alike.
  return found.agent === "yarn" && found.version === undefined && isOfBerry(folder) ? "yarn@berry" : found.agent;
}

function isOfBerry(folder: string): boolean {
  const locks = [...foldersUp(folder)].map((at) => readText(join(at, "yarn.lock")));
  return /^__metadata:/m.test(locks.find((lock) => lock !== undefined) ?? "");
}

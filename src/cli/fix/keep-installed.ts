import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { foldersUp } from "../../place/folders.ts";
import { readManifest } from "../../place/manifest.ts";
import { asSettings } from "../../place/settings.ts";
import { readText } from "../../place/text-file.ts";
import { shellWord } from "../../report/shell-word.ts";
import { slashed } from "../files/paths.ts";

/** How the change of an installed package is kept: without it, the next installation takes it back. */
export interface KeepRecipe {
  readonly name: string;
  readonly version: string;
  /** What keeps it: a package of its own, or the package manager. */
  readonly tool: "patch-package" | "pnpm patch" | "yarn patch";
  /** Commands for a POSIX shell in the working folder, in order. */
  readonly commands: readonly string[];
}

/**
 * The recipes for installed packages of which files were changed, by what the lock file says about who installed them.
 *
 * `patch-package` makes a patch of what is changed in place. `pnpm` and later versions of `yarn` hand out a fresh copy,
 * which is to be migrated once more, and install it.
 *
 * @param paths absolute, of changed files
 * @param workingFolder absolute
 * @returns one for each package and place where it is installed; none for files that are not installed ones
 */
export function keepInstalled(paths: readonly string[], workingFolder: string): KeepRecipe[] {
  const recipes = new Map<string, KeepRecipe>();
  for (const path of paths) {
    const installed = installedPackage(path);
    if (!installed || recipes.has(installed.folder)) continue;
    recipes.set(installed.folder, recipeFor(installed, workingFolder));
  }
  return [...recipes.values()];
}

interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** Absolute. */
  readonly folder: string;
  /** The folder around the outermost node_modules folder, absolute. */
  readonly project: string;
}

function installedPackage(path: string): InstalledPackage | undefined {
  const names = path.split(sep);
  const innermost = names.lastIndexOf("node_modules");
  if (innermost < 0) return undefined;
  const length = names[innermost + 1]?.startsWith("@") ? 3 : 2;
  const folder = names.slice(0, innermost + length).join(sep);
  const { name, version } = readManifest(folder)?.content ?? {};
  if (typeof name !== "string" || typeof version !== "string") return undefined;
  return { name, version, folder, project: names.slice(0, names.indexOf("node_modules")).join(sep) || sep };
}

function recipeFor(installed: InstalledPackage, workingFolder: string): KeepRecipe {
  const { name, version, project } = installed;
  const { tool, commands } = toolCommands(installed);
  const way = slashed(relative(workingFolder, project));
  return { name, version, tool, commands: way === "" ? commands : [`cd ${shellWord(way)}`, ...commands] };
}

/** What is to be run in the project's own folder. */
function toolCommands(installed: InstalledPackage): Pick<KeepRecipe, "tool" | "commands"> {
  switch (managerOf(installed.project)) {
    case "pnpm":
      return { tool: "pnpm patch", commands: pnpmCommands(installed) };
    case "yarn":
      return { tool: "yarn patch", commands: yarnCommands(installed) };
    case "yarn 1":
      return {
        tool: "patch-package",
        commands: ["yarn add --dev patch-package postinstall-postinstall", ...patchPackageCommands(installed, "yarn")],
      };
    default:
      return {
        tool: "patch-package",
        commands: ["npm install --save-dev patch-package", ...patchPackageCommands(installed, "npx")],
      };
  }
}

/** The package manager whose lock file is nearest to a project, which may be a part of a workspace. */
function managerOf(project: string): "npm" | "pnpm" | "yarn 1" | "yarn" {
  for (const folder of foldersUp(project)) {
    if (existsSync(join(folder, "pnpm-lock.yaml"))) return "pnpm";
    const lock = readText(join(folder, "yarn.lock"));
    if (lock !== undefined) return /^__metadata:/m.test(lock) ? "yarn" : "yarn 1";
    if (existsSync(join(folder, "package-lock.json")) || existsSync(join(folder, ".git"))) break;
  }
  return "npm";
}

function patchPackageCommands({ folder, project }: InstalledPackage, runner: string): string[] {
  // Of a package below another, patch-package wants both: `outer/inner`.
  const path = slashed(relative(project, folder))
    .replace(/^node_modules\//, "")
    .replaceAll("/node_modules/", "/");
  return [`${runner} patch-package ${shellWord(path)}`, ...afterInstall(project)];
}

/** The script that applies patches after each installation, behind what is there already. */
function afterInstall(project: string): string[] {
  const scripts = asSettings(readManifest(project)?.content.scripts);
  const present = typeof scripts?.postinstall === "string" ? scripts.postinstall : "";
  if (present.includes("patch-package")) return [];
  const script = present === "" ? "patch-package" : `${present} && patch-package`;
  return [`npm pkg set ${shellWord(`scripts.postinstall=${script}`)}`];
}

/** Where pnpm is to put the copy: in a folder that no repository holds. */
const COPY = "node_modules/.step-up-union";

function pnpmCommands({ name, version }: InstalledPackage): string[] {
  return [
    `pnpm patch ${shellWord(`${name}@${version}`)} --edit-dir ${COPY}`,
    `npx step-up-union fix ${COPY}`,
    `pnpm patch-commit ${COPY}`,
    `rm -r ${COPY}`,
  ];
}

function yarnCommands({ name, version }: InstalledPackage): string[] {
  const read = `node -p 'JSON.parse(require("node:fs").readFileSync(0, "utf8")).path'`;
  return [
    `copy=$(yarn patch --json ${shellWord(`${name}@npm:${version}`)} | ${read})`,
    'npx step-up-union fix "$copy"',
    'yarn patch-commit --save "$copy"',
    "yarn install",
  ];
}

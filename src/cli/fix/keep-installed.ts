import { relative, sep } from "node:path";
import { readManifest } from "../../place/manifest.ts";
import { type PackageManager, packageManagerOf } from "../../place/package-manager.ts";
import { asSettings } from "../../place/settings.ts";
import { slashed } from "../../place/shown-path.ts";
import { shellWord } from "../../report/shell-word.ts";
import { toolCommand } from "../tool-command.ts";

/** How the change of an installed package is kept: without it, the next installation takes it back. */
export interface KeepRecipe {
  readonly name: string;
  readonly version: string;
  readonly manager: string;
  /** Commands for a POSIX shell in the working folder, in order; none of a package manager of which none is known. */
  readonly commands: readonly string[];
}

/**
 * The recipes for installed packages of which files were changed, by the package manager that installed them.
 *
 * `patch-package` and Bun make a patch of what is changed in place. pnpm and Yarn from version 2 on hand out a fresh copy,
 * which is to be migrated once more, and install it.
 *
 * @param paths absolute, of changed files
 * @param workingFolder absolute
 * @returns one for each package and place where it is installed; none for files that are not installed ones
 */
export async function keepInstalled(paths: readonly string[], workingFolder: string): Promise<KeepRecipe[]> {
  const packages = new Map<string, InstalledPackage>();
  for (const path of paths) {
    const installed = installedPackage(path);
    if (installed) packages.set(installed.folder, installed);
  }
  return Promise.all([...packages.values()].map((installed) => recipeFor(installed, workingFolder)));
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
  // A name with a dot is none of a package: it is the copy that a recipe migrates, or a cache.
  if (innermost < 0 || names[innermost + 1]?.startsWith(".")) return undefined;
  const length = names[innermost + 1]?.startsWith("@") ? 3 : 2;
  const folder = names.slice(0, innermost + length).join(sep);
  const { name, version } = readManifest(folder)?.content ?? {};
  if (typeof name !== "string" || typeof version !== "string") return undefined;
  return { name, version, folder, project: names.slice(0, names.indexOf("node_modules")).join(sep) || sep };
}

async function recipeFor(installed: InstalledPackage, workingFolder: string): Promise<KeepRecipe> {
  const { name, version, project } = installed;
  const manager = await packageManagerOf(project);
  const commands = RECIPES.get(manager)?.(installed) ?? [];
  const way = slashed(relative(workingFolder, project));
  const isThere = way === "" || commands.length === 0;
  return { name, version, manager, commands: isThere ? commands : [`cd ${shellWord(way)}`, ...commands] };
}

type Recipe = (installed: InstalledPackage) => string[];

/** What is to be run in the project's own folder, by the package manager. */
const RECIPES: ReadonlyMap<string, Recipe> = new Map<PackageManager, Recipe>([
  ["npm", npmCommands],
  ["yarn", yarnClassicCommands],
  ["yarn@berry", yarnCommands],
  ["pnpm", pnpmCommands],
  ["bun", bunCommands],
]);

/** The folder of a package, from its project, as a word of a shell. */
function placeOf({ folder, project }: InstalledPackage): string {
  return shellWord(slashed(relative(project, folder)));
}

function hasPatchPackage({ project }: InstalledPackage): boolean {
  const { dependencies, devDependencies } = readManifest(project)?.content ?? {};
  return [dependencies, devDependencies].some((each) => asSettings(each)?.["patch-package"] !== undefined);
}

function npmCommands(installed: InstalledPackage): string[] {
  const first = hasPatchPackage(installed) ? [] : ["npm install --save-dev patch-package"];
  return [...first, ...patchPackageCommands(installed, "npx")];
}

/** Its `add` takes back what was changed in place. */
function yarnClassicCommands(installed: InstalledPackage): string[] {
  const first = hasPatchPackage(installed)
    ? []
    : [
        "yarn add --dev patch-package postinstall-postinstall",
        `${toolCommand(installed.project)} fix ${placeOf(installed)}`,
      ];
  return [...first, ...patchPackageCommands(installed, "yarn")];
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

function pnpmCommands({ name, version, project }: InstalledPackage): string[] {
  return [
    `pnpm patch ${shellWord(`${name}@${version}`)} --edit-dir ${COPY}`,
    `${toolCommand(project)} fix ${COPY}`,
    `pnpm patch-commit ${COPY}`,
    `rm -r ${COPY}`,
  ];
}

function yarnCommands({ name, version, project }: InstalledPackage): string[] {
  const read = `node -p 'JSON.parse(require("node:fs").readFileSync(0, "utf8")).path'`;
  return [
    `copy=$(yarn patch --json ${shellWord(`${name}@npm:${version}`)} | ${read})`,
    `${toolCommand(project)} fix "$copy"`,
    'yarn patch-commit --save "$copy"',
    "yarn install",
  ];
}

/** What is changed in place is no part of Bun's cache any more: a file is replaced, and so no link of one is written. */
function bunCommands(installed: InstalledPackage): string[] {
  return [`bun patch --commit ${placeOf(installed)}`];
}

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { foldersUp } from "../place/folders.ts";
import { PACKAGE } from "../report/package-folder.ts";
import { quotedWord } from "../report/shell-word.ts";
import { TOOL } from "../report/tool.ts";

/** Where this package is, and what runs it. */
export interface Surroundings {
  /** The folder of this package, absolute, without a separator at its end. */
  readonly packageFolder: string;
  /** Whether Yarn's Plug'n'Play resolves packages in this process. */
  readonly isPlugAndPlay: boolean;
}

/**
 * How a person calls this tool in a folder: what printed commands begin with.
 *
 * `npx` is told only where it finds the tool by itself: elsewhere it would fetch whatever has the tool's name in the
 * registry. An Action, a hook and a global installation have no such place: what they print names the tool, and nothing
 * that is fetched.
 *
 * @param folder absolute
 */
export function toolCommand(folder: string, surroundings: Surroundings = HERE): string {
  const { packageFolder, isPlugAndPlay } = surroundings;
  const folders = [...foldersUp(folder)];
  const isAbove = (name: string) => folders.some((each) => existsSync(join(each, name)));
  if (isPlugAndPlay && isAbove(".pnp.cjs")) return `yarn ${TOOL.name}`;
  // In a clone, npx runs the package that it is in.
  if (isAbove(join("node_modules", ".bin", TOOL.name)) || folders.includes(packageFolder)) return `npx ${TOOL.name}`;
  const given = givenToNpx(packageFolder).map((spec) => `--package=${quotedWord(spec)} `);
  return given.length > 0 ? `npx ${given.join("")}${TOOL.name}` : TOOL.name;
}

const HERE: Surroundings = {
  packageFolder: dirname(fileURLToPath(new URL("package.json", PACKAGE))),
  isPlugAndPlay: "pnp" in process.versions,
};

/** What `npx --package=<…>` was given, where this is the copy that it installed for that: it writes so beside it. */
function givenToNpx(packageFolder: string): readonly string[] {
  const [, cache] = /^(.*[/\\]_npx[/\\][^/\\]+)[/\\]node_modules[/\\][^/\\]+$/.exec(packageFolder) ?? [];
  if (cache === undefined) return [];
  try {
    const { _npx: npx } = JSON.parse(readFileSync(join(cache, "package.json"), "utf8"));
    const packages: unknown = npx?.packages;
    if (!Array.isArray(packages)) return [];
    const specs: readonly string[] = packages.filter((each) => typeof each === "string");
    // What is printed may be run in another folder.
    return specs.map((spec) => (/^\.\.?[/\\]/.test(spec) ? resolve(spec) : spec));
  } catch {
    return [];
  }
}

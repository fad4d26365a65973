import { existsSync, readdirSync, realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** The packages whose client answers step-up challenges for those who use it. */
const SDK_PACKAGES = ["@modelcontextprotocol/sdk", "@modelcontextprotocol/client"];

/** A package below a `node_modules` folder. */
export interface InstalledPackage {
  /** Its folder, absolute, by the way it was found. */
  readonly folder: string;
  /** The outermost `node_modules` folder that led to it, absolute. */
  readonly modules: string;
}

/** The MCP SDKs that code in some folders would load, each once, whatever links lead to it, by path. */
export function installedSdks(folders: Iterable<string>): InstalledPackage[] {
  const nearest = new Map<string, readonly (InstalledPackage | undefined)[]>();
  const lookUp = (folder: string): readonly (InstalledPackage | undefined)[] => {
    const known = nearest.get(folder);
    if (known) return known;
    const parent = dirname(folder);
    const above = parent === folder ? [] : lookUp(parent);
    const modules = join(folder, "node_modules");
    const isThere = existsSync(modules);
    const found = SDK_PACKAGES.map((name, index) =>
      isThere && isPackage(join(modules, name)) ? { folder: join(modules, name), modules } : above[index],
    );
    nearest.set(folder, found);
    return found;
  };
  const byRealPath = new Map<string, InstalledPackage>();
  for (const folder of folders) {
    for (const installed of lookUp(folder)) if (installed) byRealPath.set(realpathSync(installed.folder), installed);
  }
  return [...byRealPath.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/**
 * Every package that is installed above some folders, and those within them, each once, whatever links lead to it. A
 * link that leads out of `node_modules` is the code of a workspace: that is checked, and not installed.
 */
export function* installedPackages(folders: Iterable<string>): Generator<InstalledPackage> {
  const seen = new Set<string>();
  const waiting = modulesAbove(folders).map((modules) => ({ modules, top: modules }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const folder of packagesIn(next.modules)) {
      const real = realpathSync(folder);
      if (seen.has(real)) continue;
      seen.add(real);
      if (!real.split(sep).includes("node_modules")) continue;
      yield { folder, modules: next.top };
      waiting.push({ modules: join(folder, "node_modules"), top: next.top });
    }
  }
}

/** The `node_modules` folders from which code in some folders loads, the outermost first. */
function modulesAbove(folders: Iterable<string>): string[] {
  const above = new Set<string>();
  for (const start of folders) {
    for (let folder = start; !above.has(folder); folder = dirname(folder)) above.add(folder);
  }
  return [...above]
    .map((folder) => join(folder, "node_modules"))
    .filter((modules) => existsSync(modules))
    .sort((a, b) => b.length - a.length);
}

/** The folders of the packages in a `node_modules` folder, those of pnpm's store included. */
function packagesIn(modules: string): string[] {
  return namesIn(modules).flatMap((name) => {
    const folder = join(modules, name);
    if (name === ".pnpm") return namesIn(folder).flatMap((entry) => packagesIn(join(folder, entry, "node_modules")));
    if (name.startsWith(".")) return [];
    const folders = name.startsWith("@") ? namesIn(folder).map((inner) => join(folder, inner)) : [folder];
    return folders.filter(isPackage);
  });
}

const isPackage = (folder: string): boolean => existsSync(join(folder, "package.json"));

/** The names in a folder; none in what is no folder, or cannot be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

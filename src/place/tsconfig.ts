import { dirname, isAbsolute, join, resolve } from "node:path";
import { foldersUp } from "./folders.ts";
import { parseLooseJson } from "./loose-json.ts";
import { asSettings, type Settings } from "./settings.ts";
import { readText } from "./text-file.ts";

/**
 * What a tsconfig says about where sources lie and how they import each other.
 *
 * Read by hand: `get-tsconfig` throws away a configuration whose base is not installed, and a checked project need not
 * be installed.
 */
export interface Tsconfig {
  /** Absolute. */
  readonly rootDir?: string;
  /** `module`, in lower case. */
  readonly module?: string;
  /** `moduleResolution`, in lower case. */
  readonly moduleResolution?: string;
  /** Whether imports may end in `.ts`. */
  readonly tsExtensions?: boolean;
}

/** More than this many configurations extend each other only in a circle. */
const DEEPEST = 20;

/**
 * The configurations that may hold for a file: the nearest tsconfig.json, then those that it references, as a
 * "solution" file does that has no sources of its own.
 *
 * @param file absolute
 */
export function tsconfigsFor(file: string): Tsconfig[] {
  for (const folder of foldersUp(dirname(file))) {
    const path = join(folder, "tsconfig.json");
    const settings = readSettings(path);
    if (settings) return [path, ...referenced(settings, folder)].flatMap((config) => readTsconfig(config));
  }
  return [];
}

/**
 * The configurations of the programs that a configuration stands for: itself, or those that it references where it has
 * no sources of its own.
 *
 * @param config absolute
 */
export function programsOf(config: string): string[] {
  const settings = readSettings(config);
  const isSolution = Array.isArray(settings?.files) && settings.files.length === 0 && settings.include === undefined;
  const others = settings && isSolution ? referenced(settings, dirname(config)) : [];
  return others.length > 0 ? others : [config];
}

function readTsconfig(path: string): Tsconfig[] {
  const found = compilerOptions(path, dirname(path), 0);
  return found ? [found] : [];
}

function referenced(settings: Settings, folder: string): string[] {
  if (!Array.isArray(settings.references)) return [];
  return settings.references.flatMap((reference) => {
    const path = asSettings(reference)?.path;
    if (typeof path !== "string") return [];
    return [path.endsWith(".json") ? resolve(folder, path) : resolve(folder, path, "tsconfig.json")];
  });
}

/** The options of a configuration over those of the ones it extends; undefined where it cannot be read. */
function compilerOptions(path: string, leafFolder: string, depth: number): Tsconfig | undefined {
  const settings = depth > DEEPEST ? undefined : readSettings(path);
  if (!settings) return undefined;
  const folder = dirname(path);
  const inherited = basesOf(settings, folder).map((base) => compilerOptions(base, leafFolder, depth + 1));
  return Object.assign({}, ...inherited, ownOptions(settings, folder, leafFolder));
}

function ownOptions(settings: Settings, folder: string, leafFolder: string): Tsconfig {
  const options = asSettings(settings.compilerOptions) ?? {};
  const { rootDir, module, moduleResolution, allowImportingTsExtensions, rewriteRelativeImportExtensions } = options;
  return {
    ...(typeof rootDir === "string" && { rootDir: resolve(folder, rootDir.replace(/^\$\{configDir\}/, leafFolder)) }),
    ...(typeof module === "string" && { module: module.toLowerCase() }),
    ...(typeof moduleResolution === "string" && { moduleResolution: moduleResolution.toLowerCase() }),
    ...((allowImportingTsExtensions === true || rewriteRelativeImportExtensions === true) && { tsExtensions: true }),
  };
}

/** The files that a configuration extends, the weakest first. */
function basesOf(settings: Settings, folder: string): string[] {
  const names = Array.isArray(settings.extends) ? settings.extends : [settings.extends];
  return names.flatMap((name) => {
    const found = typeof name === "string" ? findBase(name, folder) : undefined;
    return found === undefined ? [] : [found];
  });
}

function findBase(name: string, folder: string): string | undefined {
  if (isAbsolute(name) || /^\.{1,2}(?:\/|$)/.test(name)) return firstReadable(resolve(folder, name));
  for (const at of foldersUp(folder)) {
    const found = firstReadable(join(at, "node_modules", name));
    if (found) return found;
  }
  return undefined;
}

function firstReadable(path: string): string | undefined {
  return [path, `${path}.json`, join(path, "tsconfig.json")].find((candidate) => readText(candidate) !== undefined);
}

function readSettings(path: string): Settings | undefined {
  const text = readText(path);
  return text === undefined ? undefined : parseLooseJson(text);
}

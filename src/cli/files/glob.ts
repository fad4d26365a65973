import { lstatSync } from "node:fs";
import path, { type PlatformPath } from "node:path";
import picomatch from "picomatch";

/** A glob pattern, taken apart. */
export interface Glob {
  /** The folder that all it can match lies in, absolute. */
  readonly folder: string;
  /**
   * Whether it matches a path.
   *
   * @param below the path from `folder`, with slashes
   */
  matches(below: string, isFolder: boolean): boolean;
  /**
   * Whether it could match something in a folder whose own folder passed this test.
   *
   * @param depth how many folders lie between `folder` and this one
   */
  mayReachInto(name: string, depth: number): boolean;
  /** Whether it asks for `node_modules` by name. */
  readonly namesNodeModules: boolean;
}

const OPTIONS = { dot: true, nonegate: true, windows: false } as const;

/**
 * Reads a pattern. Its leading parts are taken as they stand where they have no special characters, or exist under that
 * very name, as `[id]` does in the routes of many web applications.
 *
 * @param pattern with slashes, or with those of this system
 * @param system how paths are written: as on this system by default
 * @returns the absolute path that it is, where no part of it is a pattern
 */
export function readGlob(pattern: string, workingFolder: string, system: PlatformPath = path): Glob | string {
  const slashed = system.sep === "\\" ? pattern.replaceAll("\\", "/") : pattern;
  // Empty for a relative pattern; on Windows with its drive, or the server and the share.
  const { root } = system.parse(slashed);
  const parts = partsOf(slashed.slice(root.length));
  let folder = root === "" ? workingFolder : system.resolve(workingFolder, root);
  while (parts[0] !== undefined) {
    const below = partBelow(folder, parts[0], system);
    if (below === undefined) break;
    folder = below;
    parts.shift();
  }
  if (parts.length === 0) return folder;
  return globBelow(folder, parts, slashed.endsWith("/"));
}

function globBelow(folder: string, parts: readonly string[], foldersOnly: boolean): Glob {
  const whole = picomatch(parts.join("/"), OPTIONS);
  const open = parts.findIndex((part) => part.includes("**") || part.includes("/"));
  const closed = (open < 0 ? parts : parts.slice(0, open)).map((part) => picomatch(part, OPTIONS));
  return {
    folder,
    matches: (below, isFolder) => (isFolder || !foldersOnly) && whole(below),
    mayReachInto: (name, depth) => {
      if (open >= 0 && depth >= open) return true;
      return depth < parts.length - 1 && (closed[depth]?.(name) ?? false);
    },
    namesNodeModules: parts.some((part) => part.includes("node_modules")),
  };
}

/** The path of a part that is no pattern, or that exists as it stands. */
function partBelow(folder: string, part: string, system: PlatformPath): string | undefined {
  if (!picomatch.scan(part).isGlob && !part.includes("/")) return system.resolve(folder, unescaped(part));
  try {
    const below = folder.endsWith(system.sep) ? folder + part : folder + system.sep + part;
    return lstatSync(below, { throwIfNoEntry: false }) ? below : undefined;
  } catch {
    return undefined;
  }
}

function unescaped(part: string): string {
  return part.replace(/\\([\\*?[\](){}!+@|,])/g, "$1");
}

/** Splits at the slashes that are not in brackets; empty parts are left out. */
function partsOf(pattern: string): string[] {
  const parts = [""];
  let depth = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] as string;
    if (character === "/" && depth === 0) {
      parts.push("");
      continue;
    }
    if ("({".includes(character)) depth++;
    else if (")}".includes(character)) depth = Math.max(0, depth - 1);
    parts[parts.length - 1] += character === "\\" ? character + (pattern[++at] ?? "") : character;
  }
  return parts.filter((part) => part !== "");
}

import { dirname, join } from "node:path";
import { foldersUp, isWithin } from "./folders.ts";
import { asSettings, type Settings } from "./settings.ts";
import { readText } from "./text-file.ts";

/** A package.json. */
export interface Manifest {
  /** The folder that holds it, absolute. */
  readonly folder: string;
  readonly content: Settings;
}

/**
 * The package.json of a folder or of the nearest folder above that has one, named or not: the one that decides how
 * Node reads a `.js` file.
 *
 * @param folder absolute
 */
export function nearestManifest(folder: string): Manifest | undefined {
  for (const manifest of manifestsUp(folder)) return manifest;
  return undefined;
}

/**
 * The folder of the package that a file belongs to: the nearest one whose package.json has a name (one without is there
 * for its `type` only), else the nearest one with a package.json, else the working folder, else the file's own.
 *
 * @param file absolute
 * @param workingFolder absolute; it counts only where the file lies in it
 */
export function packageRoot(file: string, workingFolder: string): string {
  for (const { folder, content } of manifestsUp(dirname(file))) {
    if (typeof content.name === "string" && content.name !== "") return folder;
  }
  const unnamed = nearestManifest(dirname(file));
  if (unnamed) return unnamed.folder;
  return isWithin(workingFolder, file) ? workingFolder : dirname(file);
}

/** The package.json of one folder; undefined where there is none. One that cannot be parsed counts as empty. */
export function readManifest(folder: string): Manifest | undefined {
  const text = readText(join(folder, "package.json"));
  return text === undefined ? undefined : { folder, content: parseManifest(text) };
}

function* manifestsUp(folder: string): Generator<Manifest> {
  for (const at of foldersUp(folder)) {
    const manifest = readManifest(at);
    if (manifest) yield manifest;
  }
}

function parseManifest(text: string): Settings {
  try {
    return asSettings(JSON.parse(text)) ?? {};
  } catch {
    return {};
  }
}

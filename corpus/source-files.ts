import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";

const SOURCE = /\.[cm]?[jt]sx?$/i;
const DECLARATION = /\.d\.(?:[^.]+\.)?[cm]?ts$/i;

/**
 * The source files of a folder, sorted, relative to it and with forward slashes. Declaration files hold no code, and
 * links could lead out of the folder: both are left out.
 */
export async function listSources(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name) && !DECLARATION.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

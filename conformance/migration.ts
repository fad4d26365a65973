import { cp, readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** A copy of a package that was migrated. */
export interface Migration {
  readonly folder: string;
  /** What was printed meanwhile. */
  readonly output: string;
  /** The files that differ from the published package, with `/` between folders. */
  readonly changed: readonly string[];
  /** The files that the published package does not have. */
  readonly added: readonly string[];
}

/**
 * Copies a package, changes the copy, and looks at what became of it.
 *
 * @param change returns what it printed
 */
export async function migrated(published: string, folder: string, change: () => Promise<string>): Promise<Migration> {
  await cp(published, folder, { recursive: true });
  const output = await change();
  const [before, after] = await Promise.all([published, folder].map(listFiles));
  const changed: string[] = [];
  for (const path of before ?? []) {
    if (await differs(join(published, path), join(folder, path))) changed.push(path);
  }
  return { folder, output, changed, added: (after ?? []).filter((path) => !before?.includes(path)) };
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

async function differs(path: string, other: string): Promise<boolean> {
  const [text, otherText] = await Promise.all([readFile(path), readFile(other)]);
  return !text.equals(otherText);
}

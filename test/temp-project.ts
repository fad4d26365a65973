import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { onTestFinished } from "vitest";

/** A folder with files for one test. */
export interface TempProject {
  /** Absolute, without symbolic links. */
  readonly root: string;
  /** The absolute path of a file in it. */
  path(name: string): string;
  /** The text of a file. */
  read(name: string): string;
  /** Every file by its path from the root, with slashes, and its text. */
  files(): Record<string, string>;
}

/**
 * Writes files to a new folder, which is removed when the test ends.
 *
 * @param files texts by path from the folder's root; objects are written as JSON
 * @param whenFinished that of the test's own context, for tests that run at the same time
 */
export function tempProject(
  files: Readonly<Record<string, string | object>>,
  whenFinished: (clean: () => void) => void = onTestFinished,
): TempProject {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "step-up-union-")));
  whenFinished(() => rmSync(root, { recursive: true, force: true }));
  return projectIn(root, files);
}

/**
 * Writes files to a folder, which is created, or emptied of all else.
 *
 * @param root absolute
 * @param files texts by path from the root; objects are written as JSON
 */
export function projectIn(root: string, files: Readonly<Record<string, string | object>>): TempProject {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  const path = (name: string) => join(root, ...name.split("/"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), typeof content === "string" ? content : JSON.stringify(content));
  }
  const read = (name: string) => readFileSync(path(name), "utf8");
  const names = () => filesIn(root).map((file) => relative(root, file).split(sep).join("/"));
  return { root, path, read, files: () => Object.fromEntries(names().map((name) => [name, read(name)])) };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesIn(path) : [path];
    });
}

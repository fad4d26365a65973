import { basename, dirname } from "node:path";
import { hasCheckedExtension } from "../../place/file-kinds.ts";
import { isWithin, namesBelow } from "../../place/folders.ts";
import { shownPath } from "../../place/shown-path.ts";
import type { Descent } from "./descent.ts";
import type { Folder, Passed } from "./folder.ts";
import { type Given, planOf } from "./given.ts";
import { type Notice, type SelectionRequest, sayingOnce } from "./selection.ts";
import { startFolder } from "./start.ts";

/**
 * Those of some files that `selectFiles` would lead to, whether they are on the disk or, as staged ones may be, not.
 *
 * @param files by absolute paths, without symbolic links
 * @param notice is told of given paths that do not exist, unless one of the files is there; not of those that lead to
 *   none of the files, since a set that git made may well be empty
 * @returns in their order, each with its path from the working folder, with slashes
 */
export function restrictTo<File extends { readonly path: string }>(
  files: readonly File[],
  request: SelectionRequest,
  notice: Notice,
): (File & { readonly file: string })[] {
  const once = sayingOnce(notice);
  const candidates = files.filter(({ path }) => hasCheckedExtension(path));
  const { descent, given } = planOf(request, once);
  const wanted = new Set<string>();
  for (const one of given) {
    const leadsTo = pathTest(one, request, descent);
    const found = candidates.filter(({ path }) => leadsTo(path));
    for (const { path } of found) wanted.add(path);
    if (one.kind === "unusable" && !files.some(({ path }) => isAt(one.path, path))) once.failure(one.failure);
  }
  return candidates
    .filter(({ path }) => wanted.has(path))
    .map((file) => ({ ...file, file: shownPath(request.workingFolder, file.path) }));
}

function isAt(folder: string | undefined, path: string): boolean {
  return folder !== undefined && isWithin(folder, path);
}

type PathTest = (path: string) => boolean;

/** Whether a given path leads to a file. What is not on the disk, but in the index, is gone into all the same. */
function pathTest(given: Given, request: SelectionRequest, descent: Descent): PathTest {
  if (given.kind === "file") return (path) => path === given.real || path === given.path;
  if (given.kind === "folder") return testBelow(given.folder, descent);
  const at = given.kind === "unusable" ? given.path : undefined;
  if (at === undefined) return () => false;
  const below = testBelow(startFolder(at, at, undefined, request, descent), descent);
  const shown = shownPath(request.workingFolder, at);
  return (path) => (path === at ? !descent.leavesOut(at, shown) : below(path));
}

function testBelow(start: Folder, descent: Descent): PathTest {
  const opened = new Map<string, Folder | Passed>();
  const folderAt = (names: readonly string[]): Folder | Passed => {
    let at: Folder | Passed = start;
    for (const [index, name] of ["", ...names].entries()) {
      const key = names.slice(0, index).join("/");
      const known = opened.get(key);
      if (known === undefined && typeof at !== "string") {
        const next: Folder | Passed = index === 0 ? at : descent.folderIn(at, name);
        at = typeof next === "string" ? next : descent.open(next, () => true);
        opened.set(key, at);
      } else if (known !== undefined) {
        at = known;
      }
    }
    return at;
  };
  return (path) => {
    const top = [start.real, start.path].find((at) => isWithin(at, path) && at !== path);
    if (top === undefined) return false;
    const folder = folderAt(namesBelow(top, dirname(path)));
    return typeof folder !== "string" && typeof descent.fileIn(folder, basename(path)) !== "string";
  };
}

import { dirname, isAbsolute, relative, sep } from "node:path";

/** A folder and the folders that hold it, the nearest first. */
export function* foldersUp(folder: string): Generator<string> {
  for (let at = folder; ; at = dirname(at)) {
    yield at;
    if (dirname(at) === at) return;
  }
}

/** Whether a path is a folder itself or lies below it. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The names between a folder and something below it, the latter's own included. */
export function namesBelow(folder: string, path: string): string[] {
  const way = relative(folder, path);
  return way === "" ? [] : way.split(sep);
}

/** How a module in `folder` writes a relative path: with slashes, and beginning with `./` or `../`. */
export function relativeModule(folder: string, path: string): string {
  const way = relative(folder, path).split(sep).join("/");
  return way.startsWith("../") ? way : `./${way}`;
}

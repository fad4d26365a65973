import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { readManifest } from "./manifest.ts";
import { asSettings } from "./settings.ts";

/**
 * Whether a source file of a package can be imported from outside by a wildcard of its package.json, such as
 * `"./*": "./dist/*"`. What is built lies in other folders than its sources, under the same names: the part of a target
 * that leads to no folder of the sources is taken for the folder of the build.
 *
 * @param file absolute; need not be there
 * @param root the folder at the top of the package's sources, absolute
 * @param packageRoot absolute
 */
export function isPublicByWildcard(file: string, root: string, packageRoot: string): boolean {
  const entries = Object.entries(asSettings(readManifest(packageRoot)?.content.exports) ?? {});
  const wildcards = entries.filter(([key]) => key.startsWith("./") && key.includes("*"));
  const closed = wildcards.filter(([, value]) => value === null).map(([key]) => beforeStar(key));
  const way = slashed(relative(root, file));
  return wildcards.some(([key, value]) =>
    targetsOf(value).some((target) => {
      const folder = sourceFolder(target, root, packageRoot);
      if (folder === undefined || !way.startsWith(folder)) return false;
      const subpath = beforeStar(key) + way.slice(folder.length);
      return !closed.some((prefix) => subpath.startsWith(prefix));
    }),
  );
}

/** The texts with a wildcard to which an entry leads, under any condition. */
function targetsOf(value: unknown): string[] {
  if (typeof value === "string") return value.startsWith("./") && value.includes("*") ? [value] : [];
  return Object.values(asSettings(value) ?? {}).flatMap(targetsOf);
}

/**
 * The folder of the sources whose files a target publishes, from their root, with a slash at its end; empty for all of
 * them. Undefined where it publishes no modules, or only those of certain names.
 */
function sourceFolder(target: string, root: string, packageRoot: string): string | undefined {
  const folder = beforeStar(target).slice("./".length);
  const behind = target.slice(target.indexOf("*") + 1);
  if (!/^(?:\.[cm]?[jt]sx?|\.d\.[cm]?ts)?$/.test(behind) || !/^$|\/$/.test(folder)) return undefined;
  const sources = slashed(relative(packageRoot, root));
  const top = sources === "" ? "" : `${sources}/`;
  if (top !== "" && folder.startsWith(top)) return folder.slice(top.length);
  const names = folder.split("/").slice(0, -1);
  for (let at = top === "" ? 0 : 1; at < names.length; at++) {
    const rest = names.slice(at);
    if (existsSync(join(root, ...rest))) return `${rest.join("/")}/`;
  }
  return "";
}

const beforeStar = (pattern: string): string => pattern.slice(0, pattern.indexOf("*"));

const slashed = (path: string): string => path.split(sep).join("/");

import { isWithin, namesBelow } from "../../place/folders.ts";
import { realPath } from "../../place/real-path.ts";
import { asPrefix, shownFolder } from "../../place/shown-path.ts";
import type { Descent } from "./descent.ts";
import type { Folder } from "./folder.ts";
import type { Glob } from "./glob.ts";
import { type IgnoreRules, rulesInFolder } from "./ignore-rules.ts";
import type { SelectionRequest } from "./selection.ts";
import { workTreeRoot } from "./work-tree.ts";

/**
 * A folder that was named, with the ignore rules of the folders above that hold in it: none that would ignore it, since
 * naming it says that it is wanted.
 *
 * In `node_modules` no ignore file counts, neither those above nor those inside: a package is checked as it was
 * published, and one whose `.gitignore` slipped into it names its `dist` there.
 *
 * @param path absolute, of a folder
 * @param real the same without symbolic links
 * @param glob the pattern that starts here
 */
export function startFolder(
  path: string,
  real: string,
  glob: Glob | undefined,
  request: SelectionRequest,
  descent: Descent,
): Folder {
  const file = shownFolder(request.workingFolder, path);
  const root = workTreeRoot(real);
  const inPackage = [path, real].some((at) => isInNodeModules(root, at));
  const gitignore = request.gitignore && !inPackage;
  const workingFolder = realPath(request.workingFolder);
  const rules = gitignore ? rulesAbove(real, root ?? workingFolder, workingFolder, descent) : undefined;
  return { path, real, file, gitignore, rules, ...(glob && { search: { glob, below: "", depth: 0 } }) };
}

/**
 * The rules of the folders from `top` down to the one above `folder`. Without a work tree, `top` is the working folder.
 */
function rulesAbove(folder: string, top: string, workingFolder: string, descent: Descent): IgnoreRules | undefined {
  if (folder === top || !isWithin(top, folder)) return undefined;
  let rules: IgnoreRules | undefined;
  let at = top;
  for (const name of namesBelow(top, folder)) {
    rules = descent.rulesOf(at, rules, shownFolder(workingFolder, at), () => true);
    at = asPrefix(at) + name;
    const below = rulesInFolder(rules, at);
    rules = below === "ignored" ? undefined : below;
  }
  return rules;
}

function isInNodeModules(root: string | undefined, path: string): boolean {
  const below = root !== undefined && isWithin(root, path) ? namesBelow(root, path) : path.split(/[\\/]/);
  return below.includes("node_modules");
}

import { UserPatterns } from "../../config/user-patterns.ts";
import { hasCheckedExtension, isComponentFile, isDeclarationFile } from "../../place/file-kinds.ts";
import { foldersUp } from "../../place/folders.ts";
import { asPrefix, shownFolder } from "../../place/shown-path.ts";
import { unreadable } from "../../place/system-error.ts";
import type { Exclusion } from "./exclusion.ts";
import type { Folder, Passed } from "./folder.ts";
import { refusedPatterns } from "./ignore-patterns.ts";
import { type IgnoreRules, ignoresFile, rulesInFolder, withRules } from "./ignore-rules.ts";
import type { Notice, SelectedFile, SelectionRequest } from "./selection.ts";
import { excludesOf, gitignoreIn, repositoryAt } from "./work-tree.ts";

/** The rules by which a descent goes into folders and takes files. */
export class Descent {
  readonly #workingFolder: string;
  readonly #patterns: UserPatterns;
  readonly #exclusions: readonly Exclusion[];
  readonly #notice: Notice;

  constructor(request: SelectionRequest, exclusions: readonly Exclusion[], notice: Notice) {
    this.#workingFolder = request.workingFolder;
    this.#patterns = new UserPatterns(request);
    this.#exclusions = exclusions;
    this.#notice = notice;
  }

  /** The folder of this name in another, as it is before its own ignore file is read, or why it is not gone into. */
  folderIn(folder: Folder, name: string): Folder | Passed {
    if (name === ".git") return "git-folder";
    const search = searchIn(folder, name);
    if (search === "unmatched") return search;
    if (name === "node_modules" && !folder.search?.glob.namesNodeModules) return "node_modules";
    const path = asPrefix(folder.path) + name;
    const file = this.#shownFolder(folder, name, path);
    if (this.#isExcluded(path, true)) return "excluded";
    if (this.#patterns.matches(file)) return "ignore-pattern";
    const real = asPrefix(folder.real) + name;
    const rules = rulesInFolder(folder.rules, real);
    if (rules === "ignored") return "gitignore";
    return { path, real, file, gitignore: folder.gitignore, rules, ...(search && { search }) };
  }

  /** The file of this name in a folder, a component's included, or why it is not taken. */
  fileIn(folder: Folder, name: string): (SelectedFile & { readonly real: string }) | Passed {
    if (folder.search && !folder.search.glob.matches(folder.search.below + name, false)) return "unmatched";
    if (!hasCheckedExtension(name) && !isComponentFile(name)) return "extension";
    if (isDeclarationFile(name)) return "declaration";
    const path = asPrefix(folder.path) + name;
    if (this.#isExcluded(path, false)) return "excluded";
    const file = folder.file + name;
    if (this.#patterns.matches(file)) return "ignore-pattern";
    const real = asPrefix(folder.real) + name;
    return ignoresFile(folder.rules, real) ? "gitignore" : { path, file, real };
  }

  /**
   * A folder with the rules of its own ignore files.
   *
   * @param has whether there is something of a name in it; asked before the disk is
   */
  open(folder: Folder, has: (name: string) => boolean): Folder {
    if (!folder.gitignore) return folder;
    const rules = this.rulesOf(folder.real, folder.rules, folder.file, has);
    return rules === folder.rules ? folder : { ...folder, rules };
  }

  /** What holds in a folder: a repository of its own starts anew, and its `.gitignore` goes before those above. */
  rulesOf(
    real: string,
    above: IgnoreRules | undefined,
    shown: string,
    has: (name: string) => boolean,
  ): IgnoreRules | undefined {
    let rules = above;
    const repository = has(".git") ? repositoryAt(real) : undefined;
    if (repository !== undefined) {
      rules = this.#withRules(undefined, real, excludesOf(repository), `${shown}.git/info/exclude`);
    }
    const own = has(".gitignore") ? this.#gitignoreIn(real, shown) : undefined;
    return this.#withRules(rules, real, own, `${shown}.gitignore`);
  }

  /** The rules with those of an ignore file, unless there is none, or it is one that can't be read. */
  #withRules(above: IgnoreRules | undefined, real: string, patterns: string | undefined, file: string) {
    if (patterns === undefined) return above;
    const refused = refusedPatterns(patterns);
    if (!refused) return withRules(above, real, patterns);
    this.#notice.failure({ kind: "too-large", file, ...refused });
    return above;
  }

  #gitignoreIn(real: string, shown: string): string | undefined {
    try {
      return gitignoreIn(real);
    } catch (error) {
      const { message } = unreadable(shown, error);
      this.#notice.remark({ file: `${shown}.gitignore`, message: `Its rules are passed over. ${message}` });
      return undefined;
    }
  }

  /**
   * Whether the user's own patterns leave out a path that was named, or a folder above it.
   *
   * @param path absolute
   * @param file from the working folder, with slashes, one at the end of a folder
   */
  leavesOut(path: string, file: string): "ignore-pattern" | "excluded" | undefined {
    if (this.#patterns.matches(file)) return "ignore-pattern";
    let isFolder = file.endsWith("/");
    for (const at of foldersUp(path)) {
      if (this.#isExcluded(at, isFolder)) return "excluded";
      isFolder = true;
    }
    return undefined;
  }

  /** From above the working folder, the way may lead back into it. */
  #shownFolder({ file }: Folder, name: string, path: string): string {
    if (!/^(?:\.\.\/)+$/.test(file)) return `${file}${name}/`;
    return shownFolder(this.#workingFolder, path);
  }

  #isExcluded(path: string, isFolder: boolean): boolean {
    return this.#exclusions.some((exclusion) => exclusion(path, isFolder));
  }
}

/** How a pattern goes on in a folder: everything below is wanted where it matches the folder itself. */
function searchIn({ search }: Folder, name: string): Folder["search"] | "unmatched" {
  if (!search) return undefined;
  const { glob, below, depth } = search;
  if (glob.matches(below + name, true)) return undefined;
  if (!glob.mayReachInto(name, depth)) return "unmatched";
  return { glob, below: `${below}${name}/`, depth: depth + 1 };
}

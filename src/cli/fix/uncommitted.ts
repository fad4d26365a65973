import { dirname, relative, resolve } from "node:path";
import type { Problem } from "../../model/outcome.ts";
import { realPath } from "../../place/real-path.ts";
import { shownPath } from "../../place/shown-path.ts";
import { fields, Git, GitError } from "../files/git-process.ts";
import { workTreeRoot } from "../files/work-tree.ts";

/** What git knows of some files. */
export interface Uncommitted {
  /** Those that would not come back from the last commit as they are now, as they were given. */
  readonly paths: readonly string[];
  /** Those of repositories for which git cannot answer, as they were given: nothing says that they are safe. */
  readonly unknown: readonly string[];
  /** What could not be asked. */
  readonly remarks: readonly Problem[];
}

/** Paths are handed to git up to so many characters at once: systems bound a command line. */
const MOST_CHARACTERS = 30_000;

/**
 * The files whose present text no commit holds: changed, staged, or not tracked.
 *
 * Files outside of any repository, and those that git ignores (installed packages, builds), are not among them: there
 * is no commit to compare with, and they come from an installation or a build that can be done again.
 *
 * Git writes nothing, and nothing that a repository names is started.
 *
 * @param paths absolute
 * @param workingFolder what file names in remarks are relative to, absolute
 */
export function uncommitted(paths: readonly string[], workingFolder: string): Uncommitted {
  const found = new Set<string>();
  const unknown = new Set<string>();
  const remarks: Problem[] = [];
  for (const [root, files] of byRepository(paths)) {
    const answer = askGit(root, [...files.keys()]);
    if ("problem" in answer) {
      const file = shownPath(workingFolder, root);
      remarks.push({ file, message: `Git cannot say what is committed here: ${answer.problem}` });
    }
    for (const [real, given] of files) {
      const set = "problem" in answer ? unknown : answer.dirty.has(real) ? found : undefined;
      for (const path of given) set?.add(path);
    }
  }
  const those = (set: ReadonlySet<string>) => paths.filter((path) => set.has(path));
  return { paths: those(found), unknown: those(unknown), remarks };
}

/** Files by the folder of their repository: their real paths, each with the paths by which it was given. */
function byRepository(paths: readonly string[]): Map<string, Map<string, string[]>> {
  const repositories = new Map<string, Map<string, string[]>>();
  const known = new Map<string, string | undefined>();
  for (const path of paths) {
    // Git does not look behind symbolic links, and what is replaced is the file that they lead to.
    const real = realPath(path);
    const folder = dirname(real);
    if (!known.has(folder)) known.set(folder, workTreeRoot(folder));
    const root = known.get(folder);
    if (root === undefined) continue;
    const files = repositories.get(root) ?? new Map<string, string[]>();
    repositories.set(root, files);
    files.set(real, [...(files.get(real) ?? []), path]);
  }
  return repositories;
}

type Answer = { readonly dirty: ReadonlySet<string> } | { readonly problem: string };

const STATUS = ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all"];

/** What a hook of git tells the commands that it runs, of its own repository. */
const OF_A_HOOK = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY"];

function askGit(root: string, files: readonly string[]): Answer {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_A_HOOK.includes(name)));
  const git = new Git(root, { ...env, GIT_LITERAL_PATHSPECS: "1" });
  const dirty = new Set<string>();
  for (const names of portions(files.map((file) => relative(root, file)))) {
    try {
      const output = git.output([...STATUS, "--ignore-submodules=all", "--", ...names]);
      // Each entry is `XY path`, with slashes, from the root of the repository.
      for (const entry of fields(output)) dirty.add(resolve(root, entry.slice(3)));
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      return { problem: error.isMissing ? "Git is not installed." : error.message };
    }
  }
  return { dirty };
}

function portions(names: readonly string[]): string[][] {
  const all: string[][] = [];
  let room = 0;
  for (const name of names) {
    room -= name.length + 1;
    if (room < 0 || all.length === 0) {
      all.push([]);
      room = MOST_CHARACTERS - name.length;
    }
    all.at(-1)?.push(name);
  }
  return all;
}

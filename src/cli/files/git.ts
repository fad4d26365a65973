import { lstatSync } from "node:fs";
import { join, resolve } from "node:path";
import { nearMiss } from "../../model/near-miss.ts";
import type { Failure, Problem } from "../../model/outcome.ts";
import { unreadable } from "../../place/system-error.ts";
import { fields, Git, GitError } from "./git-process.ts";
import { decodeSource, type Source, type SourceFailure } from "./read-source.ts";

/** A file that git names. */
export interface GitFile {
  /** Absolute. */
  readonly path: string;
}

/** A file as it stands in the index. */
export interface StagedFile extends GitFile {
  /** The name of its content in git's store. */
  readonly object: string;
}

/** What git answered: files by path, each once. */
export type GitSet<File extends GitFile> =
  | { readonly files: readonly File[]; readonly remarks: readonly Problem[] }
  | { readonly failure: Failure };

/** `diff-index`, unlike `diff`, never writes what it learned about the files to the index. */
const DIFF = ["diff-index", "-z", "--no-abbrev", "--no-renames", "--no-relative", "--ignore-submodules=all"];

/**
 * The files of the work tree that differ from where a branch left `ref`: committed since, staged, changed or new, and
 * not ignored. Deleted files, links and submodules are left out; a renamed file has its new name.
 *
 * Where `ref` and HEAD share no history, as in a clone without depth, the files that differ from `ref` itself, and a
 * remark.
 *
 * @param ref a commit, as git names them; one that begins with `-` is refused
 * @param workingFolder absolute, in the work tree
 */
export function changedSince(ref: string, workingFolder: string): GitSet<GitFile> {
  return answering("--since", () => {
    const { git, root } = workTree(workingFolder);
    const commit = commitOf(ref, git);
    const { status, output } = git.ask(["merge-base", commit, "HEAD"]);
    const base = status === 0 ? output.toString("utf8").trim() : commit;
    const changed = trulyChanged(entriesOf(git.output([...DIFF, base, "--"])), git, root);
    const untracked = fields(git.output(["ls-files", "--others", "--exclude-standard", "-z"]));
    const names = [...changed, ...untracked.filter((name) => !name.endsWith("/"))];
    const paths = [...new Set(names)].sort().map((name) => join(root, name));
    const message = `${ref} and HEAD share no history in this clone (git fetch --unshallow gets it); files are compared with ${ref} itself.`;
    const remarks = status === 0 ? [] : [{ file: "--since", message }];
    return { files: paths.filter(isFile).map((path) => ({ path })), remarks };
  });
}

/**
 * The files of the index that differ from HEAD, or all of them before the first commit. Deleted files, links and
 * submodules are left out; a renamed file has its new name. `stagedTexts` has their texts.
 *
 * @param workingFolder absolute, in the work tree
 */
export function stagedFiles(workingFolder: string): GitSet<StagedFile> {
  return answering("--staged", () => {
    const { git, root } = workTree(workingFolder);
    const entries = entriesOf(git.output([...DIFF, "--cached", headOrNothing(git), "--"]));
    const unmerged = new Set(entries.filter(({ status }) => status === "U").map(({ name }) => name));
    const files = entries
      .filter(({ mode, name }) => mode.startsWith("100") && !unmerged.has(name))
      .map(({ name, object }) => ({ path: join(root, name), object }));
    const message = "It is in the middle of a merge, so there is no staged text of it yet.";
    return { files, remarks: [...unmerged].map((file) => ({ file, message })) };
  });
}

/**
 * The staged texts of files, read by one process.
 *
 * @param files of `stagedFiles`, the `file` that a failure calls each included
 * @returns in the order of the files
 */
export function stagedTexts(
  files: readonly (StagedFile & { readonly file: string })[],
  workingFolder: string,
): readonly (Source | SourceFailure)[] {
  if (files.length === 0) return [];
  try {
    const names = files.map(({ object }) => `${object}\n`).join("");
    const output = new Git(workingFolder).output(["cat-file", "--batch"], names);
    let at = 0;
    return files.map(({ file }) => {
      const end = output.indexOf("\n", at);
      const [, , size] = output.toString("latin1", at, end).split(" ");
      at = end + 1;
      if (size === undefined) return { failure: unreadable(file, new Error("git does not have its staged text.")) };
      const bytes = output.subarray(at, at + Number(size));
      at += bytes.length + 1;
      return decodeSource(bytes, file);
    });
  } catch (error) {
    if (error instanceof GitError) return files.map(({ file }) => ({ failure: unreadable(file, error) }));
    throw error;
  }
}

function answering<File extends GitFile>(option: string, answer: () => GitSet<File>): GitSet<File> {
  try {
    return answer();
  } catch (error) {
    if (error instanceof GitError) return { failure: { kind: "usage", file: option, message: error.message } };
    throw error;
  }
}

/** Git at the root of the work tree that a folder lies in. */
function workTree(folder: string): { readonly git: Git; readonly root: string } {
  const { status, output, complaint } = new Git(folder).ask(["rev-parse", "--is-inside-work-tree", "--show-cdup"]);
  const [isInside, up = ""] = output.toString("utf8").split("\n");
  if (status !== 0 || isInside !== "true") {
    const said = complaint === "" ? "" : `, and git says: ${complaint}`;
    throw new GitError(`This needs a git work tree${said}. Run it in one, or give paths instead.`);
  }
  const root = resolve(folder, up);
  return { git: new Git(root), root };
}

function commitOf(ref: string, git: Git): string {
  if (ref === "" || ref.startsWith("-") || ref.includes("\0")) {
    throw new GitError(`${JSON.stringify(ref)} cannot be a git reference; give a branch, a tag or a commit.`);
  }
  const { status, output } = git.ask(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
  if (status === 0) return output.toString("utf8").trim();
  const known = git.output(["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"]);
  const near = nearMiss(ref, known.toString("utf8").split("\n").filter(Boolean));
  const hint = near === undefined ? "If it is on the server only, fetch it first." : `Did you mean ${near}?`;
  throw new GitError(`git knows no commit ${ref} here. ${hint}`);
}

interface RawEntry {
  readonly oldMode: string;
  readonly mode: string;
  readonly oldObject: string;
  /** Zeros where git did not look into the file: its time or size is not that of the index. */
  readonly object: string;
  readonly status: string;
  readonly name: string;
}

/** The entries of `git diff-index -z`, deleted ones aside. */
function entriesOf(output: Buffer): RawEntry[] {
  const parts = fields(output);
  const entries: RawEntry[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [oldMode = "", mode = "", oldObject = "", object = "", status = ""] = (parts[at] as string)
      .slice(1)
      .split(" ");
    if (status !== "D") entries.push({ oldMode, mode, oldObject, object, status, name: parts[at + 1] as string });
  }
  return entries;
}

/** The names of the changed files: those that were merely touched have the content that they had. */
function trulyChanged(entries: readonly RawEntry[], git: Git, root: string): string[] {
  const doubtful = entries.filter(
    ({ status, object, oldMode, mode, name }) =>
      status === "M" && /^0+$/.test(object) && oldMode === mode && isFile(join(root, name)),
  );
  const objects = doubtful.length === 0 ? [] : contentNames(doubtful, git);
  const touched = new Set(doubtful.filter(({ oldObject }, index) => objects[index] === oldObject));
  return entries.filter((entry) => !touched.has(entry)).map(({ name }) => name);
}

/** How git would name the contents of files, could it store them. */
function contentNames(entries: readonly RawEntry[], git: Git): string[] {
  const quoted = entries.map(({ name }) => `"${name.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"\n`);
  return git.output(["hash-object", "--stdin-paths"], quoted.join("")).toString("latin1").split("\n");
}

/** HEAD, or before the first commit the empty tree. */
function headOrNothing(git: Git): string {
  if (git.ask(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]).status === 0) return "HEAD";
  return git.output(["hash-object", "-t", "tree", "--stdin"]).toString("latin1").trim();
}

function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
}

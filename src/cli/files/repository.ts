import type { Repository } from "../../model/provenance.ts";
import { hasCheckedExtension } from "../../place/file-kinds.ts";
import { isWithin } from "../../place/folders.ts";
import { shownPath } from "../../place/shown-path.ts";
import { fields, Git, type GitAnswer, GitError } from "./git-process.ts";
import { publicUrl } from "./remote-url.ts";

/** By its name and not by `git log`, which would run what its configuration names, such as a program for signatures. */
const COMMIT = "HEAD^{commit}\n";
/** What differs from HEAD. Submodules answer for themselves; files that were merely touched differ in nothing. */
const STATUS = ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=all"];

/**
 * What git tells of a repository. Nothing that its configuration names is run, and nothing is fetched; without git, or
 * where git refuses to look, its folder is all.
 *
 * @param root the root of its work tree, absolute
 * @param workingFolder absolute; what its folder is told from
 */
export async function repositoryOf(root: string, workingFolder: string): Promise<Repository> {
  const place = {
    folder: shownPath(workingFolder, root),
    ...(isWithin(root, workingFolder) && { workingFolder: shownPath(root, workingFolder) }),
  };
  try {
    const git = new Git(root);
    const url = urlOf(git);
    const answers = [git.askMeanwhile(["cat-file", "--batch"], COMMIT), git.askMeanwhile(STATUS)] as const;
    const [commit, status] = await Promise.all(answers);
    return { ...place, ...(url !== undefined && { url }), ...commitOf(commit, status) };
  } catch (error) {
    if (error instanceof GitError) return place;
    throw error;
  }
}

/** The address of the remote `origin`, or of the only one. */
function urlOf({ remotes }: Git): string | undefined {
  const origin = remotes.find(({ name }) => name === "origin") ?? (remotes.length === 1 ? remotes[0] : undefined);
  return origin && publicUrl(origin.url);
}

/** @throws GitError where there is a commit, and git cannot tell what differs from it */
function commitOf({ output }: GitAnswer, status: GitAnswer): Pick<Repository, "commit" | "date" | "clean"> {
  const [head = ""] = output.toString("utf8").split("\n\n");
  const [, commit] = /^([0-9a-f]+) commit /.exec(head) ?? [];
  if (commit === undefined) return {};
  if (status.status !== 0) throw new GitError(`git status failed: ${status.complaint}`);
  const [, seconds] = /^committer .* (\d{1,11}) [+-]\d{4}$/m.exec(head) ?? [];
  const date =
    seconds === undefined ? {} : { date: new Date(Number(seconds) * 1000).toISOString().replace(".000Z", "Z") };
  return { commit, ...date, clean: fields(status.output).every(isBeside) };
}

/** Whether an entry of the status is a new file that is not checked. */
const isBeside = (entry: string): boolean => entry.startsWith("?? ") && !hasCheckedExtension(entry);

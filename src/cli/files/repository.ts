import type { Repository } from "../../model/provenance.ts";
import { isWithin } from "../../place/folders.ts";
import { shownPath } from "../../place/shown-path.ts";
import { isClean } from "./git.ts";
import { Git, GitError } from "./git-process.ts";
import { publicUrl } from "./remote-url.ts";

/**
 * What git tells of a repository. Nothing that its configuration names is run, and nothing is fetched; without git, or
 * where git refuses to look, its folder is all.
 *
 * @param root the root of its work tree, absolute
 * @param workingFolder absolute; what its folder is told from
 */
export function repositoryOf(root: string, workingFolder: string): Repository {
  const place = {
    folder: shownPath(workingFolder, root),
    ...(isWithin(root, workingFolder) && { workingFolder: shownPath(root, workingFolder) }),
  };
  try {
    const git = new Git(root);
    const url = urlOf(git);
    return { ...place, ...(url !== undefined && { url }), ...commitOf(git, root) };
  } catch (error) {
    if (error instanceof GitError) return place;
    throw error;
  }
}

/** The address of the remote `origin`, or of the only one. */
function urlOf(git: Git): string | undefined {
  const { output } = git.ask(["config", "-z", "--get-regexp", "^remote\\..*\\.url$"]);
  const remotes = output
    .toString("utf8")
    .split("\0")
    .filter(Boolean)
    .map((entry) => {
      const end = entry.indexOf("\n");
      return { name: entry.slice(0, end), url: entry.slice(end + 1) };
    });
  const origin =
    remotes.find(({ name }) => name === "remote.origin.url") ?? (remotes.length === 1 ? remotes[0] : undefined);
  return origin && publicUrl(origin.url);
}

/** The commit, read without what `git log` would run to show it, such as a program that checks signatures. */
function commitOf(git: Git, root: string): Pick<Repository, "commit" | "date" | "clean"> {
  const { status, output } = git.ask(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  if (status !== 0) return {};
  const commit = output.toString("latin1").trim();
  const [head = ""] = git.output(["cat-file", "commit", commit]).toString("utf8").split("\n\n");
  const [, seconds] = /^committer .* (\d{1,11}) [+-]\d{4}$/m.exec(head) ?? [];
  const date =
    seconds === undefined ? {} : { date: new Date(Number(seconds) * 1000).toISOString().replace(".000Z", "Z") };
  return { commit, ...date, clean: isClean(git, root) };
}

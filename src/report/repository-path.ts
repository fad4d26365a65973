import { posix } from "node:path";
import type { Repository } from "../model/provenance.ts";

/** A file, and the repository that it lies in. */
export interface RepositoryPath {
  /** The innermost one; absent where it lies in none. */
  readonly repository?: Repository;
  /** From the root of the repository, else as it was given; with slashes. */
  readonly path: string;
}

/**
 * Where a file lies, whatever folder the command ran in.
 *
 * @param file from the working folder, with slashes
 */
export function repositoryPath(file: string, repositories: readonly Repository[]): RepositoryPath {
  let found: RepositoryPath = { path: file };
  for (const repository of repositories) {
    const path = pathWithin(repository, file);
    const isInner = found.repository === undefined || (path !== undefined && path.length < found.path.length);
    if (path !== undefined && isInner) found = { repository, path };
  }
  return found;
}

function pathWithin({ folder, workingFolder }: Repository, file: string): string | undefined {
  if (workingFolder === undefined) {
    return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
  }
  const path = posix.join(workingFolder, file);
  return path === ".." || path.startsWith("../") || posix.isAbsolute(file) ? undefined : path;
}

/**
 * A path as systems take it that know a repository and not the folder in which the command ran: from the root of the
 * one that holds this folder. What lies elsewhere, and all where there is none, stays as it is.
 *
 * @param file from the working folder, with slashes
 */
export function uploadPath(file: string, repositories: readonly Repository[]): string {
  const around = repositories.filter(({ workingFolder }) => workingFolder !== undefined);
  return repositoryPath(file, around).path;
}

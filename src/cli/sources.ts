import { resolve } from "node:path";
import { hasCheckedExtension } from "../place/file-kinds.ts";
import { shownPath } from "../place/shown-path.ts";
import type { CheckRequest } from "./check-request.ts";
import { Descent } from "./files/descent.ts";
import { changedSince, stagedFiles, stagedTexts } from "./files/git.ts";
import { leftOut, wrongExtension } from "./files/given-failures.ts";
import { readSource, type SourceFailure, type Source as Text } from "./files/read-source.ts";
import { restrictTo } from "./files/restrict.ts";
import { selectFiles } from "./files/select-files.ts";
import type { Notice, SelectedFile, SelectionRequest } from "./files/selection.ts";

/** A file to be checked. */
export interface Source extends SelectedFile {
  /** Its text, read whenever it is asked for. */
  read(): Text | SourceFailure;
}

type Request = CheckRequest & { readonly workingFolder: string };

/**
 * The files that a request names, each once.
 *
 * @param paths files, folders and glob patterns, absolute or from the working folder
 */
export function sourcesOf(paths: readonly string[], request: Request, notice: Notice): Iterable<Source> {
  const { workingFolder, since, staged, stdin, ignorePatterns = [], config, gitignore = true } = request;
  const selection = { paths, workingFolder, ignorePatterns, ...(config && { config }), gitignore };
  if (stdin) return standardInput(stdin, selection, notice);
  if (staged) return stagedSources(selection, notice);
  return since === undefined ? allSources(selection, notice) : changedSources(since, selection, notice);
}

/** The given text as if its file were named: the file itself need not be there. */
function standardInput(
  { file, source }: NonNullable<CheckRequest["stdin"]>,
  selection: SelectionRequest,
  notice: Notice,
): Source[] {
  const path = resolve(selection.workingFolder, file);
  const name = shownPath(selection.workingFolder, path);
  const by = new Descent(selection, [], notice).leavesOut(path, name);
  if (by === undefined && hasCheckedExtension(path)) {
    return [{ path, file: name, read: () => ({ text: source, encoding: "utf-8" }) }];
  }
  notice.failure(by === undefined ? wrongExtension(name) : leftOut(name, by));
  return [];
}

function* allSources(selection: SelectionRequest, notice: Notice): Generator<Source> {
  for (const { path, file } of selectFiles(selection, notice)) yield { path, file, read: () => readSource(path, file) };
}

function changedSources(ref: string, selection: SelectionRequest, notice: Notice): Source[] {
  const found = changedSince(ref, selection.workingFolder);
  if ("failure" in found) {
    notice.failure(found.failure);
    return [];
  }
  for (const remark of found.remarks) notice.remark(remark);
  const files = restrictTo(found.files, selection, notice);
  return files.map(({ path, file }) => ({ path, file, read: () => readSource(path, file) }));
}

function stagedSources(selection: SelectionRequest, notice: Notice): Source[] {
  const found = stagedFiles(selection.workingFolder);
  if ("failure" in found) {
    notice.failure(found.failure);
    return [];
  }
  for (const remark of found.remarks) notice.remark(remark);
  const files = restrictTo(found.files, selection, notice);
  const texts = stagedTexts(files, selection.workingFolder);
  return files.map(({ path, file }, index) => ({ path, file, read: () => texts[index] as Text | SourceFailure }));
}

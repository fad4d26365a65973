import { selectFiles } from "../../../src/cli/files/select-files.ts";
import type { SelectionRequest } from "../../../src/cli/files/selection.ts";
import type { Failure, Problem } from "../../../src/model/outcome.ts";

/** What a selection in a folder leads to, and what it says. */
export function selected(
  workingFolder: string,
  paths: readonly string[] = ["."],
  more: Partial<SelectionRequest> = {},
) {
  const { failures, remarks, notice } = listening();
  const request = { paths, workingFolder, ignorePatterns: [], gitignore: true, ...more };
  const files = [...selectFiles(request, notice)].map(({ file }) => file);
  return { files, failures, remarks };
}

/** A notice that keeps what it is told. */
export function listening() {
  const failures: Failure[] = [];
  const remarks: Problem[] = [];
  const notice = {
    failure: (failure: Failure) => void failures.push(failure),
    remark: (problem: Problem) => void remarks.push(problem),
  };
  return { failures, remarks, notice };
}

import type { Provenance, Repository } from "../model/provenance.ts";
import { provenanceJson } from "./provenance.ts";
import { uploadPath } from "./repository-path.ts";
import { uriOf } from "./sarif-text.ts";

/** What SARIF says of the run that GitHub does not read: its options, the installed SDKs and the repositories. */
export function runProvenance(provenance: Provenance) {
  const { repositories } = provenance;
  const folders = repositories.map(({ folder }) => uploadPath(folder, repositories));
  return {
    ...versionControl(repositories, (index) => folders[index] ?? "."),
    properties: provenanceJson(provenance),
  };
}

/**
 * The repositories that have an address, as SARIF's `versionControlProvenance`; it must have one.
 *
 * @param mapped the folder of each in the paths of the results, `.` where these count from its root; absent where all do
 */
export function versionControl(
  repositories: readonly Pick<Repository, "url" | "commit" | "date">[],
  mapped?: (index: number) => string,
) {
  const details = repositories.flatMap(({ url, commit, date }, index) => {
    const folder = mapped?.(index) ?? ".";
    if (url === undefined) return [];
    const detail = {
      repositoryUri: url,
      ...(commit !== undefined && { revisionId: commit }),
      ...(date !== undefined && { asOfTimeUtc: date }),
      ...(folder !== "." && { mappedTo: { uri: `${uriOf(folder)}/` } }),
    };
    return [detail];
  });
  return details.length > 0 ? { versionControlProvenance: details } : {};
}

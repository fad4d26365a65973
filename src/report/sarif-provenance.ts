import type { Provenance, Repository } from "../model/provenance.ts";
import { provenanceJson } from "./provenance.ts";
import { uploadPath } from "./repository-path.ts";
import { uriOf } from "./sarif-text.ts";

/** What paths count from: the root of the repository. GitHub knows it by this name. */
const ROOT = "%SRCROOT%";

/**
 * Where a file lies.
 *
 * @param file from the root of the repository, with slashes; elsewhere as it was given
 */
export function artifactAt(file: string, repositories: readonly Pick<Repository, "url">[]) {
  const uri = uriOf(file);
  const isWithin = !/^(?:file:|\.\.\/)/.test(uri);
  return { uri, ...(isWithin && repositories.some(({ url }) => url !== undefined) && { uriBaseId: ROOT }) };
}

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
      mappedTo: { ...(folder !== "." && { uri: `${uriOf(folder)}/` }), uriBaseId: ROOT },
    };
    return [detail];
  });
  if (details.length === 0) return {};
  return {
    originalUriBaseIds: { [ROOT]: { description: { text: "The root of the repository." } } },
    versionControlProvenance: details,
  };
}

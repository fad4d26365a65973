import type { InstalledSdk, Provenance, Repository } from "../model/provenance.ts";

// Each part is written out, so that only what the schemas describe is published, in one order.

/** What a report was made of, and with what, as JSON documents have it. */
export function provenanceJson({ options, repositories, sdks, shard, time }: Provenance) {
  return {
    options: { ...options },
    repositories: repositories.map(repositoryJson),
    sdks: sdks.map(sdkJson),
    ...(shard && { shard: { index: shard.index, count: shard.count } }),
    ...(time !== undefined && { time }),
  };
}

function repositoryJson({ folder, workingFolder, url, commit, date, clean }: Repository) {
  return {
    folder,
    ...(workingFolder !== undefined && { workingFolder }),
    ...(url !== undefined && { url }),
    ...(commit !== undefined && { commit }),
    ...(date !== undefined && { date }),
    ...(clean !== undefined && { clean }),
  };
}

const sdkJson = ({ name, version, folder }: InstalledSdk) => ({ name, version, folder });

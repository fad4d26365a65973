import { hash } from "node:crypto";
import type { CheckedFile, CheckedSite } from "../model/outcome.ts";
import type { Provenance, Repository } from "../model/provenance.ts";
import { repositoryPath } from "./repository-path.ts";

/**
 * The fingerprint of something that is told of a site, as 16 hexadecimal digits: its rule, the file's path in its
 * repository, the names around the site, its code, and its rank among the sites that share these.
 *
 * It stays while these do: where the code is formatted or moves in its function, and whatever folder the command runs
 * in. The repository is no part of it: a copy of the file in another one has the same.
 */
export type Fingerprints = (site: CheckedSite, rule: string) => string;

/** The fingerprints of a file's sites. */
export function fingerprintsOf({ file, sites }: CheckedFile, repositories: readonly Repository[]): Fingerprints {
  const { path } = repositoryPath(file, repositories);
  const counts = new Map<string, number>();
  const ranks = new Map<CheckedSite, number>();
  for (const site of sites) {
    const key = JSON.stringify([site.identity.symbols, site.identity.code]);
    const rank = (counts.get(key) ?? 0) + 1;
    counts.set(key, rank);
    ranks.set(site, rank);
  }
  return (site, rule) => fingerprint([rule, path, site.identity.symbols, site.identity.code, ranks.get(site)]);
}

/** The fingerprints of all sites of some files, to be told before any are left out: a rank counts the others. */
export function allFingerprints(
  files: readonly CheckedFile[],
  { repositories }: Provenance,
): ReadonlyMap<CheckedSite, string> {
  return new Map(
    files.flatMap((file) => {
      const prints = fingerprintsOf(file, repositories);
      return file.sites.map((site) => [site, prints(site, site.rule)] as const);
    }),
  );
}

/** 64 bits of what tells a thing from others: enough for the sites of all repositories that there are. */
export const fingerprint = (identity: readonly unknown[]): string =>
  hash("sha256", JSON.stringify(identity)).slice(0, 16);

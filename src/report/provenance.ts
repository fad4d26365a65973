import { OPTIONS } from "../model/options.ts";
import type { InstalledSdk, Provenance, Repository } from "../model/provenance.ts";
import { code, type Sentence, say } from "../rules/sentence.ts";

// Each part is written out, so that only what the schemas describe is published, in one order.

/** What a report was made of, and with what, as JSON documents have it. */
export function provenanceJson({ options, repositories, sdks, shard, time }: Provenance) {
  return {
    options: { ...options },
    repositories: repositories.map(repositoryJson),
    sdks: sdks.map(sdkJson),
    ...(shard && { shard: { index: shard.index, count: shard.count, files: shard.files } }),
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

/** What made a report, and of what. */
export interface Made {
  /** The version of this tool. */
  readonly version: string;
  readonly provenance: Provenance;
}

/** So many of a kind are told to people; JSON has them all. */
const MOST = 3;

/** What a report was made of, and with what, for people: options by their names where they are not the default. */
export function madeSentence({ version, provenance }: Made): Sentence {
  const { options, repositories, sdks, time } = provenance;
  const standards: Readonly<Record<string, { readonly default?: string; readonly meaning: string } | undefined>> =
    OPTIONS;
  const chosen = Object.entries(options).filter(([name, value]) => value !== standards[name]?.default);
  return [
    ...say`Made by ${code(`step-up-union ${version}`)}`,
    ...listed(" from ", repositories.map(repositoryWords)),
    ...listed(
      "; options: ",
      chosen.map(([name, value]) => say`${code(`--${name}=${value}`)}`),
    ),
    ...listed(
      "; installed: ",
      sdks.map(({ name, version: installed }) => say`${code(`${name} ${installed}`)}`),
    ),
    ...(time === undefined ? [] : say`; on ${time}`),
    ".",
  ];
}

function repositoryWords({ folder, url, commit, date, clean }: Repository): Sentence {
  const name = code(url?.replace("https://", "") ?? folder);
  if (commit === undefined) return say`${name}`;
  const day = date === undefined ? "" : ` (${date.slice(0, 10)})`;
  return say`${name} at ${code(commit.slice(0, 12))}${day}${clean === false ? ", with changes that are not committed" : ""}`;
}

function listed(before: string, items: readonly Sentence[]): Sentence {
  if (items.length === 0) return [];
  const shown = items.slice(0, MOST).flatMap((item, index) => (index === 0 ? [...item] : [", ", ...item]));
  const more = items.length - MOST;
  return [before, ...shown, ...(more > 0 ? [` and ${more} more`] : [])];
}

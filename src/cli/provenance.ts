import { dirname } from "node:path";
import { chosenOf } from "../config/with-config.ts";
import { OPTIONS, type OptionName } from "../model/options.ts";
import type { InstalledSdk, Provenance, Repository } from "../model/provenance.ts";
import { nearestManifest } from "../place/manifest.ts";
import { shownPath } from "../place/shown-path.ts";
import type { CheckRequest } from "./check-request.ts";
import { installedSdks } from "./dependencies/installed.ts";
import { repositoryOf } from "./files/repository.ts";
import { repositoryAt } from "./files/work-tree.ts";

/** What a run was, beside its options. */
export interface RunFacts {
  /** The folders that hold the selected files, absolute. */
  readonly folders: ReadonlySet<string>;
  /** Of a run that judges a part of the files: the names of all, as reports have them. */
  readonly names?: Iterable<string>;
  /** Absolute. */
  readonly workingFolder: string;
  /** When the run began; absent where nobody asked. */
  readonly began?: Date | undefined;
  /** Those of the folders, where git was asked already. */
  readonly repositories?: Promise<readonly Repository[]> | undefined;
}

/**
 * What a report was made of, and with what. The same files at the same commit give the same, but for the time.
 *
 * Git is asked once for each repository, and reads no more than it must.
 */
export async function provenanceOf(
  request: CheckRequest,
  { folders, names, workingFolder, began, repositories = repositoriesOf(folders, workingFolder) }: RunFacts,
): Promise<Provenance> {
  return {
    options: optionsOf(request, workingFolder),
    repositories: await repositories,
    sdks: installedSdks(folders)
      .map(({ folder }): InstalledSdk => {
        const { name, version } = nearestManifest(folder)?.content ?? {};
        return { name: String(name), version: String(version), folder: shownPath(workingFolder, folder) };
      })
      .sort(byFolder),
    ...(request.shard && { shard: { ...request.shard, files: digestOf(names ?? []) } }),
    ...(began && { time: began.toISOString() }),
  };
}

/** The repositories that folders lie in, or without any the working folder; by folder. */
export async function repositoriesOf(
  folders: ReadonlySet<string>,
  workingFolder: string,
): Promise<readonly Repository[]> {
  const roots = rootsOf(folders.size > 0 ? folders : [workingFolder]);
  return (await Promise.all(roots.map((root) => repositoryOf(root, workingFolder)))).sort(byFolder);
}

/** The options in the order in which documentation lists them, those that neither the command line nor a configuration gives by their default. */
function optionsOf({ options = {}, project, config }: CheckRequest, workingFolder: string): Provenance["options"] {
  const { values } = chosenOf(options, config, workingFolder);
  const names = Object.keys(OPTIONS) as OptionName[];
  const entries = names.map((name) => {
    const entry: { readonly default?: string; readonly meaning: string } = OPTIONS[name];
    return [name, values[name] ?? entry.default] as const;
  });
  const file = config ? shownPath(workingFolder, config.path) : undefined;
  const known = [...entries, ["project", project] as const, ["config", file] as const].filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(known);
}

const digestOf = (names: Iterable<string>): string =>
  process
    .getBuiltinModule("node:crypto")
    .hash("sha256", JSON.stringify([...names].sort()))
    .slice(0, 16);

/** The roots of the work trees that folders lie in, each once. */
function rootsOf(folders: Iterable<string>): string[] {
  const known = new Map<string, string | undefined>();
  const rootOf = (folder: string): string | undefined => {
    if (known.has(folder)) return known.get(folder);
    const parent = dirname(folder);
    const above = () => (parent === folder ? undefined : rootOf(parent));
    const root = repositoryAt(folder) === undefined ? above() : folder;
    known.set(folder, root);
    return root;
  };
  return [...new Set([...folders].flatMap((folder) => rootOf(folder) ?? []))];
}

const byFolder = (a: { readonly folder: string }, b: { readonly folder: string }): number =>
  a.folder < b.folder ? -1 : Number(a.folder > b.folder);

import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Migration } from "./migration.ts";
import type { MigrationKind, Subject } from "./subjects.ts";

/** What shows in a migrated file that its helper came as it should. */
const MARKS: Record<MigrationKind, RegExp> = {
  auto: /function unionScopes\(/,
  inline: /function unionScopes\(/,
  import: /\bcomputeScopeUnion\b/,
  vendor: /["']\.[^"']*\/union[-_]?scopes\b/i,
  fix: /function unionScopes\(/,
};

/** Every way in which the files of a migrated package are not what its migration should have made of them. */
export async function deviationsOfForm(kind: MigrationKind, subject: Subject, migration: Migration): Promise<string[]> {
  const found: string[] = [];
  const transports = subject.builds.map((build) => build.transport);
  const [changed, toChange] = [migration.changed, transports].map((paths) => paths.toSorted().join(", "));
  if (changed !== toChange) {
    found.push(`${kind} changed ${changed || "nothing"}, not ${toChange}. It printed:\n${migration.output}`);
  }
  const strangers = migration.added.filter(
    (path) => kind !== "vendor" || !/^union[-_]?scopes\.[cm]?js$/i.test(basename(path)),
  );
  if (strangers.length > 0) found.push(`${kind} added ${strangers.join(", ")}`);
  for (const path of transports) {
    const text = await readFile(join(migration.folder, path), "utf8");
    if (!MARKS[kind].test(text)) found.push(`${path} does not show the helper of ${kind}`);
  }
  return found;
}

/** What a run over a package that is migrated already should not have done. */
export function deviationsOfSecondRun({ changed, added, output }: Migration): string[] {
  const paths = [...changed, ...added];
  return paths.length === 0 ? [] : [`a second run changed ${paths.join(", ")}. It printed:\n${output}`];
}

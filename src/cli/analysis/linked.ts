import type { LinkedFile } from "../../link/linked-sites.ts";
import type { Part } from "../../link/neighbours.ts";
import { groupsAround, type Seen, seenTogether, withElsewhere } from "../../link/with-neighbours.ts";
import type { CheckedFile, Failure } from "../../model/outcome.ts";
import type { OwnName } from "../../model/own-names.ts";
import type { Site } from "../../model/site.ts";
import type { Suppression } from "../../model/suppression.ts";
import type { Analyzer } from "./analyzer.ts";

/** A file in which a scope may pass from or to another. */
export interface LinkedPart extends Part {
  /** As reports name it. */
  readonly file: string;
  /** Whether it was analysed by itself. */
  readonly isAnalyzed: boolean;
  /** Its text; undefined where that is no longer to be had. */
  text(): string | undefined;
}

/**
 * The groups of files in which a scope may pass from one to another.
 *
 * @param isWanted of which files one must be in a group
 */
export function linkedGroups(
  parts: readonly LinkedPart[],
  isWanted: (part: LinkedPart) => boolean,
): readonly (readonly LinkedPart[])[] {
  const analyzed = parts.filter(({ isAnalyzed }) => isAnalyzed).map(({ path }) => path);
  return groupsAround(parts, analyzed).filter((group) => group.some(isWanted));
}

/** What comes of files that are looked at together. */
export interface Linked {
  readonly files: readonly CheckedFile[];
  readonly failures: readonly Failure[];
  /** The file of each handler that is recognised so, and not in that file by itself. */
  readonly handlers: readonly string[];
}

/**
 * Adds what files show together, and leaves out what one of them answers for in another.
 *
 * @param files those with something to report, each analysed by itself
 * @param parts those in which a scope may pass from file to file
 * @param groups of `linkedGroups`; their files were analysed by themselves
 */
export async function withLinked(
  files: readonly CheckedFile[],
  parts: readonly LinkedPart[],
  groups: readonly (readonly LinkedPart[])[],
  names: readonly OwnName[],
  analyzer: Analyzer,
): Promise<Linked> {
  const known = new Map(files.map((each) => [each.file, each]));
  const analyzed = parts.filter(({ isAnalyzed }) => isAnalyzed);
  const own = new Map(analyzed.map(({ path, file }) => [path, known.get(file)?.sites ?? []]));
  const texts = new Map<string, LinkedFile>();
  const failures: Failure[] = [];
  const look = async (group: readonly Part[]): Promise<Seen> => {
    const read = group.flatMap(({ path }) => texts.get(path) ?? []);
    const result = await analyzer.link({ group: read, names });
    if ("failure" in result) failures.push(result.failure);
    return { paths: group.map(({ path }) => path), sites: "sites" in result ? result.sites : [] };
  };
  for (const { path, file, text } of new Set(groups.flat())) {
    const source = text();
    if (source !== undefined) texts.set(path, { path, file, source });
  }
  const { added, answered, elsewhere } = seenTogether(await Promise.all(groups.map(look)), own);
  for (const { path, file, source } of texts.values()) {
    const [more = [], gone = new Set<number>()] = [added.get(path), answered.get(path)];
    const told = elsewhere.get(path);
    if (more.length === 0 && gone.size === 0 && !told) continue;
    const before = known.get(file) ?? { file, source, sites: [], edits: [], suppressions: [] };
    const kept = before.sites.filter(({ start }) => !gone.has(start));
    const still = kept.map((each) => {
      const places = told?.get(each.start);
      return places ? withElsewhere(each, places) : each;
    });
    const sites = [...still, ...more].sort((a, b) => a.start - b.start);
    known.set(file, { ...before, sites, suppressions: before.suppressions.map((each) => usedBy(more, each)) });
  }
  return {
    files: [...known.values()].filter(({ sites, suppressions }) => sites.length + suppressions.length > 0),
    failures,
    handlers: parts.flatMap(({ path, file }) => (added.get(path) ?? []).map(() => file)),
  };
}

/** A suppression comment, which is in use where it suppresses what was found along with other files. */
function usedBy(sites: readonly Site[], suppression: Suppression): Suppression {
  const { message: _, ...rest } = suppression;
  const isUsed = sites.some(({ suppressed }) => suppressed?.at.start === suppression.start);
  return isUsed && suppression.state === "unused" ? { ...rest, state: "used" } : suppression;
}

import type { LinkedFile } from "../../link/linked-sites.ts";
import { seenTogether } from "../../link/with-neighbours.ts";
import type { CheckedFile, Failure } from "../../model/outcome.ts";
import type { Site } from "../../model/site.ts";
import type { Suppression } from "../../model/suppression.ts";
import { crash } from "./crash.ts";

/**
 * Adds what files show together, and leaves out what one of them answers for in another.
 *
 * @param files those with something to report, each analysed by itself
 * @param texts those in which a scope may pass from file to file
 * @param analyzed the paths of the texts that were analysed by themselves
 */
export function withLinked(
  files: readonly CheckedFile[],
  texts: readonly LinkedFile[],
  analyzed: ReadonlySet<string>,
): { readonly files: readonly CheckedFile[]; readonly failures: readonly Failure[] } {
  const known = new Map(files.map((each) => [each.file, each]));
  const own = new Map(
    texts.filter(({ path }) => analyzed.has(path)).map(({ path, file }) => [path, known.get(file)?.sites ?? []]),
  );
  const { added, answered, faults } = seenTogether(texts, own);
  for (const { path, file, source } of texts) {
    const [more = [], gone = new Set<number>()] = [added.get(path), answered.get(path)];
    if (more.length === 0 && gone.size === 0) continue;
    const before = known.get(file) ?? { file, source, sites: [], edits: [], suppressions: [] };
    const sites = [...before.sites.filter(({ start }) => !gone.has(start)), ...more].sort((a, b) => a.start - b.start);
    known.set(file, { ...before, sites, suppressions: before.suppressions.map((each) => usedBy(more, each)) });
  }
  return {
    files: [...known.values()].filter(({ sites, suppressions }) => sites.length + suppressions.length > 0),
    failures: faults.map(({ file, error }) => crash(file, error).failure),
  };
}

/** A suppression comment, which is in use where it suppresses what was found along with other files. */
function usedBy(sites: readonly Site[], suppression: Suppression): Suppression {
  const { message: _, ...rest } = suppression;
  const isUsed = sites.some(({ suppressed }) => suppressed?.at.start === suppression.start);
  return isUsed && suppression.state === "unused" ? { ...rest, state: "used" } : suppression;
}

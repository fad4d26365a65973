import { isHandedElsewhere } from "../judge/side-channel.ts";
import type { Site } from "../model/site.ts";
import type { LinkedSite } from "./linked-sites.ts";
import { Neighbours, type Part } from "./neighbours.ts";

/** The groups of files in which a scope of some files may pass from one to another, each once. */
export function groupsAround<Of extends Part>(
  parts: readonly Of[],
  paths: Iterable<string>,
): readonly (readonly Of[])[] {
  const neighbours = new Neighbours(parts);
  const groups = new Map<string, readonly Of[]>();
  for (const path of paths) {
    const group = neighbours.around(path);
    const names = group.map((each) => each.path).sort();
    if (group.length > 1) groups.set(names.join("\n"), group);
  }
  return [...groups.values()];
}

/** Some files, and the sites that they show together. */
export interface Seen {
  readonly paths: readonly string[];
  readonly sites: readonly LinkedSite[];
}

/** What files show together and not by themselves. */
export interface Together {
  /** Reviews that a file does not show by itself, by its path. */
  readonly added: ReadonlyMap<string, readonly Site[]>;
  /** Where a file's own sites begin that another file answers for, by its path. */
  readonly answered: ReadonlyMap<string, ReadonlySet<number>>;
}

/**
 * What groups of files show more than each of the files by itself.
 *
 * @param own the sites of those that were analysed by themselves, by their paths
 */
export function seenTogether(groups: readonly Seen[], own: ReadonlyMap<string, readonly Site[]>): Together {
  const added = new Map<string, Site[]>();
  const answered = new Map<string, Set<number>>();
  for (const { paths, sites } of groups) {
    const isNew = ({ path: of, start }: LinkedSite) => !(own.get(of) ?? []).some((each) => each.start === start);
    const fresh = sites.filter(isNew);
    for (const { path: of, start, review } of fresh) {
      const known = added.get(of) ?? [];
      if (review && !known.some((each) => each.start === start)) added.set(of, [...known, review]);
    }
    for (const of of paths) {
      for (const { start, reasons } of own.get(of) ?? []) {
        const isGone =
          isHandedElsewhere({ reasons }) && !sites.some((each) => each.path === of && each.start === start);
        if (!isGone || !fresh.some((each) => each.path !== of)) continue;
        answered.set(of, (answered.get(of) ?? new Set()).add(start));
      }
    }
  }
  return { added, answered };
}

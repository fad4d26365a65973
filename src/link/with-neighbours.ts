import { isHandedElsewhere } from "../judge/side-channel.ts";
import type { Site } from "../model/site.ts";
import { type LinkedFile, type LinkedSite, linkedSites } from "./linked-sites.ts";
import { Neighbours } from "./neighbours.ts";

/** What files show together and not by themselves. */
export interface Together {
  /** Reviews that a file does not show by itself, by its path. */
  readonly added: ReadonlyMap<string, readonly Site[]>;
  /** Where a file's own sites begin that another file answers for, by its path. */
  readonly answered: ReadonlyMap<string, ReadonlySet<number>>;
  /** Faults of the engine, each with the file whose neighbours were looked at. */
  readonly faults: readonly { readonly file: string; readonly error: unknown }[];
}

/**
 * Follows scopes from file to file by their relative imports.
 *
 * @param files all texts that may take part
 * @param own the sites of those that were analysed by themselves, by their paths
 */
export function seenTogether(files: readonly LinkedFile[], own: ReadonlyMap<string, readonly Site[]>): Together {
  const neighbours = new Neighbours(files);
  const added = new Map<string, Site[]>();
  const answered = new Map<string, Set<number>>();
  const faults: { file: string; error: unknown }[] = [];
  const done = new Set<string>();
  const together = (group: readonly LinkedFile[]): readonly LinkedSite[] => {
    try {
      return linkedSites(group, (from, specifier) => neighbours.resolve(from, specifier));
    } catch (error) {
      faults.push({ file: group[0]?.file ?? "", error });
      return [];
    }
  };
  for (const path of own.keys()) {
    const group = neighbours.around(path);
    const key = group
      .map((each) => each.path)
      .sort()
      .join("\n");
    if (group.length < 2 || done.has(key)) continue;
    done.add(key);
    const sites = together(group);
    const isNew = ({ path: of, start }: LinkedSite) => !(own.get(of) ?? []).some((each) => each.start === start);
    const fresh = sites.filter(isNew);
    for (const { path: of, start, review } of fresh) {
      const known = added.get(of) ?? [];
      if (review && !known.some((each) => each.start === start)) added.set(of, [...known, review]);
    }
    for (const { path: of } of group) {
      for (const { start, reasons } of own.get(of) ?? []) {
        const isGone =
          isHandedElsewhere({ reasons }) && !sites.some((each) => each.path === of && each.start === start);
        if (!isGone || !fresh.some((each) => each.path !== of)) continue;
        answered.set(of, (answered.get(of) ?? new Set()).add(start));
      }
    }
  }
  return { added, answered, faults };
}

import { isHandedElsewhere } from "../judge/side-channel.ts";
import type { Site } from "../model/site.ts";
import { fenced } from "../rules/sentence.ts";
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
  /** What other files tell of a file's own sites, by its path and where they begin. */
  readonly elsewhere: ReadonlyMap<string, ReadonlyMap<number, Elsewhere>>;
}

/** What other files tell of a site. */
export type Elsewhere = Pick<LinkedSite, "testedAt" | "receivedAt">;

/** A review with what other files tell of it; what is decided by its own file alone stays as it is. */
export function withElsewhere(site: Site, { testedAt, receivedAt }: Elsewhere): Site {
  if (site.verdict !== "review") return site;
  const tests = [...new Set(testedAt.map(({ file, line }) => fenced(`${file}:${line}`)))];
  const { message, reasons } = site;
  return {
    ...site,
    message: tests.length > 0 ? `${message}; the challenge is looked at in ${tests.join(", ")}` : message,
    reasons: {
      ...reasons,
      ...(receivedAt.length > 0 && { receivedAt: receivedAt.map(({ file, line }) => ({ file, line })) }),
    },
  };
}

/**
 * What groups of files show more than each of the files by itself.
 *
 * @param own the sites of those that were analysed by themselves, by their paths
 */
export function seenTogether(groups: readonly Seen[], own: ReadonlyMap<string, readonly Site[]>): Together {
  const added = new Map<string, Site[]>();
  const answered = new Map<string, Set<number>>();
  const elsewhere = new Map<string, Map<number, Elsewhere>>();
  for (const { paths, sites } of groups) {
    const isNew = ({ path: of, start }: LinkedSite) => !(own.get(of) ?? []).some((each) => each.start === start);
    const fresh = sites.filter(isNew);
    for (const { path: of, start, review, ...places } of fresh) {
      const known = added.get(of) ?? [];
      if (review && !known.some((each) => each.start === start))
        added.set(of, [...known, withElsewhere(review, places)]);
    }
    for (const { path: of, start, testedAt, receivedAt } of sites) {
      if (testedAt.length + receivedAt.length === 0) continue;
      elsewhere.set(of, (elsewhere.get(of) ?? new Map()).set(start, { testedAt, receivedAt }));
    }
    for (const of of paths) {
      for (const { start, reasons } of own.get(of) ?? []) {
        const isGone =
          isHandedElsewhere({ reasons }) && !sites.some((each) => each.path === of && each.start === start);
        const answers = ({ testedAt }: LinkedSite) => testedAt.some(({ path }) => path === of);
        if (!isGone || !(fresh.some((each) => each.path !== of) || sites.some(answers))) continue;
        answered.set(of, (answered.get(of) ?? new Set()).add(start));
      }
    }
  }
  return { added, answered, elsewhere };
}

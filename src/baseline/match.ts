import { hash } from "node:crypto";
import type { CheckedFile, CheckedSite, StaleEntry } from "../model/outcome.ts";
import type { BaselineEntry } from "./baseline.ts";

/** Of a file, named from the working folder with slashes, whether this run would have found a site in it. */
export type Covers = (file: string) => boolean;

/** What a baseline means for a run. */
export interface BaselineMatch {
  /** The files of the run, with `baselined` on the sites that the baseline lists. */
  readonly files: readonly CheckedFile[];
  /** The entries that still have a site, or whose file this run did not look at: what pruning leaves. */
  readonly kept: readonly BaselineEntry[];
  /** The entries whose file this run looked at, and found no site for. */
  readonly stale: readonly StaleEntry[];
}

/**
 * Finds the sites that a baseline lists. An entry stands for one site: that of the same file, rule, symbols and code,
 * and of the same rank among those that have all of this in common. So a second site like it is a finding, and a site
 * that has taken its place is one as well, while the entry is stale. A file that was moved or renamed is another file.
 *
 * @param files those that the run looked at and that have sites
 * @param covers asked about files that are not among them: true where a file was looked at and has no site, or is gone
 *   from a place at which the run would have found it; false where it was left out or could not be judged
 */
export function matchBaseline(
  entries: readonly BaselineEntry[],
  files: readonly CheckedFile[],
  covers: Covers,
): BaselineMatch {
  const open = byKey(entries);
  const found: BaselineEntry[] = [];
  const matched = files.map((file) => {
    const known = new Set<CheckedSite>();
    for (const [site, fresh] of entriesOf(file)) {
      const key = keyOf(fresh);
      const entry = open.get(key);
      if (!entry) continue;
      open.delete(key);
      found.push(entry);
      known.add(site);
    }
    if (known.size === 0) return file;
    return {
      ...file,
      sites: file.sites.map((site) => (known.has(site) ? { ...site, baselined: true as const } : site)),
    };
  });
  const isCovered = coverage(files, covers);
  const rest = [...open.values()];
  return {
    files: matched,
    kept: [...found, ...rest.filter(({ file }) => !isCovered(file))],
    stale: rest.filter(({ file }) => isCovered(file)).map(({ rule, file, symbols }) => ({ rule, file, symbols })),
  };
}

/**
 * The entries of a baseline that lists every site of a run that can be listed, and that still has the entries of files
 * at which the run did not look.
 *
 * @param files as for `matchBaseline`
 * @param covers as for `matchBaseline`
 */
export function updatedBaseline(
  entries: readonly BaselineEntry[],
  files: readonly CheckedFile[],
  covers: Covers,
): BaselineEntry[] {
  const isCovered = coverage(files, covers);
  const others = [...byKey(entries).values()].filter(({ file }) => !isCovered(file));
  return [...others, ...files.flatMap((file) => entriesOf(file).map(([, entry]) => entry))];
}

function coverage(files: readonly CheckedFile[], covers: Covers): Covers {
  const checked = new Set(files.map(({ file }) => file));
  const answers = new Map<string, boolean>();
  return (file) => {
    const isCovered = answers.get(file) ?? (checked.has(file) || covers(file));
    answers.set(file, isCovered);
    return isCovered;
  };
}

/** The entries by key. One that a merge has left twice is one: a copy must not let another site pass. */
const byKey = (entries: readonly BaselineEntry[]): Map<string, BaselineEntry> =>
  new Map(entries.map((entry) => [keyOf(entry), entry]));

/** A text that two entries have in common only if they are the same one. */
const keyOf = ({ file, rule, symbols, code, ordinal }: BaselineEntry): string =>
  JSON.stringify([file, rule, symbols, code, ordinal]);

/** The sites of a file that a baseline can list, each with its entry. What is a union or suppressed is no finding. */
function entriesOf({ file, sites }: CheckedFile): [CheckedSite, BaselineEntry][] {
  const counts = new Map<string, number>();
  return sites
    .filter(({ verdict, suppressed }) => verdict !== "already-union" && !suppressed)
    .map((site) => {
      const { rule, identity } = site;
      const { symbols } = identity;
      const first = { file, rule, symbols, code: hashOf(identity.code), ordinal: 1, text: shortened(identity.code) };
      const key = keyOf(first);
      const ordinal = (counts.get(key) ?? 0) + 1;
      counts.set(key, ordinal);
      return [site, { ...first, ordinal }];
    });
}

/** 64 bits: enough to tell apart the few sites of one function. */
const hashOf = (code: string): string => hash("sha256", code, "hex").slice(0, 16);

const shortened = (code: string): string => {
  const start = /^.{0,80}/su.exec(code)?.[0] ?? "";
  return start.length < code.length ? `${start}…` : code;
};

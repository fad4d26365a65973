/** The kinds of modules that people keep apart, in the order in which nearly all have them. */
const KINDS = [/^node:/, /^@?\w/, /^[^.]/, /^\./];

/** Which kind of module a source names: Node's, a package, an alias of the project, a relative path. */
export function kindOfSource(source: string): number {
  return KINDS.findIndex((kind) => kind.test(source));
}

const COLLATOR = new Intl.Collator("en", { caseFirst: "upper", numeric: true });

/**
 * The order in which sorters of imports (eslint-plugin-simple-import-sort, Biome) have modules of one kind: what is
 * further up comes first, `/` and `.` before other signs, the alphabet without regard to case.
 *
 * @returns negative where the first comes first
 */
export function compareSources(one: string, other: string): number {
  return levelsUp(other) - levelsUp(one) || COLLATOR.compare(sortKey(one), sortKey(other)) || (one < other ? -1 : 1);
}

/** How many folders up a relative path begins. */
export function levelsUp(source: string): number {
  return /^(?:\.\.(?:\/|$))*/.exec(source)?.[0].split("..").length ?? 0;
}

/** ICU sorts `_`, `-`, `.` and `/` in that order; sorters want the last two first. */
const SIGNS: Readonly<Record<string, string>> = { ".": "_", "/": "-", _: ".", "-": "/" };

const sortKey = (source: string): string => source.replace(/[./_-]/g, (sign) => SIGNS[sign] ?? sign);

/**
 * Where a source fits in a list of others of its kind, as the list is ordered.
 *
 * @param listed in the order in which a file has them
 * @returns how many of them stand before it
 */
export function placeAmong(listed: readonly string[], source: string): number {
  if (isSorted(listed, compareSources)) return countWhile(listed, (each) => compareSources(each, source) < 0);
  const levels = levelsUp(source);
  for (const direction of [-1, 1]) {
    const order = (one: string, other: string) => direction * (levelsUp(one) - levelsUp(other));
    if (isSorted(listed, order)) return countWhile(listed, (each) => direction * (levelsUp(each) - levels) <= 0);
  }
  return listed.length;
}

/** Where a name fits in a list of others: in its place if the list has an order, else at its end. */
export function placeOfName(listed: readonly string[], name: string): number {
  const compare = (one: string, other: string) => COLLATOR.compare(one, other);
  return isSorted(listed, compare) ? countWhile(listed, (each) => compare(each, name) <= 0) : listed.length;
}

function isSorted(listed: readonly string[], compare: (one: string, other: string) => number): boolean {
  return listed.every((each, index) => index === 0 || compare(listed[index - 1] ?? each, each) <= 0);
}

function countWhile(listed: readonly string[], test: (each: string) => boolean): number {
  const end = listed.findIndex((each) => !test(each));
  return end < 0 ? listed.length : end;
}

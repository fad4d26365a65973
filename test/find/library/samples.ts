import type { Owner } from "../../../src/find/library/row.ts";

export const SCOPES = ["files:read", "files:write"] as const;
export const MORE = "files:share";

const entries = (): [string, string][] => SCOPES.map((scope) => [scope, scope]);

/** A value of each kind of owner that holds two scopes, made anew for each test. */
export const OWNERS: Partial<Record<Owner, () => object | string>> = {
  text: () => SCOPES.join(" "),
  list: () => [...SCOPES],
  set: () => new Set(SCOPES),
  map: () => new Map(entries()),
  parameters: () => new URLSearchParams(entries()),
  iterator: () => [...SCOPES].values(),
  promise: () => Promise.resolve(SCOPES.join(" ")),
};

const same = (each: string) => each;
const first = (each: string) => each === SCOPES[0];
const pair = (all: string, each: string) => `${all} ${each}`;

/** With what a method is called so that it keeps as much as its row says; nothing where it needs no argument. */
export const GIVEN: ReadonlyMap<string, readonly unknown[]> = new Map(
  Object.entries<readonly unknown[]>({
    padStart: [40],
    padEnd: [40],
    repeat: [2],
    split: [" "],
    replace: [SCOPES[0], MORE],
    replaceAll: [SCOPES[0], MORE],
    substring: [0],
    substr: [0, 10],
    charAt: [0],
    startsWith: ["files"],
    endsWith: ["files"],
    localeCompare: ["files"],
    search: ["files"],
    match: ["files"],
    matchAll: [/files/g],
    concat: [MORE],
    at: [0],
    includes: [SCOPES[0]],
    indexOf: [SCOPES[0]],
    lastIndexOf: [SCOPES[0]],
    join: [" "],
    map: [same],
    flatMap: [same],
    filter: [() => true],
    reduce: [pair],
    reduceRight: [pair],
    some: [first],
    every: [same],
    find: [first],
    findLast: [first],
    findIndex: [first],
    findLastIndex: [first],
    toSpliced: [0, 1, MORE],
    with: [0, MORE],
    push: [MORE],
    unshift: [MORE],
    splice: [0, 1, MORE],
    fill: [MORE],
    copyWithin: [0, 1],
    forEach: [same],
    has: [SCOPES[0]],
    delete: [SCOPES[0]],
    add: [MORE],
    set: [SCOPES[0], MORE],
    append: [SCOPES[0], MORE],
    get: [SCOPES[0]],
    take: [1],
    drop: [1],
    union: [new Set([MORE])],
    difference: [new Set([SCOPES[0]])],
    intersection: [new Set([SCOPES[0]])],
    symmetricDifference: [new Set([SCOPES[0], MORE])],
  }),
);

/** All that a value holds, as one text. */
export function contentOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof URLSearchParams) return [...value].join(" ");
  if (value !== null && typeof value === "object" && Symbol.iterator in value)
    return [...(value as Iterable<unknown>)].map(contentOf).join(" ");
  return value !== null && typeof value === "object" ? JSON.stringify(value) : String(value);
}

export const holds = (value: unknown, ...texts: readonly string[]): boolean =>
  texts.every((text) => contentOf(value).includes(text));

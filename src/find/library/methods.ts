import type { Method, Owner } from "./row.ts";

const TEXT: readonly Owner[] = ["text"];
const LIST: readonly Owner[] = ["list"];
const SET: readonly Owner[] = ["set"];
const BOTH: readonly Owner[] = ["text", "list"];
const KEYED: readonly Owner[] = ["set", "map", "parameters"];
const ITERABLE: readonly Owner[] = ["list", "set", "map", "parameters"];
const PROMISE: readonly Owner[] = ["promise"];
const FUNCTION: readonly Owner[] = ["function"];

/** A text in another form: the same scopes. */
const FORM: Method = { of: TEXT, keeps: "all", gives: "text", isEmptyAlike: true };
const AS_TEXT: Method = { of: BOTH, keeps: "all", gives: "text", isEmptyAlike: true };
const ITSELF: Method = { of: BOTH, keeps: "all", gives: "same" };
const ALTERED: Method = { of: TEXT, keeps: "altered", gives: "text" };
const ASKING: Method = { of: TEXT };
const POSITION: Method = { of: LIST, gives: "position", runs: "each" };

/**
 * What the methods of the language do, by their names: the one place to add one. Each row is held against the method
 * itself by test/find/library.test.ts.
 */
const ROWS: Readonly<Record<string, Method>> = {
  // Texts
  trim: FORM,
  trimStart: FORM,
  trimEnd: FORM,
  normalize: FORM,
  toLowerCase: { ...FORM, altersCase: true },
  toLocaleLowerCase: { of: TEXT, keeps: "all", gives: "text", altersCase: true },
  toString: AS_TEXT,
  toLocaleString: AS_TEXT,
  valueOf: ITSELF,
  toWellFormed: FORM,
  toUpperCase: ALTERED,
  toLocaleUpperCase: ALTERED,
  padStart: ALTERED,
  padEnd: ALTERED,
  repeat: { of: TEXT, gives: "text" },
  split: { of: TEXT, keeps: "unlimited", gives: "list", isEmptyAlike: true },
  replace: { of: TEXT, keeps: "replaced", gives: "text" },
  replaceAll: { of: TEXT, keeps: "replaced", gives: "text" },
  substring: { of: TEXT, keeps: "range", gives: "text" },
  substr: { of: TEXT, keeps: "some", gives: "text" },
  charAt: { of: TEXT, keeps: "some", gives: "text" },
  startsWith: { of: TEXT, tells: "part" },
  endsWith: { of: TEXT, tells: "part" },
  localeCompare: ASKING,
  search: ASKING,
  match: { of: TEXT, gives: "match", tells: "pattern" },
  matchAll: { of: TEXT, gives: "matches" },
  exec: { of: ["pattern"], gives: "match", tells: "pattern" },
  test: { of: ["pattern"], tells: "pattern" },

  // Texts and lists
  concat: { of: BOTH, keeps: "joined", gives: "same" },
  slice: { of: BOTH, keeps: "range", gives: "same", isEmptyAlike: true },
  at: { of: BOTH, keeps: "place", gives: "element", entry: true },
  includes: { of: BOTH, entry: true, tells: "member" },
  indexOf: { of: BOTH, gives: "position", entry: true },
  lastIndexOf: { of: BOTH, gives: "position", entry: true },

  // Lists
  join: { of: LIST, keeps: "all", gives: "text", isEmptyAlike: true },
  flat: { of: LIST, keeps: "all", gives: "list", isEmptyAlike: true },
  sort: { of: LIST, keeps: "all", gives: "list", orders: true },
  toSorted: { of: LIST, keeps: "all", gives: "list" },
  reverse: { of: LIST, keeps: "all", gives: "list", orders: true },
  toReversed: { of: LIST, keeps: "all", gives: "list" },
  map: { of: LIST, keeps: "each", gives: "list", runs: "each" },
  flatMap: { of: LIST, keeps: "each", gives: "list", runs: "each" },
  filter: { of: LIST, keeps: "passing", gives: "list", runs: "each" },
  reduce: { of: LIST, keeps: "gathered" },
  reduceRight: { of: LIST, keeps: "gathered" },
  some: { of: LIST, runs: "each" },
  every: { of: LIST, runs: "each" },
  find: { of: LIST, keeps: "one", gives: "element", runs: "each" },
  findLast: { of: LIST, keeps: "one", gives: "element", runs: "each" },
  findIndex: POSITION,
  findLastIndex: POSITION,
  toSpliced: { of: LIST, keeps: "some", gives: "list", puts: 2 },
  with: { of: LIST, keeps: "some", gives: "list", puts: 1 },
  push: { of: LIST, changes: "grows", puts: 0, isOnce: true },
  unshift: { of: LIST, changes: "grows", puts: 0, isOnce: true },
  pop: { of: LIST, keeps: "place", place: -1, gives: "element", changes: "shrinks", isOnce: true, entry: true },
  shift: { of: LIST, keeps: "place", place: 0, gives: "element", changes: "shrinks", isOnce: true, entry: true },
  splice: { of: LIST, keeps: "some", gives: "list", changes: "shrinks", puts: 2, isOnce: true },
  fill: { of: LIST, keeps: "some", gives: "list", changes: "shrinks", puts: 0 },
  copyWithin: { of: LIST, keeps: "some", gives: "list", changes: "shrinks" },

  // What holds entries
  forEach: { of: ITERABLE, runs: "each" },
  keys: { of: KEYED, keeps: "all", gives: "keys", entry: true },
  values: { of: ITERABLE, keeps: "all", gives: "elements" },
  entries: { of: ITERABLE, keeps: "all", gives: "elements" },
  has: { of: KEYED, entry: true, tells: "member" },
  delete: { of: KEYED, changes: "shrinks", isOnce: true, entry: true },
  clear: { of: ["set", "map", "storage"], changes: "empties", isOnce: true },
  add: { of: SET, keeps: "joined", gives: "set", changes: "grows", puts: 0 },
  set: { of: ["map", "parameters"], changes: "grows", puts: 0 },
  append: { of: ["parameters"], changes: "grows", puts: 0, isOnce: true },
  get: { of: ["map", "parameters"], gives: "element", entry: true },
  setItem: { of: ["storage"], changes: "grows", puts: 0 },
  getItem: { of: ["storage"] },
  toArray: { of: ["iterator"], keeps: "all", gives: "list", isOnce: true },
  take: { of: ["iterator"], keeps: "some", gives: "elements", isOnce: true },
  drop: { of: ["iterator"], keeps: "some", gives: "elements", isOnce: true },
  next: { of: ["iterator"], keeps: "joined", isOnce: true },
  union: { of: SET, keeps: "joined", gives: "set" },
  difference: { of: SET, keeps: "some", gives: "set" },
  intersection: { of: SET, keeps: "some", gives: "set" },
  symmetricDifference: { of: SET, keeps: "some", gives: "set", puts: 0 },

  // Promises and functions
  // biome-ignore lint/suspicious/noThenProperty: the name of a method, and no promise.
  then: { of: PROMISE, runs: "settled" },
  catch: { of: PROMISE, runs: "settled" },
  finally: { of: PROMISE, runs: "settled" },
  bind: { of: FUNCTION },
  call: { of: FUNCTION, runs: "itself" },
  apply: { of: FUNCTION, runs: "itself" },
};

export const METHODS: ReadonlyMap<string, Method> = new Map(Object.entries(ROWS));

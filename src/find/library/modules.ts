import type { Library } from "./functions.ts";

const QUERY: Library = { keepsText: true, makes: "parameters" };
const LIST: Library = { keepsText: true, makes: "list" };
const TEXT: Library = { keepsText: true, makes: "text" };
/** What holds one value, under a name of its own: `ref("read")`, whose is `value`. */
const CELL: Library = { makes: "cell" };
const COPY: Library = { record: "copy", looks: true };
const MERGED: Library = { record: "merged", changesFirst: true };

/** An effect by which the runner of a saga calls a function: `yield call(consent, scope)`. */
const EFFECT: Library = { gives: "arguments" };
const OF_SAGA: Readonly<Record<string, Library>> = { call: EFFECT, fork: EFFECT, spawn: EFFECT };

/** Ramda's functions take last what they work on. */
const JOINED_BEFORE: Library = { ...TEXT, separator: { at: 0 } };

const OF_LODASH: Readonly<Record<string, Library>> = {
  union: LIST,
  uniq: LIST,
  compact: LIST,
  concat: LIST,
  flatten: LIST,
  split: LIST,
  words: { ...LIST, isByPattern: true },
  join: { ...TEXT, separator: { at: 1, otherwise: "," } },
  trim: TEXT,
  cloneDeep: COPY,
  assign: MERGED,
};

/** What functions of well known modules do, by the module and the name under which it exports them. */
const ROWS: Readonly<Record<string, Readonly<Record<string, Library>>>> = {
  react: { useRef: CELL },
  preact: { useRef: CELL },
  "preact/hooks": { useRef: CELL },
  vue: { ref: CELL, shallowRef: CELL },
  "@vue/reactivity": { ref: CELL, shallowRef: CELL },
  "@preact/signals": { signal: CELL, useSignal: CELL },
  "@preact/signals-react": { signal: CELL, useSignal: CELL },
  "@preact/signals-core": { signal: CELL },
  "redux-saga/effects": OF_SAGA,
  "typed-redux-saga": OF_SAGA,
  querystring: { stringify: QUERY, encode: QUERY },
  qs: { stringify: QUERY },
  "query-string": { stringify: QUERY },
  lodash: OF_LODASH,
  "lodash-es": OF_LODASH,
  ramda: {
    union: LIST,
    uniq: LIST,
    concat: LIST,
    flatten: LIST,
    split: LIST,
    join: JOINED_BEFORE,
    trim: TEXT,
    clone: COPY,
  },
};

export const MODULES: ReadonlyMap<string, ReadonlyMap<string, Library>> = new Map(
  Object.entries(ROWS).map(([module, functions]) => [module, new Map(Object.entries(functions))]),
);

/** What a module does that is called itself, as one function of lodash: `lodash/union.js`, `lodash-es/union`, `lodash.union`. */
export function functionOfModule(module: string | undefined): Library | undefined {
  if (module === undefined) return undefined;
  const [, path, , name = path] = /^lodash(?:(?:-es)?\/(\w+)(\.js)?|\.(\w+))$/.exec(module) ?? [];
  return name !== undefined && Object.hasOwn(OF_LODASH, name) ? OF_LODASH[name] : undefined;
}

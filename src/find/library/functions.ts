/** What functions and classes that the language, the browser and compilers bring along do with what they are given. */
export interface Library {
  /** Whether what it gives holds what it is given, in the same or in another form: no scope is lost in it. */
  readonly keepsText?: true;
  /** Whether it does so only by a pattern that it is given, of all that is no blank: `words(scope, /\S+/g)`. */
  readonly isByPattern?: true;
  /** What a class makes, or a function gives. */
  readonly makes?: "text" | "list" | "set" | "map" | "parameters" | "address" | "cell";
  /**
   * `merged`: all arguments, in the first of them; `same`: the very record that is given, locked; `copy`: another;
   * `entries`: one of the pairs in a list.
   */
  readonly record?: "merged" | "same" | "copy" | "entries";
  /** Whether it only looks at what it is given. */
  readonly looks?: true;
  /** Whether it changes its first argument. */
  readonly changesFirst?: true;
  /** Whether what it gives is written otherwise than with blanks between. */
  readonly encodes?: true;
  /** Of what joins a list, which argument stands between the elements, and what does without one. */
  readonly separator?: { readonly at: 0 | 1; readonly otherwise?: string };
  /** Whether it calls what it is given later, when other code ran. */
  readonly runs?: "later";
  /** Whether what it is given first is called with the rest, there or later. */
  readonly gives?: "arguments";
}

const LOOKING: Library = { looks: true };
const ENCODING: Library = { keepsText: true, encodes: true };
const DECODING: Library = { keepsText: true };
const MERGING: Library = { record: "merged" };
const LATER: Library = { runs: "later" };
const DEFINING: Library = { changesFirst: true };
const PARAMETERS: Library = { makes: "parameters" };

/** By the path under which it is called. A function of an object without a row is told by the object's row. */
const ROWS: Readonly<Record<string, Library>> = {
  String: { keepsText: true, makes: "text" },
  Array: { keepsText: true, makes: "list" },
  "Array.from": { keepsText: true, makes: "list" },
  "Array.of": { keepsText: true, makes: "list" },
  Set: { keepsText: true, makes: "set" },
  Map: { keepsText: true, makes: "map" },
  WeakMap: { makes: "map" },
  URLSearchParams: { keepsText: true, makes: "parameters" },
  FormData: PARAMETERS,
  Headers: PARAMETERS,
  URL: { makes: "address" },
  Object: { keepsText: true },
  "Object.assign": { keepsText: true, record: "merged", changesFirst: true },
  "Object.fromEntries": { record: "entries" },
  _extends: MERGING,
  spreadProps: MERGING,
  _spreadProps: MERGING,
  __spreadProps: MERGING,
  spreadValues: MERGING,
  _spreadValues: MERGING,
  __spreadValues: MERGING,
  "Object.freeze": { keepsText: true, record: "same", looks: true },
  "Object.seal": { keepsText: true, record: "same" },
  "Object.preventExtensions": { keepsText: true, record: "same" },
  "Object.keys": LOOKING,
  "Object.values": LOOKING,
  "Object.entries": LOOKING,
  "Object.hasOwn": LOOKING,
  "Reflect.has": LOOKING,
  "Object.defineProperty": DEFINING,
  "Object.defineProperties": DEFINING,
  "Reflect.set": DEFINING,
  "Reflect.deleteProperty": DEFINING,
  "Reflect.defineProperty": DEFINING,
  structuredClone: { keepsText: true, record: "copy", looks: true },
  JSON: ENCODING,
  "JSON.stringify": { keepsText: true, encodes: true, looks: true },
  Promise: { keepsText: true },
  Math: { keepsText: true },
  encodeURI: ENCODING,
  encodeURIComponent: ENCODING,
  escape: ENCODING,
  btoa: ENCODING,
  decodeURI: DECODING,
  decodeURIComponent: DECODING,
  unescape: DECODING,
  atob: DECODING,
  setTimeout: LATER,
  setInterval: LATER,
  setImmediate: LATER,
  requestAnimationFrame: LATER,
};

export const FUNCTIONS: ReadonlyMap<string, Library> = new Map(Object.entries(ROWS));

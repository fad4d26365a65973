/** What has a method: a name alone tells no more than which of these may be meant. */
export type Owner =
  | "text"
  | "list"
  | "set"
  | "map"
  | "parameters"
  | "storage"
  | "iterator"
  | "promise"
  | "pattern"
  | "function";

/** How much of the value that it is called on is in what a method gives. */
export type Keeps =
  /** All of it, in the same or in another form: `scopes.join(" ")`. */
  | "all"
  /** All of it, as another text: `scope.toUpperCase()`. */
  | "altered"
  /** All of it, and all of what is given: `scopes.concat(more)`. */
  | "joined"
  /** What a callback makes of each element: `scopes.map((each) => …)`. */
  | "each"
  /** What a callback lets pass: `scopes.filter((each) => …)`. */
  | "passing"
  /** What a callback makes of what was gathered so far and of each element: `scopes.reduce((all, each) => …)`. */
  | "gathered"
  /** All of it, unless a limit is given: `scope.split(" ", 1)`. */
  | "unlimited"
  /** All of it but what is sought, in the place of which another is put: `scope.replace(sought, put)`. */
  | "replaced"
  /** From one place to another: `scopes.slice(1)`. */
  | "range"
  /** The element of one place: `scopes.at(0)`, `scopes.pop()`. */
  | "place"
  /** One element, whichever it is: `scopes.find((each) => …)`. */
  | "one"
  /** Some of it, or all of it with something else: `scopes.toSpliced(0, 1)`. */
  | "some";

/** What a method of the language does. */
export interface Method {
  readonly of: readonly Owner[];
  readonly keeps?: Keeps;
  /** Of `keeps: "place"`: which, where no argument says it. */
  readonly place?: number;
  /** What it gives; `same` is of the kind that it is called on. Undefined for a test, a count, or nothing of use. */
  readonly gives?:
    | "text"
    | "list"
    | "set"
    | "same"
    | "elements"
    | "keys"
    | "element"
    | "position"
    | "match"
    | "matches";
  /** Whether it calls what it is given with each element at once, or with what a promise gives; or what it is called on. */
  readonly runs?: "each" | "settled" | "itself";
  /** Whether it tells that something is an element or a part of a text, what a text begins or ends with, or of a pattern. */
  readonly tells?: "member" | "part" | "pattern";
  readonly changes?: "grows" | "shrinks" | "empties";
  /** Whether it leaves the same elements in another order. */
  readonly orders?: true;
  /** From which argument on what is given is put in. */
  readonly puts?: number;
  /** Whether calling it again gives, or leaves, something else. */
  readonly isOnce?: true;
  /** Whether it looks for an entry, by a key, a place or its value, and not into it. */
  readonly entry?: true;
  /** Whether what it keeps is spelled otherwise: scopes are told apart by their case. */
  readonly altersCase?: true;
  /** Whether what it gives is empty only where what it is called on is: so the one is tested by the other. */
  readonly isEmptyAlike?: true;
}

import type { Answer } from "./scene.ts";

/** Names of scopes. */
export type Names = ReadonlySet<string>;

/** Why an authorization began, and what it has to ask for at least, if that is a step-up. */
export interface Cause {
  readonly answer: Answer["kind"];
  readonly challenged: Names;
  /** What was granted when the challenge came, and has been ever since. */
  granted: Names;
  /** What was last asked for when the challenge came, and has been ever since. */
  previous: Names;
}

/** What can be seen of a client from outside. */
export type Seen =
  | { readonly kind: "fetch"; readonly text: string }
  | { readonly kind: "call"; readonly text: string }
  | Ask;

/** An authorization that a client starts. */
export interface Ask {
  readonly kind: "ask";
  readonly server: number;
  readonly scope: string | undefined;
  /** What it hands over besides the scope. */
  readonly text: string;
  readonly cause: Cause | undefined;
  /** The granted and previous names that still hold when it begins. */
  readonly granted: Names;
  readonly previous: Names;
  /** What this server was last asked for, as it was written. */
  readonly last: string | undefined;
}

/** One request of a client. */
export interface Run {
  readonly seen: Seen[];
  /** What became of it; nothing where it does not end. */
  ending?: string;
}

export interface Trace {
  readonly runs: readonly Run[];
  /** In the order in which they began. */
  readonly asks: readonly Ask[];
  /** The exceptions that nobody caught. */
  readonly unheard: readonly string[];
}

/** How a client writes a scope, and what of it it can know. */
export interface Manner {
  /** What stands between two names. */
  readonly separator: string;
  /** Whether it keeps what it asks for. */
  readonly remembers: boolean;
  /** Whether it keeps it only when it has been authorized. */
  readonly remembersSuccess: boolean;
  /** Whether it reads the tokens. */
  readonly readsTokens: boolean;
}

/** The names in a scope. */
export function namesIn(scope: unknown, separator = " "): Set<string> {
  if (scope === undefined || scope === null) return new Set();
  const list =
    typeof scope === "string" ? scope.split(separator) : Array.isArray(scope) ? scope.map(String) : [String(scope)];
  return new Set(list.filter((name) => name !== ""));
}

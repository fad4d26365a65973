import type { Role } from "./own-names.ts";
import type { CompilerError, Range } from "./site.ts";

/**
 * What the engine may be told about one file beyond the file's own text. Each question is optional and answered at
 * once; `undefined` means that nothing is known. Ranges are those of the file's raw text.
 */
export interface OutsideFacts {
  /** Whether the file must be looked at even if its text shows no sign of a site. */
  readonly mayHoldSite?: boolean;
  /** What an export of another module is, as the user declares it. */
  roleOf?(imported: { readonly module: string; readonly name: string }): Role | undefined;
  /** The text or number that an expression always has: an imported constant, a member of an enum or record. */
  constantAt?(expression: Range): string | number | undefined;
  /** The declared type of an expression; undefined for `any`, `unknown` and what can't be told. */
  typeAt?(expression: Range): OutsideType | undefined;
  /** The type that is expected of a property of an object literal, where the literal stands. */
  expectedTypeAt?(property: Range): OutsideType | undefined;
  /** What is known at the entry of a function from its uses in other files. */
  callersOf?(name: Range): OutsideCallers | undefined;
  /** The values that a function of another file may return to a call. */
  resultOf?(call: Range): readonly OutsideResult[] | undefined;
  /** What the answer of a function of another file, used as a condition, tells. */
  predicateOf?(call: Range): OutsidePredicate | undefined;
  /** Whether a function of another file handles the scope in one of its arguments by itself: then the sink is there. */
  handlesArgument?(call: Range, argument: Range): boolean;
  /** The error that the compiler reports once the site that begins here is rewritten. */
  rewriteErrorAt?(site: Range): CompilerError | undefined;
}

/** What the engine asks of a type. */
export interface OutsideType {
  /** The names of its members, `null` and `undefined` aside. */
  readonly members: readonly string[];
  /** Whether its `tokens()` takes no argument and gives a record whose scope is a text, or missing. */
  readonly givesTokens?: boolean;
  readonly isPrimitive: boolean;
  readonly isString: boolean;
  /** Whether it is an array or a Set. */
  readonly isCollection: boolean;
  /** Whether `undefined` can be written into a place of this type. */
  readonly takesUndefined: boolean;
  /** Whether `null` or `undefined` can be read from one; absent where the compiler does not tell them apart. */
  readonly isNullable?: boolean;
  readonly holdsNull: boolean;
}

/** The uses of a function in other files, taken together. */
export interface OutsideCallers {
  /** How many there are. */
  readonly count: number;
  /** What the function may be answering when it is entered from there: bits as in `find/kinds.ts`. */
  readonly kinds: number;
  /** The same, from tests that are proved alone. */
  readonly proved: number;
  /** Whether `kinds` holds for some of the uses only, and nothing is known of the others. */
  readonly ofSomeCallers: boolean;
  /** Whether these and the uses in its own file are all that there can be. */
  readonly complete: boolean;
  /** What is passed, by position. */
  readonly parameters: readonly OutsideArgument[];
}

/** What the calls in other files pass for one parameter. */
export interface OutsideArgument extends OutsidePassed {
  /** The properties of the object literals that are passed. */
  readonly properties: ReadonlyMap<string, OutsidePassed>;
}

export interface OutsidePassed {
  /** Whether it comes from the challenge that its callers tested. */
  readonly ofChallenge: boolean;
  /** The scopes that it may hold. */
  readonly values: readonly OutsideValue[];
}

/** One value that is passed. One that holds neither is no scope, as far as is known. */
export interface OutsideValue {
  readonly holdsChallenged: boolean;
  /** Whether it keeps a scope which the client had. */
  readonly keepsScope: boolean;
  /** What the calls that pass it answer: bits as in `find/kinds.ts`. */
  readonly kinds: number;
}

/** One of the values that a call may return. */
export interface OutsideResult {
  /** The positions of the arguments that flow into it. */
  readonly arguments: readonly number[];
  /** Whether it keeps another scope which the client had. */
  readonly keepsScope: boolean;
  /** The positions of the arguments that are empty when it is the one. */
  readonly empty: readonly number[];
  /** What is being answered when it is the one: bits as in `find/kinds.ts`. */
  readonly kinds: number;
  readonly proved: number;
}

/** What is being answered when a predicate holds, and when it does not: bits as in `find/kinds.ts`. */
export interface OutsidePredicate {
  readonly yes: OutsideKinds;
  readonly no: OutsideKinds;
  /** Whether it looks at the error code, not at the status alone. */
  readonly ofErrorCode: boolean;
}

export interface OutsideKinds {
  readonly kinds: number;
  readonly proved: number;
}

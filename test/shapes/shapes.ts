import type { Kind } from "../fixtures/discover.ts";

/** A form in which people and minifiers write a handler, a union or something that only looks like one. */
export interface Shape {
  readonly shape: string;
  /** The kind of its fixtures. */
  readonly kind: Kind;
  /** Fixtures in TypeScript, as a person writes it. */
  readonly typescript: readonly string[];
  /** Fixtures in minified JavaScript that the minifiers of the metamorphic tests do not make of the former. */
  readonly minified: readonly string[];
}

/** A shape's fixtures, named with a space between; `-` where there is no such form. */
type Fixtures = readonly [typescript: string, minified: string];

const REWRITE: Record<string, Fixtures> = {
  "braced guard": ["braced-guard-in-the-sdk-transport", "-"],
  "names of the pattern renamed by a bundler": ["-", "minified-bundler-renamed-the-destructured-names"],
  "calls through the object of a CommonJS module": ["typescript-commonjs-with-import-require", "minified-early-return"],
  "another provider field": ["provider-is-another-field", "-"],
  "a throw of several lines before the assignment": ["multi-line-throw-before-the-assignment", "-"],
  "comma expression in a test": [
    "-",
    "minified-comma-expression-in-an-if-test minified-sequence-in-a-return-statement",
  ],
  "template literal, shadowed error name": ["-", "minified-template-literal-and-shadowed-error-name"],
  "no braces": ["unbraced-guard-in-a-client-class", "-"],
  "no block at all": ["no-block-so-the-tokens-are-read-inline", "minified-without-a-block-reads-the-tokens-inline"],
  "inverted retry guard, generator, two sites": ["inverted-retry-guard-in-an-async-generator", "-"],
  "challenges picked by filter": ["challenges-are-picked-by-filter", "-"],
  "challenge kept by a loop": ["loop-keeps-the-challenge-for-the-code-after-it", "minified-loop-keeps-the-challenge"],
  "function that throws unless it is a step-up": [
    "function-throws-unless-insufficient-scope",
    "minified-function-throws-unless-insufficient-scope",
  ],
  "error code put together": ["error-code-is-put-together", "-"],
  "nested state replaced, the scope in it": [
    "nested-state-is-replaced-with-the-scope-in-it",
    "minified-nested-state-is-replaced",
  ],
  "options that are logged before the call": [
    "options-of-the-call-are-logged-before-it",
    "minified-options-are-logged-before-the-call",
  ],
  "no field, straight into the authorization call": [
    "challenged-scope-straight-into-the-authorization-call",
    "minified-challenge-only-argument",
  ],
  "challenge spread into the authorization call": [
    "challenge-is-spread-into-the-authorization-call rest-of-the-challenge-is-spread-into-the-call",
    "minified-spread-challenge",
  ],
  "options replaced, the scope among them": [
    "options-are-replaced-with-the-challenged-scope-among-them",
    "minified-replaced-options",
  ],
  switch: ["switch-case-without-braces", "minified-switch-case"],
  "early return": ["early-return-in-a-client-class", "minified-early-return"],
  "early throw": ["early-throw-unless-insufficient-scope", "-"],
  "early continue": ["early-continue-in-a-client-class", "-"],
  "test of the header's text": ["header-text-is-tested-in-a-client-class", "-"],
  "regular expression": ["regular-expression-finds-the-error-code", "-"],
  "constant first": ["yoda-comparison-in-a-client-class", "-"],
  constant: ["constant-of-the-same-file", "-"],
  "member of an enum": ["member-of-an-enum", "minified-member-of-an-enum"],
  "error class": ["instance-of-an-insufficient-scope-error", "-"],
  flag: ["flag-that-one-test-sets-and-another-reads", "minified-flag"],
  "challenge found in a list": ["challenge-is-found-by-a-typed-predicate", "minified-find-by-the-error-code"],
  "evidence within the value": ["evidence-is-part-of-the-assigned-value", "minified-evidence-in-the-value"],
  "function whose callers have the evidence": [
    "local-function-sets-the-scope-of-a-closure",
    "minified-local-function-of-the-module-sets-the-scope",
  ],
  "method whose callers have the evidence": [
    "hash-private-method-called-only-after-the-evidence typescript-private-method-called-only-after-the-evidence",
    "minified-hash-private-method-called-only-after-the-evidence",
  ],
  "private field": ["hash-private-field", "minified-hash-private-field"],
  "variable of a module": ["module-variable-outlives-the-handler", "-"],
  "variable of a closure": ["closure-variable-outlives-the-handler", "-"],
  "?? and || with the previous scope": ["falls-back-to-the-previous-scope-in-a-client-class", "-"],
  "?: with the previous scope": ["falls-back-to-the-previous-scope-with-a-ternary", "-"],
  "as and !": ["assertions-around-the-challenged-scope", "-"],
  "nothing can be awaited": ["promise-chain-in-a-client-class", "-"],
};

const REVIEW: Record<string, Fixtures> = {
  "one handler for 401 and 403": [
    "shared-handler-with-both-statuses-in-its-condition handler-named-after-401-serves-403-too",
    "minified-shared-handler",
  ],
  "array of scopes": ["array-of-scopes-compared-with-the-last", "-"],
  "Set of scopes": ["set-of-scopes-in-a-client-class", "-"],
  "precedence chain": ["precedence-chain-puts-the-challenge-first", "-"],
  "provider told of the scope": ["provider-is-told-of-the-step-up", "-"],
  "callback told of the scope": ["callback-is-told-of-the-needed-scope", "minified-callback-in-a-sequence"],
  "returned in a record": ["challenged-scope-is-returned", "-"],
  "returned by itself": ["scope-is-returned-by-itself-to-the-caller", "minified-function-returns-the-scope"],
  "spread into a result": ["challenged-scope-is-spread-into-the-result", "-"],
  "taken out by a pattern": ["pattern-takes-the-scope-out-of-the-challenge", "minified-pattern-takes-the-scope"],
  "changed record": ["record-is-changed-and-returned", "-"],
  "union that is discarded": ["union-is-computed-and-then-discarded", "-"],
  "returned through several functions": [
    "scope-is-returned-through-several-functions",
    "minified-scope-is-returned-through-several-functions",
  ],
  "handler kept under the error code": ["handler-is-kept-under-the-error-code", "-"],
  "some of several challenges": ["some-challenge-is-a-step-up", "-"],
  "flag set in a loop": ["flag-is-set-in-a-loop", "-"],
  "field read after other code": ["other-code-runs-between-the-field-and-its-test", "-"],
  "error and scope awaited from one response": ["error-and-scope-are-awaited-from-one-response", "-"],
  "options handed out before the call": [
    "options-of-the-call-are-handed-to-a-plugin-before-it",
    "minified-options-are-handed-out-before-the-call",
  ],
  "kept by an object of a field": [
    "object-of-a-field-keeps-the-scope-for-other-files",
    "minified-object-of-a-field-keeps-the-scope",
  ],
  "entry of a Map": ["entry-of-a-map-or-a-store-is-asked-for", "minified-entry-of-a-map-is-asked-for"],
  "status 403 alone": ["forbidden-with-a-challenge-but-no-look-at-the-error", "-"],
};

const UNION: Record<string, Fixtures> = {
  "union helper": ["union-helper-joins-three-parts", "-"],
  "local function, whatever its name": [
    "local-function-joins-whatever-its-name",
    "minified-union-under-a-one-letter-name",
  ],
  "union in a variable first": ["union-is-put-in-a-variable-first", "-"],
  Sets: ["sets-join-in-a-client-class two-sets-of-a-hand-written-client", "-"],
  "array spread": ["array-spread-keeps-the-previous-scopes", "-"],
  "status decides": ["status-decides-between-union-and-challenge", "-"],
  "retry loop": ["retry-loop-joins-in-a-client-class", "-"],
  "template string": ["template-string-joins-in-a-client-class", "-"],
};

const NEVER: Record<string, Fixtures> = {
  "401 branch": ["only-the-unauthorized-branch-sets-the-scope", "-"],
  "other things called scope": ["scopes-of-other-things-beside-an-error-code", "-"],
  "dependency injection": ["dependency-injection-scope", "-"],
  "a provider's setter, a constructor": ["provider-with-its-own-setter", "-"],
  "client registration": ["client-registration-fills-its-metadata", "-"],
  "server that emits the challenge": ["server-emits-the-challenge", "-"],
  "error classes and tables": ["classes-and-table-of-errors", "-"],
  "switch over messages": ["switch-over-messages", "-"],
  "user interface": ["page-that-shows-the-missing-permission", "-"],
  "tests and mocks": ["test-with-a-mocked-server", "-"],
  "guard that refuses": ["guard-that-refuses-a-scope", "-"],
  "option that makes it throw": ["option-that-makes-the-client-throw", "-"],
  "other error codes": ["challenge-for-claims", "-"],
  "container registries": ["challenge-of-a-registry-asks-for-its-own-scope", "-"],
  "a 401 with the error code": ["unauthorized-response-that-carries-insufficient-scope", "-"],
  "texts and comments": ["error-code-in-texts-and-comments-only", "-"],
};

const names = (list: string): string[] => (list === "-" ? [] : list.split(" "));

const shapesOf = (kind: Kind, table: Record<string, Fixtures>): Shape[] =>
  Object.entries(table).map(([shape, [typescript, minified]]) => ({
    shape,
    kind,
    typescript: names(typescript),
    minified: names(minified),
  }));

/** Every shape that is known, from public code or because people write such code. */
export const SHAPES: readonly Shape[] = [
  ...shapesOf("rewrite", REWRITE),
  ...shapesOf("review", REVIEW),
  ...shapesOf("untouched", UNION),
  ...shapesOf("untouched", NEVER),
];

/** The shapes that are unions already: their fixtures say so. */
export const UNIONS: readonly string[] = Object.keys(UNION);

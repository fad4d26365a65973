import type { TransformationName } from "./transformations.ts";

/** A step of the test: types are stripped from the fixture, then one transformation is made. */
export type Step = "formatted" | typeof STRIPPED | TransformationName;

export const STRIPPED = "stripped of its types";

/** Fixtures whose verdicts a transformation rightly changes. */
export interface Exception {
  /** What the transformation takes away. */
  readonly why: string;
  readonly steps: readonly Step[];
  /** The verdicts afterwards (see `verdictsOf`), by the fixture's name. */
  readonly verdicts: Readonly<Record<string, string>>;
}

const TO_GENERATORS = ["compiled to ES2016 by esbuild", "compiled to ES2015 by TypeScript"] as const;

/** The transformations that turn `#private` members into WeakMaps and free functions. */
const PRIVATE_LOWERED = [
  "compiled to ES2019 by esbuild",
  "compiled to ES2016 by esbuild",
  "compiled to ES2018 and minified by esbuild",
  "compiled to ES2017 by TypeScript",
  "compiled to ES2015 by TypeScript",
] as const;

const WITHOUT_TYPES = "Only the types tell: ";
const WITHOUT_AWAIT =
  "Lowered to a generator, the function can't be given an `await`, so no tokens are read: a union of two parts needs " +
  "a sink that keeps the scope, and what counts on running at once is in no danger.";
const WITHOUT_PRIVATE =
  "Lowered, a `#private` member is a WeakMap or a free function of the module: no field is written, and the handler " +
  "is no method that only its class can call.";
const ONE_BRANCH =
  "The minifier makes one branch of two alike, so that the same code answers another error as well as a step-up.";

/** Verdicts of so many rewrites. */
const rewrites = (count: number): string => Array(count).fill("rewrite replaced-scope").join(", ");

export const EXCEPTIONS: readonly Exception[] = [
  {
    why: "The minifier makes one expression of the tests and of what is given: it may be something else than null.",
    steps: ["minified by esbuild", "compiled to ES2018 and minified by esbuild"],
    verdicts: {
      "rewrite/function-gives-the-challenged-scope-or-null": "review scope-side-channel",
      "review/function-gives-null-or-comes-to-its-end": "review scope-side-channel",
    },
  },
  {
    why: "The same, and the minifier puts it where it is called.",
    steps: ["minified by terser"],
    verdicts: {
      "rewrite/function-gives-the-challenged-scope-or-null": "none",
      "review/function-gives-null-or-comes-to-its-end": "none",
    },
  },
  {
    why: "The minifier renames the helper by which a compiler disposes of what `using` declares: nothing tells what it runs.",
    steps: ["compiled to ES2018 and minified by esbuild"],
    verdicts: { "review/scope-is-put-back-by-what-is-disposed-of": "rewrite replaced-scope" },
  },
  {
    why: "The minifier gives a parameter the name of its function, and where its value goes is followed no further.",
    steps: ["minified by terser"],
    verdicts: { "untouched/library-keeps-a-token-for-each-set-of-scopes": "review scope-collection" },
  },
  {
    why:
      "Only their names tell that two parameters are of one challenge, that one may be a connection, or that the scope " +
      "which a function is given is that of a challenge.",
    steps: ["renamed by esbuild", "minified by esbuild", "compiled to ES2018 and minified by esbuild"],
    verdicts: {
      "rewrite/error-and-scope-are-two-parameters": "none",
      "review/connection-is-made-anew-with-the-scope": "none",
      "review/method-is-named-for-a-challenge-and-forces-a-new-authorization": "none",
    },
  },
  {
    why: "Only their names tell that parameters are of one challenge.",
    steps: ["minified by terser"],
    verdicts: {
      "rewrite/error-and-scope-are-two-parameters": "none",
      "review/method-is-named-for-a-challenge-and-forces-a-new-authorization": "none",
    },
  },
  {
    why: "A bundler's helper of another file is known by its name and the function's own, which the helper is given.",
    steps: [
      "renamed by esbuild",
      "minified by esbuild",
      "minified by terser",
      "compiled to ES2018 and minified by esbuild",
      "compiled to a CommonJS module by esbuild",
      "wrapped whole by esbuild",
    ],
    verdicts: { "rewrite/function-is-named-by-a-helper-of-another-chunk": "review unproven-step-up" },
  },
  {
    why: "Lowered, what is spread into the state of a store is given to a call that makes one record of several.",
    steps: ["compiled to ES2016 by esbuild", "compiled to ES2017 by TypeScript", "compiled to ES2015 by TypeScript"],
    verdicts: {
      "untouched/method-of-a-store-joins-the-scope-of-a-patch": "review scope-side-channel",
      "untouched/scope-of-a-store-is-selected-by-who-asks": "review scope-side-channel",
    },
  },
  {
    why: "Lowered, a field is defined by a helper, to which the object that it holds is given as to any other function.",
    steps: [
      "compiled to ES2019 by esbuild",
      "compiled to ES2016 by esbuild",
      "compiled to ES2018 and minified by esbuild",
    ],
    verdicts: {
      "untouched/field-of-a-client-has-a-method-that-adds": "review scope-side-channel",
      "untouched/receiver-joins-or-only-shows-the-scope": "already-union union-kept, review scope-side-channel",
      "untouched/value-class-joins-scopes": "review unproven-step-up",
      "untouched/value-class-joins-scopes-of-a-list": "review unproven-step-up",
      "review/value-class-joins-some-scopes-only": "review unproven-step-up",
    },
  },
  {
    why: "Lowered, a static block is a function that runs in the middle of an expression, on a class that a variable holds.",
    steps: [
      "compiled to ES2019 by esbuild",
      "compiled to ES2016 by esbuild",
      "compiled to ES2018 and minified by esbuild",
    ],
    verdicts: { "rewrite/static-block-cannot-await": "review unfit-sink" },
  },
  {
    why: WITHOUT_AWAIT,
    steps: TO_GENERATORS,
    verdicts: {
      "review/window-is-opened-by-a-host-that-is-given": rewrites(1),
      "rewrite/names-are-made-tidy-where-they-are-asked-for": "review unfit-sink",
      "review/scope-that-stands-beside-the-union-is-asked-for": "already-union union-kept, review unfit-sink",
      "review/predicate-given-to-other-code-tests-the-mark": rewrites(1),
      "review/run-is-marked-before-and-tested-behind": rewrites(3),
      "review/challenges-of-one-turn-are-gathered": rewrites(1),
      "review/classified-record-outlives-its-handler": `review unproven-step-up, ${rewrites(1)}`,
      "review/context-is-asked-behind-the-scope": rewrites(1),
      "review/elevation-ends-after-a-while": rewrites(2),
      "review/hook-empties-the-tokens": rewrites(1),
      "review/lock-of-the-store-is-held": rewrites(1),
      "review/listener-property-is-set-behind-the-site": rewrites(2),
      "review/timer-runs-a-method-by-a-template": rewrites(1),
      "review/run-is-numbered-by-the-caller": rewrites(1),
      "review/tokens-wait-for-the-lock-that-is-held": rewrites(1),
      "review/transaction-is-open-around-the-write": rewrites(1),
      "review/transaction-waits-for-its-own-requests": rewrites(1),
      "review/user-is-set-around-the-call": rewrites(1),
      "review/wrapped-fetch-empties-the-tokens": rewrites(2),
      "review/provider-may-be-what-asks-for-itself": rewrites(1),
      "review/tokens-may-be-those-of-the-client-itself": rewrites(1),
      "rewrite/provider-is-of-another-class-than-a-service": rewrites(1),
      "rewrite/service-is-no-provider": rewrites(1),
      "rewrite/error-class-is-asked-by-its-own-predicate": "review unfit-sink",
      "rewrite/scope-is-chosen-by-and-or": "review unfit-sink",
    },
  },
  {
    why: "Lowered to a generator, the handler of the pattern, or of what is sent, is no function that is given with it.",
    steps: TO_GENERATORS,
    verdicts: {
      "review/pattern-matches-the-error-code": "none",
      "review/subscriber-of-a-subject-asks-for-the-scope": "none",
    },
  },
  {
    why: `${WITHOUT_TYPES}of which class a parameter is, whose method asks for the field.`,
    steps: [STRIPPED],
    verdicts: { "review/class-asks-for-the-field-that-others-set": "none" },
  },
  {
    why: `${WITHOUT_TYPES}that a parameter is the error of a step-up.`,
    steps: [STRIPPED],
    verdicts: {
      "review/parameter-is-documented-as-the-error": "none",
      "review/parameter-is-typed-as-the-error": "none",
      "review/parts-of-a-parameter-typed-as-the-error": "none",
    },
  },
  {
    why: `${WITHOUT_TYPES}of which class a parameter is, whose method keeps the scope.`,
    steps: [STRIPPED],
    verdicts: {
      "review/methods-that-add-to-what-is-emptied": "review scope-side-channel, review scope-side-channel",
      "untouched/session-that-is-given-adds-what-its-sign-in-gets": "review scope-side-channel",
    },
  },
  {
    why: `${WITHOUT_TYPES}that what is given to other code can't be written by it.`,
    steps: [STRIPPED],
    verdicts: {
      "rewrite/constants-that-are-locked": `${Array(4).fill("review unproven-step-up").join(", ")}, ${rewrites(1)}`,
    },
  },
  {
    why: `${WITHOUT_TYPES}that a provider is not the class of this file that asks for itself.`,
    steps: [STRIPPED],
    verdicts: {
      "rewrite/provider-is-of-another-class-than-a-service": "review unfit-sink",
      "rewrite/service-is-no-provider": "review unfit-sink",
    },
  },
  {
    why: `${WITHOUT_TYPES}that only its class calls a method, which gives it the path of one and the same server.`,
    steps: [STRIPPED],
    verdicts: {
      "rewrite/endpoints-of-one-server-are-asked-by-one-function": "review unfit-sink",
      "rewrite/fields-are-spread-into-the-request": "review unfit-sink",
    },
  },
  {
    why: "The comment goes that defines a type, and the one stays that gives it to a field.",
    steps: [STRIPPED],
    verdicts: {
      "review/comment-defines-a-list-of-scopes": "review unfit-sink",
      "rewrite/comment-defines-the-record-of-the-scope": "review unfit-sink",
    },
  },
  {
    why: "Both comments go, and with them the doubt what a type is that is not defined.",
    steps: ["minified by esbuild", "minified by terser"],
    verdicts: {
      "review/comment-defines-a-list-of-scopes": rewrites(1),
      "rewrite/comment-defines-the-record-of-the-scope": rewrites(1),
    },
  },
  {
    why: `${WITHOUT_TYPES}that two records are of one type, of which another function asks for the scope.`,
    steps: [STRIPPED],
    verdicts: { "review/another-record-of-the-type-is-asked-for": "none" },
  },
  {
    why: `${WITHOUT_TYPES}that a function is given an object of the class, whose scope it reads.`,
    steps: [STRIPPED],
    verdicts: {
      "review/object-is-handed-to-who-reads-the-sink": `${Array(5).fill("review unfit-sink").join(", ")}, ${rewrites(1)}`,
    },
  },
  {
    why: `${WITHOUT_TYPES}that only its class calls a method that chooses a provider, which it does with one and the same.`,
    steps: [STRIPPED],
    verdicts: { "rewrite/provider-is-chosen-on-another-way": "review unfit-sink" },
  },
  {
    why: "The function that throws is called in place, by `!function(){…}()`, behind which nothing is told.",
    steps: ["minified by terser"],
    verdicts: {
      "review/refusal-of-others-comes-here-all-the-same":
        "review shared-401-403-handler, review unproven-step-up, review unproven-step-up",
    },
  },
  {
    why: "The class is put in place of its name, or the function of a hook in place of the list that gives it.",
    steps: ["minified by terser"],
    verdicts: {
      "review/provider-is-made-anew-with-the-scope": "none",
      "untouched/state-is-shown-alone": "review scope-side-channel",
    },
  },
  {
    why: `${WITHOUT_TYPES}that the sink takes a few texts, or a list as well as a text; and nobody asks for one.`,
    steps: [STRIPPED],
    verdicts: {
      "review/predicate-narrows-to-a-type-that-is-not-shown": rewrites(1),
      "review/schema-takes-one-scope": rewrites(2),
      "review/sink-of-a-few-texts": rewrites(7),
      "review/sink-of-a-text-or-a-list": `review scope-collection, ${rewrites(2)}`,
      "review/sink-of-a-type-that-is-not-resolved": rewrites(5),
    },
  },
  {
    why: "The comment at the head of the file is lost, and nothing else tells that it is generated.",
    steps: [STRIPPED],
    verdicts: {
      "review/file-says-that-it-is-generated": rewrites(1),
      "review/head-begins-with-the-generator": rewrites(1),
      "review/head-says-that-a-generator-made-the-class": rewrites(1),
      "review/head-says-that-changes-are-lost": rewrites(1),
    },
  },
  {
    why: 'A compiler makes of `using` a call of a helper, in a "try" of its own.',
    steps: [
      "compiled to ES2019 by esbuild",
      "compiled to ES2016 by esbuild",
      "compiled to ES2018 and minified by esbuild",
      "compiled to ES2017 by TypeScript",
      "compiled to ES2015 by TypeScript",
      "compiled to a CommonJS module by TypeScript",
    ],
    verdicts: { "review/lock-is-held-to-the-end-of-the-block": rewrites(1) },
  },
  {
    why: `${WITHOUT_TYPES}of which class a parameter is, that asks with credentials of its own.`,
    steps: [STRIPPED],
    verdicts: {
      "review/provider-class-is-given-the-scope-of-its-metadata": rewrites(1),
      "review/provider-class-extends-one-with-credentials-of-its-own": "review unfit-sink, rewrite replaced-scope",
    },
  },
  {
    why: "The comment that documents a list is lost, and nothing else tells: first that of an assignment.",
    steps: [STRIPPED],
    verdicts: { "review/lists-that-comments-document": `review scope-collection, ${rewrites(1)}` },
  },
  {
    why: "The comment that documents a list is lost, and nothing else tells: that of a field as well.",
    steps: [
      "minified by esbuild",
      "minified by terser",
      "compiled to ES2019 by esbuild",
      "compiled to ES2018 and minified by esbuild",
      "compiled to ES2017 by TypeScript",
    ],
    verdicts: { "review/lists-that-comments-document": rewrites(2) },
  },
  {
    why: "The function that asks, or that fetches the token, is put in place of its call.",
    steps: ["minified by terser"],
    verdicts: {
      "review/token-is-fetched-for-the-scope":
        "review scope-side-channel, review unproven-step-up, review unproven-step-up",
      "rewrite/option-of-a-destructured-parameter-wants-a-string": "review scope-side-channel, review unfit-sink",
    },
  },
  {
    why: `${WITHOUT_TYPES}which parameter is an OAuth client provider.`,
    steps: [STRIPPED],
    verdicts: {
      "rewrite/authorization-url-built-by-hand": "review unfit-sink",
      "rewrite/option-of-a-destructured-parameter-wants-a-string": "review unfit-sink",
      "rewrite/search-parameters-are-made-of-a-record": "review unfit-sink",
    },
  },
  {
    why: `${WITHOUT_TYPES}that what is read of the provider is no text of scopes.`,
    steps: [STRIPPED],
    verdicts: {
      "review/tokens-have-not-one-text-of-scopes": "review unfit-sink, rewrite replaced-scope, rewrite replaced-scope",
    },
  },
  {
    why: "Names tell that a call may be an authorization, and so why its scope is left to a person.",
    steps: [
      "renamed by esbuild",
      "minified by esbuild",
      "minified by terser",
      "compiled to ES2018 and minified by esbuild",
    ],
    verdicts: {
      "review/first-argument-of-a-login-is-no-provider":
        "review scope-side-channel, review scope-side-channel, review scope-side-channel, review scope-side-channel, review unfit-sink",
      "review/provider-is-a-parameter-of-the-route": "review scope-side-channel",
    },
  },
  {
    why: `${WITHOUT_TYPES}that nobody else calls a \`private\` method.`,
    steps: [STRIPPED],
    verdicts: {
      "rewrite/private-method-is-tested-and-called": "review unproven-step-up",
      "rewrite/record-of-a-kind-is-handed-to-a-private-method": "review unproven-step-up",
      "rewrite/typescript-private-method-called-only-after-the-evidence": "review unproven-step-up",
    },
  },
  {
    why: `${WITHOUT_TYPES}that nobody else reads a \`private\` getter, or takes what a \`private\` method gives.`,
    steps: [STRIPPED],
    verdicts: {
      "rewrite/field-is-read-before-it-is-written-again": Array(6).fill("review unfit-sink").join(", "),
    },
  },
  {
    why: `${WITHOUT_TYPES}that a record has its own provider.`,
    steps: [STRIPPED],
    verdicts: {
      "rewrite/provider-stands-beside-the-sink": `review unfit-sink, review unfit-sink, ${rewrites(1)}`,
    },
  },
  {
    why: "The function that loads is put in place of its call.",
    steps: ["minified by terser"],
    verdicts: { "untouched/page-keeps-the-missing-scope-in-its-state": "review scope-side-channel" },
  },
  {
    why: `${WITHOUT_TYPES}that the options have no scope to read.`,
    steps: [STRIPPED],
    verdicts: { "review/assigned-options-have-no-scope-in-their-type": "rewrite replaced-scope" },
  },
  {
    why: `${WITHOUT_TYPES}that the sink takes no undefined.`,
    steps: [STRIPPED],
    verdicts: {
      "review/sink-takes-null-and-not-undefined": "rewrite replaced-scope",
    },
  },
  {
    why: `${WITHOUT_TYPES}that the sink does not take just any text.`,
    steps: [STRIPPED],
    verdicts: {
      "review/field-holds-a-brand": "rewrite replaced-scope",
      "review/field-holds-a-template-type": "rewrite replaced-scope",
      "review/field-holds-a-union-of-literals": "rewrite replaced-scope",
      "review/field-holds-an-enum": "rewrite replaced-scope",
      "review/field-of-a-type-parameter-or-of-unknown": "rewrite replaced-scope, rewrite replaced-scope",
    },
  },
  {
    why: `${WITHOUT_TYPES}that a cast reaches what the class above hides.`,
    steps: [STRIPPED],
    verdicts: { "review/field-that-a-mixin-or-a-base-hides": `review unfit-sink, ${rewrites(1)}` },
  },
  {
    why: WITHOUT_AWAIT,
    steps: TO_GENERATORS,
    verdicts: {
      "rewrite/options-behind-the-scope-bring-none":
        "review unfit-sink, review unfit-sink, review unfit-sink, review unfit-sink, review unfit-sink",
      "rewrite/record-may-keep-the-scope-it-was-made-with": "review unfit-sink, review unfit-sink",
      "rewrite/address-is-put-together-as-text": "review unfit-sink, review unfit-sink",
      "rewrite/authorization-in-a-try-behind-the-evidence": "review unfit-sink",
      "rewrite/tokens-are-saved-in-an-earlier-link": "review unfit-sink",
      "review/one-provider-for-all-upstreams-of-a-table": "rewrite replaced-scope",
      "review/scopes-by-resource-of-one-account": "rewrite replaced-scope",
      "rewrite/challenge-is-spread-into-the-authorization-call": "review unfit-sink, review unfit-sink",
      "rewrite/challenge-only-argument-spread-over-defaults": "review unfit-sink",
      "rewrite/challenge-with-a-known-scope-is-spread-into-the-call": "review unfit-sink, review unfit-sink",
      "rewrite/challenged-scope-is-a-renamed-property-of-the-call": "review unfit-sink",
      "rewrite/challenged-scope-straight-into-the-authorization-call": "review unfit-sink, review unfit-sink",
      "rewrite/evidence-is-part-of-a-spread": "review unfit-sink, review unfit-sink, review unfit-sink",
      "rewrite/evidence-is-part-of-the-assigned-value": "review unfit-sink, rewrite replaced-scope",
      "rewrite/minified-challenge-only-argument": "review unfit-sink",
      "rewrite/minified-spread-challenge": "review unfit-sink",
      "rewrite/minified-options-are-logged-before-the-call": "review unfit-sink",
      "rewrite/options-of-the-call-are-logged-before-it": "review unfit-sink, review unfit-sink",
      "rewrite/options-of-the-call-are-made-before-it": "review unfit-sink",
      "rewrite/provider-is-written-in-two-ways": "review unfit-sink, review unfit-sink",
      "rewrite/scope-is-kept-and-its-challenge-is-spread": "review unfit-sink, review unfit-sink",
      "rewrite/scope-is-spread-in-conditionally": "review unfit-sink",
      "rewrite/spread-challenge-needs-a-place-for-the-tokens": "review unfit-sink",
      "rewrite/ternary-runs-only-after-the-evidence": "review unfit-sink",
      "rewrite/options-in-a-constant-that-is-cast-or-locked": `review unfit-sink, ${rewrites(4)}`,
      "review/call-is-an-authorization-by-its-name-alone": "review unfit-sink",
      "review/callback-is-not-waited-for-by-what-reads-the-scope": rewrites(3),
      "review/callers-count-on-what-is-done-at-once": rewrites(6),
      "review/challenge-of-the-moment-lies-in-a-field": rewrites(4),
      "review/handler-acts-while-the-browser-handles-an-event": rewrites(3),
      "review/retry-guard-stands-before-a-call-by-key": rewrites(3),
      "review/retry-guard-stands-before-an-event": rewrites(3),
      "review/tokens-are-invalidated-before-they-are-read": rewrites(4),
      "review/counter-is-destructured-before-the-test": "rewrite replaced-scope",
      "review/decorated-class-is-a-variable": "rewrite replaced-scope",
      "review/decorator-runs-code-behind-the-method": rewrites(3),
      "review/error-code-gets-its-value-behind-the-retry-guard": "rewrite replaced-scope",
      "review/error-code-is-not-known-where-the-retry-guard-stands": "rewrite replaced-scope",
      "review/evidence-in-the-value-behind-a-retry-guard": "rewrite replaced-scope",
      "review/retry-guard-in-an-expression-has-no-room-for-the-tokens": "rewrite replaced-scope",
      "review/retry-guard-is-copied-before-the-test": "rewrite replaced-scope",
    },
  },
  {
    why: WITHOUT_PRIVATE,
    steps: PRIVATE_LOWERED,
    verdicts: {
      "rewrite/caller-relies-on-the-synchronous-part": "none",
      "rewrite/challenged-scope-is-there-in-many-ways": `review scope-side-channel, ${rewrites(3)}`,
      "rewrite/hash-private-method-called-only-after-the-evidence":
        "review scope-side-channel, review scope-side-channel",
      "rewrite/minified-hash-private-method-called-only-after-the-evidence":
        "review scope-side-channel, review scope-side-channel",
      "review/private-method-is-called-from-a-401-path-too": "review scope-side-channel",
      "review/private-method-is-given-out-by-a-getter": "review scope-side-channel",
      "review/retry-guard-of-the-caller-and-mark-in-the-method": "review scope-side-channel",
      "untouched/parameter-is-joined-before-it-is-kept": "review scope-side-channel",
    },
  },
  {
    why: "Lowered, a `#private` field is written by a helper, which can't be given a union as an assignment can.",
    steps: [
      "compiled to ES2019 by esbuild",
      "compiled to ES2016 by esbuild",
      "compiled to ES2017 by TypeScript",
      "compiled to ES2015 by TypeScript",
    ],
    verdicts: {
      "rewrite/hash-private-field": "review scope-side-channel",
      "rewrite/minified-hash-private-field": "review scope-side-channel",
      "review/field-of-several-servers-whose-provider-is-a-parameter": "review scope-side-channel",
    },
  },
  {
    why: "Lowered, a `#private` field is a WeakMap: nothing tells that what an accessor takes of it is a text.",
    steps: PRIVATE_LOWERED,
    verdicts: { "rewrite/accessor-and-setter-want-a-string": `review unfit-sink, review unfit-sink, ${rewrites(1)}` },
  },
  {
    why: "Lowered, a field gets its first value in the call of a helper, which does not tell what its entries hold.",
    steps: [
      "compiled to ES2019 by esbuild",
      "compiled to ES2016 by esbuild",
      "compiled to ES2018 and minified by esbuild",
    ],
    verdicts: { "rewrite/scope-is-kept-for-each-server": "review unfit-sink" },
  },
  {
    why: "In a sequence, the tokens can't be read before what clears them, but where the scope is kept.",
    steps: ["minified by esbuild", "minified by terser", "compiled to ES2018 and minified by esbuild"],
    verdicts: { "rewrite/other-things-are-cleared-on-the-way": `review unfit-sink, ${rewrites(3)}` },
  },
  {
    why: "Lowered and minified, the helper that writes a `#private` field has no name that tells.",
    steps: ["compiled to ES2018 and minified by esbuild"],
    verdicts: {
      "rewrite/hash-private-field": "none",
      "rewrite/minified-hash-private-field": "none",
      "review/field-of-several-servers-whose-provider-is-a-parameter": "none",
    },
  },
  {
    why: "The helper that writes a `#private` field has no name that tells.",
    steps: [
      "renamed by esbuild",
      "minified by esbuild",
      "minified by terser",
      "compiled to ES2018 and minified by esbuild",
    ],
    verdicts: { "review/private-field-lowered-by-typescript": "none" },
  },
  {
    why: ONE_BRANCH,
    steps: ["minified by terser"],
    verdicts: {
      "rewrite/member-of-an-enum": "review unproven-step-up",
      "rewrite/minified-member-of-an-enum": "review unproven-step-up",
      "rewrite/minified-switch-case": "review unproven-step-up",
      "rewrite/switch-case-with-braces": "review unproven-step-up",
    },
  },
  {
    why: "The minifier puts the function's value in the place of its call.",
    steps: ["minified by esbuild", "compiled to ES2018 and minified by esbuild"],
    verdicts: { "untouched/function-joins-before-it-returns": "already-union union-kept" },
  },
  {
    why: "The minifier puts the function's value in the place of its call.",
    steps: ["minified by terser"],
    verdicts: {
      "review/arrow-function-chooses-the-scope": "rewrite replaced-scope",
      "review/minified-scope-is-returned-through-several-functions": "none",
      "review/scope-is-returned-through-several-functions": "none",
    },
  },
  {
    why: "Lowered, a `#private` field is written by a helper.",
    steps: [
      "compiled to ES2019 by esbuild",
      "compiled to ES2016 by esbuild",
      "compiled to ES2017 by TypeScript",
      "compiled to ES2015 by TypeScript",
    ],
    verdicts: { "rewrite/answer-of-a-second-request": "review scope-side-channel" },
  },
  {
    why: "Lowered and minified, a `#private` field is written by a helper of no name.",
    steps: ["compiled to ES2018 and minified by esbuild"],
    verdicts: { "rewrite/answer-of-a-second-request": "none" },
  },
  {
    why: "Lowered, the rest of a pattern is what a helper returns.",
    steps: [...TO_GENERATORS, "compiled to ES2017 by TypeScript"],
    verdicts: { "rewrite/rest-of-the-challenge-is-spread-into-the-call": "none" },
  },
  {
    why: "Lowered, what a name holds is given to the helper that copies it, which is not seen to leave it as it is.",
    steps: [...TO_GENERATORS, "compiled to ES2017 by TypeScript"],
    verdicts: { "rewrite/pair-of-a-turn-is-spread-into-one-challenge": "review unproven-step-up" },
  },
  {
    why: "Lowered, what an async function gives is what a helper makes of a generator: the record is told of at its maker, too.",
    steps: TO_GENERATORS,
    verdicts: { "rewrite/flag-of-a-record-is-awaited": "review scope-side-channel, rewrite replaced-scope" },
  },
  {
    why: "Lowered, an async function is not one that is seen to throw before it is done.",
    steps: TO_GENERATORS,
    verdicts: {
      "rewrite/function-throws-unless-insufficient-scope":
        "rewrite replaced-scope, rewrite replaced-scope, rewrite replaced-scope",
    },
  },
  {
    why: "Lowered, the pattern of a method's parameter is taken apart in the call of a helper.",
    steps: TO_GENERATORS,
    verdicts: {
      "review/handler-is-kept-under-the-error-code":
        "review unproven-step-up, review unproven-step-up, review unproven-step-up, review unproven-step-up",
    },
  },
  {
    why: "What always throws is no function any more whose end is seen.",
    steps: ["minified by terser", "wrapped body by body"],
    verdicts: {
      "rewrite/function-throws-unless-insufficient-scope":
        "rewrite replaced-scope, rewrite replaced-scope, rewrite replaced-scope",
    },
  },
  {
    why: "Lowered to a generator, no tokens are read, and no request that is seen tells whose scopes are asked for.",
    steps: TO_GENERATORS,
    verdicts: {
      "rewrite/assignment-narrows-the-variable-for-the-code-after-it": "review unfit-sink",
      "rewrite/declared-string-field-in-an-early-exit-handler": "review unfit-sink",
      "rewrite/field-of-an-imported-base-is-asked-for": `review unfit-sink, review unfit-sink, ${rewrites(1)}`,
      "rewrite/request-formats-the-kept-scope": "review unfit-sink",
      "rewrite/request-reads-the-record-that-was-just-written": `review unfit-sink, ${rewrites(1)}`,
      "review/lists-that-comments-document": "review unfit-sink, review unfit-sink",
      "review/sink-of-a-text-or-a-list": "review scope-collection, review unfit-sink, review unfit-sink",
      "review/sink-takes-null-and-not-undefined": "review unfit-sink",
    },
  },
  {
    why: "Lowered to a generator, the function can't be given an `await`: none comes between a test and a mark.",
    steps: TO_GENERATORS,
    verdicts: {
      "review/listener-property-is-emptied-at-once": rewrites(1),
      "review/listener-is-registered-behind-the-site": rewrites(2),
      "review/listener-takes-itself-off": rewrites(1),
      "review/mark-by-a-function-that-is-called-with-the-object": rewrites(1),
      "review/mark-on-a-configuration-that-runs-share": rewrites(2),
      "review/poll-is-stopped-by-the-handler": rewrites(1),
      "review/retry-mark-is-made-by-a-callback-in-a-field": rewrites(1),
      "review/source-of-events-is-closed-by-a-method": rewrites(1),
      "review/stream-is-paused-by-its-listener": rewrites(1),
    },
  },
  {
    why: "Lowered, what a setter does with a `#private` member is done by a helper, which may do anything.",
    steps: PRIVATE_LOWERED,
    verdicts: { "rewrite/setter-empties-its-set-first": "review unfit-sink" },
  },
  {
    why: "Lowered and minified, what a setter does with a `#private` member is done by a helper of no name.",
    steps: ["compiled to ES2018 and minified by esbuild"],
    verdicts: { "rewrite/accessors-over-a-set-want-a-string": "review unfit-sink" },
  },
  {
    why: "A helper of the bundler, or of the compiler, gives what it is given to code that is not seen.",
    steps: [...TO_GENERATORS, "compiled to a CommonJS module by esbuild", "wrapped whole by esbuild"],
    verdicts: {
      "untouched/challenge-of-a-server-is-kept-for-its-log": "review scope-side-channel, review scope-side-channel",
    },
  },
  {
    why: "A helper of the bundler gives what it is given to code that is not seen.",
    steps: ["wrapped whole by esbuild"],
    verdicts: { "untouched/challenge-of-a-server-goes-by-its-own-constants": "review scope-side-channel" },
  },
];

/** Fixtures that a transformation can't take, and why. */
export const IMPOSSIBLE: readonly { readonly why: string; readonly steps: readonly Step[]; readonly name: string }[] = [
  {
    why: "Neither the formatter nor the compiler reads Flow.",
    steps: ["formatted", STRIPPED],
    name: "rewrite/flow-annotated-module",
  },
  {
    why: "An `await` at the top of a module can't be lowered, nor be in another kind of module or function.",
    steps: [
      "compiled to ES2019 by esbuild",
      "compiled to ES2016 by esbuild",
      "compiled to ES2018 and minified by esbuild",
      "compiled to a CommonJS module by esbuild",
      "wrapped whole by esbuild",
    ],
    name: "rewrite/handler-at-the-top-level-of-a-module",
  },
];

/** Fixtures that are not compared, and why. */
export const FIXTURE_EXCEPTIONS: Readonly<Record<string, string>> = {
  ...forEach("the scope is also shown or given back, as the fixture says", [
    "list-is-emptied-before-the-scope-is-replaced",
    "narrowed-field-is-returned",
  ]),
  ...forEach("the client clears what it kept, or keeps it only where there was something", [
    "field-is-read-before-it-is-written-again",
    "logical-assignment-in-a-sequence-with-a-counter",
    "logical-assignment-replaces-a-scope-that-is-there",
    "minified-logical-assignment-behind-an-exit-on-401",
    "other-things-are-cleared-on-the-way",
    "retry-mark-stands-after-the-block",
  ]),
  ...forEach("an authorization function or a record of its own, for which there is no stand-in", [
    "assignment-narrows-the-variable-for-the-code-after-it",
    "declared-string-field-in-an-early-exit-handler",
    "option-of-a-destructured-parameter-wants-a-string",
    "record-may-keep-the-scope-it-was-made-with",
    "provider-with-a-cast",
    "tokens-are-counted-and-given",
  ]),
  ...forEach("what is driven keeps nothing from one call to the next", [
    "helpers-lie-five-calls-deep",
    "minified-challenge-only-argument",
    "minified-early-return",
    "names-hoisted-out-of-a-retry-loop",
    "provider-is-chosen-in-the-block",
    "static-block-cannot-await",
  ]),
  ...forEach("its option has the 401 ask for the union", [
    "minified-unauthorized-branch-is-migrated-on-request",
    "unauthorized-branches-are-migrated-on-request",
  ]),
  "unbraced-guards-in-a-tab-indented-bundle":
    "after a 401 its field holds the scope of that, and the answer named none",
  "accessors-over-a-set-want-a-string": "before, its setter throws where a challenge names no scope",
  "challenge-in-a-field-is-read-before-the-tokens": "tells of the refusal by a request that takes the next answer",
  "untyped-fields-hold-a-text": "one of its classes is left to a person, and asks as before",
};

function forEach(reason: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, reason]));
}

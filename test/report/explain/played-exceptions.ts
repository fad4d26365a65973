/** Fixtures of which the examples say something else than the run does, and why. */
export const DIFFERENT: Readonly<Record<string, string>> = {
  "accessor-and-setter-want-a-string": "it is run with an address where its constructor wants a scope",
  "field-is-read-before-it-is-written-again": "it is run with an object where its constructor wants a scope",
  "handler-runs-again-by-another-method": "its timer goes on behind the operation, into those that follow",
  "minified-challenge-only-argument": "it is run as several clients, which do not know of each other",
  "provider-with-a-cast": "it is run without the provider that it casts its parameter to",
  "record-may-keep-the-scope-it-was-made-with": "it is run with an address where its constructor wants a scope",
  "synchronous-callback-in-an-asynchronous-method": "it is run with three challenges at once",
  "untyped-fields-hold-a-text": "it is run with an object where its constructor wants a scope",
};

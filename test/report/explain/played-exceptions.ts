/** Fixtures of which the examples say something else than the run does, and why. */
export const DIFFERENT: Readonly<Record<string, string>> = {
  "accessor-and-setter-want-a-string": "it is run with an address where its constructor wants a scope",
  "handler-runs-again-by-another-method": "its timer goes on behind the operation, into those that follow",
  "minified-challenge-only-argument": "it is run as several clients, which do not know of each other",
  "name-of-the-scope-is-proved-present": "it is run without the scope that its constructor wants",
  "narrowed-field-is-returned": "it asks twice, by a request of its own and by the SDK: the example tells of one",
  "provider-with-a-cast": "it is run without the provider that it casts its parameter to",
  "record-may-keep-the-scope-it-was-made-with": "it is run with an address where its constructor wants a scope",
};

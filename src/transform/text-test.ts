/** What the transform loads for every file: small, for the runner may have to compile it. */
export { readOptions } from "../model/read-options.ts";
export { mayHoldSuppression } from "../model/suppression.ts";
export { mayHoldSite } from "../parse/text-test.ts";

import type { AdviceRule } from "./rule.ts";
import { quoted, say } from "./sentence.ts";

/** What is told of a union without a challenged scope. */
interface Missing {
  /** The name of the challenged scope; absent where it has none. */
  readonly challenged?: string | undefined;
  /** The code that gives nothing, as before, where there is none; absent where that can't be said in a line. */
  readonly guarded?: string;
}

export const scopeMayBeMissing: AdviceRule<Missing> = {
  verdict: "advice",
  meaning: "the challenge may name no scope, and the union then asks for what is held",
  remedy: say`Join only where the challenge names a scope, if the default of the call is wider.`,
  message: ({ challenged, guarded }) =>
    `without a challenged scope, the union asks for what is held; where the call's default is wider, ${guarded === undefined ? `join only where ${challenged === undefined ? "the challenged scope" : quoted(challenged)} is there` : `write ${quoted(guarded)}`}`,
  question: say`Does this server send insufficient_scope without a scope? Then the union must be guarded where the default is wider.`,
};

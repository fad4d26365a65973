import type { AdviceRule } from "./rule.ts";
import { say } from "./sentence.ts";

/** Told with the name of the challenged scope. */
export const scopeMayBeMissing: AdviceRule<string> = {
  verdict: "advice",
  meaning: "the challenge may name no scope, and the union then asks for what is held",
  remedy: say`Join only where the challenge names a scope, if the default of the call is wider.`,
  message: (challenged) =>
    `a challenge without a scope now asks for what is held, and no more for the default of the call: if that is wider, join only where ${challenged} is there`,
  question: say`Does this server send insufficient_scope without a scope? Then the union must be guarded where the default is wider.`,
};

import type { AdviceRule } from "./rule.ts";
import { say } from "./sentence.ts";

/** Told with the name of the challenged scope. */
export const scopeMayBeMissing: AdviceRule<string> = {
  verdict: "advice",
  meaning: "the challenge may name no scope, and the union then asks for what is held",
  message: (challenged) =>
    `a challenge may name no scope: the union then asks for what is held, where the call fell back to its default before; take the union only where ${challenged} is there, if the default is wider`,
  question: say`Does this server send insufficient_scope without a scope? Then the union must be guarded where the default is wider.`,
};

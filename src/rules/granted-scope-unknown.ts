import type { NoTokens } from "../model/site.ts";
import { NO_TOKENS } from "./no-tokens.ts";
import type { AdviceRule } from "./rule.ts";
import { say } from "./sentence.ts";

/** Told with the reason. */
export const grantedScopeUnknown: AdviceRule<NoTokens> = {
  verdict: "advice",
  meaning: "no tokens could be reached, so the union lacks the granted scope",
  remedy: say`Hand the scope of the stored tokens to this code, and put it in front of the union.`,
  message: (why) => `the union lacks the granted scope: ${NO_TOKENS[why].clause}`,
};

import type { AdviceRule } from "./rule.ts";
import { say } from "./sentence.ts";

export const unboundedStepUp: AdviceRule = {
  verdict: "advice",
  meaning: "no visible bound on step-up retries",
  remedy: say`Count the step-ups, or keep the header that was answered last, and stop.`,
  message: () => "the handler retries without a visible bound; stop after a fixed number of step-ups",
  question: say`After how many step-ups does the client give up?`,
  references: ["limit"],
};

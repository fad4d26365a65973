import type { CompilerError, Site } from "../model/site.ts";
import { type Code, rangeOf } from "../parse/code.ts";
import { DOUBTS } from "../rules/doubts.ts";
import { messageOf } from "../rules/message.ts";
import type { Judgement } from "./judgement.ts";

/** A judgement as it stands; a rewrite that the compiler refuses is left to a person, with the change as a suggestion. */
export function unlessWithdrawn(code: Code, judgement: Judgement): Judgement {
  if (judgement.verdict !== "rewrite" || !rewriteError(code, judgement)) return judgement;
  const proof = judgement.proof.map((each) =>
    each.obligation === "one-text" ? { ...each, answer: "refuted" as const, doubt: "type-error" as const } : each,
  );
  return { ...judgement, rule: DOUBTS["type-error"].rule, verdict: "review", doubt: "type-error", proof };
}

/** The error that the compiler reports once a site is rewritten, if it does. */
export function rewriteError(code: Code, { candidate }: Judgement): CompilerError | undefined {
  return code.facts?.rewriteErrorAt?.(rangeOf(candidate.node));
}

/** A site as it is left to a person, where what proves it is not all in its file. */
export function leftToPerson(site: Site): Site {
  if (site.verdict === "review") return site;
  const doubt = "escaping-function";
  const { rule } = DOUBTS[doubt];
  const reasons = { ...site.reasons, doubt } as const;
  return { ...site, rule, verdict: "review", reasons, message: messageOf(rule, "review", reasons) };
}

import { unwrap } from "../../find/syntax.ts";
import { ANY, LIST, NOTHING, NULL, OPEN, OTHER, TEXT } from "../../find/text-types.ts";
import type { Code } from "../../parse/code.ts";
import type { Node } from "../../parse/tree.ts";
import { alteredBehind } from "../altered.ts";
import { presenceOf } from "../change.ts";
import { hiddenByBase, madeOtherBelow } from "../inherited-sink.ts";
import { readsOf } from "../sink-reads.ts";
import { noText, sinkText, wantsType } from "../sink-text.ts";
import { isTextByUse } from "../text-by-use.ts";
import { met, type Obligation, open, refuted } from "./obligation.ts";

export const oneText: Obligation = {
  id: "one-text",
  why: "The helper joins texts and gives one: where a list is kept, or a type that takes not every text, it breaks.",
  ask: ({ code, candidate, change, tokens }) => {
    if (change === "narrow-sink" || change === "sink-needs-string") return open(change, candidate.target);
    const core = typeof change === "string" ? undefined : unwrap(change.core);
    // `isAllowed && scope` may be false, which the helper would take for a scope.
    if (
      core?.type === "LogicalExpression" &&
      core.operator === "&&" &&
      presenceOf(code, core.left, core.right) !== "there"
    )
      return open("unproved-text", core);
    if (candidate.path === undefined) return met(candidate.value);
    const other = madeOtherBelow(code, candidate);
    if (other) return open("unproved-text", candidate.target, other);
    const type = sinkText(code, candidate) & ~(NOTHING | NULL);
    if ((type & (LIST | OTHER)) !== 0) return refuted("unproved-text", candidate.target);
    const contrary = noText(code, candidate);
    if (contrary?.kind === "separated") return refuted("unproved-text", contrary.node);
    // What was granted has the names that the server gives.
    const renamed = tokens.kind === "none" ? undefined : firstRenamed(code, readsOf(code, candidate));
    if (renamed) return refuted("transformed", candidate.target, renamed);
    if (code.typescript && type === TEXT) return met(candidate.target);
    const base = hiddenByBase(code, candidate);
    if (base) return open("unproved-text", candidate.target, base);
    if (contrary) return refuted("unproved-text", contrary.node);
    if (wantsType(code, candidate)) return open("unproved-text", candidate.target);
    // Without a type, that it is asked for as the scope of a request shows what it holds.
    const isShown =
      (type & OPEN) !== 0 ? isTextByUse(code, candidate) : (type & ANY) === 0 || candidate.use === "request";
    return isShown ? met(candidate.target) : open("unproved-text", candidate.target);
  },
};

/** The first of these reads of a sink, all of whose sites ask for them, that gives its scope other names. */
const firstRenamed = (code: Code, reads: readonly Node[]): Node | undefined =>
  code.answers.of(firstRenamed, reads, () => {
    for (const read of reads) {
      const found = alteredBehind(code, read);
      if (found) return found;
    }
    return undefined;
  });

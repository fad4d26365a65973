import { recordsTested } from "../find/tagged.ts";
import type { Code } from "../parse/code.ts";
import { covers, type Node } from "../parse/tree.ts";
import type { Judgement } from "./judgement.ts";

/**
 * Tells of a message once, where it is sent or where it is received: it is no concern where its receiver joins the scope,
 * and that of its receiver where the sender is told of.
 */
export function withoutToldByTag(code: Code, judgements: readonly Judgement[]): readonly Judgement[] {
  const left = new Set(judgements);
  for (const judgement of judgements) {
    const records = judgement.candidate.facts.tests.flatMap(({ node }) => recordsTested(code).get(node) ?? []);
    const senders = records.length > 0 ? judgements.filter((each) => each !== judgement && isIn(records, each)) : [];
    if (judgement.verdict === "already-union") for (const sender of senders) left.delete(sender);
    else if (senders.length > 0) left.delete(judgement);
  }
  return judgements.filter((each) => left.has(each));
}

const isIn = (records: readonly Node[], { candidate: { node } }: Judgement): boolean =>
  records.some((record) => covers(record, node) || covers(node, record));

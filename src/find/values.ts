import type { Node } from "../parse/tree.ts";
import { type Alternative, emptyPreviousCounts } from "./alternatives.ts";
import { Flow } from "./flow.ts";
import type { FlowQuestion } from "./leaf.ts";

/** The values that an expression may have. */
export function alternativesOf(question: FlowQuestion, expression: Node): readonly Alternative[] {
  const flow = new Flow(question);
  const found = emptyPreviousCounts(question.sink, flow.read(expression, new Map(), 0));
  return flow.isPartial ? found.map((each) => ({ ...each, isPartial: true })) : found;
}

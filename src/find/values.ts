import type { Node } from "../parse/tree.ts";
import { type Alternative, emptyPreviousCounts } from "./alternatives.ts";
import { Flow } from "./flow.ts";
import type { FlowQuestion } from "./leaf.ts";

/**
 * The values that an expression may have.
 *
 * @param property the property of the expression that is asked for; undefined for the expression itself
 */
export function alternativesOf(question: FlowQuestion, expression: Node, property?: string): readonly Alternative[] {
  const flow = new Flow(question);
  const read =
    property === undefined ? flow.read(expression, new Map(), 0) : flow.readProperty(expression, property, 0);
  const found = emptyPreviousCounts(question.sink, read);
  return flow.isPartial ? found.map((each) => ({ ...each, isPartial: true })) : found;
}

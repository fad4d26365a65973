import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { SCOPE_END } from "../rules/names.ts";
import { type Alternative, CHALLENGED, CONSTANT, GRANTED, leaf, OTHER, UNKNOWN } from "./alternatives.ts";
import { readsTokens } from "./granted.ts";
import { originOf } from "./origins.ts";
import { type Challenge, comesFrom } from "./sources.ts";
import { constantText, isMember, pathOf, unwrap } from "./syntax.ts";
import { unreadSource } from "./unread.ts";

/** What the flow of a value into one sink is asked about. */
export interface FlowQuestion {
  readonly code: Code;
  /** The path of the sink (see `pathOf`), whose reading is the previous scope. */
  readonly sink: string | undefined;
  /** The sources of the challenge that the evidence speaks of. */
  readonly challenge: Challenge;
  /** The paths of variables and members that are sinks themselves, so that what they hold is judged where it is written. */
  readonly keeping: readonly string[];
}

/** A part that keeps a scope, under the path by which it is known. */
export function keptBy(code: Code, part: number, node: Node): Alternative {
  const path = pathOf(code, node);
  return { ...leaf(part), kept: path === undefined ? [] : [path] };
}

/** Whether a sink that is named for a scope gets a part of the challenge that is not: `this.scope = error.required`. */
function isPartOfChallenge({ code, challenge, sink }: FlowQuestion, node: Node): boolean {
  const part = unwrap(node);
  if (!isMember(part) || (sink !== undefined && !SCOPE_END.test(sink))) return false;
  const object = pathOf(code, part.object);
  return object !== undefined && challenge.own.has(object);
}

/** What a value is by its origin alone, where nothing more can be read of it. */
export function leafOf(question: FlowQuestion, node: Node): Alternative {
  const { code, challenge } = question;
  if (constantText(code, node) !== undefined) return leaf(CONSTANT);
  if (readsTokens(code, node)) return keptBy(code, GRANTED, node);
  const origin = originOf(code, node);
  if (!origin.namesScope)
    return isPartOfChallenge(question, node) ? { ...leaf(CHALLENGED), challenged: node, unread: node } : leaf(UNKNOWN);
  if (!comesFrom(origin, challenge)) return keptBy(code, OTHER, node);
  const unread = unreadSource(question, node);
  return { ...leaf(CHALLENGED), challenged: node, ...(unread && { unread }) };
}

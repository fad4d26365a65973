import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { type Alternative, CHALLENGED, CONSTANT, GRANTED, leaf, OTHER, UNKNOWN } from "./alternatives.ts";
import { readsTokens } from "./granted.ts";
import { originOf } from "./origins.ts";
import { type Challenge, comesFrom } from "./sources.ts";
import { constantText, pathOf } from "./syntax.ts";
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

/** What a value is by its origin alone, where nothing more can be read of it. */
export function leafOf(question: FlowQuestion, node: Node): Alternative {
  const { code, challenge } = question;
  if (constantText(code, node) !== undefined) return leaf(CONSTANT);
  if (readsTokens(code, node)) return keptBy(code, GRANTED, node);
  const origin = originOf(code, node);
  if (!origin.namesScope) return leaf(UNKNOWN);
  if (!comesFrom(origin, challenge)) return keptBy(code, OTHER, node);
  const unread = unreadSource(question, node);
  return { ...leaf(CHALLENGED), challenged: node, ...(unread && { unread }) };
}

import type { Evidence, Granted, Reasons } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import type { Judgement } from "./judge.ts";
import { rewriteError } from "./withdrawn.ts";

/**
 * What a judgement rests on, as data for reports.
 *
 * @param granted the text of the union's first part, if it has one
 */
export function reasonsFor(code: Code, judgement: Judgement, granted: string | undefined): Reasons {
  const { candidate, challenged, change, doubt } = judgement;
  const { holder, kind, target } = candidate;
  const error = rewriteError(code, judgement);
  const excerpt = (node: Node) => code.lines.excerpt({ start: node.start ?? 0, end: node.end ?? 0 });
  const tests = candidate.facts.tests.filter(({ kind }) => kind !== "callers");
  const evidence = tests.map(({ node, kind }): Evidence => ({ ...excerpt(node), kind }));
  const source = grantedOf(change?.tokens.kind, change, granted);
  return {
    evidence: evidence.sort((a, b) => a.start - b.start),
    sink: { ...excerpt(holder && target.type === "ObjectProperty" ? target.key : target), kind },
    challenged: excerpt(challenged),
    ...(change?.previous !== undefined && { previous: change.previous }),
    ...(source && { granted: source }),
    ...(doubt && { doubt }),
    ...(doubt === "type-error" && error && { error }),
  };
}

function grantedOf(
  kind: string | undefined,
  change: Judgement["change"],
  text: string | undefined,
): Granted | undefined {
  if (!change || kind === undefined) return undefined;
  if (change.tokens.kind === "none") return { kind: "none", why: change.tokens.why };
  if (text === undefined) return undefined;
  return kind === "handler" ? { kind: "handler", text } : { kind: "provider", text, inline: kind === "inline" };
}

import type * as t from "@babel/types";
import type { SinkKind } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { callTaking, roleOf, setsScopeParameter } from "./calls.ts";
import { factsAt } from "./dominance.ts";
import { both, type Facts } from "./facts.ts";
import { type Alternative, alternativesOf, CHALLENGED, type FlowQuestion, isReplacement, isUnion } from "./flow.ts";
import { isUnauthorized, type Kinds, mayStepUp } from "./kinds.ts";
import { namesScope, testedSources } from "./origins.ts";
import { type RequestUse, requestUseOf } from "./request-use.ts";
import { type Call, isCall, isMember, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";
import { windowsOf } from "./windows.ts";

/** A place where a challenged scope is kept or passed, under some evidence. Nothing is decided yet. */
export interface Candidate {
  /** What is reported: the assignment, the property, the call. */
  readonly node: Node;
  readonly kind: SinkKind;
  /** The sink: the left side, or the property. */
  readonly target: Node;
  /** The key of a sink that keeps its value (see `pathOf`). */
  readonly path: string | undefined;
  /** What is written into the sink. */
  readonly value: Node;
  readonly facts: Facts;
  /** The values that the sink may get, each with what holds at the site when it does. */
  readonly alternatives: readonly Alternative[];
  /** Whether what the sink keeps is seen to become a request's scope. */
  readonly use: RequestUse;
  /** The call that takes the sink, if the sink is an argument. */
  readonly call?: Call | t.NewExpression;
}

/** Everything in a file that may be a site, in source order. */
export function findCandidates(code: Code): Candidate[] {
  const found: Candidate[] = [];
  for (const window of windowsOf(code)) {
    code.tree.walk(window, (node) => {
      const written = writtenAt(code, node);
      const candidate = written && candidateOf(code, node, written);
      if (candidate) found.push(candidate);
      return undefined;
    });
  }
  return found.sort((a, b) => (a.node.start ?? 0) - (b.node.start ?? 0));
}

interface Written {
  readonly kind: SinkKind;
  readonly target: Node;
  readonly value: Node;
  readonly call?: Call | t.NewExpression;
}

/** What a node writes into a place that could be a sink. */
function writtenAt(code: Code, node: Node): Written | undefined {
  switch (node.type) {
    case "AssignmentExpression": {
      if (node.operator !== "=") return undefined;
      const target = unwrap(node.left);
      if (target.type === "Identifier") return { kind: "variable", target: node.left, value: node.right };
      if (!isMember(target)) return undefined;
      const isField = unwrap(target.object).type === "ThisExpression" || pathOf(code, target.object) === "this";
      return { kind: isField ? "field" : "property", target: node.left, value: node.right };
    }
    case "ObjectProperty": {
      if (propertyName(code, node.key, node.computed) !== "scope") return undefined;
      const call = callTaking(code, node);
      return call && { kind: "argument", target: node, value: node.value, call };
    }
    case "CallExpression":
      if (!setsScopeParameter(code, node) || !node.arguments[1]) return undefined;
      return { kind: "parameter", target: node, value: node.arguments[1], call: node };
    default:
      return undefined;
  }
}

function candidateOf(code: Code, node: Node, written: Written): Candidate | undefined {
  const facts = factsAt(code, node);
  if (!isRelevant(facts.kinds)) return undefined;
  const path = keepsValue(written.kind) ? pathOf(code, written.target) : undefined;
  if (keepsValue(written.kind) && path === undefined) return undefined;
  if (written.kind === "variable" && !outlivesHandler(code, written.target, facts)) return undefined;
  if (written.call && roleOf(code, written.call) === "telling" && written.kind === "argument") return undefined;
  const challenge = testedSources(code, facts.tests);
  const question: FlowQuestion = { code, sink: path, challenge };
  const alternatives = alternativesOf(question, written.value)
    .map((each) => ({ ...each, facts: both(facts, each.facts) }))
    .filter((each) => each.facts.kinds !== 0);
  if (!alternatives.some((each) => isReplacement(each) || isUnion(each))) return undefined;
  const use = path === undefined ? "request" : useOf(code, written.target, path);
  if (use === "unseen" && !namesScope(lastName(code, written.target))) return undefined;
  return { node, ...written, path, facts, alternatives, use };
}

const keepsValue = (kind: SinkKind): boolean => kind === "field" || kind === "variable" || kind === "property";

/** Whether anything is known that tells a 401 or a step-up from other answers. */
function isRelevant(kinds: Kinds): boolean {
  return isUnauthorized(kinds) || (mayStepUp(kinds) && kinds !== 0b111111);
}

/** Whether a variable was declared before the evidence: one of the handler's own is but a name for a value. */
function outlivesHandler(code: Code, target: Node, facts: Facts): boolean {
  const name = unwrap(target);
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  if (!binding) return false;
  const declared = factsAt(code, binding.identifier);
  return declared.kinds !== facts.kinds;
}

/** The name under which a sink is mentioned elsewhere. */
export function lastName(code: Code, target: Node): string | undefined {
  const node = unwrap(target);
  if (node.type === "Identifier") return node.name;
  return isMember(node) ? memberName(code, node) : undefined;
}

function useOf(code: Code, target: Node, path: string): RequestUse {
  const name = lastName(code, target);
  if (name === undefined) return "unseen";
  const node = unwrap(target);
  const rootBinding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  const within = rootBinding?.scope ?? code.tree.classAround(target) ?? code.tree.program;
  if (isMember(node) && isPassedWhole(code, node)) return "request";
  return requestUseOf(code, path, name, within);
}

/** `options.scope = scope; await auth(provider, options)`: the record itself is handed to the authorization call. */
function isPassedWhole(code: Code, member: t.MemberExpression | t.OptionalMemberExpression): boolean {
  const object = unwrap(member.object);
  if (object.type !== "Identifier" || memberName(code, member) !== "scope") return false;
  const binding = code.bindings.resolve(object);
  return ((binding && code.bindings.references(binding)) ?? []).some((reference) => {
    const call = code.tree.parent(reference);
    return isCall(call) && call.callee !== reference && roleOf(code, call) === "authorization";
  });
}

/** Whether any value that reaches a sink holds the challenged scope. */
export const holdsChallenge = ({ alternatives }: Candidate): boolean =>
  alternatives.some(({ parts }) => (parts & CHALLENGED) !== 0);

import { calledFunction } from "../find/functions.ts";
import { awaited, type Call, isCall, isMember, memberName, unwrap } from "../find/syntax.ts";
import { argumentsFor, usesOf } from "../find/uses.ts";
import { lastName } from "../find/written.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import type { Judgement } from "./judgement.ts";

/** More functions than give on what another gives them. */
const MOST_FUNCTIONS = 4;

/**
 * Leaves out a scope that is returned where each call of the function takes it to where it is judged:
 * `return { kind: "more", scope }` beside `const answer = classify(response); … this.scope = answer.scope`. There a person
 * would change it, or nothing is lost.
 *
 * @param joined the values that are no sites because they are joined where they go
 */
export function withoutToldWhereTaken(
  code: Code,
  judgements: readonly Judgement[],
  joined: readonly Node[],
): readonly Judgement[] {
  const isReturned = ({ doubt, candidate }: Judgement) => doubt === "side-channel" && candidate.kind === "return";
  if (!judgements.some(isReturned)) return judgements;
  const values = [...judgements.map(({ candidate }) => candidate.value), ...joined];
  const taking = new Set(values.flatMap((each) => callsWithin(code, each)));
  return judgements.filter((judgement) => {
    const around = code.tree.functionAround(judgement.candidate.node);
    const part = lastName(code, judgement.candidate.target);
    return !isReturned(judgement) || !isFunction(around) || !isTaken(code, around, { taking, part });
  });
}

/** The calls that a scope is taken from to where it is judged, and the name that it has in what is returned. */
interface Taken {
  readonly taking: ReadonlySet<Node>;
  readonly part: string | undefined;
}

/** Whether nothing else calls a function than what takes the scope out of what it gives, gives that on, or leaves the scope. */
function isTaken(code: Code, target: FunctionNode, taken: Taken, depth = 0): boolean {
  const here = code.tree.parent(target);
  // `(function (response) { … })(response)`
  const uses = isCall(here) && here.callee === target ? { mentions: [target], complete: true } : usesOf(code, target);
  if (!uses?.complete || uses.mentions.length === 0 || depth > MOST_FUNCTIONS) return false;
  return uses.mentions.every((mention: Node) => {
    const call = code.tree.parent(mention);
    if (!isCall(call) || call.callee !== mention) return false;
    if (taken.taking.has(call)) return isReadOnly(code, call);
    const giving = givenBy(code, call);
    return giving ? isTaken(code, giving, taken, depth + 1) : isReadBeside(code, call, taken.part);
  });
}

/** Whether other parts of what a call gives are read, and nothing else: `const again = await send(path); return again.body;`. */
function isReadBeside(code: Code, call: Node, part: string | undefined): boolean {
  const binding = holding(code, call);
  const references = (binding && code.bindings.references(binding)) ?? [];
  return (
    part !== undefined &&
    references.length > 0 &&
    references.every((mention) => {
      const member = code.tree.parent(mention);
      const name = isMember(member) && member.object === mention ? memberName(code, member) : undefined;
      return name !== undefined && name !== part;
    })
  );
}

/** Whether what a call gives is only read where it has a name: `queue.add(answer)` hands on the scope in it as well. */
function isReadOnly(code: Code, call: Node): boolean {
  const binding = holding(code, call);
  return ((binding && code.bindings.references(binding)) ?? []).every((mention) => {
    const parent = code.tree.parent(mention);
    const isRead = parent && isMember(parent) && parent.object === mention;
    return isRead || !isCall(parent) || parent.callee === mention || calledFunction(code, parent) !== undefined;
  });
}

/** The variable that is declared with what a call gives. */
function holding(code: Code, call: Node): Binding | undefined {
  const around = code.tree.parent(call);
  const held = around && awaited(around) === call ? code.tree.parent(around) : around;
  return held?.type === "VariableDeclarator" && held.id.type === "Identifier"
    ? code.bindings.resolve(held.id)
    : undefined;
}

/** The function that gives what a call gives: `(response) => classify(response)`. */
function givenBy(code: Code, call: Call): FunctionNode | undefined {
  for (const parent of code.tree.ancestors(call)) {
    if (isFunction(parent)) return parent;
    if (parent.type === "ReturnStatement") return code.tree.functionAround(parent);
    if (parent.type !== "AwaitExpression") return undefined;
  }
  return undefined;
}

/** The calls that the parts of a value are taken from. */
function callsWithin(code: Code, value: Node): readonly Node[] {
  const found: Node[] = [];
  code.tree.walk(value, (node) => {
    if (node.type === "Identifier" || isCall(node)) found.push(...callsBehind(code, node));
    return !isFunction(node);
  });
  return found;
}

/** The calls that a name is taken from: by members, patterns and parameters. */
function callsBehind(code: Code, challenged: Node, depth = 0): readonly Node[] {
  let root = unwrap(challenged);
  while (isMember(root) || awaited(root) !== root) root = unwrap(isMember(root) ? root.object : awaited(root));
  if (isCall(root)) return [root];
  const binding = root.type === "Identifier" ? code.bindings.resolve(root) : undefined;
  if (!binding || depth > MOST_FUNCTIONS) return [];
  const { declaration } = binding;
  const given =
    declaration.type === "VariableDeclarator"
      ? [declaration.init ?? []].flat()
      : isFunction(declaration)
        ? argumentsFor(code, declaration, binding)
        : [];
  return given.flatMap((each) => callsBehind(code, each, depth + 1));
}

import { GRANTED, isReplacement, OTHER, PREVIOUS } from "../find/alternatives.ts";
import { functionNamed, methodOf } from "../find/functions.ts";
import { constantValue, isCall, isMember, isNothing, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { tokensCallAt } from "../find/tokens-read.ts";
import { methodsLikely } from "../find/uses.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import type { Claim } from "./claim.ts";
import { type Loss, lossOf } from "./lost-before.ts";

/** Where a union reads a scope that the client had. */
interface Kept {
  readonly read: Node;
  /** The path of the sink, or of the provider whose tokens are read. */
  readonly path: string;
  readonly isStore: boolean;
}

/**
 * What takes away, on the way to a union, everything that this would join with the challenged scope: the union is then
 * that scope alone, `provider.reset(); provider.scope = unionScopes(provider.scope, provider.tokens()?.scope, scope)`.
 * Only where the file shows it: what is called `reset` may keep both.
 */
export function lossOfUnion(claim: Claim): Node | undefined {
  const { code, candidate, joining } = claim;
  if (joining.length === 0 || candidate.alternatives.some(isReplacement)) return undefined;
  const parts = joining.reduce((all, each) => all | each.parts, 0);
  const kept = keptIn(code, candidate.value, candidate.path);
  const isRead = (part: number, isStore: boolean) =>
    (parts & part) === 0 || kept.some((each) => each.isStore === isStore);
  if ((parts & OTHER) !== 0 || !isRead(PREVIOUS, false) || !isRead(GRANTED, true)) return undefined;
  const losses = kept.map((each) => {
    const loss = lossOf(claim, each.read, each.path, each.isStore);
    return loss && isShown(code, loss, each) ? loss.node : undefined;
  });
  return losses.includes(undefined) ? undefined : losses[0];
}

/** The reads of the sink and of tokens that a value is made of. */
function keptIn(code: Code, value: Node, sink: string | undefined): readonly Kept[] {
  const found: Kept[] = [];
  const seen = new Set<Node>();
  const take = (node: Node): undefined => {
    // What was taken into a name before stays there, whatever is cleared.
    const held = node.type === "Identifier" ? constantValue(code, node) : undefined;
    if (held && !seen.has(held) && !isFunction(held)) {
      seen.add(held);
      code.tree.walk(held, take);
    }
    if (sink !== undefined && pathOf(code, node) === sink) found.push({ read: node, path: sink, isStore: false });
    const call = isMember(node) ? tokensCallAt(code, node.property) : undefined;
    const provider = isMember(node) && call ? pathOf(code, node.object) : undefined;
    if (provider !== undefined) found.push({ read: node, path: provider, isStore: true });
    return undefined;
  };
  code.tree.walk(value, take);
  return found;
}

/** Whether the file shows that what is read is lost: by more than the name of a method, which may clear something else. */
function isShown(code: Code, { node, isCertain }: Loss, { read, path, isStore }: Kept): boolean {
  if (!isCertain || !isCall(node) || functionNamed(code, node.callee)) return isCertain;
  return methodsLikely(code, node.callee).some((method) => {
    const emptied = emptiedIn(code, method);
    if (!isStore) return emptied.some((name) => path.endsWith(`.${name}`));
    const owner = code.tree.classAround(method);
    const giver = owner && isMember(read) ? methodOf(code, owner, memberName(code, read) ?? "") : undefined;
    return emptied.some((name) => giver && code.bindings.mentions(name.replace(/^#/, ""), giver.body)?.length);
  });
}

/** The names of the members that a function gives nothing, by themselves or in a chain: `this.a = this.b = undefined`. */
const emptiedIn = (code: Code, target: FunctionNode): readonly string[] =>
  code.tree.own(target.body, "AssignmentExpression").flatMap(({ left, right }) => {
    let value = unwrap(right);
    while (value.type === "AssignmentExpression") value = unwrap(value.right);
    const name = isNothing(value) && isMember(left) ? memberName(code, left) : undefined;
    return name === undefined ? [] : [name];
  });

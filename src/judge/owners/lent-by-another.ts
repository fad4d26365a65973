import type { Candidate } from "../../find/find.ts";
import { expressionNamed } from "../../find/request-use.ts";
import { constantValue, isCall, isMember, memberName, pathOf, unwrap } from "../../find/syntax.ts";
import { lastName } from "../../find/written.ts";
import type { Code } from "../../parse/code.ts";
import type { Node } from "../../parse/tree.ts";
import { placesTaken } from "./taken.ts";

/**
 * Where a sink is given what somebody else was granted than the one who is asked:
 * `this.scope ??= (await realm.provider.tokens())?.scope` beside `auth(this.admin.provider, …)`.
 */
export function lentByAnother(code: Code, { path, target }: Candidate, asked: readonly Node[]): Node | undefined {
  const name = path === undefined ? undefined : lastName(code, target);
  if (path === undefined || name === undefined) return undefined;
  const others = lendersOf(code, path, name);
  const own = others.length > 0 ? asked.flatMap((each) => waysTo(code, each)) : [];
  return others.find((other) =>
    branchesOf(code, other).some(
      (each) => !waysTo(code, each).some((way) => own.some((path) => `${path}.`.startsWith(`${way}.`))),
    ),
  );
}

/** Whose stored tokens' scope a sink is given, anywhere in the file. */
const lendersOf = (code: Code, path: string, name: string): readonly Node[] =>
  code.answers.ofBoth(lendersOf, code, path, () =>
    (code.bindings.mentions(name, code.tree.program) ?? []).flatMap((mention) => {
      const place = expressionNamed(code, mention) ?? mention;
      const parent = code.tree.parent(place);
      const isGiven = parent?.type === "AssignmentExpression" && parent.left === place;
      return (isGiven && pathOf(code, place) === path && lenderOfScope(code, parent.right)) || [];
    }),
  );

/** The places among which one is chosen: of what has but another name, it is not known that it is another. */
function branchesOf(code: Code, place: Node): readonly Node[] {
  const node = unwrap(place);
  if (isMember(node)) return branchesOf(code, node.object);
  const value = node.type === "Identifier" ? constantValue(code, node) : node;
  return value?.type === "ConditionalExpression" ? [value.consequent, value.alternate] : [];
}

/** The paths by which a place is known. */
const waysTo = (code: Code, place: Node): readonly string[] => [
  ...[pathOf(code, place) ?? []].flat(),
  ...placesTaken(code, place),
];

/** Whose stored tokens a value is the scope of: `provider` of `(await provider.tokens())?.scope`. */
function lenderOfScope(code: Code, value: Node): Node | undefined {
  const node = unwrap(value);
  if (node.type === "LogicalExpression") return lenderOfScope(code, node.left) ?? lenderOfScope(code, node.right);
  if (node.type === "ConditionalExpression")
    return lenderOfScope(code, node.consequent) ?? lenderOfScope(code, node.alternate);
  if (!isMember(node) || memberName(code, node) !== "scope") return undefined;
  const record = unwrap(node.object);
  const kept = (record.type === "Identifier" && constantValue(code, record)) || record;
  const waited = kept.type === "AwaitExpression" || kept.type === "YieldExpression" ? kept.argument : kept;
  const call = waited ? unwrap(waited) : kept;
  if (!isCall(call) || !isMember(call.callee) || memberName(code, call.callee) !== "tokens") return undefined;
  return call.callee.object;
}

import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { fieldValue } from "./instances.ts";
import { methodOf } from "./library/lookup.ts";
import type { Keeps } from "./library/row.ts";
import { classGiven } from "./shells.ts";
import { isCall, isMember, unwrap } from "./syntax.ts";
import { methodsLikely, methodsShown } from "./uses.ts";

/**
 * The method of a value that a field holds, where the file shows its class: by its type, or by what the field begins with,
 * `private scope = ScopeSet.none`.
 *
 * @param known the method that a field always has
 */
export function valueMethod(code: Code, callee: Node, known: FunctionNode | undefined): FunctionNode | undefined {
  const found =
    known ?? methodsShown(code, callee)[0] ?? methodsLikely(code, callee).find((each) => isOfFirst(code, callee, each));
  return found && isOfPlainValue(code, found) ? found : undefined;
}

/** Whether the field on which a method is called begins with what the class of that gives. */
function isOfFirst(code: Code, callee: Node, method: FunctionNode): boolean {
  const field = isMember(callee) ? unwrap(callee.object) : undefined;
  const made = isMember(field) ? fieldValue(code, field) : undefined;
  const owner = code.tree.classAround(method);
  return made !== undefined && owner !== undefined && classGiven(code, rootOf(made)) === owner;
}

/** `ScopeSet` of `ScopeSet.parse(text)`, `new ScopeSet(words)` and `ScopeSet.none`. */
function rootOf(value: Node): Node {
  const node = unwrap(value);
  if (isCall(node) || node.type === "NewExpression") return rootOf(node.callee);
  return isMember(node) ? rootOf(node.object) : node;
}

/**
 * Whether a method is of a class whose objects hold one thing alone, that which they are made with, as it was given:
 * `class ScopeSet { constructor(private readonly words: Set<string>) {} … }`.
 */
function isOfPlainValue(code: Code, method: FunctionNode): boolean {
  const owner = code.tree.classAround(method);
  if (!owner || owner.superClass) return false;
  const members = owner.body.body;
  const maker = members.find((each) => each.type === "ClassMethod" && each.kind === "constructor");
  const { params, body } = maker?.type === "ClassMethod" ? { params: maker.params, body: maker.body.body } : NO_MAKER;
  const fields = members.filter(
    (each) => (each.type === "ClassProperty" || each.type === "ClassPrivateProperty") && !each.static,
  );
  const given = params.filter((each) => each.type === "TSParameterProperty");
  const isKept = body.every(
    (each) =>
      each.type === "ExpressionStatement" &&
      each.expression.type === "AssignmentExpression" &&
      unwrap(each.expression.right).type === "Identifier",
  );
  return fields.length + given.length <= 1 && params.length <= 1 && isKept && !cuts(code, owner);
}
/** How much a method keeps that gives less than all. */
const CUTTING: ReadonlySet<Keeps | undefined> = new Set<Keeps>(["range", "place", "one", "some"]);

/** Whether anything in a class gives or leaves less than all of a text or list. */
function cuts(code: Code, owner: Node): boolean {
  let found = false;
  code.tree.walk(owner, (node) => {
    const method = isCall(node) ? methodOf(code, node.callee) : undefined;
    found ||= method?.changes === "shrinks" || method?.changes === "empties";
    found ||= CUTTING.has(method?.keeps);
    return !found;
  });
  return found;
}

const NO_MAKER = { params: [], body: [] };

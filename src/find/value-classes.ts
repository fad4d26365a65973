import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { methodOf } from "./library/lookup.ts";
import { isCall, unwrap } from "./syntax.ts";

/**
 * Whether a method is of a class whose objects hold one thing alone, that which they are made with, as it was given:
 * `class ScopeSet { constructor(private readonly words: Set<string>) {} … }`.
 */
export function isOfPlainValue(code: Code, method: FunctionNode): boolean {
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

/** Whether anything in a class gives or leaves less than all of a text or list. */
function cuts(code: Code, owner: Node): boolean {
  let found = false;
  code.tree.walk(owner, (node) => {
    const method = isCall(node) ? methodOf(code, node.callee) : undefined;
    found ||= method?.changes === "shrinks" || method?.changes === "empties";
    found ||= /^(?:range|place|one|some)$/.test(method?.keeps ?? "");
    return !found;
  });
  return found;
}

const NO_MAKER = { params: [], body: [] };

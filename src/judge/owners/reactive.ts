import type { Candidate } from "../../find/find.ts";
import { libraryOf } from "../../find/library/lookup.ts";
import { constantText, initialValue, isCall, isMember, memberName, unwrap } from "../../find/syntax.ts";
import type { Code } from "../../parse/code.ts";
import { isFunction, type Node } from "../../parse/tree.ts";
import { VALUE_OF_STORE } from "../../rules/names.ts";
import { keepingCall } from "./components.ts";
import { rootOf } from "./frames.ts";

const MOST_STEPS = 6;

/**
 * What a sink's request asks that may be another one while the sink lives, where this is a cell that a composable makes
 * once: its properties, and what other cells hold, change without it.
 */
export function changesBesideCell(code: Code, { target }: Candidate, asked: readonly Node[]): Node | undefined {
  const root = rootOf(code, target);
  const made = root && initialValue(code, root);
  const isCell = made && isCall(made) && libraryOf(code, made.callee)?.makes === "cell";
  if (!root || !isCell || root.scope === code.tree.program || keepingCall(code, root)) return undefined;
  return asked.find((each) => !isSteady(code, each, 0));
}

/** Whether a value is the same for as long as a function's run is remembered: of the module, or a parameter itself. */
function isSteady(code: Code, value: Node, depth: number): boolean {
  const node = unwrap(value);
  const next = (inner: Node) => depth < MOST_STEPS && isSteady(code, inner, depth + 1);
  if (constantText(code, node) !== undefined || isFunction(node)) return true;
  switch (node.type) {
    case "Identifier": {
      const binding = code.bindings.resolve(node);
      if (!binding || binding.kind === "import" || binding.scope === code.tree.program) return true;
      if (binding.kind === "parameter") return isFunction(code.tree.parent(binding.identifier));
      const init = initialValue(code, binding);
      return init !== undefined && next(init);
    }
    case "MemberExpression":
    case "OptionalMemberExpression": {
      const root = rootOf(code, node);
      const isKept = !isMember(node) || !node.computed || next(node.property);
      const isOther = root?.kind === "import" && isMember(node) && VALUE_OF_STORE.test(memberName(code, node) ?? "");
      return root?.kind !== "parameter" && next(node.object) && isKept && !isOther && !isOfCell(code, node.object);
    }
    case "TemplateLiteral":
      return node.expressions.every(next);
    case "BinaryExpression":
      return next(node.left) && next(node.right);
    case "NewExpression":
      return node.arguments.every(next);
    default:
      return false;
  }
}

function isOfCell(code: Code, object: Node): boolean {
  const root = rootOf(code, object);
  const made = root && initialValue(code, root);
  return isCall(made);
}

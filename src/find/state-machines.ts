import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { STATE_FIELD } from "../rules/names.ts";
import { isMember, memberName, unwrap } from "./syntax.ts";

/**
 * The function, as it was written, in whose run a node runs. Compilers for old targets make a state machine of an async
 * function: a function in it, whose variables they declare outside.
 */
export function writtenFunctionAround(code: Code, node: Node): FunctionNode | undefined {
  const around = code.tree.functionAround(node);
  return around && isStateMachine(code, around) ? writtenFunctionAround(code, around) : around;
}

/**
 * Whether a function's body is a switch over a state of its only parameter, as `__generator` of TypeScript and the
 * regenerator of Babel are given: `switch (_a.label)`, `while (1) switch (_context.prev = _context.next)`.
 */
function isStateMachine(code: Code, target: FunctionNode): boolean {
  const [state, ...others] = target.params;
  if (target.type !== "FunctionExpression" || state?.type !== "Identifier" || others.length > 0) return false;
  // What stands before the switch are names for `this` and directives.
  const last = target.body.body.at(-1);
  const statement = last?.type === "WhileStatement" || last?.type === "ForStatement" ? lastOf(last.body) : last;
  if (statement?.type !== "SwitchStatement") return false;
  const { discriminant } = statement;
  const read = unwrap(discriminant.type === "AssignmentExpression" ? discriminant.right : discriminant);
  const object = isMember(read) ? unwrap(read.object) : undefined;
  if (!isMember(read) || !STATE_FIELD.test(memberName(code, read) ?? "") || object?.type !== "Identifier") return false;
  const [first] = statement.cases;
  const isStart = first?.test?.type === "NumericLiteral" && first.test.value === 0;
  return isStart && code.bindings.resolve(object)?.identifier === state;
}

/** Whether a loop is what brings a state machine from one state to the next, and so none that was written. */
export function isMachineLoop(code: Code, loop: Node): boolean {
  const around = code.tree.functionAround(loop);
  return around?.body === code.tree.parent(loop) && isStateMachine(code, around as FunctionNode);
}

const lastOf = (body: Node): Node | undefined => (body.type === "BlockStatement" ? body.body.at(-1) : body);

import { boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { isErrorCode } from "./error-code.ts";
import { type Facts, NOTHING, type Test } from "./facts.ts";
import { INSUFFICIENT } from "./kinds.ts";
import { constantText, isCall, isMember, memberName, propertyName, unwrap } from "./syntax.ts";

/** Names under which a function is registered for what another argument names. */
const REGISTERING = /^(?:on|once|add\w*|register\w*|subscribe|handle|when|case|set|use)$/;

/**
 * What is likely in a function that is kept under the error code, in a table or by a registration: that it answers the
 * challenge that it is given. Who chooses it is not seen.
 *
 * @param holder what holds the function: an object, a property, an assignment, a list or a call
 */
export function registeredFacts(code: Code, holder: Node, child: Node): Facts | undefined {
  const target = unwrap(child);
  if (!isFunction(target)) return undefined;
  const key = keyOf(code, holder, target);
  if (!key) return undefined;
  const subjects = target.params
    .flatMap((parameter) => boundNames(parameter))
    .filter((name) => !isWrittenInto(code, name));
  const tests = subjects.map((subject): Test => ({ node: key, kind: "switch-case", subject, ofErrorCode: true }));
  return { ...NOTHING, kinds: INSUFFICIENT, tests: [{ node: target, kind: "callers", ofErrorCode: false }, ...tests] };
}

/** What says the error code beside a function. */
function keyOf(code: Code, holder: Node, target: FunctionNode): Node | undefined {
  switch (holder.type) {
    case "ObjectExpression":
      return target.type === "ObjectMethod" && target.kind === "method" ? named(code, target) : undefined;
    case "ObjectProperty":
      return holder.value === target ? named(code, holder) : undefined;
    case "AssignmentExpression":
      return isMember(holder.left) && isErrorCode(memberName(code, holder.left)) ? holder.left.property : undefined;
    case "ArrayExpression": {
      const [key, value, ...others] = holder.elements;
      return key && value === target && others.length === 0 ? ofErrorCode(code, key) : undefined;
    }
    case "CallExpression":
    case "OptionalCallExpression": {
      const name = isMember(holder.callee) ? memberName(code, holder.callee) : undefined;
      const [key] = holder.arguments;
      return name !== undefined && REGISTERING.test(name) && key && key !== target ? ofErrorCode(code, key) : undefined;
    }
    default:
      return undefined;
  }
}

const named = (code: Code, { key, computed }: { key: Node; computed?: boolean | null }): Node | undefined =>
  isErrorCode(propertyName(code, key, computed ?? false)) ? key : undefined;

const ofErrorCode = (code: Code, key: Node): Node | undefined =>
  isErrorCode(constantText(code, key)) ? key : undefined;

/** Whether a parameter gets members written: it is what the handler works for, and no challenge. */
function isWrittenInto(code: Code, name: Node): boolean {
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  return ((binding && code.bindings.references(binding)) ?? []).some((reference) => {
    let member = code.tree.parent(reference);
    while (isMember(member) && isMember(code.tree.parent(member))) member = code.tree.parent(member);
    const parent = isMember(member) ? code.tree.parent(member) : undefined;
    if (parent?.type === "AssignmentExpression") return parent.left === member;
    return isCall(parent) && parent.callee === member;
  });
}

import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { calledFunction, parametersOf } from "./functions.ts";
import { type Call, isCall, isMember, memberName, unwrap } from "./syntax.ts";

/** Properties by which code shows that it takes something for a response. */
const OF_A_RESPONSE = /^(?:status|ok|headers|json|text|clone|statusText)$/;

/**
 * The responses that a call is given, themselves or cloned, by the ids of their bindings. What the call gives is new
 * input, and likely read from them.
 */
export function responsesGiven(code: Code, call: Call): string[] {
  return call.arguments.flatMap((argument) => {
    const name = originalOf(code, argument);
    const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
    return binding && isResponse(code, binding) ? [binding.id] : [];
  });
}

/** The responses that a function of the file reads which a call gives them, by the ids of their names. */
export function responsesRead(code: Code, call: Call): string[] {
  const target = calledFunction(code, call);
  const parameters = target ? parametersOf(code, target) : [];
  return parameters.flatMap(({ binding, index }) => {
    const argument = isResponse(code, binding) ? call.arguments[index] : undefined;
    const given = argument?.type === "Identifier" ? code.bindings.resolve(argument) : undefined;
    return given ? [given.id] : [];
  });
}

const known = (code: Code) => code.answers.about<Binding, boolean>(known);

/** Whether code reads of a name what only a response has. */
export function isResponse(code: Code, binding: Binding): boolean {
  let found = known(code).get(binding);
  if (found === undefined) {
    found = (code.bindings.references(binding) ?? []).some((each) => isReadAsResponse(code, each));
    known(code).set(binding, found);
  }
  return found;
}

/** What was cloned: `response` of `response.clone()`. */
function originalOf(code: Code, expression: Node): Node {
  const node = unwrap(expression);
  const isClone = isCall(node) && isMember(node.callee) && memberName(code, node.callee) === "clone";
  return isClone && isMember(node.callee) ? unwrap(node.callee.object) : node;
}

function isReadAsResponse(code: Code, reference: Node): boolean {
  const member = code.tree.parent(reference);
  return isMember(member) && member.object === reference && OF_A_RESPONSE.test(memberName(code, member) ?? "");
}

/** Whether code calls what only a response can do: `response.json()`, `response.headers.get(name)`. No record does. */
export const isCalledAsResponse = (code: Code, binding: Binding): boolean =>
  code.answers.of(isCalledAsResponse, binding, () =>
    (code.bindings.references(binding) ?? []).some((reference) => {
      if (!isReadAsResponse(code, reference)) return false;
      const member = code.tree.parent(reference) as Node;
      const parent = code.tree.parent(member);
      const called = isMember(parent) && parent.object === member ? parent : member;
      const call = code.tree.parent(called);
      return isCall(call) && call.callee === called;
    }),
  );

import { functionNamed } from "../find/functions.ts";
import { libraryOf, methodNamed } from "../find/library/lookup.ts";
import { assignmentAround } from "../find/patterns.ts";
import { expressionNamed } from "../find/request-use.ts";
import { isResponse } from "../find/responses.ts";
import { functionGiven } from "../find/shells.ts";
import { type Call, isCall, isMember, memberName, onlyValue, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { mayBeAssigned } from "../parse/mention-text.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";

/**
 * The functions of this file that are assigned to what a call calls, a field or a variable: which of them it holds when
 * it is called, its first value does not tell. `this.onEnter = () => { this.busy = true; }`
 */
export function assignedFunctions(code: Code, call: Call): readonly FunctionNode[] {
  return valuesAssigned(code, unwrap(call.callee)).flatMap(
    (value) => functionNamed(code, value) ?? functionGiven(code, value) ?? [],
  );
}

/**
 * The values of one name in a file that people write. A bundle's libraries have more: there the call is one of a function
 * that is not read, which may test, and change, whatever it is called on.
 */
const MOST_VALUES = 12;

function valuesAssigned(code: Code, callee: Node): readonly Node[] {
  if (callee.type === "Identifier") {
    const binding = code.bindings.resolve(callee);
    return ((binding && code.bindings.writes(binding)) ?? []).flatMap((write) => {
      const assignment = assignmentAround(code, write);
      return assignment?.left === write ? [assignment.right] : [];
    });
  }
  const name = isMember(callee) ? memberName(code, callee) : undefined;
  if (!isMember(callee) || name === undefined) return [];
  const assigned = assignedTo(code, name);
  // What is known to be a list, a text or an answer's headers has a method of its own: none of `operators.filter = …`.
  return methodNamed(name) && hasOwnMethods(code, callee.object) ? [] : assigned;
}

/** What a field of a name gets by assignments. It is known by its name: which object has it is not followed. */
const assignedTo = (code: Code, name: string): readonly Node[] =>
  code.answers.of(assignedTo, name, () => {
    const found = (code.bindings.mentionsWhere(mayBeAssigned, name, code.tree.program) ?? []).flatMap((mention) => {
      const target = expressionNamed(code, mention);
      const parent = target && isMember(target) ? code.tree.parent(target) : undefined;
      const isIt = target && isMember(target) && parent?.type === "AssignmentExpression" && parent.left === target;
      return isIt ? [parent.right] : [];
    });
    return found.length > MOST_VALUES ? [] : found;
  });

/** Whether an object is one of the language, as it is made, or the headers of an answer. */
function hasOwnMethods(code: Code, object: Node): boolean {
  const node = unwrap(object);
  if (isCall(node)) return isMadeOfLanguage(code, node);
  if (isMember(node)) return memberName(code, node) === "headers" && isAnswer(code, node.object);
  const made = node.type === "Identifier" ? onlyValue(code, node) : undefined;
  return isOfLanguage(code, node) || (made !== undefined && !isFunction(made) && hasOwnMethods(code, made));
}

/** `[one, ...more].filter(…)`, `Object.keys(all)` */
const isMadeOfLanguage = (code: Code, { callee }: Call): boolean =>
  libraryOf(code, callee) !== undefined || (isMember(callee) && isOfLanguage(code, unwrap(callee.object)));

/** `[one, ...more]`, `new Map()`, `"text"`, `Array.isArray(all) ? all : [all]`. */
function isOfLanguage(code: Code, node: Node): boolean {
  if (node.type === "NewExpression") return libraryOf(code, node.callee)?.makes !== undefined;
  if (node.type === "ConditionalExpression")
    return [node.consequent, node.alternate].some((each) => unwrap(each).type === "ArrayExpression");
  return /^(?:ArrayExpression|StringLiteral|TemplateLiteral|RegExpLiteral)$/.test(node.type);
}

function isAnswer(code: Code, object: Node): boolean {
  const node = unwrap(object);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  return binding !== undefined && isResponse(code, binding);
}

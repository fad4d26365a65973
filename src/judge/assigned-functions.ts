import { functionNamed } from "../find/functions.ts";
import { methodNamed } from "../find/library/lookup.ts";
import { assignmentAround } from "../find/patterns.ts";
import { expressionNamed } from "../find/request-use.ts";
import { functionGiven } from "../find/shells.ts";
import { type Call, isMember, memberName, pathOf, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { mayBeAssigned } from "../parse/mention-text.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";

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
  // What lists, maps and texts have, everything has: `list.filter` is none of `operators.filter = …`.
  const ofOwn = methodNamed(name)
    ? assigned.filter(({ object }) => isNamedAlike(code, object, callee.object))
    : assigned;
  return ofOwn.map(({ value }) => value);
}

interface Assigned {
  readonly object: Node;
  readonly value: Node;
}

/** What a field of a name gets by assignments. It is known by its name: which object has it is not followed. */
const assignedTo = (code: Code, name: string): readonly Assigned[] =>
  code.answers.of(assignedTo, name, () => {
    const found = (code.bindings.mentionsWhere(mayBeAssigned, name, code.tree.program) ?? []).flatMap((mention) => {
      const target = expressionNamed(code, mention);
      const parent = target && isMember(target) ? code.tree.parent(target) : undefined;
      const isIt = target && isMember(target) && parent?.type === "AssignmentExpression" && parent.left === target;
      return isIt ? [{ object: target.object, value: parent.right }] : [];
    });
    return found.length > MOST_VALUES ? [] : found;
  });

/** Whether two objects have the same last name: `options.store`, `this.store`. */
function isNamedAlike(code: Code, one: Node, other: Node): boolean {
  const [first, second] = [one, other].map((each) => {
    const node = unwrap(each);
    return isMember(node) ? memberName(code, node) : (pathOf(code, node)?.replace(/@\d+$/, "") ?? "");
  });
  return first !== undefined && first !== "" && first === second;
}

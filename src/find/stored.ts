import type * as t from "@babel/types";
import { type Binding, isPropertyName } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { GRANTED } from "./alternatives.ts";
import { methodOf } from "./library/lookup.ts";
import { expressionNamed } from "./request-use.ts";
import { constantNumber, constantText, isCall, isMember, isNeverWritten, pathOf, unwrap } from "./syntax.ts";
import { isThisMember } from "./this.ts";
import { alternativesOf } from "./values.ts";
import { lastName } from "./written.ts";

/** What a name holds, by all that is written into it: the scope of stored tokens, no scope, or what is not known. */
export type Stored = "granted" | "nothing" | "unknown";

/**
 * What stands beside a sink in an expression that a request takes, by what this file stores there. The name of a field
 * tells nothing: `this.permissions` may hold scopes, and `this.separator` a comma.
 *
 * @param whole the expression
 * @param path the sink's path (see `pathOf`)
 */
export function storedBeside(code: Code, whole: Node, path: string): Stored {
  const all = operandsOf(code, whole)
    .filter((operand) => pathOf(code, operand) !== path)
    .map((operand) => storedIn(code, operand));
  if (all.includes("unknown")) return "unknown";
  return all.includes("granted") ? "granted" : "nothing";
}

/** The names and members that an expression reads, without the functions that it calls. */
function operandsOf(code: Code, whole: Node): Node[] {
  const found: Node[] = [];
  const open: Node[] = [whole];
  for (let node = open.pop(); node; node = open.pop()) {
    if (isFunction(node)) continue;
    const isRead = (node.type === "Identifier" || isMember(node)) && pathOf(code, node) !== undefined;
    if (isRead && !isPropertyName(node, code.tree.parent(node))) found.push(node);
    else if (isCall(node)) open.push(...receiversOf(code, node), ...node.arguments);
    else if (node.type === "NewExpression") open.push(...node.arguments);
    else if (!isRead) open.push(...code.tree.children(node));
  }
  return found;
}

/** The value on which a method is called, where its result is made of that: not the object that a method belongs to. */
function receiversOf(code: Code, { callee }: t.CallExpression | t.OptionalCallExpression): Node[] {
  if (!isMember(callee)) return [];
  const isPlain = pathOf(code, callee.object) !== undefined;
  return !isPlain || methodOf(code, callee)?.keeps ? [callee.object] : [];
}

function storedIn(code: Code, expression: Node, depth = 0): Stored {
  if (constantText(code, expression) !== undefined || constantNumber(code, expression) !== undefined) return "nothing";
  const values = depth > 3 ? undefined : valuesOf(code, expression);
  if (!values || values.length === 0) return "unknown";
  const all = values.map((value) => (isPlainValue(code, value) ? "nothing" : storedValue(code, value, depth)));
  if (all.includes("unknown")) return "unknown";
  return all.includes("granted") ? "granted" : "nothing";
}

const isPlainValue = (code: Code, value: Node): boolean =>
  /^(?:Null|Boolean|Numeric|RegExp)Literal$/.test(unwrap(value).type) || constantText(code, value) !== undefined;

function storedValue(code: Code, value: Node, depth: number): Stored {
  const nothing = { own: new Set<string>(), given: new Set<string>() };
  const found = alternativesOf({ code, sink: undefined, challenge: nothing, keeping: [] }, value);
  const parts = found.reduce((all, each) => all | each.parts, 0);
  if (found.length > 0 && (parts & ~GRANTED) === 0) return parts === 0 ? "nothing" : "granted";
  return pathOf(code, value) === undefined ? "unknown" : storedIn(code, value, depth + 1);
}

/** All values that this file gives a field or a variable; undefined where others may be given. */
function valuesOf(code: Code, expression: Node): Node[] | undefined {
  const node = unwrap(expression);
  if (node.type !== "Identifier") return isMember(node) ? valuesOfField(code, node) : undefined;
  const binding = code.bindings.resolve(node);
  if (binding?.kind !== "variable" || binding.declaration.type !== "VariableDeclarator") return undefined;
  return binding.declaration.id === binding.identifier ? valuesOfVariable(code, binding) : undefined;
}

/** All values that this file gives a variable; undefined where others may be given. */
export function valuesOfVariable(code: Code, binding: Binding): Node[] | undefined {
  const init = binding.declaration.type === "VariableDeclarator" ? binding.declaration.init : undefined;
  const written = isNeverWritten(code, binding) ? [] : assignedTo(code, code.bindings.writes(binding) ?? []);
  return written && [...(init ? [init] : []), ...written];
}

function valuesOfField(code: Code, field: Node): Node[] | undefined {
  const path = pathOf(code, field);
  const owner = code.tree.classAround(field);
  const name = lastName(code, field)?.replace(/^#/, "");
  if (!isThisMember(path) || !owner || name === undefined) return undefined;
  const initial = owner.body.body.flatMap((part) =>
    (part.type === "ClassProperty" || part.type === "ClassPrivateProperty") &&
    part.value &&
    lastName(code, part.key.type === "PrivateName" ? part.key.id : part.key) === name
      ? [part.value]
      : [],
  );
  const writes = (code.bindings.mentions(name, owner) ?? []).flatMap((mention) => {
    const member = expressionNamed(code, mention);
    const parent = member && code.tree.parent(member);
    const isWrite = parent?.type === "AssignmentExpression" && parent.left === member;
    return isWrite && pathOf(code, member) === path ? [member] : [];
  });
  const written = assignedTo(code, writes);
  return written && [...initial, ...written];
}

/** What plain assignments give; undefined where there are others. */
function assignedTo(code: Code, writes: readonly Node[]): Node[] | undefined {
  const assignments = writes.map((write) => code.tree.parent(write));
  const isEachPlain = assignments.every(
    (each, at) => each?.type === "AssignmentExpression" && each.operator === "=" && each.left === writes[at],
  );
  return isEachPlain ? assignments.map((each) => (each as t.AssignmentExpression).right) : undefined;
}

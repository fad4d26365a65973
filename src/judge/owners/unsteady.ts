import type * as t from "@babel/types";
import { getterOf } from "../../find/accessors.ts";
import { calledFunction, returnedValues } from "../../find/functions.ts";
import { importedFrom } from "../../find/imported.ts";
import { libraryOf, makesParameters, methodOf } from "../../find/library/lookup.ts";
import { isTakenInto } from "../../find/patterns.ts";
import { expressionNamed } from "../../find/request-use.ts";
import { constantText, isCall, isMember, type Member, memberName, pathOf, unwrap } from "../../find/syntax.ts";
import { isThis } from "../../find/this.ts";
import type { Binding } from "../../parse/bindings.ts";
import type { Code } from "../../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../../parse/tree.ts";
import { WITHOUT_CONTEXT } from "../../rules/names.ts";

const MOST_STEPS = 6;

/**
 * What of an address may be another one at another time, or is not seen to stay: what is written behind its making, an
 * element by a key, what a function gives that is not read.
 */
export function unsteadyIn(code: Code, address: Node, depth = 0): Node | undefined {
  if (depth > MOST_STEPS) return address;
  let found: Node | undefined;
  code.tree.walk(address, (node) => {
    found ??= unsteady(code, node, depth);
    return found === undefined && !isFunction(node);
  });
  return found;
}

function unsteady(code: Code, node: Node, depth: number): Node | undefined {
  if (isCall(node)) return unsteadyCall(code, node, depth);
  if (/^(?:TaggedTemplate|Update|Conditional|Assignment)Expression$/.test(node.type)) return node;
  if (isMember(node)) return unsteadyMember(code, node, depth);
  const isName = node.type === "Identifier" && !isKey(code, node);
  const binding = isName ? code.bindings.resolve(node) : undefined;
  return binding && unsteadyName(code, binding, node, depth);
}

/** Whether a name is but that of a member or property. */
function isKey(code: Code, name: Node): boolean {
  const parent = code.tree.parent(name);
  if (parent?.type === "ObjectProperty") return parent.key === name && !parent.computed;
  return isMember(parent) && parent.property === name && !parent.computed;
}

function unsteadyCall(code: Code, call: t.CallExpression | t.OptionalCallExpression, depth: number): Node | undefined {
  const target = calledFunction(code, call);
  if (target) return isUnsteadyResult(code, target, depth) ? call : undefined;
  const library = libraryOf(code, call.callee);
  const method = methodOf(code, call.callee);
  const isText = library?.keepsText || makesParameters(call.callee) || (method?.of.includes("text") && !method.entry);
  if (isText) return undefined;
  // What is made of something else hangs on that; what is looked up, or asked without a word, may be anything.
  const given = call.arguments.filter((each) => !isFunction(unwrap(each)));
  const isAsked =
    given.length === 0 ||
    (!isImported(code, call.callee) &&
      given.every((each) => constantText(code, each) !== undefined || (each.type !== "Identifier" && !isMember(each))));
  return isAsked ? call : undefined;
}

function isUnsteadyResult(code: Code, target: FunctionNode, depth: number): boolean {
  const values = returnedValues(code, target) ?? [{ value: undefined }];
  return values.some(({ value }) => !value || unsteadyIn(code, value, depth + 1) !== undefined);
}

function isImported(code: Code, callee: Node): boolean {
  let root = unwrap(callee);
  while (isMember(root)) root = unwrap(root.object);
  return root.type === "Identifier" && code.bindings.resolve(root)?.kind === "import";
}

function unsteadyMember(code: Code, member: Member, depth: number): Node | undefined {
  const name = memberName(code, member);
  if (name === undefined || (member.computed && constantText(code, member.property) === undefined)) return member;
  if (/^globalThis\b/.test(pathOf(code, member) ?? "")) return member;
  const getter = getterOf(code, member);
  if (getter) return isUnsteadyResult(code, getter, depth) ? member : undefined;
  return isWrittenBehind(code, member, name) ? member : undefined;
}

/**
 * What of an expression is got from outside at each time, without a word by which that would know whom it is for: what
 * surrounds the run (`current.getStore().provider`), or a function of another file (`session().provider`).
 *
 * @param counts of which calls that is asked
 */
export function ambientIn(
  code: Code,
  expression: Node,
  counts: (call: Node) => boolean = () => true,
  depth = 0,
): Node | undefined {
  if (depth > MOST_STEPS) return undefined;
  let found: Node | undefined;
  code.tree.walk(expression, (node) => {
    found ??= ambient(code, node, counts, depth);
    return found === undefined && !isFunction(node);
  });
  return found;
}

function ambient(code: Code, node: Node, counts: (call: Node) => boolean, depth: number): Node | undefined {
  const target = isCall(node) ? calledFunction(code, node) : isMember(node) ? getterOf(code, node) : undefined;
  if (target) {
    const values = returnedValues(code, target) ?? [];
    return values.some(({ value }) => value && ambientIn(code, value, counts, depth + 1)) ? node : undefined;
  }
  if (isCall(node))
    return node.arguments.length === 0 && counts(node) && isOfOutside(code, node.callee) ? node : undefined;
  const binding = node.type === "Identifier" && !isKey(code, node) ? code.bindings.resolve(node) : undefined;
  const made = binding?.declaration.type === "VariableDeclarator" ? binding.declaration.init : undefined;
  // What is made once is the same ever after.
  const isOwn = made && code.tree.functionAround(made) === code.tree.functionAround(node);
  return isOwn && binding && !isOwnReading(made, binding) ? ambientIn(code, made, counts, depth + 1) : undefined;
}

/** Whether something is imported, or a variable of another function than the one in which it is called; but what is random says nothing of anybody. */
function isOfOutside(code: Code, callee: Node): boolean {
  const from = importedFrom(code, callee);
  if (from && WITHOUT_CONTEXT.test(from.module)) return false;
  let root = unwrap(callee);
  while (isMember(root)) root = unwrap(root.object);
  const binding = root.type === "Identifier" ? code.bindings.resolve(root) : undefined;
  if (binding?.kind !== "variable") return binding?.kind === "import";
  return code.tree.functionAround(binding.identifier) !== code.tree.functionAround(callee);
}

/** Whether a member of that name is written anywhere but while its object is made: under `this`, in the same class. */
export function isWrittenBehind(code: Code, member: Node, name: string): boolean {
  const isOwn = isMember(member) && isThis(pathOf(code, member.object));
  const within = (isOwn && code.tree.classAround(member)) || code.tree.program;
  return code.answers.ofBoth(isWrittenBehind, within, name, () =>
    (code.bindings.mentions(name.replace(/^#/, ""), within) ?? []).some((mention) => {
      const place = expressionNamed(code, mention);
      if (!isMember(place) || memberName(code, place) !== name) return false;
      const around = code.tree.functionAround(place);
      const isMaking =
        around?.type === "ClassMethod" && around.kind === "constructor" && isThis(pathOf(code, place.object));
      return !isMaking && isTarget(code, place);
    }),
  );
}

/** Whether something is put into a place, or into what it holds. */
function isTarget(code: Code, place: Node): boolean {
  let outer = place;
  for (let up = code.tree.parent(outer); isMember(up) && up.object === outer; up = code.tree.parent(outer)) outer = up;
  const parent = code.tree.parent(outer);
  if (parent?.type === "AssignmentExpression") return parent.left === outer;
  return isTakenInto(code, outer);
}

function unsteadyName(code: Code, binding: Binding, name: Node, depth: number): Node | undefined {
  const { declaration, kind, scope } = binding;
  if (kind !== "variable" || declaration.type !== "VariableDeclarator") return undefined;
  const writes = (code.bindings.writes(binding) ?? []).map((write) => code.tree.parent(write));
  const isLocal = scope !== code.tree.program && code.tree.functionAround(scope) === code.tree.functionAround(name);
  const isSeen = writes.every((each) => each?.type === "AssignmentExpression" && (isLocal || each.operator === "="));
  if (writes.length > 0 && (!isLocal || !isSeen)) return name;
  // What is made once is the same ever after.
  if (writes.length === 0 && !isLocal) return undefined;
  const init = declaration.init && unwrap(declaration.init);
  // What a pattern takes out of something hangs on all of that.
  const given = [init, ...writes.map((each) => (each as t.AssignmentExpression).right)];
  return given.some((each) => each && !isOwnReading(each, binding) && unsteadyIn(code, each, depth + 1))
    ? name
    : undefined;
}

const isOwnReading = (node: Node, { identifier }: Binding): boolean =>
  node.type === "Identifier" && node.name === identifier.name;

import { calleeName, roleOf } from "../find/calls.ts";
import { truthOf } from "../find/conditions.ts";
import { ANY } from "../find/kinds.ts";
import { isMadeOfAll, methodNamed } from "../find/library/lookup.ts";
import { partsNamed } from "../find/parts.ts";
import { type Call, constantText, isCall, isMember, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { isThis } from "../find/this.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { LOGGING, LOOKING, SENDING, TAKING } from "../rules/names.ts";
import type { StateKey } from "./state-keys.ts";

/** What becomes of a call's result. */
type ResultUse = "none" | "awaited" | "kept" | "used";

/** What becomes of a call's result: in a minifier's sequences and chains too. */
export function resultUse(code: Code, call: Node): ResultUse {
  const parent = code.tree.parent(call);
  switch (parent?.type) {
    case "ExpressionStatement":
      return "none";
    case "UnaryExpression":
      return parent.operator === "void" ? "none" : "used";
    case "SequenceExpression":
      return parent.expressions.at(-1) === call ? resultUse(code, parent) : "none";
    case "LogicalExpression":
      return parent.right === call ? resultUse(code, parent) : "used";
    case "ConditionalExpression":
      return parent.test === call ? "used" : resultUse(code, parent);
    case "AwaitExpression":
    case "YieldExpression":
      return "awaited";
    case "VariableDeclarator":
      return "kept";
    case "AssignmentExpression":
      return parent.right === call ? "kept" : "used";
    default:
      return "used";
  }
}

/** Whether what a method gives is made of all that it is given, and is used: `subject.next(scope)` hands it to others. */
export const isMadeOf = (code: Code, call: Node, name: string | undefined): boolean =>
  isMadeOfAll(methodNamed(name)) && (!isCall(call) || resultUse(code, call) !== "none");

/** Whether a value is but part of what is told: of a text, of what a log or an error is given. */
export function isTold(code: Code, value: Node): boolean {
  for (const ancestor of code.tree.ancestors(value)) {
    if (isCall(ancestor) || ancestor.type === "NewExpression") return roleOf(code, ancestor) === "telling";
    if (ancestor.type.endsWith("Statement")) return false;
  }
  return false;
}

/** Whether the name of a method says that it only looks. */
export function isLooking(name: string): boolean {
  const method = methodNamed(name);
  return LOOKING.test(name) || LOGGING.test(name) || (method !== undefined && !method.changes && !method.isOnce);
}

/** Whether a method of another file, called on an object, may change that object at once. */
export function mayChangeObject(code: Code, call: Call): boolean {
  const name = isMember(call.callee) ? memberName(code, call.callee) : undefined;
  if (name === undefined || LOGGING.test(name)) return false;
  switch (resultUse(code, call)) {
    case "none":
      return true;
    case "kept":
      return !isLooking(name) && roleOf(code, call) !== "authorization";
    case "awaited":
      return TAKING.test(name);
    default:
      return false;
  }
}

/**
 * Whether a method of a class of another file, from which the class around inherits, may change the object at once:
 * `super.enter()`, `this.enter()`. What tells others, a listener or a log, changes nothing of its own.
 */
export function mayChangeOwner(code: Code, call: Call): boolean {
  if (!isMember(call.callee) || resultUse(code, call) !== "none") return false;
  const { object } = call.callee;
  const name = memberName(code, call.callee) ?? "";
  if (object.type !== "Super" && object.type !== "ThisExpression") return false;
  if (LOGGING.test(name) || SENDING.test(name)) return false;
  const owner = code.tree.classAround(call);
  const isOwn = owner && partsNamed(code, owner, name).length > 0;
  return owner?.superClass != null && (object.type === "Super" || isOwn !== true);
}

/**
 * Keys of the state that another module keeps, for a call that asks for it: `wasRetried(context)`. What is asked about
 * the answer itself is no such state.
 */
export function keysAskedElsewhere(code: Code, call: Call): StateKey[] {
  const owner = ownerOf(code, call);
  if (owner === undefined || truthOf(code, call).yes.kinds !== ANY) return [];
  return call.arguments.length === 0 ? [owner] : argumentKeys(code, owner, call);
}

/** What a function of another file is given and may change at once: objects, alone or in a record. */
export function objectsGiven(code: Code, call: Call): readonly Node[] {
  const callee = unwrap(call.callee);
  const isGlobal = callee.type === "Identifier" && !code.bindings.resolve(callee);
  if (isGlobal || resultUse(code, call) !== "none" || isLooking(calleeName(code, call) ?? "")) return [];
  if (roleOf(code, call) === "telling") return [];
  return call.arguments.flatMap((argument): Node[] => {
    const node = unwrap(argument);
    if (node.type !== "ObjectExpression") return [argument];
    return node.properties.flatMap((property) => (property.type === "ObjectProperty" ? property.value : []));
  });
}

/** Keys of the state that another module keeps, for a call that may change it at once: `markRetried(context)`. */
export function keysChangedElsewhere(code: Code, call: Call): StateKey[] {
  const owner = ownerOf(code, call);
  if (owner === undefined || resultUse(code, call) !== "none" || LOGGING.test(calleeName(code, call) ?? "")) return [];
  return [owner, ...argumentKeys(code, owner, call)];
}

function argumentKeys(code: Code, owner: string, call: Call): StateKey[] {
  return call.arguments.flatMap((argument) => {
    const text = constantText(code, argument);
    const key = text === undefined ? pathOf(code, argument) : JSON.stringify(text);
    return key === undefined ? [] : [`${owner}(${key})`];
  });
}

/** The module from which a called function comes, or the class above the one around a method. */
function ownerOf(code: Code, call: Call): string | undefined {
  const callee = unwrap(call.callee);
  const object = isMember(callee) ? unwrap(callee.object) : callee;
  if (object.type === "Super" || (isMember(callee) && isThis(pathOf(code, object)))) return "this()";
  if (object.type !== "Identifier") return undefined;
  const binding = code.bindings.resolve(object);
  const declaration = binding?.declaration;
  if (binding?.kind === "import" && declaration) {
    if (isMember(callee) && declaration.type !== "ImportNamespaceSpecifier") return undefined;
    const parent = code.tree.parent(declaration);
    return parent?.type === "ImportDeclaration" ? `module:${parent.source.value}` : undefined;
  }
  const init = declaration?.type === "VariableDeclarator" && declaration.init ? unwrap(declaration.init) : undefined;
  const source = init && requiredModule(code, init);
  return source === undefined ? undefined : `module:${source}`;
}

/** The module of `require("…")`, in a compiler's wrapper too. */
function requiredModule(code: Code, expression: Node): string | undefined {
  if (!isCall(expression)) return undefined;
  const [argument] = expression.arguments;
  if (!argument) return undefined;
  const callee = unwrap(expression.callee);
  const isRequire = callee.type === "Identifier" && callee.name === "require";
  return isRequire ? constantText(code, argument) : requiredModule(code, unwrap(argument));
}

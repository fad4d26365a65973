import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { REQUEST_KEYS } from "../rules/names.ts";
import { takesRequestKeys } from "./calls.ts";
import { calledFunction, parametersOf } from "./functions.ts";
import { fieldValue } from "./instances.ts";
import { makesParameters, methodOf } from "./library/lookup.ts";
import { expressionNamed } from "./request-use.ts";
import { type Call, constantText, isCall, isMember, type Member, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThisMember } from "./this.ts";

/** Whether a call sets the `scope` parameter of a request: `url.searchParams.set("scope", …)`. */
export function setsScopeParameter(code: Code, call: Call): boolean {
  if (setParameter(code, call) !== "scope" || !isMember(call.callee)) return false;
  const receiver = call.callee.object;
  if (!holdsParameters(code, receiver) || setsOther(code, receiver, (name) => name === "service")) return false;
  return isMadeForRequest(code, receiver) || setsOther(code, receiver, (name) => REQUEST_KEYS.has(name));
}

/**
 * Whether another parameter is set on the same address: `client_id` makes it an authorization request, `service` one
 * of a container registry's token protocol, which is no OAuth.
 */
export function setsOther(code: Code, receiver: Node, isWanted: (name: string) => boolean): boolean {
  const root = unwrap(receiver);
  if (isThisMember(pathOf(code, root))) return fieldMentions(code, root).some((each) => isSetOn(code, each, isWanted));
  const name = root.type === "Identifier" ? root : isMember(root) ? unwrap(root.object) : undefined;
  const binding = name?.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  return binding !== undefined && mentionsGiven(code, binding).some((reference) => isSetOn(code, reference, isWanted));
}

/** The mentions of an address, and of the parameter of a function of the file that is given it: `await this.open(url)`. */
function mentionsGiven(code: Code, binding: Binding): readonly Node[] {
  const own = code.bindings.references(binding) ?? [];
  const given = own.flatMap((mention) => {
    const call = code.tree.parent(mention);
    const at = isCall(call) ? call.arguments.indexOf(mention as Call["arguments"][number]) : -1;
    const target = isCall(call) && at >= 0 ? calledFunction(code, call) : undefined;
    const parameter = target && parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest);
    return (parameter && code.bindings.references(parameter.binding)) ?? [];
  });
  return [...own, ...given];
}

function isSetOn(code: Code, mention: Node, isWanted: (name: string) => boolean): boolean {
  for (const ancestor of code.tree.ancestors(mention)) {
    if (isCall(ancestor)) return isWanted(setParameter(code, ancestor) ?? "");
    if (!isMember(ancestor)) return false;
  }
  return false;
}

/** The mentions of a field in its class. */
function fieldMentions(code: Code, field: Node): readonly Node[] {
  const name = isMember(field) ? memberName(code, field) : undefined;
  const owner = code.tree.classAround(field);
  return ((name !== undefined && owner && code.bindings.mentions(name.replace(/^#/, ""), owner)) || []).flatMap(
    (mention) => expressionNamed(code, mention) ?? [],
  );
}

/** Whether parameters are created with those of an authorization request. */
function isMadeForRequest(code: Code, receiver: Node): boolean {
  const root = unwrap(receiver);
  const declaration = root.type === "Identifier" ? code.bindings.resolve(root)?.declaration : undefined;
  const init = declaration?.type === "VariableDeclarator" ? declaration.init : undefined;
  return init?.type === "NewExpression" && takesRequestKeys(code, init);
}

/** The name of the parameter that `set` or `append` is called with. */
export function setParameter(code: Code, call: Call): string | undefined {
  const [key, value] = call.arguments;
  const method = methodOf(code, call.callee);
  const isPut = method?.changes === "grows" && method.of.includes("parameters");
  return isPut && key && value ? constantText(code, key) : undefined;
}

/** Whether an expression is a `URLSearchParams`: by its property, its creation, its type or its other parameters. */
function holdsParameters(code: Code, expression: Node): boolean {
  const node = unwrap(expression);
  if (isMember(node)) return memberName(code, node) === "searchParams" || isFieldOfParameters(code, node);
  if (node.type !== "Identifier") return false;
  const binding = code.bindings.resolve(node);
  if (!binding) return false;
  const { declaration } = binding;
  if (declaration.type === "VariableDeclarator" && declaration.init) {
    const value = unwrap(declaration.init);
    if (isMember(value)) return memberName(code, value) === "searchParams";
    return value.type === "NewExpression" && makesParameters(value.callee);
  }
  return (code.bindings.references(binding) ?? []).some((reference) => {
    const call = code.tree.parent(code.tree.parent(reference) ?? reference);
    return isCall(call) && REQUEST_KEYS.has(setParameter(code, call) ?? "");
  });
}

/** Whether a field of `this` is declared with a `URLSearchParams`, or gets one in the constructor. */
function isFieldOfParameters(code: Code, field: Member): boolean {
  const value = fieldValue(code, field);
  const made = value && unwrap(value);
  return made?.type === "NewExpression" && makesParameters(made.callee);
}

import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { propertyNames } from "./calls.ts";
import { calledFunction } from "./functions.ts";
import { importedFrom } from "./imported.ts";
import { holdersOf } from "./results.ts";
import { isAuthOfSdk, isPackageOfSdk, isTransportOfSdk } from "./sdk.ts";
import { type Call, constantText, isCall, isMember, memberName, propertyName } from "./syntax.ts";
import { isReadAsTokens } from "./tokens-read.ts";

/**
 * Whether the first argument of a call is certain to be an OAuth client provider: what is called is the SDK's `auth`,
 * by where it is imported from, by what it does where it is in this file, or by the whole shape of its call.
 */
export function takesProvider(code: Code, call: Call | t.NewExpression, depth = 0): boolean {
  if (!isCall(call) || call.arguments.length === 0) return false;
  const imported = importedFrom(code, call.callee);
  if (imported && isAuthOfSdk(code, imported)) return isPackageOfSdk(imported) || takesServerUrl(code, call);
  // A part of a bundle takes `auth` from another part, under a name that only a bundler gives. What has a name of its
  // own is another module's function, whatever it is given and answers.
  if (imported && !isMangled(imported.name)) return false;
  const target = imported ? undefined : calledFunction(code, call);
  return target && isReadable(code, target) ? usesTokens(code, target, depth) : hasShapeOfAuth(code, call);
}

/** `a`, as one part of a bundle takes it from another. */
const isMangled = (name: string): boolean => /^[\w$]{1,2}$/.test(name);

/** The transport of the SDK's version 1 that is made with an expression as its provider: it takes no other kind. */
export function transportGiven(code: Code, expression: Node): t.NewExpression | undefined {
  const property = code.tree.parent(expression);
  if (property?.type !== "ObjectProperty" || property.value !== expression) return undefined;
  if (propertyName(code, property.key, property.computed) !== "authProvider") return undefined;
  const record = code.tree.parent(property);
  const made = record && code.tree.parent(record);
  if (made?.type !== "NewExpression" || made.arguments[1] !== record) return undefined;
  const imported = importedFrom(code, made.callee);
  return imported && isTransportOfSdk(imported) ? made : undefined;
}

/** Whether a call is given a `serverUrl`, as `auth` is. */
const takesServerUrl = (code: Code, call: Call): boolean =>
  call.arguments.slice(1).some((argument) => propertyNames(code, argument).includes("serverUrl"));

/** What `auth` gives. */
const RESULT = /^(?:AUTHORIZED|REDIRECT)$/;

/** A bundle has `auth` under another name: it is given a `serverUrl`, and tells whether the user was sent away. */
function hasShapeOfAuth(code: Code, call: Call): boolean {
  return takesServerUrl(code, call) && holdersOf(code, call).some((holder) => isComparedWithResult(code, holder));
}

function isComparedWithResult(code: Code, node: Node): boolean {
  let child = node;
  let parent = code.tree.parent(child);
  while (parent && /^(?:Await|Yield|Parenthesized|TSAs|TSNonNull)Expression$/.test(parent.type)) {
    child = parent;
    parent = code.tree.parent(child);
  }
  if (parent?.type === "BinaryExpression") {
    const other = parent.left === child ? parent.right : parent.left;
    return RESULT.test(constantText(code, other) ?? "");
  }
  if (parent?.type !== "SwitchStatement" || parent.discriminant !== child) return false;
  return parent.cases.some(({ test }) => test && RESULT.test(constantText(code, test) ?? ""));
}

/** How many functions a provider is handed through. */
const MOST_FUNCTIONS = 4;

/** Whether a function's parameters are what it reads: compilers for old targets hand them on as `arguments`. */
function isReadable(code: Code, target: FunctionNode): boolean {
  return target.params.length > 0 || (code.bindings.mentions("arguments", target) ?? []).length === 0;
}

/** Whether a function reads the tokens of its first parameter, itself or by handing it to one that does. */
function usesTokens(code: Code, target: FunctionNode, depth: number): boolean {
  const [first] = target.params;
  const binding = first?.type === "Identifier" && depth < MOST_FUNCTIONS ? code.bindings.resolve(first) : undefined;
  return binding !== undefined && isUsedAsProvider(code, binding, depth);
}

function isUsedAsProvider(code: Code, binding: Binding, depth: number): boolean {
  const references = code.bindings.references(binding) ?? [];
  if ((code.bindings.writes(binding)?.length ?? 1) > 0) return false;
  return references.some((reference) => {
    const parent = code.tree.parent(reference);
    if (isCall(parent) && parent.arguments[0] === reference) return takesProvider(code, parent, depth + 1);
    if (!isMember(parent) || parent.object !== reference || memberName(code, parent) !== "tokens") return false;
    const call = code.tree.parent(parent);
    return isCall(call) && call.callee === parent && call.arguments.length === 0 && isReadAsTokens(code, call);
  });
}

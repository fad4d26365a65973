import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { ACQUIRING, TOKEN_CACHES } from "../rules/names-beside.ts";
import { calleeName } from "./calls.ts";
import { importedFrom } from "./imported.ts";
import { fieldValue } from "./instances.ts";
import { type Call, isCall, isMember, unwrap } from "./syntax.ts";

/** More names than an instance has. */
const MOST_NAMES = 3;

/** Whether a call asks Microsoft's library: `client.acquireTokenPopup({ account, scopes })`. */
export const isOfTokenCache = (code: Code, call: Call | t.NewExpression): boolean =>
  isCall(call) &&
  ACQUIRING.test(calleeName(code, call) ?? "") &&
  isMember(call.callee) &&
  isOfLibrary(code, call.callee.object);

/**
 * Whether an object is made or given by the library: of `new PublicClientApplication(…)`, `useMsal()`, or an instance that
 * a function of it gives.
 */
function isOfLibrary(code: Code, object: Node, depth = 0): boolean {
  const node = unwrap(object);
  if (depth > MOST_NAMES) return false;
  if (node.type === "AwaitExpression") return isOfLibrary(code, node.argument, depth + 1);
  if (node.type === "NewExpression" || isCall(node)) {
    let maker = unwrap(node.callee);
    while (isMember(maker)) maker = unwrap(maker.object);
    return TOKEN_CACHES.test(importedFrom(code, maker)?.module ?? "");
  }
  if (isMember(node)) {
    const value = fieldValue(code, node);
    return value ? isOfLibrary(code, value, depth + 1) : isOfLibrary(code, node.object, depth + 1);
  }
  const declaration = node.type === "Identifier" ? code.bindings.resolve(node)?.declaration : undefined;
  return declaration?.type === "VariableDeclarator" && declaration.init
    ? isOfLibrary(code, declaration.init, depth + 1)
    : false;
}

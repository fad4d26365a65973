import type * as t from "@babel/types";
import { calledFunction, classesAbove, returnedValues } from "../find/functions.ts";
import { bindingFrom, importedFrom } from "../find/imported.ts";
import { proofOfProvider } from "../find/provider-proof.ts";
import { hasScopeOfItsOwn } from "../find/sdk.ts";
import { classGiven } from "../find/shells.ts";
import { constantValue, isCall, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { firstValues } from "./holders.ts";

/**
 * The code by which a provider is one of the SDK's that ask with the client's own credentials: for the scope of its own
 * metadata, whatever `auth()` was given (`fetchToken` of SDK v1).
 */
export function ownCredentials(code: Code, provider: Node): Node | undefined {
  const node = unwrap(provider);
  const value = node.type === "Identifier" ? constantValue(code, node) : undefined;
  const values = [...firstValues(code, node), ...(value ? [value] : [])];
  return [...(proofOfProvider(code, provider) ?? []), ...values].find((each) => isOwn(code, each));
}

/** Whether a value is such a provider, or a type that of one. */
function isOwn(code: Code, proof: Node): boolean {
  const node = unwrap(proof);
  if (node.type === "NewExpression") return isOwnClass(code, node.callee);
  if (isCall(node)) {
    const made = calledFunction(code, node);
    return ((made && returnedValues(code, made)) ?? []).some(
      ({ value }) => value?.type === "NewExpression" && isOwn(code, value),
    );
  }
  let isFound = false;
  if (node.type.startsWith("TS"))
    code.tree.walk(node, (part) => {
      if (part.type === "Identifier" && isOwnClass(code, part)) isFound = true;
      return undefined;
    });
  return isFound;
}

/**
 * Whether an expression names one of these classes, or a class of this file that extends one: whatever that makes of it,
 * `prepareTokenRequest()` is given the scope of the metadata.
 */
function isOwnClass(code: Code, expression: Node): boolean {
  const named = classGiven(code, expression);
  const classes: t.Class[] = named ? [named, ...classesAbove(code, named)] : [];
  const top = classes.length === 0 ? expression : classes.at(-1)?.superClass;
  const binding = top?.type === "Identifier" ? code.bindings.resolve(top) : undefined;
  const imported = (binding && bindingFrom(code, binding)) ?? (top ? importedFrom(code, top) : undefined);
  return imported !== undefined && hasScopeOfItsOwn(imported);
}

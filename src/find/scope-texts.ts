import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { roleOf } from "./calls.ts";
import { namesScope } from "./origins.ts";
import { setParameter } from "./request-parameters.ts";
import { isCall, outOfCasts, propertyName } from "./syntax.ts";
import { lastName } from "./written.ts";

/** Whether a text is the scope of a request, by the name under which it is put there: `scope: `openid ${scope}``. */
export function isScopeOfRequest(code: Code, text: Node): boolean {
  const whole = outOfCasts(code, text);
  const parent = code.tree.parent(whole);
  if (parent?.type === "ObjectProperty")
    return parent.value === whole && namesScope(propertyName(code, parent.key, parent.computed));
  return isCall(parent) && parent.callee !== whole && setParameter(code, parent) === "scope";
}

/** The same, or a text that gets the name of a scope, or is given to what asks for one: no sentence for a person. */
export function isScopeText(code: Code, text: Node): boolean {
  if (isScopeOfRequest(code, text)) return true;
  const whole = outOfCasts(code, text);
  const parent = code.tree.parent(whole);
  if (parent?.type === "VariableDeclarator") return namesScope(lastName(code, parent.id));
  if (parent?.type === "AssignmentExpression") return parent.right === whole && namesScope(lastName(code, parent.left));
  return isCall(parent) && parent.callee !== whole && roleOf(code, parent) === "authorization";
}

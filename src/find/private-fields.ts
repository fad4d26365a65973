import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { PRIVATE_FIELD_GET, PRIVATE_FIELD_SET } from "../rules/names.ts";
import { type Call, constantValue, isCall, isMember, unwrap } from "./syntax.ts";

/** What a compiler's helper writes into a private field of `this`, if that was not made of what a field held. */
export function writtenToPrivateField(code: Code, call: Call): Node | undefined {
  const [first, second, value] = call.arguments;
  const isOfThis = first?.type === "ThisExpression" || second?.type === "ThisExpression";
  if (!value || !isOfThis || !PRIVATE_FIELD_SET.test(helperName(call))) return undefined;
  const name = unwrap(value);
  const made = name.type === "Identifier" ? constantValue(code, name) : undefined;
  let isKept = false;
  if (made)
    code.tree.walk(made, (node) => {
      isKept ||= isCall(node) && readsPrivateField(node);
      return !isKept;
    });
  return isKept ? undefined : value;
}

/** Whether a call is what a compiler made of a private field, which it reads or writes of the object that it is given. */
export const isOfPrivateField = (call: Call): boolean =>
  readsPrivateField(call) || PRIVATE_FIELD_SET.test(helperName(call));

/** Whether a call is what a compiler made of the read of a private field. */
export const readsPrivateField = (call: Call): boolean => PRIVATE_FIELD_GET.test(helperName(call));

/** The name of a helper, or of the module's property that holds it. */
function helperName({ callee }: Call): string {
  const node = unwrap(callee);
  const name = isMember(node) ? node.property : node;
  return name.type === "Identifier" ? name.name : "";
}

import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { TOKENS_FIELD } from "../rules/names.ts";
import { calledFunction, returnedValues } from "./functions.ts";
import { isOfLists } from "./library/lookup.ts";
import { propertiesRead } from "./results.ts";
import { type Call, isCall, isMember, memberName, pathOf, propertyValue, unwrap } from "./syntax.ts";
import { textOfValue } from "./text-of.ts";
import { LIST, OTHER } from "./text-types.ts";
import { methodsLikely } from "./uses.ts";

/** The call of `.tokens()` whose method a mention names: without arguments, as a provider's takes none. */
export function tokensCallAt(code: Code, mention: Node): Call | undefined {
  const member = code.tree.parent(mention);
  const call = member && code.tree.parent(member);
  if (!isMember(member) || member.property !== mention || memberName(code, member) !== "tokens") return undefined;
  return isCall(call) && call.callee === member && call.arguments.length === 0 ? call : undefined;
}

/** Whether what a call gives is read as a record of tokens whose scope is a text: `(await x.tokens())?.access_token`. */
export function isReadAsTokens(code: Code, call: Call): boolean {
  const read = propertiesRead(code, call);
  return (
    !givesOtherThanText(code, call) &&
    read.some(({ name }) => TOKENS_FIELD.test(name)) &&
    !read.some(({ name, node }) => name === "scopes" || (name === "scope" && isUsedAsList(code, node)))
  );
}

/** Whether the store is one of this file, and the scope that it gives is a list or a Set. */
function givesOtherThanText(code: Code, call: Call): boolean {
  const stores = [calledFunction(code, call) ?? [], methodsLikely(code, call.callee)].flat();
  return stores.some((store) =>
    returnedValues(code, store)?.some(({ value }) => {
      const record = value && unwrap(value);
      const scope = record?.type === "ObjectExpression" ? propertyValue(code, record, "scope") : undefined;
      return scope !== undefined && (textOfValue(code, scope) & (LIST | OTHER)) !== 0;
    }),
  );
}

function isUsedAsList(code: Code, scope: Node): boolean {
  return propertiesRead(code, scope).some(({ name }) => isOfLists(name)) || isSpread(code, scope);
}

function isSpread(code: Code, node: Node): boolean {
  const parent = code.tree.parent(node);
  if (parent?.type === "SpreadElement" || (parent?.type === "ForOfStatement" && parent.right === node)) return true;
  return parent?.type === "LogicalExpression" && isSpread(code, parent);
}

/** The calls of `.tokens()` on a path whose result is read as tokens. */
export function tokensReadOf(code: Code, path: string): Call[] {
  return (code.bindings.mentions("tokens", code.tree.program) ?? []).flatMap((mention) => {
    const call = tokensCallAt(code, mention);
    const isOn = call && isMember(call.callee) && pathOf(code, call.callee.object) === path;
    return isOn && isReadAsTokens(code, call) ? [call] : [];
  });
}

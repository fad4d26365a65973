import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { objectWritesBy } from "./object-writes.ts";
import { expressionNamed, reachesRequest } from "./request-use.ts";
import { searchedFor } from "./searched.ts";
import { type Call, constantText, isMember, pathOf } from "./syntax.ts";

/** What a call of the language puts into a property that the file asks for: `Reflect.set(this, SLOT, scope)`. */
export function keptByKey(code: Code, call: Call): Node | undefined {
  const [object, key] = call.arguments;
  const [written] = objectWritesBy(code, call);
  if (!object || !key || written?.object !== object || written.value !== call.arguments[2]) return undefined;
  return isAskedFor(code, object, key) ? written.value : undefined;
}

function isAskedFor(code: Code, object: Node, key: Node): boolean {
  const owner = pathOf(code, object);
  const text = constantText(code, key);
  const held = pathOf(code, key);
  const path = text !== undefined ? `${owner}.${text}` : held === undefined ? undefined : `${owner}[${held}]`;
  const name = text ?? (key.type === "Identifier" ? key.name : undefined);
  if (owner === undefined || path === undefined || name === undefined) return false;
  return (code.bindings.mentions(name, searchedFor(code, object)) ?? []).some((mention) => {
    const named = expressionNamed(code, mention);
    const parent = named && code.tree.parent(named);
    const read = isMember(parent) && parent.computed && parent.property === named ? parent : named;
    return read && pathOf(code, read) === path && reachesRequest(code, read);
  });
}

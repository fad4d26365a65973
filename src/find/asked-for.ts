import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { isAuthorization } from "./authorization.ts";
import { callTaking, copiesRecords } from "./calls.ts";
import { originOf } from "./origins.ts";
import { isCall, pathOf, propertyName } from "./syntax.ts";

/**
 * Whether the handler asks for the very value that it keeps: `this._scope = scope; await auth(provider, { scope })`, or
 * for the record that it is part of.
 */
export function isAskedFor(code: Code, node: Node, value: Node): boolean {
  const asked = pathsAskedFor(code, code.tree.functionAround(node) ?? node);
  return asked.size > 0 && [...originOf(code, value).own].some((path) => asked.has(path));
}

/** The paths of what some code gives authorization calls as the scope, or with it. */
const pathsAskedFor = (code: Code, within: Node): ReadonlySet<string> =>
  code.answers.of(pathsAskedFor, within, () => {
    const found = new Set<string>();
    code.tree.walk(within, (inner) => {
      const asked = askedBy(code, inner);
      const path = asked && pathOf(code, asked);
      const call = path !== undefined ? callTaking(code, inner) : undefined;
      if (path !== undefined && call && isAuthorization(code, call)) found.add(path);
      return undefined;
    });
    return found;
  });

/** What a part of a record gives as the scope, or with it. */
function askedBy(code: Code, part: Node): Node | undefined {
  if (part.type === "SpreadElement") return part.argument;
  const copy = code.tree.parent(part);
  if (isCall(copy) && copy.callee !== part && copiesRecords(code, copy)) return part;
  const isScope = part.type === "ObjectProperty" && propertyName(code, part.key, part.computed) === "scope";
  return isScope ? part.value : undefined;
}

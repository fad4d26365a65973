import { isCall, isMember, memberName, outOfCasts, pathOf, unwrap } from "../find/syntax.ts";
import { isThisMember } from "../find/this.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { readsAt } from "./sink-reads.ts";

/**
 * Whether a record into which an object is put under a key does no more with its objects than to call their methods, and
 * to put in and take out others: `this.clients[name] = client`, `this.clients[name].close()`, `delete this.clients[name]`.
 *
 * @param place where the object is put: a member by a key
 */
export function isOnlyKept(code: Code, place: Node): boolean {
  const member = unwrap(place);
  if (!isMember(member)) return false;
  const registry = unwrap(member.object);
  const path = pathOf(code, registry);
  if (path === undefined) return false;
  return mentionsOf(code, registry, path).every((mention) => isByKey(code, mention));
}

function mentionsOf(code: Code, registry: Node, path: string): readonly Node[] {
  if (registry.type === "Identifier") {
    const binding = code.bindings.resolve(registry);
    return ((binding && code.bindings.references(binding)) ?? []).filter((each) => each !== binding?.identifier);
  }
  const name = isMember(registry) ? memberName(code, registry) : undefined;
  const within = (isThisMember(path) && code.tree.classAround(registry)) || code.tree.program;
  return name === undefined ? [] : readsAt(code, path, name.replace(/^#/, ""), within);
}

/** Whether one object is put in, taken out, or called by a method of its own. */
function isByKey(code: Code, mention: Node): boolean {
  const record = outOfCasts(code, mention);
  const element = code.tree.parent(record);
  if (!isMember(element) || element.object !== record || !element.computed) return false;
  const whole = outOfCasts(code, element);
  const around = code.tree.parent(whole);
  if (around?.type === "UnaryExpression") return around.operator === "delete" || around.operator === "!";
  if (around?.type === "AssignmentExpression") return around.left === whole;
  if (!isMember(around) || around.object !== whole) return false;
  const call = code.tree.parent(around);
  return isCall(call) && call.callee === around;
}

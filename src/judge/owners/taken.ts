import { destructuredNames } from "../../find/patterns.ts";
import { isMember, isNeverWritten, memberName, pathOf, unwrap } from "../../find/syntax.ts";
import type { Binding } from "../../parse/bindings.ts";
import type { Code } from "../../parse/code.ts";
import type { Node } from "../../parse/tree.ts";

/** More names than people give to one thing, one after the other. */
const MOST_NAMES = 6;

/**
 * The paths of the places that an expression reads by names of its function, and of what these hang on: `this.server`
 * for `server` behind `const { server } = this`, `this.target` too for `target.server` behind `const { target } = this`.
 *
 * @param sink the path of a sink: what it hangs on itself is left out, since with another it is another sink
 */
export function placesTaken(code: Code, expression: Node, sink = ""): readonly string[] {
  const found = new Set<string>();
  code.tree.walk(expression, (inner) => {
    if (inner.type !== "Identifier" && !isMember(inner)) return undefined;
    for (const path of placesBehind(code, inner, sink)) if (!sink.startsWith(`${path}.`)) found.add(path);
    return undefined;
  });
  return [...found];
}

function placesBehind(code: Code, place: Node, sink: string): readonly string[] {
  const found: string[] = [];
  const names: string[] = [];
  let at = unwrap(place);
  for (let steps = 0; steps < MOST_NAMES; steps++) {
    while (isMember(at)) {
      const name = memberName(code, at);
      if (name === undefined) return found;
      names.unshift(name);
      at = unwrap(at.object);
    }
    const binding = at.type === "Identifier" ? code.bindings.resolve(at) : undefined;
    const taken = binding && !sink.startsWith(`${binding.id}.`) ? valueTaken(code, binding) : undefined;
    if (!taken) return found;
    names.unshift(...taken.names);
    at = unwrap(taken.from);
    const path = pathOf(code, at);
    if (path === undefined) continue;
    if (isMember(at)) found.push(path);
    found.push(...names.map((_, index) => [path, ...names.slice(0, index + 1)].join(".")));
  }
  return found;
}

/** What a name is given once and for all, and the names on the way from that to what it is. */
function valueTaken(
  code: Code,
  binding: Binding,
): { readonly from: Node; readonly names: readonly string[] } | undefined {
  const { declaration, identifier } = binding;
  if (declaration.type !== "VariableDeclarator" || !declaration.init || !isNeverWritten(code, binding))
    return undefined;
  if (declaration.id === identifier) return { from: declaration.init, names: [] };
  const names = destructuredNames(code, declaration.id, binding);
  return names.length > 0 ? { from: declaration.init, names } : undefined;
}

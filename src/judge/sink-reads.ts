import type * as t from "@babel/types";
import type { Candidate } from "../find/find.ts";
import { placeNamed } from "../find/request-use.ts";
import { searchedFor } from "../find/searched.ts";
import { classGiven, isClass } from "../find/shells.ts";
import { pathOf, propertyName } from "../find/syntax.ts";
import { isThisMember } from "../find/this.ts";
import { classesBelow } from "../find/uses.ts";
import { lastName } from "../find/written.ts";
import { boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, type Node, startOf } from "../parse/tree.ts";

/** The expressions that read what a sink keeps, as far as its class or, for a variable, its scope shows. */
export function readsOf(code: Code, { path, property, target }: Candidate): readonly Node[] {
  const name = property ?? lastName(code, target);
  const within = searchedFor(code, target);
  if (path === undefined || name === undefined) return [];
  return code.answers.ofBoth(readsOf, within, `${name} ${path}`, () =>
    [within, ...(isThisMember(path) && isClass(within) ? relativesOf(code, within) : [])].flatMap((each) =>
      readsAt(code, path, name, each),
    ),
  );
}

/** More classes above or below each other than people write. */
const MOST_CLASSES = 20;

/** The classes of this file that a class inherits its fields from, or gives them to. */
function relativesOf(code: Code, owner: t.Class): readonly t.Class[] {
  const below = new Set(classesBelow(code, owner));
  // The set grows while it is gone through.
  for (const each of below) {
    if (below.size > MOST_CLASSES) break;
    for (const further of classesBelow(code, each)) below.add(further);
  }
  const above = new Set<t.Class>();
  for (let at = classGiven(code, owner.superClass); at && !above.has(at); at = classGiven(code, at.superClass))
    above.add(at);
  return [...below, ...above].filter((each) => each !== owner);
}

/** The same of any place, by its path and the name that it ends with. */
export function readsAt(code: Code, path: string, name: string, within: Node): readonly Node[] {
  return (code.bindings.mentions(name, within) ?? []).flatMap((mention) => {
    const read = placeNamed(code, mention, path);
    if (read) return isTarget(code, read) ? [] : [read];
    return takenAs(code, mention, path);
  });
}

function isTarget(code: Code, read: Node): boolean {
  const parent = code.tree.parent(read);
  return parent?.type === "AssignmentExpression" && parent.left === read && parent.operator === "=";
}

/** The mentions of the name that a pattern gives what the sink keeps: `const { scope: key } = this`. */
function takenAs(code: Code, mention: Node, path: string): readonly Node[] {
  const property = code.tree.parent(mention);
  const pattern = property && code.tree.parent(property);
  const declarator = pattern && code.tree.parent(pattern);
  if (
    property?.type !== "ObjectProperty" ||
    startOf(property.key) !== startOf(mention) ||
    pattern?.type !== "ObjectPattern"
  )
    return [];
  if (declarator?.type !== "VariableDeclarator" || !declarator.init || property.key.type !== "Identifier") return [];
  if (`${pathOf(code, declarator.init)}.${property.key.name}` !== path) return [];
  return boundNames(property.value).flatMap((name) => {
    const binding = code.bindings.resolve(name);
    return (binding && code.bindings.references(binding)) ?? [];
  });
}

/** The reads of the member whose getter a function is; undefined where others may read it. */
export function readsOfGetter(code: Code, getter: FunctionNode): readonly Node[] | undefined {
  const owner = code.tree.classAround(getter);
  const isPrivate = "accessibility" in getter && getter.accessibility === "private";
  const name =
    "key" in getter ? propertyName(code, getter.key, "computed" in getter && getter.computed === true) : undefined;
  if (!owner || name === undefined || !(isPrivate || name.startsWith("#"))) return undefined;
  return readsAt(code, `this.${name}`, name.replace(/^#/, ""), owner);
}

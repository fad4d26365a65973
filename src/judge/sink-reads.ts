import type * as t from "@babel/types";
import { typesNamed } from "../find/declared-types.ts";
import type { Candidate } from "../find/find.ts";
import { expressionNamed, placeNamed } from "../find/request-use.ts";
import { isClass } from "../find/shells.ts";
import { isMember, outOfCasts, pathOf, propertyName } from "../find/syntax.ts";
import { isThis } from "../find/this.ts";
import { declaredType } from "../find/types.ts";
import { boundNames, isPropertyName } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, type Node, startOf } from "../parse/tree.ts";
import { holdersOf, selvesIn } from "./holders.ts";
import { rootOf } from "./owners/frames.ts";

/** The expressions that read what a sink keeps, as far as what of the file knows it shows. */
export function readsOf(code: Code, candidate: Candidate): readonly Node[] {
  const holders = holdersOf(code, candidate);
  return code.answers.of(readsOf, holders, () =>
    holders.flatMap(({ within, path, name }) => [
      ...readsAt(code, path, name, within),
      ...keyedReads(code, path, rootsIn(code, candidate, within, path)),
      ...(isClass(within) && path === `this.${name}` ? typedReads(code, within, name) : []),
    ]),
  );
}

/** Those reads that ask for what a sink holds: where a variable is declared, nothing is. */
export const readsProper = (code: Code, reads: readonly Node[]): readonly Node[] =>
  reads.filter((read) => {
    const parent = code.tree.parent(read);
    return parent?.type !== "VariableDeclarator" || parent.id !== read;
  });

/** What the paths begin with that lead to a sink: each `this`, or each mention of a variable. */
function rootsIn(code: Code, { target }: Candidate, within: Node, path: string): readonly Node[] {
  const [root = ""] = path.split(".");
  if (isThis(root)) return selvesIn(code, within, root);
  const binding = rootOf(code, target);
  return (binding?.id === root && code.bindings.references(binding)) || [];
}

/** The reads by a key that is a constant: `this[FIELD]`. */
const keyedReads = (code: Code, path: string, roots: readonly Node[]): readonly Node[] =>
  keyedOf(code, roots).filter((each) => {
    const read = pathOf(code, each);
    const isSame = read === path || (entryOf(path) !== undefined && entryOf(read) === entryOf(path));
    return isSame && !isTarget(code, each);
  });

/** What a path has in common with those by other keys: `asked[]` of `asked[url]`; undefined for one without a key. */
export const entryOf = (path: string | undefined): string | undefined =>
  path?.includes("[") ? path.replace(/\[[^[\]]*\]/g, "[]") : undefined;

/** The members by a key that is written elsewhere, of some objects or of what these hold. */
const keyedOf = (code: Code, roots: readonly Node[]): readonly Node[] =>
  code.answers.of(keyedOf, roots, () =>
    roots.flatMap((root) => {
      const found: Node[] = [];
      let member = outOfCasts(code, root);
      for (let at = code.tree.parent(member); isMember(at) && at.object === member; at = code.tree.parent(member)) {
        if (at.computed && at.property.type !== "StringLiteral") found.push(at);
        member = outOfCasts(code, at);
      }
      return found;
    }),
  );

/** The reads of a field outside of its class, of what is declared to be of that: `(client: Client) => client.scope`. */
function typedReads(code: Code, owner: t.Class, name: string): readonly Node[] {
  return (code.bindings.mentions(name.replace(/^#/, ""), code.tree.program) ?? []).flatMap((mention) => {
    const read = covers(owner, mention) ? undefined : expressionNamed(code, mention);
    const type = isMember(read) ? declaredType(code, read.object)?.annotation : undefined;
    const declared: readonly Node[] = type?.type === "TSTypeReference" ? [typesNamed(code, type)].flat() : [];
    return read && declared.includes(owner) && !isTarget(code, read) ? [read] : [];
  });
}

/** The same of any place, by its path and the name that it ends with. */
export function readsAt(code: Code, path: string, name: string, within: Node): readonly Node[] {
  return (code.bindings.mentions(name, within) ?? []).flatMap((mention) => {
    const read = isNameOnly(code, mention) ? undefined : placeNamed(code, mention, path);
    if (read) return isTarget(code, read) || isDeclared(code, read) ? [] : [read];
    return takenAs(code, mention, path);
  });
}

/** Whether a mention is a name by itself, of a property or in a type, and reads nothing: `{ readonly scope?: string }`. */
function isNameOnly(code: Code, mention: Node): boolean {
  const parent = code.tree.parent(mention);
  if (!parent || isMember(parent) || parent.type === "PrivateName") return false;
  return isPropertyName(mention, parent) || (IN_TYPE.test(parent.type) && outOfCasts(code, mention) === mention);
}

/** The syntax of types, without what has a value. */
const IN_TYPE = /^TS(?!\w*Expression$|ExportAssignment$|EnumMember$|ParameterProperty$)/;

function isTarget(code: Code, read: Node): boolean {
  const parent = code.tree.parent(read);
  return parent?.type === "AssignmentExpression" && parent.left === read && parent.operator === "=";
}

/** Whether a name is but given there: `({ issuer, scope }) => …`. */
function isDeclared(code: Code, name: Node): boolean {
  const declared = name.type === "Identifier" ? code.bindings.resolve(name)?.identifier : undefined;
  return declared !== undefined && startOf(declared) === startOf(name);
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

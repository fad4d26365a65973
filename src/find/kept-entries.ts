import type * as t from "@babel/types";
import { type Binding, isPropertyName } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { grouped } from "../parse/grouped.ts";
import type { Node } from "../parse/tree.ts";
import { calledFunction, returnedValues } from "./functions.ts";
import { onlyValueOf } from "./instances.ts";
import { libraryOf, methodOf } from "./library/lookup.ts";
import { expressionNamed } from "./request-use.ts";
import { isDeferred, variableGiven } from "./shells.ts";
import {
  type Call,
  constantValue,
  isCall,
  isMember,
  isNothing,
  memberName,
  outOfCasts,
  propertyName,
  unwrap,
} from "./syntax.ts";

/** More functions between a collection and who asks for an entry than people write. */
const MOST_STEPS = 3;

/**
 * The other names of a file that hold an entry of the collection of which one is: got by any key, or put in. All are
 * known where the file makes the collection and does nothing with it as a whole.
 */
export function keptEntries(code: Code, binding: Binding): readonly Binding[] {
  const collection = collectionOf(code, binding);
  return (collection && entriesOf(code).get(collection)) ?? [];
}

/** Where the collection is made of which a name holds an entry. */
export const collectionOf = (code: Code, binding: Binding): t.NewExpression | undefined =>
  [...entriesOf(code)].find(([, entries]) => entries.includes(binding))?.[0];

/** All that a file puts into a collection. */
export const entriesPut = (code: Code, collection: t.NewExpression): readonly Node[] =>
  putsOf(code).get(collection) ?? [];

/** What a file puts into the maps that it makes. */
const putsOf = (code: Code): ReadonlyMap<t.NewExpression, readonly Node[]> =>
  code.answers.of(putsOf, code, () =>
    grouped(
      traffic(code).puts.flatMap((call) => {
        const collection = collectionIn(code, call.callee);
        const value = call.arguments.at(-1);
        return collection && value ? [[collection, value] as const] : [];
      }),
    ),
  );

/** Where a file may get entries and put them in; nowhere where it makes no map. */
const traffic = (code: Code): { readonly gets: readonly t.VariableDeclarator[]; readonly puts: readonly Call[] } =>
  code.answers.of(traffic, code, () => {
    const gets: t.VariableDeclarator[] = [];
    const puts: Call[] = [];
    let hasMaps = false;
    code.tree.walk(code.tree.program, (node) => {
      if (node.type === "NewExpression") hasMaps ||= libraryOf(code, node.callee)?.makes === "map";
      if (node.type === "VariableDeclarator" && node.init && isCall(unwrap(node.init))) gets.push(node);
      if (isPutting(code, node)) puts.push(node);
      return undefined;
    });
    return hasMaps ? { gets, puts } : { gets: [], puts: [] };
  });

/** Whether a mention is but put into a collection that the file keeps to itself. */
export function isKeptAsEntry(code: Code, mention: Node): boolean {
  const call = code.tree.parent(mention);
  const put =
    call && isPutting(code, call) && call.arguments.at(-1) === mention ? collectionIn(code, call.callee) : undefined;
  return put !== undefined && isKeptToItself(code, put);
}

/** What the names of a file hold that are entries, by where their collection is made. */
const entriesOf = (code: Code): ReadonlyMap<t.NewExpression, readonly Binding[]> =>
  code.answers.of(entriesOf, code, () => {
    const found: (readonly [t.NewExpression, Binding])[] = [];
    for (const [collection, values] of putsOf(code))
      for (const value of values) {
        const entry = unwrap(value);
        const binding = entry.type === "Identifier" ? code.bindings.resolve(entry) : undefined;
        if (binding) found.push([collection, binding]);
      }
    for (const { id, init } of traffic(code).gets) {
      const binding = id.type === "Identifier" ? code.bindings.resolve(id) : undefined;
      const collection = binding && init ? collectionAsked(code, init) : undefined;
      if (binding && collection) found.push([collection, binding]);
    }
    return grouped(found.filter(([collection]) => isKeptToItself(code, collection)));
  });

const isPutting = (code: Code, call: Node): call is Call =>
  isCall(call) && methodOf(code, call.callee)?.changes === "grows";

/** Where the map is made of which a value is an entry: `tenants.get(id)`, or what a function gives of that. */
export function collectionAsked(code: Code, value: Node, depth = 0): t.NewExpression | undefined {
  const node = unwrap(value);
  if (depth > MOST_STEPS) return undefined;
  if (node.type === "Identifier") {
    const held = constantValue(code, node);
    return held && collectionAsked(code, held, depth + 1);
  }
  if (!isCall(node)) return undefined;
  const method = methodOf(code, node.callee);
  if (method?.entry && method.gives === "element") return collectionIn(code, node.callee);
  const target = calledFunction(code, node);
  if (!target || isDeferred(target)) return undefined;
  const given = (returnedValues(code, target) ?? []).flatMap(({ value: each }) =>
    each && !isNothing(each) ? [collectionAsked(code, each, depth + 1)] : [],
  );
  return given.every((each) => each === given[0]) ? given[0] : undefined;
}

/** Where the map is made whose method a callee is. */
function collectionIn(code: Code, callee: Node): t.NewExpression | undefined {
  const member = unwrap(callee);
  const made = isMember(member) ? onlyValueOf(code, member.object) : undefined;
  return made?.type === "NewExpression" && libraryOf(code, made.callee)?.makes === "map" ? made : undefined;
}

/** Whether a file asks a collection that it makes for nothing but single entries. */
function isKeptToItself(code: Code, made: Node): boolean {
  const binding = variableGiven(code, made);
  const mentions = binding ? code.bindings.references(binding) : mentionsOfField(code, made);
  return (
    mentions?.every((mention) => {
      const place = expressionNamed(code, mention);
      const member = place && code.tree.parent(outOfCasts(code, place));
      if (!isMember(member)) return isDeclared(code, mention, made);
      const method = methodOf(code, member);
      const isAsked = method?.entry === true || method?.changes !== undefined || memberName(code, member) === "size";
      return isAsked && place !== undefined && member.object === outOfCasts(code, place);
    }) ?? false
  );
}

function mentionsOfField(code: Code, made: Node): readonly Node[] | undefined {
  const field = code.tree.parent(made);
  if (field?.type !== "ClassPrivateProperty" && field?.type !== "ClassProperty") return undefined;
  const name = propertyName(code, field.key, "computed" in field && field.computed === true);
  const mentions = name === undefined ? undefined : code.bindings.mentions(name.replace(/^#/, ""), code.tree.program);
  // A variable may have the same name.
  return mentions?.filter((mention) => {
    const parent = code.tree.parent(mention);
    return parent?.type === "PrivateName" || (!name?.startsWith("#") && isPropertyName(mention, parent));
  });
}

/** Whether a mention is the one that gives a collection its name. */
function isDeclared(code: Code, mention: Node, made: Node): boolean {
  const parent = code.tree.parent(mention);
  const declaration = parent?.type === "PrivateName" ? code.tree.parent(parent) : parent;
  return declaration !== undefined && declaration === code.tree.parent(made);
}

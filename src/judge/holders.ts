import type * as t from "@babel/types";
import { typesNamed } from "../find/declared-types.ts";
import type { Candidate } from "../find/find.ts";
import { assignmentAround } from "../find/patterns.ts";
import { expressionNamed } from "../find/request-use.ts";
import { namesOfRecord, placeOf } from "../find/same-records.ts";
import { searchedFor } from "../find/searched.ts";
import { classGiven, isClass, paramsOf } from "../find/shells.ts";
import { constantValue, isCall, isMember, memberName, outOfCasts, unwrap } from "../find/syntax.ts";
import { isThisMember, thisKey } from "../find/this.ts";
import { declaredType } from "../find/types.ts";
import { classesBelow, usesOf } from "../find/uses.ts";
import { lastName } from "../find/written.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { grouped } from "../parse/grouped.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { rootOf } from "./owners/frames.ts";
import { valuesGiven } from "./owners/fresh.ts";

/** A part of the file that knows a sink by a path of its own: a class by its `this`, what holds one by a field of it. */
export interface Holder {
  readonly within: Node;
  readonly path: string;
  /** The last of the path, by which it is sought. */
  readonly name: string;
  /** Another name than the sink's own for a record that holds it. */
  readonly other?: Binding;
}

/** More classes above or below each other than people write. */
const MOST_CLASSES = 20;

/**
 * What of the file may know a sink: its class, or for a variable its scope; the classes above and below; the functions
 * that are put on their prototypes; and the class of a record that holds it: `this.session = new Session()`.
 */
export function holdersOf(code: Code, candidate: Candidate): readonly Holder[] {
  const { path, property, target } = candidate;
  const name = property ?? lastName(code, target);
  const within = rootOf(code, target)?.scope ?? searchedFor(code, target);
  if (path === undefined || name === undefined) return [];
  return code.answers.ofBoth(holdersOf, within, `${name} ${path}`, () => {
    const own =
      path.startsWith("this.") && isClass(within) ? kinOf(code, within, path, name) : [{ within, path, name }];
    return [...own, ...byOtherNames(code, candidate), ...ofRecords(code, candidate, name)];
  });
}

/** The paths by which other names lead to a sink: none to what a `this` keeps, which is followed as a whole. */
export const otherPaths = (code: Code, candidate: Candidate): readonly string[] =>
  isThisMember(candidate.path) ? [] : holdersOf(code, candidate).flatMap(({ other, path }) => (other ? path : []));

/** The same by the other names that the file has for a record that holds the sink: what gives it and what it is given to. */
const byOtherNames = (code: Code, { holder, property, target }: Candidate): readonly Holder[] => {
  const name = holder && (property ?? lastName(code, target));
  return namesOfRecord(code, holder ?? target, name === undefined ? [] : [name])
    .slice(1)
    .map((known) => ({ ...placeOf(known), other: known.binding }));
};

/** The same of the object that is a class's `this`. */
function kinOf(code: Code, owner: t.Class, path: string, name: string): readonly Holder[] {
  const rest = path.slice(path.indexOf("."));
  const classes = [owner, ...relativesOf(code, owner)];
  const functions = classes.flatMap((each) => prototypesOf(code, each)).flatMap((each) => putOn(code, each));
  return [
    ...classes.map((within) => ({ within, path: `this${rest}`, name })),
    ...functions.map((within) => ({ within, path: `${thisKey(code, within.body)}${rest}`, name })),
  ];
}

/** The classes of the records that hold a sink, and what is of their kin. */
function ofRecords(code: Code, { holder, target }: Candidate, name: string): readonly Holder[] {
  const found: Holder[] = [];
  const member = unwrap(target);
  let names = `.${name}`;
  let record: Node | undefined = holder ?? (isMember(member) ? member.object : undefined);
  while (record) {
    const owner = classOf(code, record);
    if (owner) found.push(...kinOf(code, owner, `this${names}`, name));
    const at: Node = unwrap(record);
    const step = isMember(at) ? memberName(code, at) : undefined;
    if (!isMember(at) || step === undefined) break;
    names = `.${step}${names}`;
    record = at.object;
  }
  return found;
}

/** The class of this file that a record is made by, as its declaration or its first value says. */
function classOf(code: Code, record: Node): t.Class | undefined {
  const type = declaredType(code, record)?.annotation;
  const [declared] = type?.type === "TSTypeReference" ? [typesNamed(code, type)].flat() : [];
  if (declared && isClass(declared as Node)) return declared as t.Class;
  const node = unwrap(record);
  const values =
    node.type === "Identifier" ? [constantValue(code, node)] : isMember(node) ? firstValues(code, node) : [];
  for (const value of values) {
    const made = value && unwrap(value);
    const owner = made?.type === "NewExpression" ? classGiven(code, made.callee) : undefined;
    if (owner) return owner;
  }
  return undefined;
}

/** What a field of the class around is given. */
export function firstValues(code: Code, field: Node): readonly Node[] {
  const owner = code.tree.classAround(field);
  const name = isMember(field) && unwrap(field.object).type === "ThisExpression" ? memberName(code, field) : undefined;
  return (owner && name !== undefined && valuesGiven(code, owner, name)) || [];
}

/** The classes of this file that a class inherits its fields from, or gives them to. */
export const relativesOf = (code: Code, owner: t.Class): readonly t.Class[] =>
  code.answers.of(relativesOf, owner, () => {
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
  });

/** The mentions of the prototype of a class: by its name, and in a function of the file that is given the class. */
export const prototypesOf = (code: Code, owner: t.Class): readonly Node[] =>
  code.answers.of(prototypesOf, code, () => allPrototypes(code)).get(owner) ?? [];

function allPrototypes(code: Code): ReadonlyMap<t.Class, readonly Node[]> {
  const mentions = code.bindings.mentions("prototype", code.tree.program) ?? [];
  return grouped(
    mentions.flatMap((mention) => {
      const member = expressionNamed(code, mention);
      return isMember(member) ? classesHeld(code, member.object).map((owner) => [owner, member] as const) : [];
    }),
  );
}

/** The class that an expression is, or the classes that a function is given for a parameter. */
function classesHeld(code: Code, expression: Node): readonly t.Class[] {
  const own = classGiven(code, expression);
  const node = unwrap(expression);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  if (own || binding?.kind !== "parameter" || !isFunction(binding.declaration)) return own ? [own] : [];
  const around = binding.declaration;
  const index = paramsOf(around).findIndex((each) => covers(each, binding.identifier));
  // `(function (target) {…})(Client)`
  const mentions: readonly Node[] = usesOf(code, around)?.mentions ?? [around];
  return mentions.flatMap((mention) => {
    const parent = code.tree.parent(mention);
    const decorated = parent?.type === "Decorator" && index === 0 ? code.tree.parent(parent) : undefined;
    if (isClass(decorated)) return [decorated];
    const given = isCall(parent) && parent.callee === mention ? parent.arguments[index] : undefined;
    return (given && classGiven(code, given)) ?? [];
  });
}

/** The functions that are put on a prototype: by an assignment to a member of it, in a record or a descriptor. */
function putOn(code: Code, prototype: Node): readonly FunctionNode[] {
  const object = outOfCasts(code, prototype);
  const parent = code.tree.parent(object);
  const assigned = isMember(parent) && parent.object === object ? assignmentAround(code, parent) : undefined;
  const given = isCall(parent) && parent.callee !== object ? parent.arguments : [];
  const found: FunctionNode[] = [];
  for (const value of assigned ? [assigned.right] : given)
    code.tree.walk(value, (node) => {
      if (!isFunction(node) || node.type === "ArrowFunctionExpression") return undefined;
      found.push(node);
      return false;
    });
  return found;
}

/** Those of them of which not only a member is read or written by its name. */
export const selvesTaken = (code: Code, within: Node, key: string): readonly Node[] =>
  code.answers.ofBoth(selvesTaken, within, key, () =>
    selvesIn(code, within, key).filter((self) => {
      const object = outOfCasts(code, self);
      const parent = code.tree.parent(object);
      return !(isMember(parent) && parent.object === object && memberName(code, parent) !== undefined);
    }),
  );

/** Every `this` in a part of the file, by what it stands for (see `thisKey`); of a class, without those of others within. */
export function selvesIn(code: Code, within: Node, key: string): readonly Node[] {
  const known = code.answers.of(selvesIn, within, () => {
    const found: (readonly [string, Node])[] = [];
    const owner = isClass(within) ? within : undefined;
    code.tree.walk(within, (node) => {
      const isSelf = node.type === "ThisExpression" && (!owner || code.tree.classAround(node) === owner);
      if (isSelf) found.push([thisKey(code, node), node]);
      return undefined;
    });
    return grouped(found);
  });
  return known.get(key) ?? [];
}

import type * as t from "@babel/types";
import type { Code } from "../../parse/code.ts";
import { covers, type FunctionNode, type Node, startOf } from "../../parse/tree.ts";
import { getterOf } from "../accessors.ts";
import { isAuthorization } from "../authorization.ts";
import { roleOf } from "../calls.ts";
import { classOfObject } from "../instances.ts";
import { libraryOf, methodOf, putsElement } from "../library/lookup.ts";
import { namesScope } from "../origins.ts";
import { setParameter } from "../request-parameters.ts";
import { coreOf, paramsOf, shellOf, variableGiven } from "../shells.ts";
import {
  type Call,
  constantText,
  initialValue,
  isCall,
  isMember,
  memberName,
  outOfCasts,
  propertyName,
  unwrap,
} from "../syntax.ts";
import { calledFunctions } from "../uses.ts";
import { type Filled, keepsPrevious, placeAddedTo } from "./adds-all.ts";
import { isHeldHere } from "./held-here.ts";
import { isMadeAnew, type KeptPlace, placeKept, usesByName } from "./kept-places.ts";
import { type Fate, fateOf, fateOfAll, fateOfResult, ofName, type Search } from "./whole-uses.ts";

/** Whether nothing is ever taken from what a place holds, as far as all code goes that gets at it, and all of it is asked for. */
export const isKeptWhole = (code: Code, { place, isList, at }: Filled): boolean => {
  const isMade = place.made.length > 0 && place.made.every((each) => isMadeAnew(code, each) === isList);
  if (!isMade || (place.open && !isHeldHere(code, place.open))) return false;
  const search = asking(code, (left) => placeKept(code, left)?.key === place.key);
  const uses = place.uses.map((each) => usesByName(code, each));
  if (uses.includes(undefined)) return false;
  const fates = uses.flat().map((each) => {
    const fate = each ? fateOfUse(search, place, isList, each, 0) : "lost";
    // What is read before something is put there is not all of it.
    return fate === "reached" && each && isBefore(code, each, at) ? "unused" : fate;
  });
  return fateOfAll(fates) === "reached";
};

const isBefore = (code: Code, read: Node, put: Node): boolean =>
  startOf(read) < startOf(put) && covers(code.tree.functionAround(read) ?? code.tree.program, put);

/** More names for one list than people give. */
const MOST_NAMES = 4;

function fateOfUse(search: Search, place: KeptPlace, isList: boolean, use: Node, depth: number): Fate {
  const { code } = search;
  const parent = code.tree.parent(use);
  if (parent?.type === "AssignmentExpression" && parent.left === use)
    return keepsPrevious(code, parent) ? "unused" : "lost";
  if (isTakenApart(code, parent, use)) return "lost";
  if (!isList) return fateOf(search, use);
  const again = (name: Node) => fateOfUse(search, place, isList, name, depth + 1);
  switch (parent?.type) {
    case "MemberExpression":
    case "OptionalMemberExpression": {
      const call = code.tree.parent(parent);
      if (!isCall(call)) return fateOf(search, use);
      if (call.callee !== parent) return placeAddedTo(code, call)?.key === place.key ? "unused" : "lost";
      if (!methodOf(code, parent)?.changes) return fateOf(search, use);
      return putsElement(methodOf(code, parent)) && isForEffect(code, call) ? "unused" : "lost";
    }
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression": {
      if (parent.callee === use) return "lost";
      if (isCall(parent) && placeAddedTo(code, parent)?.key === place.key) return "unused";
      if (libraryOf(code, parent.callee)) return fateOf(search, use);
      const targets = isCall(parent) && depth < MOST_NAMES ? calledFunctions(code, parent) : [];
      const index = (parent.arguments as readonly Node[]).indexOf(use);
      return targets.length > 0 ? fateOfAll(targets.map((each) => inFunction(code, each, index, again))) : "lost";
    }
    case "VariableDeclarator": {
      const binding =
        parent.init === use && parent.id.type === "Identifier" ? code.bindings.resolve(parent.id) : undefined;
      const isOnly = binding && depth < MOST_NAMES && initialValue(code, binding) !== undefined;
      const references = isOnly ? code.bindings.references(binding) : undefined;
      return references ? fateOfAll(references.map((each) => again(outOfCasts(code, each)))) : "lost";
    }
    case "SpreadElement":
    case "TemplateLiteral":
      return fateOf(search, use);
    default:
      return "lost";
  }
}

function inFunction(code: Code, target: FunctionNode, index: number, again: (name: Node) => Fate): Fate {
  const parameter = paramsOf(target)[index];
  const binding = parameter?.type === "Identifier" ? code.bindings.resolve(parameter) : undefined;
  const references =
    binding && code.bindings.writes(binding)?.length === 0 ? code.bindings.references(binding) : undefined;
  if (!references || coreOf(target).generator) return "lost";
  return fateOfAll(references.map((each) => again(outOfCasts(code, each))));
}

/** Whether a use writes by a pattern, an operator or `delete`. */
const isTakenApart = (code: Code, parent: Node | undefined, use: Node): boolean =>
  parent === undefined ||
  parent.type === "UpdateExpression" ||
  (parent.type === "UnaryExpression" && parent.operator === "delete") ||
  /Pattern$|^RestElement$/.test(parent.type) ||
  ((parent.type === "ForOfStatement" || parent.type === "ForInStatement") && parent.left === use) ||
  (parent.type === "ObjectProperty" && code.tree.parent(parent)?.type === "ObjectPattern");

/** Whether what a call gives is not used: `each && this.all.add(each)`, `words.forEach((each) => this.all.add(each))`. */
function isForEffect(code: Code, call: Node): boolean {
  const parent = code.tree.parent(call);
  switch (parent?.type) {
    case "ExpressionStatement":
      return true;
    case "LogicalExpression":
      return parent.right === call && isForEffect(code, parent);
    case "ConditionalExpression":
      return parent.test !== call && isForEffect(code, parent);
    case "SequenceExpression":
      return parent.expressions.at(-1) !== call || isForEffect(code, parent);
    case "UnaryExpression":
      return parent.operator === "void";
    case "ArrowFunctionExpression": {
      const around = code.tree.parent(parent);
      const method = isCall(around) && around.callee !== parent ? methodOf(code, around.callee) : undefined;
      return method?.runs === "each" && method.keeps === undefined;
    }
    default:
      return false;
  }
}

/**
 * Follows all of what a place holds to who asks for it.
 *
 * @param isPlace whether what is assigned to is the place itself
 */
export function asking(code: Code, isPlace: (left: Node) => boolean): Search {
  const search: Search = {
    code,
    byElement: false,
    names: new Set(),
    entered: new Set(),
    taken: (call, child) => {
      if (call.type !== "NewExpression" && call.callee !== child && setParameter(code, call) === "scope")
        return "reached";
      const library = call.callee === child ? undefined : libraryOf(code, call.callee);
      return library?.makes === "address" ? "reached" : undefined;
    },
    asPart: (property, name) => fateOfPart(search, property, name),
    assigned: ({ left }) => {
      if (isPlace(left)) return "unused";
      return isLeaving(code, left) ? "reached" : "lost";
    },
    outside: (call) => (asks(code, call) ? "reached" : "unused"),
    result: (around) => {
      const target = shellOf(code, around);
      if (!("kind" in target) || target.kind !== "get") return fateOfResult(search, around, 1);
      return fateOfAll(readsOf(code, target).map((each) => fateOf(search, each, 1)));
    },
  };
  return search;
}

const asks = (code: Code, call: Call | t.NewExpression): boolean =>
  roleOf(code, call) === "authorization" || isAuthorization(code, call);

/** `location.href`: the browser goes there. */
function isLeaving(code: Code, place: Node): boolean {
  let root = unwrap(place);
  while (isMember(root)) root = unwrap(root.object);
  return root.type === "Identifier" && isMember(unwrap(place)) && code.bindings.resolve(root) === undefined;
}

/** Where the file reads the member whose getter a function is. */
function readsOf(code: Code, getter: FunctionNode): readonly Node[] {
  const name =
    "key" in getter && getter.key ? propertyName(code, getter.key, "computed" in getter && getter.computed) : undefined;
  const owner = getter.type === "ClassMethod" ? code.tree.classAround(getter) : undefined;
  const mentions = name === undefined ? [] : (code.bindings.mentions(name, code.tree.program) ?? []);
  return mentions.flatMap((mention) => {
    const named = code.tree.parent(mention);
    const member = named?.type === "PrivateName" ? code.tree.parent(named) : named;
    if (!isMember(member) || member.object === mention) return [];
    if (getterOf(code, member) !== getter && (!owner || classOfObject(code, member) !== owner)) return [];
    const read = outOfCasts(code, member);
    const parent = code.tree.parent(read);
    return parent?.type === "AssignmentExpression" && parent.left === read ? [] : [read];
  });
}

/** The fate of a record's property: as the scope of a request, or as what a function of the file reads of the record. */
function fateOfPart(search: Search, property: t.ObjectProperty, name: string | undefined): Fate {
  const { code } = search;
  let record = code.tree.parent(property);
  let isWithin = false;
  if (record?.type === "ObjectExpression" && isReplaced(code, record, property, name)) return "lost";
  for (;;) {
    const holder = record && code.tree.parent(record);
    if (!record || !holder || name === undefined) return "lost";
    if (isCall(holder) || holder.type === "NewExpression") {
      if (holder.callee === record) return "lost";
      return givenTo(search, holder, record, isWithin ? undefined : name, namesScope(name));
    }
    if (holder.type === "ObjectProperty" && holder.value === record) isWithin = true;
    else if (holder.type !== "ObjectExpression" && unwrap(holder) !== unwrap(record)) return "lost";
    record = holder;
  }
}

/** Whether what stands behind a property in a record may take its place. */
function isReplaced(code: Code, record: t.ObjectExpression, property: t.ObjectProperty, name: string | undefined) {
  return record.properties.slice(record.properties.indexOf(property) + 1).some((each) => {
    const other = each.type === "SpreadElement" ? undefined : propertyName(code, each.key, each.computed);
    return other === undefined || other === name;
  });
}

/** Whether parameters that are kept by a name are set or deleted afterwards under one of their own. */
function areChanged(code: Code, made: Node, name: string): boolean {
  const binding = variableGiven(code, made);
  return ((binding && code.bindings.references(binding)) ?? []).some((mention) => {
    const member = code.tree.parent(mention);
    const call = isMember(member) && member.object === mention ? code.tree.parent(member) : undefined;
    if (!isCall(call) || call.callee !== member || !methodOf(code, member)?.changes) return false;
    const [key] = call.arguments;
    const other = key && constantText(code, key);
    return other === undefined || other === name;
  });
}

function givenTo(
  search: Search,
  call: Call | t.NewExpression,
  record: Node,
  name: string | undefined,
  isScope: boolean,
): Fate {
  const { code } = search;
  const library = libraryOf(code, call.callee);
  if (library) {
    if (library.makes !== "parameters" || (name !== undefined && areChanged(code, call, name))) return "lost";
    return isScope ? "reached" : "unused";
  }
  const targets = isCall(call) ? calledFunctions(code, call) : [];
  if (targets.length === 0) return isScope && asks(code, call) ? "reached" : "unused";
  const index = (call.arguments as readonly Node[]).indexOf(record);
  return fateOfAll(targets.map((each) => (name === undefined ? "lost" : ofParameter(search, each, index, name))));
}

function ofParameter(search: Search, target: FunctionNode, index: number, name: string): Fate {
  const { code } = search;
  const parameter = paramsOf(target)[index];
  const given = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
  if (given?.type === "ObjectPattern") {
    const taken = given.properties.find(
      (each) => each.type === "ObjectProperty" && propertyName(code, each.key, each.computed) === name,
    );
    const value = taken?.type === "ObjectProperty" ? taken.value : undefined;
    const local = value?.type === "AssignmentPattern" ? value.left : value;
    return local?.type === "Identifier" ? ofName(search, code.bindings.resolve(local), 2) : "lost";
  }
  const binding = given?.type === "Identifier" ? code.bindings.resolve(given) : undefined;
  const references = binding && code.bindings.references(binding);
  if (!references) return "lost";
  return fateOfAll(
    references.map((each) => {
      const member = code.tree.parent(each);
      if (!isMember(member) || member.object !== each) return "lost";
      const read = memberName(code, member);
      return read === name ? fateOf(search, member, 2) : read === undefined ? "lost" : "unused";
    }),
  );
}

import type * as t from "@babel/types";
import { isMember } from "../find/syntax.ts";
import { textOf } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { assignment, update } from "./assignments.ts";
import { evaluateCall, evaluateNew } from "./calls.ts";
import { makeClass } from "./classes.ts";
import { elementsOf } from "./library.ts";
import { memberKey } from "./members.ts";
import { binary, shortened, unary, unknownOf } from "./operators.ts";
import { isAt, type Player } from "./player.ts";
import { Answer, Fn, isNullish, isPrimitive, Klass, type Names, Rec, Unknown, type Value } from "./values.ts";
import { Stuck } from "./world.ts";

/** What an expression gives; at the site, the challenged scope is what the server named. */
export function evaluate(player: Player, node: Node, names: Names): Value {
  player.step();
  const value = resultOf(player, node, names);
  if (!isAt(node, player.part.challenged)) return value;
  player.hasReached = true;
  const { current } = player.world;
  return value instanceof Unknown && current ? current.member("scope") : value;
}

function resultOf(player: Player, node: Node, names: Names): Value {
  const of = (each: Node): Value => player.evaluate(each, names);
  switch (node.type) {
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
      return node.value;
    case "NullLiteral":
      return null;
    case "Identifier":
      return player.sinkKey !== undefined && player.keyOf(node) === player.sinkKey
        ? held(player, player.lookUp(node, names))
        : player.lookUp(node, names);
    case "ThisExpression":
      return names.self ? names.self.value : new Unknown(false);
    case "TemplateLiteral":
      return template(node, of);
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "TypeCastExpression":
    case "TSInstantiationExpression":
    case "AwaitExpression":
      return of((node as { expression?: Node; argument?: Node }).expression ?? (node as t.AwaitExpression).argument);
    case "YieldExpression":
      return node.argument ? of(node.argument) : undefined;
    case "SequenceExpression":
      return node.expressions.map(of).at(-1);
    case "MemberExpression":
    case "OptionalMemberExpression":
      return member(player, node, names);
    case "CallExpression":
    case "OptionalCallExpression":
      return evaluateCall(player, node, names);
    case "NewExpression":
      return evaluateNew(player, node, names);
    case "AssignmentExpression":
      return assignment(player, node, names);
    case "UpdateExpression":
      return update(player, node, names);
    case "UnaryExpression":
      return not(player, node, of);
    case "BinaryExpression":
      return comparison(node, of);
    case "LogicalExpression":
      return logical(player, node, of);
    case "ConditionalExpression":
      return of(player.decide(node.test, of(node.test)) ? node.consequent : node.alternate);
    case "ArrowFunctionExpression":
      return new Fn(node, names, names.self ?? { value: new Unknown(false) });
    case "FunctionExpression":
      return new Fn(node, names);
    case "ClassExpression":
      return makeClass(player, node, names);
    case "ArrayExpression":
      return list(node, of);
    case "ObjectExpression":
      return record(player, node, names);
    default:
      return new Unknown(true);
  }
}

function template({ quasis, expressions }: t.TemplateLiteral, of: (node: Node) => Value): Value {
  const values = (expressions as Node[]).map(of);
  // No scope is made of what is not there: the code is given it.
  if (values.some(isNullish)) return new Unknown(false);
  if (!values.every(isPrimitive)) return unknownOf(...values.filter((value) => !isPrimitive(value)));
  return shortened(
    quasis.map(({ value }, index) => `${value.cooked ?? ""}${index < values.length ? values[index] : ""}`).join(""),
  );
}

/** What a member of something is; nothing where there is nothing of which it could be. */
function member(player: Player, node: t.MemberExpression | t.OptionalMemberExpression, names: Names): Value {
  const object = node.object.type === "Super" ? names.self?.value : player.evaluate(node.object, names);
  const name = memberKey(player, node, names);
  if (isNullish(object)) return undefined;
  const value = name === undefined ? unknownOf(object) : player.read(object, name);
  if (isNullish(value) && player.providers.has(textOf(player.code, node)) && name !== undefined) {
    const provider = new Unknown(false);
    if (object instanceof Rec) object.members.set(name, provider);
    return provider;
  }
  return textOf(player.code, node) === player.part.sink ? held(player, value) : value;
}

/** What the sink is read to hold: what its client was given, where that is not seen. */
function held(player: Player, value: Value): Value {
  player.initial ??= { value };
  return value instanceof Unknown && !player.isWritten ? player.given : value;
}

function not(player: Player, { operator, argument }: t.UnaryExpression, of: (node: Node) => Value): Value {
  if (operator === "delete" && isMember(argument)) {
    const object = of(argument.object);
    if (object instanceof Rec && argument.property.type === "Identifier") object.members.delete(argument.property.name);
    return true;
  }
  const value = of(argument);
  if (operator !== "!") return unary(operator, value);
  return !player.decide(argument, value);
}

function comparison({ operator, left, right }: t.BinaryExpression, of: (node: Node) => Value): Value {
  if (left.type === "PrivateName") return new Unknown(false);
  const [a, b] = [of(left), of(right)];
  if (operator !== "instanceof") return binary(operator, a, b);
  if (!(a instanceof Rec) || !(b instanceof Klass)) return unknownOf(a, b);
  for (let klass: Value = a.klass; klass instanceof Klass; klass = klass.parent) if (klass === b) return true;
  return false;
}

function logical(player: Player, { operator, left, right }: t.LogicalExpression, of: (node: Node) => Value): Value {
  const value = of(left);
  if (operator === "??") return isNullish(value) ? of(right) : value;
  const holds = player.decide(left, value);
  return holds === (operator === "&&") ? of(right) : value instanceof Unknown && !holds ? false : value;
}

/** No list of scopes is longer. */
const MOST_ELEMENTS = 1_000;

function list({ elements }: t.ArrayExpression, of: (node: Node) => Value): Value {
  const values: Value[] = [];
  for (const element of elements) {
    if (element === null) values.push(undefined);
    else if (element.type !== "SpreadElement") values.push(of(element));
    else {
      const more = elementsOf(of(element.argument));
      if (!more) return new Unknown(true);
      values.push(...more);
    }
    if (values.length > MOST_ELEMENTS) throw new Stuck("a list grows and grows");
  }
  return values;
}

function record(player: Player, { properties }: t.ObjectExpression, names: Names): Value {
  const made = new Rec(false);
  for (const property of properties) {
    if (property.type === "SpreadElement") {
      spread(made, player.evaluate(property.argument, names));
      continue;
    }
    const name = keyOf(player, property, names);
    if (name === undefined) continue;
    if (property.type === "ObjectMethod") made.members.set(name, new Fn(property, names));
    else {
      const value = player.evaluate(property.value, names);
      made.members.set(name, value);
      if (isAt(property, player.part.site)) player.sinkValue = value;
    }
  }
  return made;
}

/** Puts what is spread into a record; what is not known may hold anything, a challenge the scope. */
function spread(made: Rec, value: Value): void {
  if (value instanceof Rec) for (const [name, each] of value.members) made.members.set(name, each);
  else if (value instanceof Answer) made.members.set("scope", value.member("scope"));
}

/** The name of a property or of a member of a class, where it is known. */
export function keyOf(
  player: Player,
  { key, computed }: { readonly key: Node; readonly computed?: boolean | undefined },
  names: Names,
): string | undefined {
  if (key.type === "PrivateName") return `#${key.id.name}`;
  if (!computed && key.type === "Identifier") return key.name;
  const value = player.evaluate(key, names);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

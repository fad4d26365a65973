import type * as t from "@babel/types";
import { isMember, unwrap } from "../find/syntax.ts";
import { textOf } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { elementsOf } from "./library.ts";
import { memberKey } from "./members.ts";
import { binary } from "./operators.ts";
import { isAt, type Player } from "./player.ts";
import { Answer, isNullish, Klass, type Names, Rec, Unknown, type Value } from "./values.ts";
import { Stuck } from "./world.ts";

/** Plays an assignment. */
export function assignment(player: Player, node: t.AssignmentExpression, names: Names): Value {
  const { operator, left, right } = node;
  const old = operator === "=" ? oldSink(player, left, names) : player.evaluate(left, names);
  if (operator === "??=" && !isNullish(old)) return old;
  if ((operator === "||=" || operator === "&&=") && player.decide(left, old) === (operator === "||=")) return old;
  const given = player.evaluate(right, names);
  const isPlain = operator === "=" || /^(?:\?\?|\|\||&&)=$/.test(operator);
  const value = isPlain ? given : binary(operator.slice(0, -1) as "+", old, given);
  player.assign(left, value, names);
  if (isAt(node, player.part.site)) player.sinkValue = value;
  return value;
}

/** Looks at what the sink holds before it is written for the first time. */
function oldSink(player: Player, left: Node, names: Names): Value {
  const isSink = isMember(left) ? textOf(player.code, left) === player.part.sink : isSinkVariable(player, left);
  return isSink && !player.initial ? player.evaluate(left, names) : undefined;
}

const isSinkVariable = (player: Player, node: Node): boolean =>
  player.sinkKey !== undefined && node.type === "Identifier" && player.keyOf(node) === player.sinkKey;

/** Plays `n++` and its like. */
export function update(player: Player, { operator, argument, prefix }: t.UpdateExpression, names: Names): Value {
  const old = player.evaluate(argument, names);
  const value = binary(operator === "++" ? "+" : "-", typeof old === "number" ? old : (new Unknown(true) as Value), 1);
  player.assign(argument, value, names);
  return prefix ? value : old;
}

/** Writes to what stands on the left of an assignment. */
export function assign(player: Player, place: Node, value: Value, names: Names): void {
  const target = unwrap(place);
  if (target.type === "Identifier") {
    player.lookUp(target, names);
    player.changed.add(target.name);
    if (isSinkVariable(player, target)) player.isWritten = true;
    const key = player.keyOf(target);
    (names.holder(key) ?? root(names)).declare(key, value);
    return;
  }
  if (!isMember(target)) {
    player.bind(target, value, names);
    return;
  }
  const isSink = textOf(player.code, target) === player.part.sink;
  if (isSink) player.isWritten = true;
  const object = target.object.type === "Super" ? names.self?.value : player.evaluate(target.object, names);
  if (!isSink && player.captured.has(object)) throw new Stuck("what is marked may be another each time");
  const key = memberKey(player, target, names);
  if (key !== undefined) write(player, object, key, value);
}

function root(names: Names): Names {
  return names.outer ? root(names.outer) : names;
}

/** Gives an object a member. */
export function write(player: Player, object: Value, name: string, value: Value): void {
  player.changed.add(name);
  if (object instanceof Rec) {
    const setter = object.klass?.method(name, "set");
    if (setter) player.enter(setter, object, [value]);
    else object.members.set(name, value);
  } else if (object instanceof Unknown) object.members.set(name, value);
  else if (object instanceof Klass) object.statics.members.set(name, value);
  else if (Array.isArray(object) && /^\d{1,3}$/.test(name)) (object as Value[])[Number(name)] = value;
}

/** Binds the names of a pattern to the parts of a value. */
export function bind(player: Player, pattern: Node, given: Value, names: Names, isVar = false): void {
  const value = isAt(pattern, player.part.arrival) ? arrived(player, given) : given;
  switch (pattern.type) {
    case "Identifier":
      if (isVar) names.declareForFunction(player.keyOf(pattern), value);
      else names.declare(player.keyOf(pattern), value);
      return;
    case "AssignmentPattern":
      bind(player, pattern.left, value === undefined ? player.evaluate(pattern.right, names) : value, names, isVar);
      return;
    case "TSParameterProperty":
      bind(player, pattern.parameter, value, names);
      return;
    case "RestElement":
      bind(player, pattern.argument, value, names, isVar);
      return;
    case "ArrayPattern":
      bindElements(player, pattern, value, names, isVar);
      return;
    case "ObjectPattern":
      for (const property of pattern.properties) {
        if (property.type === "RestElement") bind(player, property.argument, new Unknown(true), names, isVar);
        else bind(player, property.value, partOf(player, value, property, names), names, isVar);
      }
      return;
    default:
      player.assign(pattern, value, names);
  }
}

/** What a parameter gets by which the answer arrives. */
function arrived(player: Player, value: Value): Value {
  if (value !== undefined && !(value instanceof Unknown)) return value;
  const { current } = player.world;
  player.isHanded ||= !current;
  return current ?? player.world.answer();
}

function bindElements(player: Player, { elements }: t.ArrayPattern, value: Value, names: Names, isVar: boolean): void {
  const parts = elementsOf(value);
  elements.forEach((element, index) => {
    if (!element) return;
    const isRest = element.type === "RestElement";
    const part = parts ? (isRest ? parts.slice(index) : parts[index]) : new Unknown(true);
    bind(player, element, value instanceof Answer && index === 0 ? value : part, names, isVar);
  });
}

function partOf(player: Player, value: Value, { key, computed }: t.ObjectProperty, names: Names): Value {
  const name = !computed && key.type === "Identifier" ? key.name : player.evaluate(key, names);
  if (isNullish(value) || (typeof name !== "string" && typeof name !== "number")) return new Unknown(true);
  return player.read(value, String(name));
}

import type * as t from "@babel/types";
import type { Player } from "./player.ts";
import { Answer, Fn, isPrimitive, Klass, type Names, Native, Rec, Unknown, type Value } from "./values.ts";

/** The name of a member, where it is known. */
export function memberKey(
  player: Player,
  { property, computed }: t.MemberExpression | t.OptionalMemberExpression,
  names: Names,
): string | undefined {
  if (property.type === "PrivateName") return `#${property.id.name}`;
  if (!computed && property.type === "Identifier") return property.name;
  const value = player.evaluate(property, names);
  return keyFor(player, value);
}

/** What a key stands for: of one that is not known and always the same, a name of its own. */
export function keyFor(player: Player, value: Value): string | undefined {
  if (typeof value === "string" || typeof value === "number") return String(value);
  return value instanceof Unknown && !value.isFresh ? player.nameOf(value) : undefined;
}

/** Reads a member of an object. */
export function read(player: Player, object: Value, name: string): Value {
  if (object instanceof Unknown || object instanceof Answer) return object.member(name);
  if (object instanceof Rec) return ofRecord(player, object, name);
  if (object instanceof Klass) {
    if (object.statics.members.has(name)) return object.statics.members.get(name);
    const method = object.method(name, "method", true);
    return method ? new Fn(method.node, method.names, { value: object }) : new Unknown(false);
  }
  if (object instanceof Fn) return ofFunction(player, object, name);
  if (Array.isArray(object)) {
    if (name === "length") return (object as readonly Value[]).length;
    if (/^\d+$/.test(name)) return (object as readonly Value[])[Number(name)];
  }
  if (typeof object === "string") {
    if (name === "length") return object.length;
    if (/^\d+$/.test(name)) return object[Number(name)];
  }
  if ((object instanceof Map || object instanceof Set) && name === "size") return object.size;
  return new Unknown(true);
}

function ofRecord(player: Player, object: Rec, name: string): Value {
  if (object.members.has(name)) return object.members.get(name);
  const getter = object.klass?.method(name, "get");
  if (getter) return player.enter(getter, object, []);
  const method = object.klass?.method(name, "method");
  if (method) return new Fn(method.node, method.names, { value: object });
  // What the text itself writes is not there before; what it only reads, others have put there.
  const isAbsent = !object.isOpen || (player.written.has(name) && !object.klass?.isOpen);
  const value = isAbsent ? undefined : new Unknown(false);
  if (!isAbsent) object.members.set(name, value);
  return value;
}

/** `bind`, `call` and `apply`. */
function ofFunction(player: Player, fn: Fn, name: string): Value {
  if (name === "bind") return new Native(([self]) => (fn.self ? fn : new Fn(fn.node, fn.names, { value: self })));
  if (name === "call") return new Native(([self, ...args]) => player.enter(fn, fn.self ? fn.self.value : self, args));
  if (name === "apply") {
    return new Native(([self, args]) =>
      player.enter(fn, fn.self ? fn.self.value : self, Array.isArray(args) ? (args as readonly Value[]) : []),
    );
  }
  return new Unknown(isPrimitive(name));
}

import type * as t from "@babel/types";
import type { Player } from "./player.ts";
import { Klass, Names, nameOf, type Value } from "./values.ts";

/** The class that a declaration or expression makes, its static members included. */
export function makeClass(player: Player, node: t.Class, names: Names): Klass {
  const parent: Value = node.superClass ? player.evaluate(node.superClass, names) : undefined;
  const inner = new Names(names);
  const klass = new Klass(node, inner, parent);
  if (node.id) inner.declare(player.keyOf(node.id), klass);
  for (const member of node.body.body) {
    if (member.type === "StaticBlock" || !("static" in member) || !member.static) continue;
    if (member.type !== "ClassProperty" && member.type !== "ClassPrivateProperty") continue;
    const name = nameOf(member);
    if (name === undefined) continue;
    const own = new Names(inner, undefined, { value: klass });
    klass.statics.members.set(name, member.value ? player.evaluate(member.value, own) : undefined);
  }
  return klass;
}

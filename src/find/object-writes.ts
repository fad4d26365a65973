import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { copiesRecords, literalOf } from "./calls.ts";
import { constantText, isCall, isMember, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";

/** A write of an object's properties that does not name each of them as a member. */
export interface ObjectWrite {
  /** The object that is written. */
  readonly object: Node;
  /** The property; undefined where it may be any. */
  readonly name?: string;
  /** What is written, or what it is taken from. */
  readonly value: Node;
}

/** `Object.assign(this, { url })`, `Object.assign(this, settings)`, `Reflect.set(this, "url", url)`, `this[key] = url`. */
export function objectWritesBy(code: Code, node: Node): readonly ObjectWrite[] {
  if (node.type === "AssignmentExpression") {
    const left = unwrap(node.left);
    const isUnnamed = isMember(left) && memberName(code, left) === undefined;
    return isUnnamed ? [{ object: left.object, value: node.right }] : [];
  }
  if (!isCall(node)) return [];
  const [object, ...given] = node.arguments;
  if (!object || unwrap(object).type === "ObjectExpression") return [];
  if (copiesRecords(code, node)) return given.flatMap((record) => copiedFrom(code, object, record));
  const [name, value] = given;
  const isSet = /^(?:Reflect\.(?:set|defineProperty)|Object\.defineProperty)$/.test(pathOf(code, node.callee) ?? "");
  if (!isSet || !name || !value) return [];
  const text = constantText(code, name);
  return [{ object, value, ...(text !== undefined && { name: text }) }];
}

function copiedFrom(code: Code, object: Node, given: Node): readonly ObjectWrite[] {
  const record = literalOf(code, given) ?? unwrap(given);
  if (record.type !== "ObjectExpression") return [{ object, value: given }];
  return record.properties.map((part) => {
    const value = part.type === "SpreadElement" ? part.argument : part.type === "ObjectProperty" ? part.value : part;
    const name = part.type === "SpreadElement" ? undefined : propertyName(code, part.key, part.computed);
    return { object, value, ...(name !== undefined && { name }) };
  });
}

import type * as t from "@babel/types";
import { functionNamed } from "../find/functions.ts";
import { functionGiven } from "../find/shells.ts";
import {
  type Call,
  constantText,
  constantValue,
  isCall,
  isMember,
  memberName,
  pathOf,
  unwrap,
} from "../find/syntax.ts";
import { argumentsFor } from "../find/uses.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { EMITTING, LISTENING } from "../rules/names.ts";

/**
 * The functions of this file that a call may run which is not by a name of theirs: listeners of the event that it
 * emits, the entries of a table that it calls by key, what was handed over for a parameter.
 */
export function indirectRuns(code: Code, call: Call): readonly FunctionNode[] {
  const callee = unwrap(call.callee);
  if (callee.type === "Identifier")
    return [...ofParameter(code, callee), ...ofEntry(code, constantValue(code, callee))];
  if (!isMember(callee)) return ofEntry(code, callee);
  const name = memberName(code, callee);
  if (name !== undefined && EMITTING.test(name))
    return listenersOf(code, pathOf(code, callee.object), call.arguments[0]);
  return ofEntry(code, callee);
}

/** What the calls of this file hand over for a parameter that is called. */
function ofParameter(code: Code, callee: t.Identifier): FunctionNode[] {
  const binding = code.bindings.resolve(callee);
  if (binding?.kind !== "parameter" || !isFunction(binding.declaration)) return [];
  return argumentsFor(code, binding.declaration, binding).flatMap((value) => handed(code, value) ?? []);
}

const handed = (code: Code, value: Node): FunctionNode | undefined => {
  const node = unwrap(value);
  const isBound = isCall(node) && isMember(node.callee) && memberName(code, node.callee) === "bind";
  return functionNamed(code, isBound && isMember(node.callee) ? node.callee.object : node) ?? functionGiven(code, node);
};

/** The functions of a table of this file, of which one is called by a key: `this.handlers[status](response)`. */
function ofEntry(code: Code, callee: Node | undefined): FunctionNode[] {
  const member = callee && unwrap(callee);
  if (!isMember(member) || memberName(code, member) !== undefined) return [];
  const object = unwrap(member.object);
  const record = object.type === "Identifier" ? constantValue(code, object) : fieldValue(code, object);
  const table = record && unwrap(record);
  if (table?.type !== "ObjectExpression") return [];
  return table.properties.flatMap((part) => {
    if (part.type === "ObjectMethod") return [part];
    return part.type === "ObjectProperty" ? (handed(code, part.value) ?? []) : [];
  });
}

/** What a field begins with. */
function fieldValue(code: Code, field: Node): Node | undefined {
  const name = isMember(field) && field.object.type === "ThisExpression" ? memberName(code, field) : undefined;
  for (const part of (name && code.tree.classAround(field)?.body.body) || []) {
    if (part.type !== "ClassProperty" && part.type !== "ClassPrivateProperty") continue;
    const key =
      part.key.type === "PrivateName" ? `#${part.key.id.name}` : part.key.type === "Identifier" ? part.key.name : "";
    if (key === name) return part.value ?? undefined;
  }
  return undefined;
}

interface Listener {
  readonly on: string | undefined;
  readonly event: string | undefined;
  readonly target: FunctionNode;
}

const known = (code: Code) => code.answers.about<Code, readonly Listener[]>(known);

function listenersOf(code: Code, on: string | undefined, event: Node | undefined): FunctionNode[] {
  const emitted = event && eventName(code, event);
  const mayBe = (one: string | undefined, other: string | undefined) =>
    one === undefined || other === undefined || one === other;
  return registered(code)
    .filter((each) => mayBe(each.on, on) && mayBe(each.event, emitted))
    .map(({ target }) => target);
}

/** The name of an event, by itself or in the object that carries it: `new Event("stepup")`. */
function eventName(code: Code, event: Node): string | undefined {
  const node = unwrap(event);
  const first = node.type === "NewExpression" ? node.arguments[0] : node;
  return first && constantText(code, first);
}

function registered(code: Code): readonly Listener[] {
  const found = known(code).get(code);
  if (found) return found;
  const listeners = LISTENING.flatMap((name) => code.bindings.mentions(name, code.tree.program) ?? []).flatMap(
    (mention): Listener[] => {
      const callee = code.tree.parent(mention);
      const call = callee && code.tree.parent(callee);
      if (!isMember(callee) || callee.property !== mention || !isCall(call) || call.callee !== callee) return [];
      const on = pathOf(code, callee.object);
      const [first] = call.arguments;
      const event = first && call.arguments.length > 1 ? constantText(code, first) : undefined;
      return call.arguments.flatMap((value) => {
        const target = handed(code, value);
        return target ? [{ on, event, target }] : [];
      });
    },
  );
  known(code).set(code, listeners);
  return listeners;
}

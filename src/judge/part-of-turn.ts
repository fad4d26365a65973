import { propertyTaken } from "../find/calls.ts";
import { methodOf, runsForEach } from "../find/library/lookup.ts";
import { constantValue, isCall, isMember, memberName, unwrap } from "../find/syntax.ts";
import type { Binding } from "../parse/bindings.ts";
import { type Code, textOf } from "../parse/code.ts";
import { isFunction, isLoop, type Node } from "../parse/tree.ts";

/** More names than the record of a turn goes by. */
const MOST_NAMES = 3;

/** A part of the record that a turn of a loop or of a callback has for its own. */
export interface PartOfTurn {
  readonly name: string;
  /** What tells the record from others of the turn. */
  readonly record: Node | string;
  readonly turn: Node;
  /** The list that the turn goes through, as it is written. */
  readonly list?: string | undefined;
}

/** `each.scope` of `for (const each of all)`, `scope` of `({ scope }) => …`, `all[i].scope`, and what a name holds of these. */
export function partOfTurn(code: Code, value: Node, depth = 0): PartOfTurn | undefined {
  const node = unwrap(value);
  if (isMember(node)) {
    const record = recordOfTurn(code, node.object, 0);
    const name = memberName(code, node);
    return record && name !== undefined ? { ...record, name } : undefined;
  }
  if (node.type !== "Identifier" || depth > MOST_NAMES) return undefined;
  const held = constantValue(code, node);
  if (held) return partOfTurn(code, held, depth + 1);
  const name = propertyTaken(code, node);
  const binding = code.bindings.resolve(node);
  if (!binding || name === undefined) return undefined;
  const { declaration } = binding;
  const taken = declaration.type === "VariableDeclarator" ? declaration.init : undefined;
  const record = taken ? recordOfTurn(code, taken, 0) : ownOfTurn(code, binding);
  return record && { ...record, name };
}

type RecordOfTurn = Omit<PartOfTurn, "name">;

/** The record of a turn that a name, or an element by its number, is. */
function recordOfTurn(code: Code, value: Node, depth: number): RecordOfTurn | undefined {
  const node = unwrap(value);
  if (isMember(node)) {
    const index = node.computed ? unwrap(node.property) : undefined;
    const counter = index?.type === "Identifier" ? code.bindings.resolve(index) : undefined;
    const turn = counter && turnAround(code, counter);
    const list = textOf(code, node.object);
    return counter && turn ? { record: `${list}[${counter.id}]`, turn, list } : undefined;
  }
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  if (node.type !== "Identifier" || !binding || propertyTaken(code, node) !== undefined) return undefined;
  const held = depth < MOST_NAMES ? constantValue(code, node) : undefined;
  return (held && recordOfTurn(code, held, depth + 1)) ?? ownOfTurn(code, binding);
}

/** What a turn itself declares. */
function ownOfTurn(code: Code, binding: Binding): RecordOfTurn | undefined {
  const turn = turnAround(code, binding);
  if (!turn) return undefined;
  const { declaration } = binding;
  const isOfLoop = declaration.type === "VariableDeclarator" && !declaration.init;
  const list = isFunction(declaration) || isOfLoop ? listOf(code, turn) : undefined;
  return { record: isFunction(declaration) ? turn : declaration, turn, list };
}

/** The list that a turn goes through, as it is written. */
function listOf(code: Code, turn: Node): string | undefined {
  if (turn.type === "ForOfStatement") return textOf(code, turn.right);
  const call = isFunction(turn) ? code.tree.parent(turn) : undefined;
  return isCall(call) && isMember(call.callee) ? textOf(code, call.callee.object) : undefined;
}

/** The loop or callback that declares a name anew each time. */
function turnAround(code: Code, { declaration }: Binding): Node | undefined {
  return [declaration, ...code.tree.ancestors(declaration)].find((around) => {
    const call = isFunction(around) ? code.tree.parent(around) : undefined;
    return isLoop(around) || (isCall(call) && call.callee !== around && runsForEach(methodOf(code, call.callee)));
  });
}

import type { Test } from "../find/facts.ts";
import { calledFunction, returnedValues } from "../find/functions.ts";
import { originOf } from "../find/origins.ts";
import { destructuredNames } from "../find/patterns.ts";
import { coreOf } from "../find/shells.ts";
import {
  type Call,
  isCall,
  isMember,
  isNothing,
  memberName,
  onlyValue,
  propertyValue,
  unwrap,
} from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { isKnown, meets } from "./mixed-record.ts";

/** A part of what a call of a function of this file gives. */
interface Taken {
  readonly call: Call;
  readonly name: string;
}

const MOST_STEPS = 4;

/**
 * The scope of a record that a function gives, where the error code in it, which was tested, is of something else:
 * `return { error: body.error, scope: other.scope };`.
 */
export function unpaired(code: Code, value: Node, tests: readonly Test[]): Node | undefined {
  const kept = takenFrom(code, value, 0);
  if (!kept || !calledFunction(code, kept.call)) return undefined;
  const tested = tests.flatMap(({ subject, ofErrorCode }) => {
    const taken = subject && ofErrorCode ? takenFrom(code, subject, 0) : undefined;
    return taken?.call === kept.call ? [taken] : [];
  });
  return recordsGiven(code, kept.call)
    .flatMap((record) => tested.flatMap(({ name }) => strangersIn(code, record, name, kept.name)))
    .at(0);
}

function strangersIn(code: Code, made: Node, tested: string, kept: string): readonly Node[] {
  const record = unwrap(made);
  if (record.type === "ConditionalExpression")
    return [record.consequent, record.alternate].flatMap((each) => strangersIn(code, each, tested, kept));
  if (record.type === "LogicalExpression")
    return [record.left, record.right].flatMap((each) => strangersIn(code, each, tested, kept));
  if (record.type !== "ObjectExpression") return [];
  const [error, scope] = [propertyValue(code, record, tested), propertyValue(code, record, kept)];
  if (!error || !scope || isWrittenOut(error) || isWrittenOut(scope)) return [];
  return meets(originOf(code, error), originOf(code, scope)) ? [] : [scope];
}

/** Whether all that a value may be is written out: what chooses among it is judged as a test. */
function isWrittenOut(value: Node): boolean {
  const node = unwrap(value);
  if (node.type === "ConditionalExpression") return isWrittenOut(node.consequent) && isWrittenOut(node.alternate);
  return isKnown(node) || isNothing(node);
}

/** What a function of this file gives for a call, followed through others that it calls to give that. */
function recordsGiven(code: Code, call: Call, depth = 0): readonly Node[] {
  const target = depth < MOST_STEPS ? calledFunction(code, call) : undefined;
  return ((target && returnedValues(code, coreOf(target))) ?? []).flatMap(({ value }) => {
    const given = value && unwrap(value);
    const inner = given && awaited(given);
    return isCall(inner) ? recordsGiven(code, inner, depth + 1) : (given ?? []);
  });
}

/** The call that a part is taken from, by a member or a pattern: `first.scope`, `const { scope } = await once(path)`. */
function takenFrom(code: Code, expression: Node, depth: number): Taken | undefined {
  const node = unwrap(expression);
  if (isMember(node)) return partOf(code, node.object, memberName(code, node));
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  if (node.type !== "Identifier" || !binding || depth > MOST_STEPS) return undefined;
  const { declaration } = binding;
  if (declaration.type !== "VariableDeclarator") return undefined;
  if (declaration.id.type === "ObjectPattern" && declaration.init) {
    const [name, ...deeper] = destructuredNames(code, declaration.id, binding);
    return deeper.length === 0 ? partOf(code, declaration.init, name) : undefined;
  }
  const held = onlyValue(code, node);
  return held && takenFrom(code, held, depth + 1);
}

function partOf(code: Code, record: Node, name: string | undefined): Taken | undefined {
  const node = unwrap(record);
  const held = node.type === "Identifier" ? onlyValue(code, node) : node;
  const call = held && awaited(held);
  return isCall(call) && name !== undefined ? { call, name } : undefined;
}

/** What a value is once it is there, waited for or not; `yield` is what compilers make of `await`. */
function awaited(value: Node): Node {
  const node = unwrap(value);
  const isWaiting = node.type === "AwaitExpression" || node.type === "YieldExpression";
  return isWaiting && node.argument ? awaited(node.argument) : node;
}

import type { Binding } from "../parse/bindings.ts";
import type { Node } from "../parse/tree.ts";
import {
  type Alternative,
  CHALLENGED,
  CONSTANT,
  KEEPING,
  LOST,
  leaf,
  OTHER,
  PREVIOUS,
  UNKNOWN,
  under,
} from "./alternatives.ts";
import { fieldWritesBefore, type LastWrite, variableWritesBefore, type WritesBefore } from "./field-writes.ts";
import { keptBy } from "./leaf.ts";
import { originOf } from "./origins.ts";
import type { Reader } from "./reader.ts";
import { comesFrom } from "./sources.ts";
import { type Member, pathOf } from "./syntax.ts";

/**
 * The values of a member at a mention: its own, and those that the function has written into it by then, as in
 * `challenge.scope = union; this._scope = challenge.scope`, or `this._scope = undefined; union(this._scope, scope)`.
 *
 * @param own what it is if nothing was written
 */
export function withFieldWrites(reader: Reader, mention: Member, own: Alternative): readonly Alternative[] {
  const path = pathOf(reader.code, mention);
  // Of what is itself asked about, only this mention counts.
  if (path === undefined || reader.question.challenge.own.has(path)) return [own];
  return afterWrites(reader, fieldWritesBefore(reader.code, mention), own);
}

/** The same for a variable that is a sink. */
export function withVariableWrites(reader: Reader, binding: Binding, mention: Node, own: Alternative) {
  return afterWrites(reader, variableWritesBefore(reader.code, binding, mention), own);
}

/** The same for a property of a record that the function made itself, from the values that it was made with. */
export function withPropertyWrites(reader: Reader, mention: Member, record: Binding, made: readonly Alternative[]) {
  const { tree } = reader.code;
  const path = pathOf(reader.code, mention);
  const isOwn = tree.functionAround(record.identifier) === tree.functionAround(mention);
  // What the write has made a union is one where it is read.
  if (path !== undefined && reader.question.keeping.includes(path)) return [keptBy(reader.code, OTHER, mention)];
  if (path === undefined || !isOwn || reader.question.challenge.own.has(path)) return made;
  const { writes, none } = fieldWritesBefore(reader.code, mention);
  const found = writes.flatMap((write) => under(write.facts, valuesWritten(reader, write, leaf(UNKNOWN))));
  return none ? [...found, ...under(none, made)] : found;
}

function afterWrites(reader: Reader, { writes, none }: WritesBefore, own: Alternative): readonly Alternative[] {
  const found = writes.flatMap((write) => {
    const values = valuesWritten(reader, write, own);
    return under(
      write.facts,
      (own.parts & CHALLENGED) !== 0 ? values : values.flatMap((each) => kept(each, write, own)),
    );
  });
  return none ? [...found, ...under(none, [own])] : found;
}

function valuesWritten({ code, question, read }: Reader, { value, taken }: LastWrite, own: Alternative) {
  if (value) return read(value);
  if (!taken) return [leaf(0)];
  const isChallenge = comesFrom(originOf(code, taken), question.challenge);
  return isChallenge ? [{ ...leaf(CHALLENGED), challenged: taken }] : [own];
}

/** A value that was written over what a field kept: where a scope that the client had is lost, a person sees to it. */
function kept(value: Alternative, write: LastWrite, own: Alternative): readonly Alternative[] {
  const isChallenged = (value.parts & CHALLENGED) !== 0;
  const isKept = (value.parts & KEEPING) !== 0;
  if ((own.parts & KEEPING) === 0 && (value.parts & ~CONSTANT) === 0) return [{ ...value, parts: value.parts | LOST }];
  // What is kept in another field than the one that is asked about is judged where it is written.
  if ((own.parts & PREVIOUS) === 0 && (isChallenged || (own.parts & KEEPING) === 0))
    return isKept && !isChallenged ? [value] : isKept || (own.parts & KEEPING) === 0 ? [own] : [own, leaf(LOST)];
  if (isKept) return [value];
  // What comes from elsewhere is a scope of the client's too, as the place that it is written to is for such.
  if ((value.parts & (UNKNOWN | LOST | CHALLENGED)) === UNKNOWN) return [own];
  return [own, { ...value, parts: value.parts | LOST, ...(isChallenged && { overwritten: write.node }) }];
}

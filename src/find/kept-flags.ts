import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { type Node, startOf } from "../parse/tree.ts";
import { hasAccessor } from "./accessors.ts";
import { truthOf } from "./conditions.ts";
import { factsAt } from "./dominance.ts";
import { both, either, type Facts, isNever, NEVER, NOTHING } from "./facts.ts";
import { isFalsy } from "./flags.ts";
import { ANY, INSUFFICIENT, isStepUp, meets, STATUS_403 } from "./kinds.ts";
import { namesScope } from "./origins.ts";
import { expressionNamed } from "./request-use.ts";
import { isMember, type Member, memberName, outOfCasts, pathOf } from "./syntax.ts";
import { isThisMember } from "./this.ts";
import { doubted, type Truth, UNKNOWN } from "./truth.ts";

/** More assignments than a field has. */
const MOST_WRITES = 8;

/**
 * What it tells that a field of `this` holds something, where the class sets it only where something is known, in whichever
 * method: `this.pending = readChallenge(response)`, and elsewhere `if (!this.pending) return;`. What is run between is not
 * known.
 *
 * @param isUnset which values are those of a field that holds nothing
 */
export function keptFieldTruth(code: Code, member: Member, isUnset: (value: Node) => boolean = isFalsy): Truth {
  const path = pathOf(code, member);
  const name = memberName(code, member);
  const owner = code.tree.classAround(member);
  if (!owner || name === undefined || path === undefined || !isThisMember(path) || hasAccessor(code, member))
    return UNKNOWN;
  const fields = fieldsOf(code, member, owner);
  const writes = writesOf(code, fields);
  if (!fields.some((field) => isPartTaken(code, field)) || writes.length === 0 || writes.length > MOST_WRITES)
    return UNKNOWN;
  const key = `${startOf(owner)} ${path}`;
  // What is set where it is tested itself tells nothing by that.
  if (asking(code).has(key)) return UNKNOWN;
  asking(code).add(key);
  let facts: Facts = NEVER;
  for (const write of writes)
    if (write.operator !== "=" || !isUnset(write.right))
      facts = either(facts, both(factsAt(code, write), truthOf(code, write.right).yes));
  asking(code).delete(key);
  if (isNever(facts) || facts.kinds === ANY) return UNKNOWN;
  // What is set for other answers says nothing of this one, nor of what is known already.
  if (!meets(facts.kinds, INSUFFICIENT & STATUS_403) || isStepUp(factsAt(code, member).kinds)) return UNKNOWN;
  // What is told is told of what the field holds: that is what a scope has to be part of.
  const tests = facts.tests.map((test) => ({ ...test, subject: member, belongsTo: [path] }));
  return doubted({ yes: { ...NOTHING, kinds: facts.kinds, proved: facts.proved, tests }, no: NOTHING });
}

/** What is put into a field, in its class or wherever else it is looked for. */
export const valuesKept = (
  code: Code,
  member: Member,
  within: Node | undefined = code.tree.classAround(member),
): readonly Node[] => writesOf(code, fieldsOf(code, member, within)).map(({ right }) => right);

/** All mentions of a field, in its class or wherever else it is looked for. */
function fieldsOf(code: Code, member: Member, within: Node | undefined): readonly Node[] {
  const path = pathOf(code, member);
  const name = memberName(code, member);
  const mentions = within && name !== undefined && code.bindings.mentions(name.replace(/^#/, ""), within);
  return (mentions || []).flatMap((mention) => {
    const field = expressionNamed(code, mention);
    return field && pathOf(code, field) === path ? [field] : [];
  });
}

const writesOf = (code: Code, fields: readonly Node[]): readonly t.AssignmentExpression[] =>
  fields.flatMap((field) => {
    const assignment = code.tree.parent(field);
    return assignment?.type === "AssignmentExpression" && assignment.left === field ? [assignment] : [];
  });

/** Whether a field is a record whose scope is read, and no scope itself: that is judged where it is written. */
function isPartTaken(code: Code, field: Node): boolean {
  const member = code.tree.parent(outOfCasts(code, field));
  return isMember(member) && namesScope(memberName(code, member));
}

/** The fields that are being asked about. */
const asking = (code: Code): Set<string> => code.answers.of(asking, code.tree.program, () => new Set());

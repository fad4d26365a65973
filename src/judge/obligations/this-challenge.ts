import type * as t from "@babel/types";
import { lacksHelper } from "../../find/calls.ts";
import { factsAt } from "../../find/dominance.ts";
import { classTested, partsOfTested } from "../../find/error-parts.ts";
import type { Candidate } from "../../find/find.ts";
import { originOf, testedSources } from "../../find/origins.ts";
import { comesFrom } from "../../find/sources.ts";
import { isCall, isMember, type Member, memberName, unwrap } from "../../find/syntax.ts";
import type { Code } from "../../parse/code.ts";
import type { Node } from "../../parse/tree.ts";
import { ofAnotherResult } from "../another-result.ts";
import { ofAnotherTurn } from "../another-turn.ts";
import { challengeParts } from "../challenge-parts.ts";
import { changedRecord } from "../changed-record.ts";
import { gathered } from "../gathered.ts";
import { lookedUp } from "../looked-up.ts";
import { madeChallenge } from "../made-challenge.ts";
import { mixedRecord } from "../mixed-record.ts";
import { ofAnotherElement, ofAnotherRecord } from "../one-of-several.ts";
import { sharedAcrossWait } from "../shared-challenge.ts";
import { unpaired } from "../unpaired.ts";
import { met, type Obligation, open } from "./obligation.ts";

export const thisChallenge: Obligation = {
  id: "this-challenge",
  why: "A value of another response, or of a function that is not read, may be no scope at all: a token, a whole union.",
  ask: ({ code, candidate, replacing }) => {
    if (!candidate.isRelated) return open("unrelated-evidence", candidate.value);
    const { tests } = candidate.facts;
    for (const { challenged } of replacing) {
      // What is kept may have got the scope in another turn, or of another element, than what was tested.
      for (const value of challenged ? new Set([challenged, candidate.value]) : []) {
        const parts = challengeParts(code, value, tests);
        const other =
          ofAnotherRecord(code, value, tests) ??
          ofAnotherElement(code, value, tests) ??
          ofAnotherTurn(code, value, tests) ??
          ofAnotherResult(code, value, tests) ??
          mixedRecord(code, parts) ??
          unpaired(code, value, tests) ??
          besidesSink(code, candidate, value)
            .map((each) => gathered(code, each, tests))
            .find((each) => each !== undefined);
        if (other) return open("unrelated-evidence", other);
        const changing = changedRecord(code, parts, tests) ?? sharedAcrossWait(code, value, tests);
        if (changing) return open("changed-challenge", changing);
      }
    }
    const unread = replacing.flatMap(({ challenged, unread }) => {
      const call = unread ?? (challenged && (lookedUp(code, challenged, tests) ?? madeByClass(code, challenged)));
      return call ? [call] : [];
    });
    const missing = unread.find((call) => isCall(call) && lacksHelper(code, call));
    if (missing) return open("missing-helper", missing);
    const made = replacing.flatMap(({ challenged }) => (challenged && madeChallenge(code, challenged)) ?? [])[0];
    if (made) return open("other-causes", made);
    if (unread.length > 0) return open("unread-function", ...unread);
    return met(...replacing.flatMap(({ challenged }) => challenged ?? []));
  },
};

/**
 * The choices of which a value is one, but the sink itself: `challenge.scope ?? asked` leaves it as it is without a scope,
 * whatever it holds, and that is what the change joins.
 */
function besidesSink(code: Code, { target }: Pick<Candidate, "target">, value: Node): Node[] {
  const node = unwrap(value);
  const choices =
    node.type === "LogicalExpression" && node.operator !== "&&"
      ? [node.left, node.right]
      : node.type === "ConditionalExpression"
        ? [node.test, node.consequent, node.alternate]
        : undefined;
  if (choices) return choices.flatMap((each) => besidesSink(code, { target }, each));
  const isSink = node.type === "Identifier" && target.type === "Identifier" && isOneName(code, node, target);
  return isSink ? [] : [node];
}

const isOneName = (code: Code, one: t.Identifier, other: t.Identifier): boolean =>
  one.name === other.name && code.bindings.resolve(one) === code.bindings.resolve(other);

/** A part of an own error that is not plainly the scope with which each of them is made: a text about it, or another. */
function madeByClass(code: Code, challenged: Node): Node | undefined {
  const member = unwrap(challenged);
  const parts = isMember(member) ? partsOfTested(code, member) : undefined;
  if (!parts || !isMember(member)) return undefined;
  // It is the scope of what was tested where the error was made: `if (error === …) throw new Missing(scope)`.
  const isPlain = (part: Node) => {
    const { type } = unwrap(part);
    const origin = originOf(code, part);
    const isOfTested = comesFrom(testedSources(code, factsAt(code, part).tests), origin);
    return (type === "Identifier" || /MemberExpression$/.test(type)) && origin.namesScope && isOfTested;
  };
  const isScope = parts.length > 0 && parts.every(isPlain) && !isWrittenAnew(code, member);
  return isScope ? undefined : challenged;
}

/** Whether the class of an error gives a part more than one value: what it is made with, and another. */
function isWrittenAnew(code: Code, member: Member): boolean {
  const name = memberName(code, member);
  const owner = classTested(code, unwrap(member.object));
  const mentions = (name !== undefined && owner && code.bindings.mentions(name.replace(/^#/, ""), owner)) || [];
  const given = mentions.filter((mention) => {
    const around = code.tree.parent(mention);
    const field = isMember(around) && around.property === mention ? code.tree.parent(around) : undefined;
    const isWrite = field?.type === "AssignmentExpression" && field.left === around;
    return isWrite || around?.type === "TSParameterProperty";
  });
  return given.length > 1;
}

import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { type Alternative, CHALLENGED, isUnion, leaf, under } from "./alternatives.ts";
import { choicesOf } from "./choices.ts";
import { truthOf } from "./conditions.ts";
import { factsAt } from "./dominance.ts";
import { isStepUp } from "./kinds.ts";
import { originOf, testedSources } from "./origins.ts";
import { isOfAnotherElement, isReadAgain } from "./read-again.ts";
import type { Reader } from "./reader.ts";
import type { Property } from "./returned-properties.ts";
import { type Challenge, comesFrom } from "./sources.ts";
import { isMember, unwrap } from "./syntax.ts";
import { alternativesOf } from "./values.ts";

/**
 * The values of a part of a record that a function of this file gives. Of one that is given for the tested challenge, the
 * part is the challenged scope where the function reads it from what it has tested itself:
 * `{ kind: "denied", scope: parse(response).scope }` of a response that it has fetched. So it is, likely, where it is read
 * from what another part is read from: `{ error: read("error"), scope: read("scope") }`.
 *
 * @param record what the function gave
 */
export function valuesOfPart(
  { code, question, read }: Reader,
  record: Node,
  { value, facts }: Property,
): readonly Alternative[] {
  const values = under(facts, read(value));
  const origin = originOf(code, value);
  if (values.some(({ parts }) => (parts & CHALLENGED) !== 0) || !origin.namesScope) return values;
  if (!comesFrom(originOf(code, record), question.challenge)) return values;
  const tests = facts.tests.filter(({ ofErrorCode }) => ofErrorCode);
  const isTested = isStepUp(facts.kinds) && tests.length > 0 && comesFrom(origin, testedSources(code, tests));
  if (!isTested && !isReadWithOther(code, value)) return values;
  // What a function joins with the scope that it has tested itself is no replacement.
  const own = isTested ? alternativesOf({ ...question, challenge: testedSources(code, tests) }, value) : [];
  if (own.some(isUnion)) return under(facts, own);
  const isOfOther = isReadAgain(code, value, tests) || isOfAnotherElement(code, value, tests);
  const isProved = isTested && isStepUp(facts.proved) && !isOfOther;
  return under(facts, [{ ...leaf(CHALLENGED), challenged: value, ...(!isProved && { unread: value }) }]);
}

/** Whether another part of the record that a value is put into comes from what that comes from, or is chosen by that. */
function isReadWithOther(code: Code, value: Node): boolean {
  const property = code.tree.parent(value);
  const record = property && code.tree.parent(property);
  const origin = originOf(code, value);
  const isOther = (part: Node) =>
    part !== property &&
    part.type === "ObjectProperty" &&
    (comesFrom(origin, originOf(code, part.value)) ||
      choosing(code, part.value).some((each) => comesFrom(origin, each)));
  return record?.type === "ObjectExpression" && record.properties.some(isOther);
}

/**
 * What a choice is made by: `code = body.error === "insufficient_scope" ? "insufficient_scope" : "other"`, the same as a
 * statement, or `CODES[body.error]`.
 */
function choosing(code: Code, value: Node): readonly Challenge[] {
  const node = unwrap(value);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  const writes = (binding && code.bindings.writes(binding)) ?? [];
  const made = binding?.declaration.type === "VariableDeclarator" ? binding.declaration.init : node;
  return [
    made ? sourcesOfChoice(code, made) : [],
    writes.map((each) => testedSources(code, factsAt(code, each).tests)),
  ].flat();
}

function sourcesOfChoice(code: Code, expression: Node): readonly Challenge[] {
  const node = unwrap(expression);
  const tests = node.type === "ConditionalExpression" ? truthOf(code, node.test).yes.tests : [];
  const choices = choicesOf(node);
  if (choices) return [testedSources(code, tests), ...choices.flatMap((each) => sourcesOfChoice(code, each))];
  return isMember(node) && node.computed ? [originOf(code, node.property)] : [];
}

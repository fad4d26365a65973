import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { factsAt } from "./dominance.ts";
import type { Test } from "./facts.ts";
import { INSUFFICIENT, isStepUp } from "./kinds.ts";
import { originOf } from "./origins.ts";
import { constantText, isMember, memberName, onlyChoice, propertyName, unwrap } from "./syntax.ts";
import { narrowing, type Truth } from "./truth.ts";
import { windowsOf } from "./windows.ts";

/** The record of a message or action that is written out, and the texts by which it says what it is. */
interface Tagged {
  readonly record: Node;
  readonly holdsScope: boolean;
}

/** More records of one tag than messages are made in. */
const MOST_RECORDS = 20;

/**
 * What a tag tells that the file gives to nothing but what it makes of a step-up: `action.type === "scope/refused"`, where
 * `put({ type: "scope/refused", scope })` is only reached by one. Others may send the same, so that it proves nothing.
 */
export function tagTruth(code: Code, subject: Node, value: Node, test: Test): Truth | undefined {
  const node = unwrap(subject);
  // What compilers make of `action?.type`.
  const member = unwrap((node.type === "ConditionalExpression" && onlyChoice(node)) || node);
  const text = constantText(code, value);
  const name = isMember(member) ? memberName(code, member) : undefined;
  if (name === undefined || text === undefined) return undefined;
  const records = taggedIn(code).get(`${name} ${text}`) ?? [];
  if (records.length === 0 || records.length > MOST_RECORDS || !records.some(({ holdsScope }) => holdsScope))
    return undefined;
  if (!isMadeOfStepUps(code, `${name} ${text}`, records)) return undefined;
  recordsTested(code).set(
    test.node,
    records.map(({ record }) => record),
  );
  return narrowing({ ...test, doubt: "other-causes" }, INSUFFICIENT);
}

/** Whether all records of a tag are made under the evidence of a step-up. */
function isMadeOfStepUps(code: Code, tag: string, records: readonly Tagged[]): boolean {
  const known = tagsKnown(code);
  const found = known.get(tag);
  if (found !== undefined) return found;
  // What leads to a record may itself ask for its tag. Until that is known, the tag tells nothing.
  known.set(tag, false);
  const isMade = records.every(({ record }) => {
    const { kinds, tests } = factsAt(code, record);
    return isStepUp(kinds) && tests.some(({ ofErrorCode }) => ofErrorCode);
  });
  known.set(tag, isMade);
  return isMade;
}

const tagsKnown = (code: Code) => code.answers.about<string, boolean>(tagsKnown);

/** The records that have the tag which a test asks for, by the node of that test. */
export const recordsTested = (code: Code) => code.answers.about<Node, readonly Node[]>(recordsTested);

/** Whether the tag of a message tells that a candidate answers a step-up. */
export const isByTag = (code: Code, tests: readonly Test[]): boolean =>
  tests.some(({ node }) => recordsTested(code).has(node));

/** The records of a file by each text that they hold, and the name under which. */
const taggedIn = (code: Code): ReadonlyMap<string, readonly Tagged[]> =>
  code.answers.of(taggedIn, code, () => {
    const found = new Map<string, Tagged[]>();
    for (const window of windowsOf(code)) {
      code.tree.walk(window, (node) => {
        if (node.type !== "ObjectExpression") return undefined;
        const parts = node.properties.flatMap((part) => (part.type === "ObjectProperty" ? [part] : []));
        const tags = parts.flatMap(({ key, computed, value }) => {
          const text = constantText(code, value);
          return text === undefined ? [] : [`${propertyName(code, key, computed)} ${text}`];
        });
        if (tags.length === 0) return undefined;
        const holdsScope = parts.some(({ value }) => originOf(code, value).namesScope);
        for (const tag of tags) found.set(tag, [...(found.get(tag) ?? []), { record: node, holdsScope }]);
        return undefined;
      });
    }
    return found;
  });

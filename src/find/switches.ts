import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { holdsBreak } from "./breaks.ts";
import { caseTruth, isReadingCondition } from "./conditions.ts";
import { afterAll } from "./dominance.ts";
import { both, either, eitherOf, type Facts, NEVER, NOTHING } from "./facts.ts";

/** What holds behind a `switch`. */
export function afterSwitch(code: Code, statement: t.SwitchStatement): Facts {
  let out: Facts = statement.cases.some((each) => each.test === null) ? NEVER : noCase(code, statement);
  for (const [index, each] of statement.cases.entries()) {
    const entry = caseEntry(code, statement, each);
    if (each.consequent.some((inner) => holdsBreak(code, inner))) out = either(out, entry);
    else if (index === statement.cases.length - 1) {
      const after = afterAll(code, each.consequent, entry);
      out = either(out, after);
    }
  }
  return out;
}

/** What holds at the head of a case: it was chosen, or the one before it fell through. */
export function caseEntry(code: Code, statement: t.SwitchStatement, entered: t.SwitchCase): Facts {
  let all = caseEntries(code).get(statement);
  if (!all) {
    all = readCaseEntries(code, statement);
    if (!isReadingCondition()) caseEntries(code).set(statement, all);
  }
  return all.get(entered) ?? NOTHING;
}

const caseEntries = (code: Code) => code.answers.about<Node, ReadonlyMap<t.SwitchCase, Facts>>(caseEntries);

function readCaseEntries(code: Code, statement: t.SwitchStatement): ReadonlyMap<t.SwitchCase, Facts> {
  const all = new Map<t.SwitchCase, Facts>();
  let facts: Facts = NEVER;
  for (const each of statement.cases) {
    const chosen = each.test ? caseTruth(code, statement.discriminant, each.test).yes : noCase(code, statement);
    facts = eitherOf(chosen, facts);
    all.set(each, facts);
    facts = afterAll(code, each.consequent, facts);
  }
  return all;
}

function noCase(code: Code, statement: t.SwitchStatement): Facts {
  return statement.cases.reduce<Facts>(
    (facts, { test }) => (test ? both(facts, caseTruth(code, statement.discriminant, test).no) : facts),
    NOTHING,
  );
}

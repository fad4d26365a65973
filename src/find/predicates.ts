import type { OutsideKinds, OutsidePredicate } from "../model/facts.ts";
import type { Code } from "../parse/code.ts";
import type { FunctionNode } from "../parse/tree.ts";
import { truthOf } from "./conditions.ts";
import { both, doubtOf, either, eitherOf, type Facts, NEVER, NOTHING } from "./facts.ts";
import { functionsHeld, returnedValues } from "./functions.ts";
import { NONE } from "./kinds.ts";
import { isDeferred } from "./shells.ts";
import { type Call, type Member, unwrap } from "./syntax.ts";
import { doubted, FALSE, type Truth, UNKNOWN } from "./truth.ts";

const predicates = (code: Code) => code.answers.about<FunctionNode, Truth>(predicates);

/** A function of this file that returns a boolean: what holds when the returned expression is truthy. */
export function predicateTruth(code: Code, target: FunctionNode): Truth {
  const known = predicates(code).get(target);
  if (known) return known;
  // Until it is known, a function that asks itself tells nothing.
  predicates(code).set(target, UNKNOWN);
  const values = returnedValues(code, target);
  const truths = values?.map(({ value, facts }) => ({ facts, truth: value ? truthOf(code, value) : FALSE }));
  const truth: Truth = truths
    ? {
        yes: truths.map((each) => both(each.facts, each.truth.yes)).reduce(eitherOf, NEVER),
        no: truths.map((each) => both(each.facts, each.truth.no)).reduce(either, NEVER),
      }
    : UNKNOWN;
  predicates(code).set(target, truth);
  return truth;
}

/** What a call of a variable tells that may hold another function by then: what the first would tell that tells something. */
export function heldTruth(code: Code, call: Call): Truth {
  const callee = unwrap(call.callee);
  const held = callee.type === "Identifier" ? functionsHeld(code, callee) : [];
  for (const each of held.filter((target) => !target.generator && !isDeferred(target))) {
    const { yes } = predicateTruth(code, each);
    const told = fromPredicate(call, yes);
    if (told.tests.length > 0) return { yes: doubted({ yes: told, no: NOTHING }).yes, no: NOTHING };
  }
  return UNKNOWN;
}

/** Facts of a getter, told of the object whose it is. */
export function fromGetter(member: Member, facts: Facts): Facts {
  if (facts === NEVER || facts.tests.length === 0) return facts === NEVER ? NEVER : NOTHING;
  const ofErrorCode = facts.tests.some((test) => test.ofErrorCode);
  const kind = ofErrorCode ? "predicate" : "status";
  const test = { node: member, kind, subject: member.object, ofErrorCode, ...doubtOf(facts.tests) } as const;
  return { ...facts, present: [], absent: [], tests: [test] };
}

/** What a predicate of another file tells. */
export function fromElsewhere(call: Call, { yes, no, ofErrorCode }: OutsidePredicate): Truth {
  const tests = [{ node: call, kind: "predicate" as const, ofErrorCode }];
  const facts = (kinds: OutsideKinds) => (kinds.kinds === NONE ? NEVER : { ...NOTHING, ...kinds, tests });
  return { yes: fromPredicate(call, facts(yes)), no: fromPredicate(call, facts(no)) };
}

/** Facts of a predicate, told of its call: names inside it mean nothing outside. */
export function fromPredicate(call: Call, facts: Facts): Facts {
  if (facts === NEVER || facts.tests.length === 0) return facts === NEVER ? NEVER : NOTHING;
  const ofErrorCode = facts.tests.some((test) => test.ofErrorCode);
  const [first, ...others] = call.arguments;
  if (!first) return { ...facts, present: [], absent: [] };
  const subject = others.length > 0 ? call : first;
  return {
    ...facts,
    present: [],
    absent: [],
    tests: [{ node: call, kind: ofErrorCode ? "predicate" : "status", subject, ofErrorCode, ...doubtOf(facts.tests) }],
  };
}

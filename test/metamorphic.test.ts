import { describe, expect, test } from "vitest";
import type { Analysis } from "../src/analyze.ts";
import { analyzeOnce } from "./fixtures/analyze-once.ts";
import { discoverFixtures } from "./fixtures/discover.ts";
import { assertParses } from "./fixtures/parse.ts";
import { EXCEPTIONS, IMPOSSIBLE, type Step } from "./metamorphic/exceptions.ts";
import { formatAll } from "./metamorphic/format.ts";
import { fixtureSubject, type Subject } from "./metamorphic/subject.ts";
import { ALWAYS, stripped, TRANSFORMATIONS, type TransformationName } from "./metamorphic/transformations.ts";
import { byTurn, hasItsTurn } from "./thoroughness.ts";

const run = ({ extension, options }: Subject, text: string) => analyzeOnce(text, `src/file${extension}`, options);

/** The verdicts of a text in a fixed order: `review unfit-sink, rewrite replaced-scope`. */
function verdicts({ sites }: Analysis): string {
  const each = sites.map(({ verdict, rule }) => `${verdict} ${rule}`);
  return each.sort().join(", ") || "none";
}

/** The verdicts before a step. */
const verdictsOf = (subject: Subject): string => verdicts(run(subject, subject.text));

/** What is expected of a step: the verdicts before it, unless there is an exception. */
function expected(step: Step, before: Subject): string {
  const exception = EXCEPTIONS.find(({ steps, verdicts }) => steps.includes(step) && before.name in verdicts);
  return exception?.verdicts[before.name] ?? verdictsOf(before);
}

const isImpossible = (step: Step, { name }: Subject): boolean =>
  IMPOSSIBLE.some((each) => each.name === name && each.steps.includes(step));

/** The same verdicts, a text that parses, and, of the steps of a fixture by turn, nothing left to do the second time. */
function check(step: Step, before: Subject, after: Subject): void {
  const analysis = run(after, after.text);
  expect(verdicts(analysis)).toBe(expected(step, before));
  if (analysis.text === after.text) return;
  assertParses(analysis.text, after.extension);
  if (hasItsTurn(`${step} ${before.name}`, 5)) expect(run(after, analysis.text).text).toBe(analysis.text);
}

const subjects = discoverFixtures().fixtures.map(fixtureSubject);
const formatted = formatAll(subjects);
const names = Object.keys(TRANSFORMATIONS) as TransformationName[];

/** The fixtures without their types, those aside that the compiler can't read. */
const plain = subjects.flatMap((subject) => {
  const step = "stripped of its types";
  return isImpossible(step, subject) ? [] : { subject, after: stripped(subject) };
});

describe("formatted", () => {
  const readable = subjects.filter((subject) => !isImpossible("formatted", subject));
  test.each(readable.map((subject) => [subject.name, subject] as const))("%s", (name, subject) => {
    const text = formatted.get(name) ?? "";
    expect(text).not.toBe(subject.text);
    check("formatted", subject, { ...subject, text });
  });
});

describe("stripped of its types", () => {
  test.each(plain.map(({ subject, after }) => [subject.name, subject, after] as const))("%s", (_, subject, after) => {
    check("stripped of its types", subject, after);
  });
});

/** The transformations of a fixture: some always, and of all others that it can take, the one whose turn it is. */
const stepsOf = new Map(
  plain.map(({ after }) => {
    const others = names.filter((step) => !ALWAYS.includes(step) && !isImpossible(step, after));
    return [after.name, [...ALWAYS, ...byTurn(after.name, others)]] as const;
  }),
);

describe.each(names)("%s", (step) => {
  const chosen = plain.map(({ after }) => after).filter(({ name }) => stepsOf.get(name)?.includes(step));
  const able = chosen.filter((subject) => !isImpossible(step, subject));
  test.each(able.map((subject) => [subject.name, subject] as const))("%s", (_, subject) => {
    check(step, subject, { ...subject, text: TRANSFORMATIONS[step](subject) });
  });
});

describe("the exceptions", () => {
  const cases = EXCEPTIONS.flatMap(({ steps, verdicts }) =>
    steps.flatMap((step) => Object.entries(verdicts).map(([name, after]) => ({ step, name, after }))),
  );

  test("are of fixtures that exist, each once", () => {
    const known = subjects.map(({ name }) => name);
    expect(cases.filter(({ name }) => !known.includes(name))).toEqual([]);
    const keys = cases.map(({ step, name }) => `${step}: ${name}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test.each(cases.map((each) => [each.step, each.name, each.after] as const))("%s: %s is one", (step, name, after) => {
    const before =
      step === "formatted" || step === "stripped of its types"
        ? subjects.find((subject) => subject.name === name)
        : plain.find(({ subject }) => subject.name === name)?.after;
    expect(before && verdictsOf(before)).not.toBe(after);
  });

  test.each(IMPOSSIBLE.flatMap(({ steps, name }) => steps.map((step) => [step, name] as const)))(
    "%s: %s can't be",
    (step, name) => {
      const subject = subjects.find((each) => each.name === name);
      if (!subject) throw new Error(`There is no fixture ${name}`);
      if (step === "formatted") expect(formatted.get(name)).toBe(subject.text);
      else if (step === "stripped of its types") expect(() => stripped(subject)).toThrow();
      else expect(() => TRANSFORMATIONS[step](stripped(subject))).toThrow();
    },
  );
});

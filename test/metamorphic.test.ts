import { describe, expect, test } from "vitest";
import { analyzeOnce } from "./fixtures/analyze-once.ts";
import { discoverFixtures } from "./fixtures/discover.ts";
import type { ExpectedSite } from "./fixtures/expectations.ts";
import { assertParses } from "./fixtures/parse.ts";
import { EXCEPTIONS, IMPOSSIBLE, STRIPPED, type Step } from "./metamorphic/exceptions.ts";
import { formatAll } from "./metamorphic/format.ts";
import { fixtureSubject, type Subject } from "./metamorphic/subject.ts";
import { ALWAYS, stripped, TRANSFORMATIONS, type TransformationName } from "./metamorphic/transformations.ts";
import { byTurn, hasItsTurn } from "./thoroughness.ts";

const run = ({ extension, options }: Subject, text: string) => analyzeOnce(text, `src/file${extension}`, options);

/** Verdicts in a fixed order: `review unfit-sink, rewrite replaced-scope`. */
function verdictsOf(sites: readonly Pick<ExpectedSite, "verdict" | "rule">[]): string {
  const each = sites.map(({ verdict, rule }) => `${verdict} ${rule}`);
  return each.sort().join(", ") || "none";
}

const { fixtures } = discoverFixtures();
/** What the fixtures expect of their own text, which fixtures.test.ts holds. */
const expectations = new Map(fixtures.map((fixture) => [fixtureSubject(fixture).name, verdictsOf(fixture.sites)]));

/** The exception to a step; undefined where the verdicts stay as they are before it. */
const exceptionTo = (step: Step, name: string): string | undefined =>
  EXCEPTIONS.find(({ steps, verdicts }) => steps.includes(step) && name in verdicts)?.verdicts[name];

/** The verdicts before a step: of a fixture's own text, or of that without its types. */
function before(step: Step, name: string): string {
  const own = expectations.get(name) ?? "no fixture";
  return step === "formatted" || step === STRIPPED ? own : (exceptionTo(STRIPPED, name) ?? own);
}

const isImpossible = (step: Step, { name }: Subject): boolean =>
  IMPOSSIBLE.some((each) => each.name === name && each.steps.includes(step));

/** The verdicts expected, a text that parses, and, of the steps of a fixture by turn, nothing left to do the second time. */
function check(step: Step, after: Subject): void {
  const analysis = run(after, after.text);
  expect(verdictsOf(analysis.sites)).toBe(exceptionTo(step, after.name) ?? before(step, after.name));
  if (analysis.text === after.text) return;
  assertParses(analysis.text, after.extension);
  if (hasItsTurn(`${step} ${after.name}`, 10)) expect(run(after, analysis.text).text).toBe(analysis.text);
}

const subjects = fixtures.map(fixtureSubject);
const formatted = formatAll(subjects);
const compiling = [STRIPPED, ...(Object.keys(TRANSFORMATIONS) as TransformationName[])] as const;

/** The fixtures without their types, those aside that the compiler can't read. */
const plain = await Promise.all(subjects.filter((subject) => !isImpossible(STRIPPED, subject)).map(stripped));

describe("formatted", () => {
  const readable = subjects.filter((subject) => !isImpossible("formatted", subject));
  test.each(readable.map((subject) => [subject.name, subject] as const))("%s", (name, subject) => {
    const text = formatted.get(name) ?? "";
    expect(text).not.toBe(subject.text);
    check("formatted", { ...subject, text });
  });
});

/** What is done to a fixture: some steps always, and of all others that it can take, the one whose turn it is. */
const stepsOf = new Map(
  plain.map((subject) => {
    const others = compiling.filter(
      (step) => !(ALWAYS as readonly Step[]).includes(step) && !isImpossible(step, subject),
    );
    return [subject.name, [...ALWAYS, ...byTurn(subject.name, others)]] as const;
  }),
);

describe.each(compiling)("%s", (step) => {
  const chosen = plain.filter((subject) => stepsOf.get(subject.name)?.includes(step) && !isImpossible(step, subject));
  const made = new Map<Subject, Promise<string>>();
  test.each(chosen.map((subject) => [subject.name, subject] as const))("%s", async (_, subject) => {
    if (step === STRIPPED) return check(step, subject);
    // A process of its own gets all texts at once: to wait for each takes longer than what it does.
    const asked = !step.endsWith("by esbuild") ? [subject] : made.size === 0 ? chosen : [];
    for (const each of asked) made.set(each, TRANSFORMATIONS[step](each));
    check(step, { ...subject, text: (await made.get(subject)) ?? "" });
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
    expect(before(step, name)).not.toBe(after);
  });

  test.each(IMPOSSIBLE.flatMap(({ steps, name }) => steps.map((step) => [step, name] as const)))(
    "%s: %s can't be",
    async (step, name) => {
      const subject = subjects.find((each) => each.name === name);
      if (!subject) throw new Error(`There is no fixture ${name}`);
      if (step === "formatted") expect(formatted.get(name)).toBe(subject.text);
      else if (step === STRIPPED) await expect(stripped(subject)).rejects.toThrow();
      else await expect(TRANSFORMATIONS[step](await stripped(subject))).rejects.toThrow();
    },
  );
});

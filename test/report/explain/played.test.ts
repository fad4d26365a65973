import { describe, expect, it } from "vitest";
import { explainAll } from "../../../src/report/explain/explain.ts";
import { plain } from "../../../src/rules/sentence.ts";
import { asksIn, doneIn, inScene, sceneOf, scopesOf, toldOf } from "../../differential/example.ts";
import { fixtureSubjects, rewriteFixtures } from "../../differential/fixtures.ts";
import type { Subject } from "../../differential/subject.ts";
import { analyzeOnce } from "../../fixtures/analyze-once.ts";
import type { Fixture } from "../../fixtures/discover.ts";
import { engineOptions } from "../../fixtures/engine-options.ts";
import { DIFFERENT } from "./played-exceptions.ts";

/** Of the fixtures, such a share cannot be driven, or asks in a way for which there is no stand-in. */
const MOST_NOT_RUN = 0.292;
/** In such a share more, the example says on which test it rests, which is not known. */
const MOST_CONDITIONAL = 0.0283;

/** What became of a fixture: its examples do as its code does, or not, or say on what they rest. */
interface Played {
  readonly name: string;
  readonly state: "not run" | "agrees" | "conditional" | "differs";
  readonly text: string;
}

/** What `explain` says that a client does, and what it does before and after migration. */
describe("the worked examples", () => {
  it("do what the code does, for every fixture that can be run", { timeout: 300_000 }, async () => {
    const played: Played[] = [];
    for (const fixture of rewriteFixtures()) played.push(await playedBy(fixture));
    const of = (state: Played["state"]) => played.filter((each) => each.state === state);
    const differ = of("differs");
    const unexpected = differ.filter(({ name }) => !(name in DIFFERENT)).map(({ text }) => text);
    expect(unexpected.join("\n\n")).toBe("");
    expect(Object.keys(DIFFERENT).filter((name) => !differ.some((each) => each.name === name))).toEqual([]);
    expect(of("not run").length / played.length).toBeLessThanOrEqual(MOST_NOT_RUN);
    expect(of("conditional").length / played.length).toBeLessThanOrEqual(MOST_CONDITIONAL);
  });
});

async function playedBy(fixture: Fixture): Promise<Played> {
  const { name, input, extension } = fixture;
  const file = `src/${name}${extension}`;
  const { sites } = analyzeOnce(input, file, engineOptions(fixture.options, extension));
  const explanations = explainAll([{ file, source: input, sites }]);
  const states = new Set<Played["state"]>();
  const texts: string[] = [];
  for (const [index, site] of sites.entries()) {
    const example = explanations[index]?.example;
    if (site.verdict !== "rewrite" || !example) continue;
    const start = plain(example.start);
    const scopes = scopesOf(example, start);
    const subjects = subjectsOf({
      ...fixture,
      input: inScene(scopes, input),
      output: inScene(scopes, fixture.output),
    });
    const own = site.identity.symbols.at(-1)?.split(" ").at(-1);
    const named = subjects.filter(({ name: door }) => door.split(/[.\s]/).at(-1) === own);
    const scene = sceneOf(example, start, scopes);
    const attempts: string[][] = [];
    for (const subject of named.length > 0 ? named : subjects) {
      const before = await subject.play("before", scene);
      if (!asksIn(before)) continue;
      const after = await subject.play("after", scene);
      attempts.push([...doneIn(before, scopes), "//", ...doneIn(after, scopes)]);
    }
    if (attempts.length === 0) continue;
    const told = example.courses
      .slice(0, 2)
      .flatMap((course, place) => [...(place > 0 ? ["//"] : []), ...toldOf(course)]);
    if (attempts.some((done) => done.join() === told.join())) {
      states.add("agrees");
      continue;
    }
    states.add(example.conditions.length > 0 ? "conditional" : "differs");
    const done = attempts.map((each) => `  done: ${each.join(" | ")}`);
    texts.push(
      [`${name}:${site.line}`, `  told: ${told.join(" | ")} ${example.conditions.map(plain).join()}`, ...done].join(
        "\n",
      ),
    );
  }
  const state = (["differs", "conditional", "agrees"] as const).find((each) => states.has(each)) ?? "not run";
  return { name, state, text: texts.join("\n") };
}

function subjectsOf(fixture: Fixture): Subject[] {
  try {
    return fixtureSubjects(fixture);
  } catch {
    return [];
  }
}

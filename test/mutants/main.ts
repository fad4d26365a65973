/** `npm run mutants`: how many small faults in the engine the tests find. */
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "../../bench/random.ts";
import { limitConcurrency } from "../../conformance/limit.ts";
import { ROOT } from "../packages/fetch.ts";
import { TestsPass } from "./by-tests.ts";
import { FixturePass, type Verdict } from "./engine.ts";
import { type Mutant, textOf } from "./mutant.ts";
import { mutationsOf } from "./mutations.ts";

const { values } = parseArgs({
  options: {
    /** How many mutants. */
    sample: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    /** Judges what the fixtures let live by the tests of an npm script as well, `--by=test --by=test:slow`: in turn. */
    by: { type: "string", multiple: true, default: [] },
    /** Folders or files below `src`. */
    in: { type: "string", multiple: true, default: ["find", "judge", "edit"] },
    jobs: { type: "string", default: String(Math.min(2, availableParallelism())) },
  },
});

/** Every mutant there is, in the order of files and texts. */
function mutantsIn(part: string): Mutant[] {
  const path = join(ROOT, "src", part);
  const files = part.endsWith(".ts") ? [path] : readdirSync(path, { recursive: true, encoding: "utf8" }).sort();
  const sources = files.filter((file) => file.endsWith(".ts")).map((file) => (file === path ? path : join(path, file)));
  return sources.flatMap((file) => {
    const original = readFileSync(file, "utf8");
    return mutationsOf(original).map((mutation) => ({ file, original, mutation }));
  });
}

/** So many of them, drawn by lot. */
function sampleOf<T>(all: readonly T[], size: number, seed: number): T[] {
  const { below } = seededRandom(seed);
  const rest = [...all];
  return Array.from({ length: Math.min(size, rest.length) }, () => {
    return rest.splice(below(rest.length), 1)[0] as T;
  });
}

const titleOf = ({ file, mutation }: Mutant) => `${relative(ROOT, file)}:${mutation.line}  ${mutation.name}`;

async function main(): Promise<void> {
  const all = values.in.flatMap(mutantsIn);
  const mutants = sampleOf(all, Number(values.sample), Number(values.seed));
  console.log(`${mutants.length} of ${all.length} mutants, seed ${values.seed}`);
  const pass = new FixturePass();
  const survivors: Mutant[] = [];
  try {
    await pass.record();
    const limit = limitConcurrency(Number(values.jobs));
    const judged = mutants.map((mutant) => limit(() => pass.judge({ file: mutant.file, text: textOf(mutant) })));
    for (const [index, mutant] of mutants.entries()) {
      const verdict: Verdict = await (judged[index] as Promise<Verdict>);
      if (verdict === "survived") survivors.push(mutant);
      console.log(`${titleOf(mutant)}: ${verdict === "survived" ? "SURVIVED" : `killed by ${verdict.killedBy}`}`);
    }
  } finally {
    pass.close();
  }
  report("fixtures", mutants.length, survivors);
  let left: readonly Mutant[] = survivors;
  for (const script of values.by) {
    left = byTests(script, left);
    report(`npm run ${script}`, mutants.length, left);
  }
}

/** Those that the tests of a script do not find either. */
function byTests(script: string, mutants: readonly Mutant[]): readonly Mutant[] {
  const pass = new TestsPass(script);
  try {
    return pass.survivors(mutants, (mutant, by) => console.log(`${titleOf(mutant)}: killed by ${by}`));
  } finally {
    pass.close();
  }
}

function report(judge: string, count: number, survivors: readonly Mutant[]): void {
  const killed = count - survivors.length;
  console.log(`\nBy ${judge}: ${killed} of ${count} killed (${((100 * killed) / count).toFixed(1)} %). Survivors:`);
  for (const title of survivors.map(titleOf).sort()) console.log(`  ${title}`);
}

await main();

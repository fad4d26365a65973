/** `npm run mutants`: how many small faults in the engine the tests find. */
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "../../bench/random.ts";
import { limitConcurrency } from "../../conformance/limit.ts";
import { ROOT } from "../packages/fetch.ts";
import { CommandPass } from "./by-command.ts";
import { FixturePass, type Verdict } from "./engine.ts";
import { type Mutation, mutationsOf } from "./mutations.ts";

const { values } = parseArgs({
  options: {
    /** How many mutants. */
    sample: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    /** Judges what the fixtures let live: `--command="npm test"`. */
    command: { type: "string" },
    /** Folders or files below `src`. */
    in: { type: "string", multiple: true, default: ["find", "judge", "edit"] },
    jobs: { type: "string", default: String(Math.min(2, availableParallelism())) },
  },
});

interface Mutant {
  readonly file: string;
  readonly original: string;
  readonly text: string;
  readonly mutation: Mutation;
}

/** Every mutant there is, in the order of files and texts. */
function mutantsIn(part: string): Mutant[] {
  const path = join(ROOT, "src", part);
  const files = part.endsWith(".ts") ? [path] : readdirSync(path, { recursive: true, encoding: "utf8" }).sort();
  const sources = files.filter((file) => file.endsWith(".ts")).map((file) => (file === path ? path : join(path, file)));
  return sources.flatMap((file) => {
    const original = readFileSync(file, "utf8");
    return mutationsOf(original).map((mutation) => {
      const text = original.slice(0, mutation.start) + mutation.text + original.slice(mutation.end);
      return { file, original, text, mutation };
    });
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
    const judged = mutants.map((mutant) => limit(() => pass.judge(mutant)));
    for (const [index, mutant] of mutants.entries()) {
      const verdict: Verdict = await (judged[index] as Promise<Verdict>);
      if (verdict === "survived") survivors.push(mutant);
      console.log(`${titleOf(mutant)}: ${verdict === "survived" ? "SURVIVED" : `killed by ${verdict.killedBy}`}`);
    }
  } finally {
    pass.close();
  }
  report("fixtures", mutants.length, survivors);
  if (values.command !== undefined) report(values.command, mutants.length, byCommand(values.command, survivors));
}

/** Those that a command does not find either. */
function byCommand(command: string, mutants: readonly Mutant[]): Mutant[] {
  const pass = new CommandPass(command);
  try {
    return mutants.filter((mutant) => pass.survives(mutant, mutant.original));
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

/** `npm run corpus`: the engine over whole published packages, held to what a person read and explained. */
import { availableParallelism } from "node:os";
import { parseArgs, styleText } from "node:util";
import { limitConcurrency } from "../conformance/limit.ts";
import { fetchPackage } from "../test/packages/fetch.ts";
import type { PublishedPackage } from "../test/packages/published.ts";
import { choosePackages, readPackages, titleOf } from "./packages.ts";
import type { PackageResult } from "./result.ts";
import { differences, type Reviewed, readReviewed, updated, writeReviewed } from "./reviewed.ts";
import { runPackage } from "./run-package.ts";
import { HEADER, packageLine, slowFiles, totals } from "./table.ts";

/** Each needs a core, and up to 4 GB of memory. */
const AT_ONCE = Math.min(2, availableParallelism());

/** 0 where all is as reviewed, 1 where something differs, 2 where nothing could be said. */
type ExitCode = 0 | 1 | 2;

interface Outcome {
  readonly title: string;
  readonly result?: PackageResult;
  /** Why there is no result. */
  readonly missing?: string;
}

async function main(): Promise<ExitCode> {
  const { values } = parseArgs({
    options: { only: { type: "string", multiple: true, default: [] }, update: { type: "boolean", default: false } },
  });
  const all = await readPackages();
  const chosen = choosePackages(all, values.only);
  const reviewed = await readReviewed();
  console.log(HEADER);
  const outcomes = await runAll(chosen, reviewed);
  const results = outcomes.flatMap(({ result }) => result ?? []);
  const list = values.update ? updated(reviewed, results) : reviewed;
  if (values.update) await writeReviewed(list);
  return report(outcomes, results, list, strangers(all, list));
}

/** Runs packages side by side, and prints their lines in the order of the list. */
async function runAll(packages: readonly PublishedPackage[], reviewed: Reviewed): Promise<Outcome[]> {
  const limit = limitConcurrency(AT_ONCE);
  const started = packages.map((each) => limit(() => outcomeOf(each)));
  const outcomes: Outcome[] = [];
  for (const each of started) {
    const outcome = await each;
    const { title, result } = outcome;
    outcomes.push(outcome);
    if (result) console.log(packageLine(result, differences(result, reviewed).length > 0));
    else console.log(`${title}  ${styleText("red", "could not be fetched")}`);
  }
  return outcomes;
}

async function outcomeOf(wanted: PublishedPackage): Promise<Outcome> {
  const title = titleOf(wanted);
  let folder: string;
  try {
    folder = await fetchPackage(wanted);
  } catch (error) {
    return { title, missing: error instanceof Error ? error.message : String(error) };
  }
  return { title, result: await runPackage(title, folder) };
}

function report(
  outcomes: readonly Outcome[],
  results: readonly PackageResult[],
  reviewed: Reviewed,
  strange: readonly string[],
): ExitCode {
  console.log(totals(results));
  const slow = slowFiles(results);
  if (slow.length > 0) console.log(["\nSlow:", ...slow.map((each) => `  ${each}`)].join("\n"));
  const differing = results.map((result) => ({ title: result.title, texts: differences(result, reviewed) }));
  for (const { title, texts } of differing.filter(({ texts }) => texts.length > 0)) {
    console.log([`\n${styleText("red", title)}`, ...texts.map((text) => `  ${text}`)].join("\n"));
  }
  for (const title of strange) console.log(styleText("red", `\n${title} is reviewed, and not in packages.json.`));
  const missing = outcomes.flatMap(({ missing }) => missing ?? []);
  for (const each of missing) console.error(`\n${each}`);
  if (missing.length > 0) return 2;
  if (strange.length > 0 || differing.some(({ texts }) => texts.length > 0)) return 1;
  console.log(styleText("green", "\nEverything found is reviewed and explained."));
  return 0;
}

/** Reviewed packages that the corpus does not have. */
function strangers(all: readonly PublishedPackage[], reviewed: Reviewed): string[] {
  const known = new Set(all.map(titleOf));
  return Object.keys(reviewed).filter((title) => !known.has(title));
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

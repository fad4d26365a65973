import { astGrep, type Scan, scan } from "./ast-grep.ts";
import { cachedInput } from "./cached-input.ts";
import type { Planted } from "./candidate-text.ts";
import { builtCheck, type Check, type CheckRun } from "./check-command.ts";
import {
  FILE_WITH_SITE,
  FILES_PER_QUARTER,
  GENERATORS,
  PLANTED,
  QUARTERS,
  writeTreeWithoutCandidates,
  writeTreeWithSites,
} from "./check-input.ts";
import { figure, growthExponent, interleave, ratios } from "./figures.ts";
import { runJscodeshift } from "./jscodeshift.ts";
import { type Row, table } from "./table.ts";

/** What `check` may take, as a share of what ast-grep takes. */
const REQUIRED_TIME = 0.33;
/** In megabytes, all threads together. */
const REQUIRED_MEMORY = 300;
/** Linear, with room for what other work on the machine does to a measurement of processor time. */
const REQUIRED_EXPONENT = 1.15;

/** The parts of the tree that are measured, to see how time grows with size: in quarters of it. */
const SIZES = { quarter: 1, half: 2, whole: 4 } as const;

const JSCODESHIFT = [
  "--dry",
  "--extensions=ts,tsx,mts,js",
  "--ignore-pattern=**/dist/**",
  "--ignore-pattern=**/*.tmp.ts",
];

/** Measures the command against ast-grep with a rule that finds the same sites, and against the codemod's dry run. */
export async function measureCheck(rounds: number, print: (text: string) => void): Promise<Row[]> {
  const [check, binary] = [await builtCheck(), await astGrep()];
  const tree = await cachedInput("check-sites", GENERATORS, writeTreeWithSites);
  const quiet = await cachedInput("check-silent", GENERATORS, writeTreeWithoutCandidates);
  const measured = await interleave(rounds, {
    oneFile: () => fileWithSite(check, tree),
    quarter: () => checkedTree(check, tree, SIZES.quarter),
    half: () => checkedTree(check, tree, SIZES.half),
    whole: () => checkedTree(check, tree, SIZES.whole),
    silent: () => silentTree(check, quiet),
    astGrep: () => scannedTree(binary, tree),
    jscodeshift: () => dryRun(tree),
  });
  const rows = [...timeRows(measured), ...sizeRows(measured)];
  const [whole, silent] = [measured.whole[0]?.files, measured.silent[0]?.files];
  print(
    table(`A tree of ${whole?.selected} files and 80 MB, ${whole?.parsed} of them candidates, ${rounds} rounds`, rows),
  );
  print(
    `  files selected, read, parsed: ${whole?.selected}, ${whole?.read}, ${whole?.parsed}; ` +
      `without candidates: ${silent?.selected}, ${silent?.read}, ${silent?.parsed}\n`,
  );
  return rows;
}

interface Measured extends Record<keyof typeof SIZES | "oneFile" | "silent", CheckRun[]> {
  readonly astGrep: Scan[];
  readonly jscodeshift: number[];
}

function timeRows({ whole, silent, astGrep: scans, jscodeshift }: Measured): Row[] {
  const [ours, theirs] = [seconds(whole), seconds(scans)];
  return [
    { label: "time: step-up-union check", unit: "s", figure: figure(ours) },
    { label: "time: the same, without candidates", unit: "s", figure: figure(seconds(silent)) },
    { label: "time: ast-grep scan", unit: "s", figure: figure(theirs) },
    { label: "time: jscodeshift --dry, step-up-union", unit: "s", figure: figure(jscodeshift) },
    { label: "time: check / ast-grep", unit: "ratio", figure: ratios(ours, theirs), required: REQUIRED_TIME },
    { label: "time: check / jscodeshift", unit: "ratio", figure: ratios(ours, jscodeshift) },
  ];
}

function sizeRows({ oneFile, quarter, half, whole }: Measured): Row[] {
  const sizes = Object.values(SIZES);
  const exponents = (quantity: (run: CheckRun, round: number) => number) =>
    whole.map((_, round) => {
      const runs = [quarter, half, whole].map((all) => all[round] as CheckRun);
      return growthExponent(runs.map((run, index) => [sizes[index] as number, quantity(run, round)]));
    });
  const beyondStart = exponents(({ cpuSeconds }, round) => cpuSeconds - (oneFile[round]?.cpuSeconds ?? 0));
  const cpu = (runs: readonly CheckRun[]) => figure(runs.map(({ cpuSeconds }) => cpuSeconds));
  const peaks = (runs: readonly CheckRun[]) => figure(runs.map(({ peakMegabytes }) => peakMegabytes));
  return [
    { label: "processor time: check, one file", unit: "s", figure: cpu(oneFile) },
    { label: "processor time: check, a quarter", unit: "s", figure: cpu(quarter) },
    { label: "processor time: check, half", unit: "s", figure: cpu(half) },
    { label: "processor time: check, all", unit: "s", figure: cpu(whole) },
    { label: "its exponent of growth", unit: "ratio", figure: figure(exponents(({ cpuSeconds }) => cpuSeconds)) },
    { label: "the same, less one file", unit: "ratio", figure: figure(beyondStart), required: REQUIRED_EXPONENT },
    { label: "peak memory: check, a quarter", unit: "MB", figure: peaks(quarter) },
    { label: "peak memory: check, all", unit: "MB", figure: peaks(whole), required: REQUIRED_MEMORY },
  ];
}

const seconds = (runs: readonly { readonly seconds: number }[]): number[] => runs.map((run) => run.seconds);

// A benchmark of other work than intended would prove nothing, so that every run is held against what was planted.

async function checkedTree(check: Check, tree: string, quarters: number): Promise<CheckRun> {
  const run = await check(tree, quarters === QUARTERS.length ? ["."] : QUARTERS.slice(0, quarters));
  expectRun(run, FILES_PER_QUARTER * quarters, {
    candidates: PLANTED.candidates * quarters,
    rewrites: PLANTED.rewrites * quarters,
    unions: PLANTED.unions * quarters,
  });
  return run;
}

async function fileWithSite(check: Check, tree: string): Promise<CheckRun> {
  const run = await check(tree, [FILE_WITH_SITE]);
  expectRun(run, 1, { candidates: 1, rewrites: 1, unions: 0 });
  return run;
}

async function silentTree(check: Check, tree: string): Promise<CheckRun> {
  const run = await check(tree, ["."]);
  expectRun(run, FILES_PER_QUARTER * QUARTERS.length, { candidates: 0, rewrites: 0, unions: 0 });
  return run;
}

function expectRun(run: CheckRun, selected: number, planted: Omit<Planted, "matches">): void {
  const { rewrites, unions, errors, files } = run;
  const { candidates: parsed, ...sites } = planted;
  const expected = { ...sites, errors: 0, selected, read: selected, parsed };
  expectSame("check", { rewrites, unions, errors, ...files }, expected);
}

async function scannedTree(binary: string, tree: string): Promise<Scan> {
  const run = await scan(binary, tree);
  expectSame("ast-grep", run.matches, PLANTED.matches * QUARTERS.length);
  return run;
}

async function dryRun(tree: string): Promise<number> {
  const run = await runJscodeshift("ours", [...JSCODESHIFT, "."], tree);
  const rewritten = Number(/(\d+) ok/.exec(run.stdout)?.[1]);
  expectSame("jscodeshift", rewritten, PLANTED.rewrites * QUARTERS.length);
  return run.seconds;
}

function expectSame(tool: string, found: unknown, planted: unknown): void {
  const [actual, expected] = [JSON.stringify(found), JSON.stringify(planted)];
  if (actual !== expected) throw new Error(`${tool} was to come to ${expected} on the tree, and came to ${actual}.`);
}

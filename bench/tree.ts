import { rm } from "node:fs/promises";
import { ROOT } from "../test/packages/fetch.ts";
import { cachedInput } from "./cached-input.ts";
import { figure, interleave, ratios } from "./figures.ts";
import { compiledBy, runJscodeshift, type Transform } from "./jscodeshift.ts";
import { type Row, table } from "./table.ts";
import { TALKING_FILES, TREE_FILES, writeSilentTree, writeTalkingTree } from "./tree-input.ts";

/** What the transform may cost where it has nothing to look at, as a multiple of a transform that does nothing. */
const REQUIRED = 1.1;

/** These runs take a second each, so that more of them are affordable and needed. */
const WARM_ROUNDS_PER_ROUND = 3;

interface Tree {
  readonly title: string;
  readonly folder: string;
  readonly required?: number;
}

/** Measures jscodeshift with our transform against jscodeshift with an empty one, on trees without sites. */
export async function measureTrees(rounds: number, print: (text: string) => void): Promise<Row[]> {
  const silent = await cachedInput("silent-tree", ["tree-input.ts"], writeSilentTree);
  const talking = await cachedInput("talking-tree", ["tree-input.ts"], writeTalkingTree);
  const trees: Tree[] = [
    { title: "no file passes the text test", folder: silent, required: REQUIRED },
    { title: `${TALKING_FILES} files pass the text test, so that the engine is loaded`, folder: talking },
  ];
  const rows: Row[] = [];
  for (const tree of trees) rows.push(...(await measureTree(tree, rounds, print)));
  return rows;
}

async function measureTree(tree: Tree, rounds: number, print: (text: string) => void): Promise<Row[]> {
  const { folder, title, required } = tree;
  const cold = await interleave(rounds, { empty: () => coldRun("empty", folder), ours: () => coldRun("ours", folder) });
  const warm = await interleave(rounds * WARM_ROUNDS_PER_ROUND, {
    empty: () => timedRun("empty", folder),
    ours: () => timedRun("ours", folder),
  });
  const rows: Row[] = [
    { label: "warm: jscodeshift, empty transform", unit: "s", figure: figure(warm.empty) },
    { label: "warm: jscodeshift, step-up-union", unit: "s", figure: figure(warm.ours) },
    { label: "cold: jscodeshift, empty transform", unit: "s", figure: figure(cold.empty) },
    { label: "cold: jscodeshift, step-up-union", unit: "s", figure: figure(cold.ours) },
    { label: "warm: ours / empty", unit: "ratio", figure: ratios(warm.ours, warm.empty), required },
    { label: "cold: ours / empty", unit: "ratio", figure: ratios(cold.ours, cold.empty) },
  ];
  const heading = `${TREE_FILES} TypeScript files without sites; ${title}`;
  print(table(`${heading} (${rounds} rounds cold, ${warm.ours.length} warm)`, rows));
  return rows;
}

/** A run as the first one after an installation: Babel has compiled nothing yet. */
async function coldRun(transform: Transform, tree: string): Promise<number> {
  await rm(compiledBy(transform), { force: true });
  return timedRun(transform, tree);
}

async function timedRun(transform: Transform, tree: string): Promise<number> {
  const { seconds, stdout } = await runJscodeshift(transform, [tree], ROOT);
  // The runner's exit code is 0 whatever happens.
  if (!stdout.includes(`${TREE_FILES} skipped`)) throw new Error(`The run went wrong:\n${stdout}`);
  return seconds;
}

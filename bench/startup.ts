import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, builtCommand } from "../test/installed/build.ts";
import { BENCH, cachedInput } from "./cached-input.ts";
import {
  FILE_WITH_SITE,
  GENERATORS,
  quarterFiles,
  writeTreeWithoutCandidates,
  writeTreeWithSites,
} from "./check-input.ts";
import { figure, interleave, ratios } from "./figures.ts";
import { type Row, table } from "./table.ts";
import { timed } from "./timed.ts";

/** What `check` may take, as a multiple of what Node takes to run an empty module. */
const REQUIRED = { tenFiles: 2, oneSite: 3 } as const;

/** One start takes so little that other work on the machine outweighs it: the middle one of so many counts. */
const STARTS = 15;

/** Measures how soon the command has an answer for a few files: what hooks and editors wait for. */
export async function measureStartup(rounds: number, print: (text: string) => void): Promise<Row[]> {
  await build();
  const [sites, silent] = [
    await cachedInput("check-sites", GENERATORS, writeTreeWithSites),
    await cachedInput("check-silent", GENERATORS, writeTreeWithoutCandidates),
  ];
  const empty = join(BENCH, "empty.mjs");
  await writeFile(empty, "");
  const ten = [...quarterFiles(0, false, 10)].map(({ path }) => path);
  const { node, tenFiles, oneSite } = await interleave(rounds, {
    node: () => start([empty], silent, 0),
    tenFiles: () => start([builtCommand(), "check", ...ten], silent, 0),
    oneSite: () => start([builtCommand(), "check", FILE_WITH_SITE], sites, 1),
  });
  const rows: Row[] = [
    { label: "time: an empty Node process", unit: "s", figure: figure(node) },
    { label: "time: check, ten files without candidates", unit: "s", figure: figure(tenFiles) },
    { label: "time: check, one site", unit: "s", figure: figure(oneSite) },
    { label: "time: ten files / empty", unit: "ratio", figure: ratios(tenFiles, node), required: REQUIRED.tenFiles },
    { label: "time: one site / empty", unit: "ratio", figure: ratios(oneSite, node), required: REQUIRED.oneSite },
  ];
  print(table(`Start-up, ${rounds} rounds of ${STARTS} starts each`, rows));
  return rows;
}

/** The median of how long a start takes, in seconds. */
async function start(args: readonly string[], cwd: string, expected: number): Promise<number> {
  const taken: number[] = [];
  for (let count = 0; count < STARTS; count++) {
    const { seconds, exitCode, stderr } = await timed(process.execPath, args, { cwd });
    if (exitCode !== expected)
      throw new Error(`It was to end with ${expected}, and ended with ${exitCode}:\n${stderr}`);
    taken.push(seconds);
  }
  return figure(taken).median;
}

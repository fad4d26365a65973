import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";
import { writeBundle } from "./bundle-input.ts";
import { cachedInput } from "./cached-input.ts";
import type { Measurement } from "./children/measure.ts";
import { compileChildren } from "./compiled-children.ts";
import { figure, interleave, ratios } from "./figures.ts";
import { type Row, table } from "./table.ts";

/** What the engine may cost, in time and in memory, as a multiple of parsing alone. */
const REQUIRED = 1.3;

const run = promisify(execFile);

/** Measures the engine against the parser alone on a large minified bundle with one site. */
export async function measureBundle(rounds: number, print: (text: string) => void): Promise<Row[]> {
  const input = await cachedInput("bundle.mjs", ["bundle-input.ts"], writeBundle);
  const [engine, parser, sameOptions] = await compileChildren("engine", "parser", "parser-as-engine");
  const measured = await interleave(rounds, {
    engine: () => runChild(engine, input),
    parser: () => runChild(parser, input),
    sameOptions: () => runChild(sameOptions, input),
  });
  expectOneSite(measured.engine);

  const rows = [
    ...measuredRows("time", "s", measured, ({ seconds }) => seconds),
    ...measuredRows("peak memory", "MB", measured, ({ peakMegabytes }) => peakMegabytes),
    ...ratioRows("time", measured, ({ seconds }) => seconds, REQUIRED),
    ...ratioRows("peak memory", measured, ({ peakMegabytes }) => peakMegabytes, REQUIRED),
    ...ratioRows("processor time", measured, ({ cpuSeconds }) => cpuSeconds),
  ];
  const megabytes = ((await stat(input)).size / 1_000_000).toFixed(1);
  print(table(`A minified bundle of ${megabytes} MB with one site, ${rounds} rounds`, rows));
  return rows;
}

type Measured = Record<"engine" | "parser" | "sameOptions", Measurement[]>;
type Quantity = (measurement: Measurement) => number;

function measuredRows(label: string, unit: Row["unit"], measured: Measured, quantity: Quantity): Row[] {
  return [
    { label: `${label}: @babel/parser, default options`, unit, figure: figure(measured.parser.map(quantity)) },
    { label: `${label}: @babel/parser, engine's options`, unit, figure: figure(measured.sameOptions.map(quantity)) },
    { label: `${label}: engine`, unit, figure: figure(measured.engine.map(quantity)) },
  ];
}

function ratioRows(
  label: string,
  { engine, parser, sameOptions }: Measured,
  quantity: Quantity,
  required?: number,
): Row[] {
  const over = (bases: readonly Measurement[]) => ratios(engine.map(quantity), bases.map(quantity));
  return [
    { label: `${label}: engine / parser, default options`, unit: "ratio", figure: over(parser), required },
    { label: `${label}: engine / parser, engine's options`, unit: "ratio", figure: over(sameOptions), required },
  ];
}

async function runChild(program: string, input: string): Promise<Measurement> {
  const { stdout } = await run(process.execPath, [program, input]);
  return JSON.parse(stdout);
}

/** A benchmark of something else than intended would prove nothing. */
function expectOneSite(measurements: readonly Measurement[]): void {
  for (const { outcome } of measurements) {
    const found = JSON.stringify(outcome);
    if (found !== '[{"rule":"replaced-scope","verdict":"rewrite"}]') {
      throw new Error(`The engine was to find the one site of the bundle, and found ${found}.`);
    }
  }
}

import { analyze } from "../src/analyze.ts";
import { figure, growthExponent } from "./figures.ts";
import { SCALING } from "./scaling-input.ts";
import { type Row, table } from "./table.ts";

/** How often each construct stands in a file. */
const SIZES = [200, 400, 800] as const;
/** For all constructs together: well below quadratic, with room for other work on the machine. */
const REQUIRED_EXPONENT = 1.6;
/** For one alone, whose measurement is of milliseconds: what is nested deeply is quadratic, and never more. */
const REQUIRED_OF_EACH = 2.4;

/** Measures by which exponent the engine's processor time grows with constructs that a file may hold any number of. */
export async function measureScaling(rounds: number, print: (text: string) => void): Promise<Row[]> {
  const together = Array.from({ length: rounds }, () => SIZES.map(() => 0));
  const rows = Object.entries(SCALING).map(([label, make]): Row => {
    const inputs = SIZES.map((size) => make(size));
    for (let warm = 0; warm < 3; warm++) analyze(inputs[0] ?? "", "input.ts");
    const exponents = together.map((sums) => {
      const times = inputs.map(processorTime);
      for (const [index, time] of times.entries()) sums[index] = (sums[index] ?? 0) + time;
      return exponentOf(times);
    });
    return { label, unit: "ratio", figure: figure(exponents), required: REQUIRED_OF_EACH };
  });
  const all = figure(together.map(exponentOf));
  rows.push({ label: "all constructs together", unit: "ratio", figure: all, required: REQUIRED_EXPONENT });
  print(
    table(`The exponent by which processor time grows, from ${SIZES[0]} to ${SIZES.at(-1)}, ${rounds} rounds`, rows),
  );
  return rows;
}

const exponentOf = (times: readonly number[]): number =>
  growthExponent(times.map((time, index) => [SIZES[index] as number, time]));

/** In microseconds. */
function processorTime(source: string): number {
  const before = process.cpuUsage();
  analyze(source, "input.ts");
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

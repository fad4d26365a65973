import { analyze } from "../src/analyze.ts";
import { figure, growthExponent } from "./figures.ts";
import { SCALING } from "./scaling-input.ts";
import { type Row, table } from "./table.ts";

/** How often each construct stands in a file. */
const SIZES = [200, 400, 800] as const;
/** Well below quadratic, with room for what other work on the machine does to small measurements. */
const REQUIRED_EXPONENT = 1.7;

/** Measures by which exponent the engine's processor time grows with constructs that a file may hold any number of. */
export async function measureScaling(rounds: number, print: (text: string) => void): Promise<Row[]> {
  const rows = Object.entries(SCALING).map(([label, make]): Row => {
    const inputs = SIZES.map((size) => [size, make(size)] as const);
    for (const [, source] of inputs.slice(0, 1)) for (let warm = 0; warm < 3; warm++) analyze(source, "input.ts");
    const exponents = Array.from({ length: rounds }, () =>
      growthExponent(inputs.map(([size, source]) => [size, processorTime(source)])),
    );
    return { label, unit: "ratio", figure: figure(exponents), required: REQUIRED_EXPONENT };
  });
  print(
    table(`The exponent by which processor time grows, from ${SIZES[0]} to ${SIZES.at(-1)}, ${rounds} rounds`, rows),
  );
  return rows;
}

/** In microseconds. */
function processorTime(source: string): number {
  const before = process.cpuUsage();
  analyze(source, "input.ts");
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

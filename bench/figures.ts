/** What repeated measurements come to. */
export interface Figure {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function figure(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return { min: at(0), median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, max: at(sorted.length - 1) };
}

/** The ratios of measurements that were taken side by side, round by round. */
export function ratios(values: readonly number[], bases: readonly number[]): Figure {
  return figure(values.map((value, round) => value / (bases[round] ?? Number.NaN)));
}

/**
 * Measures several things in turn, round by round, so that whatever else the machine does falls on all of them alike.
 * Every other round goes backwards.
 *
 * @returns for each name its measurements, in the order of the rounds
 */
export async function interleave<Results extends Readonly<Record<string, unknown>>>(
  rounds: number,
  measures: { readonly [Name in keyof Results]: () => Promise<Results[Name]> },
): Promise<{ [Name in keyof Results]: Results[Name][] }> {
  const names: (keyof Results)[] = Object.keys(measures);
  const results = {} as { [Name in keyof Results]: Results[Name][] };
  for (const name of names) results[name] = [];
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) results[name].push(await measures[name]());
  }
  return results;
}

/**
 * The exponent by which a quantity grows with a size: 1 is linear, 2 quadratic. The slope of the straight line that
 * comes closest where both are drawn on logarithmic scales.
 *
 * @param points sizes, and what was measured for each; at least two sizes
 */
export function growthExponent(points: readonly (readonly [size: number, quantity: number])[]): number {
  const logarithms = points.map(([size, quantity]) => [Math.log(size), Math.log(quantity)] as const);
  const mean = (index: 0 | 1) => logarithms.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const rise = logarithms.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return rise / logarithms.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

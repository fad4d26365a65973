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
export async function interleave<Name extends string, Result>(
  rounds: number,
  measures: Readonly<Record<Name, () => Promise<Result>>>,
): Promise<Record<Name, Result[]>> {
  const names = Object.keys(measures) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as Result[]])) as Record<Name, Result[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) results[name].push(await measures[name]());
  }
  return results;
}

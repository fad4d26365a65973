import { readFileSync } from "node:fs";
import { argv, resourceUsage, stdout } from "node:process";

/** What a child process prints: the seconds of the call, the process's peak memory, and what came of it. */
export interface Measurement {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly outcome: unknown;
}

/**
 * Calls a function on the text of the file that the command line names, and prints the measurement as JSON. The result
 * stays in memory until then, as it would for a caller.
 */
export function measure<Result>(call: (source: string) => Result, outcome: (result: Result) => unknown): void {
  const source = readFileSync(argv[2] ?? "", "utf8");
  const start = performance.now();
  const result = call(source);
  const seconds = (performance.now() - start) / 1000;
  const peakMegabytes = (resourceUsage().maxRSS * 1024) / 1_000_000;
  const measurement: Measurement = { seconds, peakMegabytes, outcome: outcome(result) };
  stdout.write(JSON.stringify(measurement));
}

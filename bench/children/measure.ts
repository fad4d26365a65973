import { readFileSync } from "node:fs";
import { argv, cpuUsage, resourceUsage, stdout } from "node:process";

/** What a child process prints: what the call took, the process's peak memory, and what came of it. */
export interface Measurement {
  readonly seconds: number;
  /** Seconds of processor time, the garbage collector's threads included. Other processes add little to it. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly outcome: unknown;
}

/**
 * Calls a function on the text of the file that the command line names, and prints the measurement as JSON. The result
 * stays in memory until then, as it would for a caller.
 */
export function measure<Result>(call: (source: string) => Result, outcome: (result: Result) => unknown): void {
  const source = readFileSync(argv[2] ?? "", "utf8");
  const before = cpuUsage();
  const start = performance.now();
  const result = call(source);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = cpuUsage(before);
  const peakMegabytes = (resourceUsage().maxRSS * 1024) / 1_000_000;
  const measurement: Measurement = {
    seconds,
    cpuSeconds: (user + system) / 1_000_000,
    peakMegabytes,
    outcome: outcome(result),
  };
  stdout.write(JSON.stringify(measurement));
}

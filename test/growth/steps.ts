import { Session } from "node:inspector";

/**
 * Counts how often the functions of the engine are called, as the JavaScript engine does for the coverage of tests. A
 * count is the same on any machine, and costs the engine nothing where nobody counts.
 */
export class StepCounter {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#session.post("Profiler.enable");
    this.#session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  }

  /** The calls of functions in `src` while something runs. */
  during(run: () => unknown): number {
    this.#take();
    run();
    return this.#take();
  }

  close(): void {
    this.#session.post("Profiler.stopPreciseCoverage");
    this.#session.disconnect();
  }

  #take(): number {
    let count = 0;
    this.#session.post("Profiler.takePreciseCoverage", (error, taken) => {
      if (error) throw error;
      for (const { url, functions } of taken.result) {
        if (!/\/src\/[^?]*\.ts/.test(url)) continue;
        for (const { ranges } of functions) count += ranges[0]?.count ?? 0;
      }
    });
    return count;
  }
}

import type { Tinypool } from "tinypool";
import type { AnalysisRequest, AnalysisResult } from "./analyze-file.ts";
import { lostThread } from "./lost-thread.ts";

/** Analyses files, here or in other threads. */
export interface Analyzer {
  /**
   * Takes a file, whose result comes to `onResult` in any order.
   *
   * @returns a promise to wait for before the next file, where many texts are waiting already
   */
  add(request: AnalysisRequest): Promise<void> | undefined;
  /** Waits until all results are there, and ends the threads. */
  finish(): Promise<void>;
}

/** Up to this many characters of candidates are quicker analysed here than by threads that have to be started. */
const SMALL = 1_000_000;
/** So many characters may wait for a thread. */
const MOST_WAITING = 32_000_000;

/**
 * An analyzer that starts threads only when there is work enough for them.
 *
 * @param concurrency how many threads at most; with 1, every file is analysed in this one as it comes
 */
export function createAnalyzer(concurrency: number, onResult: ResultHandler): Analyzer {
  return concurrency === 1 ? here(onResult) : inThreads(concurrency, onResult);
}

type ResultHandler = (request: AnalysisRequest, result: AnalysisResult) => void;

function here(onResult: ResultHandler): Analyzer {
  return {
    async add(request) {
      const { analyzeFile } = await import("./analyze-file.ts");
      onResult(request, analyzeFile(request));
    },
    async finish() {},
  };
}

function inThreads(concurrency: number, onResult: ResultHandler): Analyzer {
  const held: AnalysisRequest[] = [];
  const running = new Set<Promise<void>>();
  let pool: Promise<Tinypool> | undefined;
  let characters = 0;
  let waiting = 0;

  const hand = (request: AnalysisRequest) => {
    pool ??= startPool(concurrency);
    waiting += request.source.length;
    const done = pool
      .then((threads) => threads.run(request))
      .catch((error: unknown) => lostThread(request, error))
      .then((result: AnalysisResult) => {
        waiting -= request.source.length;
        running.delete(done);
        onResult(request, result);
      });
    running.add(done);
  };
  const roomAgain = async () => {
    while (waiting > MOST_WAITING) await Promise.race(running);
  };
  return {
    add(request) {
      characters += request.source.length;
      held.push(request);
      if (characters <= SMALL) return undefined;
      for (const each of held.splice(0)) hand(each);
      return waiting > MOST_WAITING ? roomAgain() : undefined;
    },
    async finish() {
      const alone = here(onResult);
      for (const request of held.splice(0)) await alone.add(request);
      await Promise.all(running);
      await (await pool)?.destroy();
    },
  };
}

async function startPool(maxThreads: number): Promise<Tinypool> {
  const { Tinypool } = await import("tinypool");
  return new Tinypool({ filename: new URL("./worker.js", import.meta.url).href, minThreads: 0, maxThreads });
}

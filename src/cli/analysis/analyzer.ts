import { PACKAGE } from "../../report/package-folder.ts";
import type { AnalysisRequest, AnalysisResult } from "./analyze-file.ts";
import type { LinkRequest, LinkResult } from "./link-files.ts";
import { lostThread } from "./lost-thread.ts";
import { Threads } from "./threads.ts";

/** Analyses files, here or in other threads. */
export interface Analyzer {
  /**
   * Takes a file, whose result comes to `onResult` in any order.
   *
   * @returns a promise to wait for before the next file, where many texts are waiting already
   */
  add(request: AnalysisRequest): Promise<void> | undefined;
  /** Waits until all results are there. */
  finish(): Promise<void>;
  /** Analyses files along with each other, here or in another thread. */
  link(request: LinkRequest): Promise<LinkResult>;
  /** Ends the threads, whether they are done or not. */
  close(): Promise<void>;
}

/** Up to this many characters of candidates are quicker analysed here than by threads that have to be started. */
const SMALL = 1_000_000;
/** So many characters may wait for a thread. */
const MOST_WAITING = 32_000_000;

type ResultHandler = (request: AnalysisRequest, result: AnalysisResult) => void;

/**
 * An analyzer that starts threads only when there is work enough for them. A file that is too much for this thread is
 * tried again in one of them: what can be judged does not depend on what else is checked.
 *
 * @param concurrency how many threads at most
 */
export function createAnalyzer(concurrency: number, onResult: ResultHandler): Analyzer {
  const held: AnalysisRequest[] = [];
  const running = new Set<Promise<void>>();
  const worker = new URL("dist/cli/analysis/worker.js", PACKAGE);
  const threads = new Threads<AnalysisRequest | LinkRequest, AnalysisResult & LinkResult>(worker, concurrency);
  let characters = 0;
  let waiting = 0;

  const hand = (request: AnalysisRequest) => {
    waiting += request.source.length;
    const done = threads
      .run(request)
      .catch((error: unknown) => lostThread(request.file, error))
      .then((result) => {
        waiting -= request.source.length;
        running.delete(done);
        onResult(request, result);
      });
    running.add(done);
  };
  const here = async (request: AnalysisRequest) => {
    const { analyzeFile } = await import("./analyze-file.ts");
    const result = analyzeFile(request);
    if (result.failure?.kind === "too-large") hand(request);
    else onResult(request, result);
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
      for (const request of held.splice(0)) await here(request);
      await Promise.all(running);
    },
    async link(request) {
      // Threads that run already are quick; to start them takes longer than a few groups.
      if (characters > SMALL)
        return threads.run(request).catch((error) => lostThread(request.group[0]?.file ?? "", error));
      const { linkFiles } = await import("./link-files.ts");
      return linkFiles(request);
    },
    close: () => threads.close(),
  };
}

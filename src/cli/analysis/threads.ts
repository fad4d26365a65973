import type { Worker } from "node:worker_threads";

/**
 * The stack of a thread, in MB. Parsing goes as deep as the code, and generated code nests deeper than a person's: the
 * main thread has about 1 MB, for some hundred levels. The memory is taken only where it is used.
 */
const STACK = 64;

interface Job<Task, Result> {
  readonly task: Task;
  done(result: Result): void;
  lost(error: unknown): void;
}

/**
 * Threads that do one task after the other. One that ends over a task is replaced, and only that task is lost.
 *
 * By hand: with `tinypool` the task of a thread that exits is never settled, and its threads begin with a file of its
 * own package, which a bundle does not have.
 */
export class Threads<Task, Result> {
  readonly #module: URL;
  readonly #most: number;
  readonly #waiting: Job<Task, Result>[] = [];
  readonly #idle = new Set<Worker>();
  readonly #busy = new Map<Worker, Job<Task, Result>>();

  /**
   * @param module what a thread runs: it answers every message with one
   * @param most how many threads at most; each starts when there is work for it
   */
  constructor(module: URL, most: number) {
    this.#module = module;
    this.#most = most;
  }

  /**
   * Has a task done.
   *
   * @returns its result; rejected where the thread ended before it gave one
   */
  run(task: Task): Promise<Result> {
    return new Promise((done, lost) => {
      this.#waiting.push({ task, done, lost });
      this.#next();
    });
  }

  /** Ends all threads, whether they are done or not. */
  async close(): Promise<void> {
    this.#waiting.length = 0;
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((worker) => worker.terminate()));
  }

  #next(): void {
    if (this.#waiting.length === 0 || this.#busy.size >= this.#most) return;
    const job = this.#waiting.shift() as Job<Task, Result>;
    try {
      const [worker = this.#start()] = this.#idle;
      this.#idle.delete(worker);
      this.#busy.set(worker, job);
      worker.postMessage(job.task);
    } catch (error) {
      job.lost(error);
    }
  }

  #start(): Worker {
    // Most runs start none.
    const { Worker } = process.getBuiltinModule("node:worker_threads");
    const worker = new Worker(this.#module, { resourceLimits: { stackSizeMb: STACK } });
    worker.on("message", (result: Result) => {
      const job = this.#busy.get(worker);
      this.#busy.delete(worker);
      this.#idle.add(worker);
      job?.done(result);
      this.#next();
    });
    const end = (error: unknown) => {
      const job = this.#busy.get(worker);
      this.#busy.delete(worker);
      this.#idle.delete(worker);
      job?.lost(error);
      this.#next();
    };
    worker.on("error", end);
    worker.on("exit", (code) => end(new Error(`A thread ended with code ${code}.`)));
    return worker;
  }
}

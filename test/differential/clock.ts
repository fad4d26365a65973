import { AsyncResource } from "node:async_hooks";

/**
 * A stretch of virtual time that is long beside a read of the tokens: whatever is not a read starts and ends in slots, so
 * that a read which is added moves nothing from one slot into the next.
 */
export const SLOT = 1000;

interface Entry {
  readonly at: number;
  readonly run: () => void;
}

/** Virtual time: what is due runs in order, each after all that the one before led to without waiting. */
export class Clock {
  now = 0;
  readonly #due: Entry[] = [];

  /** Resolves when the time has come; those of one moment in the order in which they were asked for. */
  until(at: number): Promise<void> {
    return new Promise((resolve) => this.#insert({ at: Math.max(at, this.now), run: resolve }));
  }

  /** The stand-in for `setTimeout`. */
  readonly setTimeout = (run: (...args: unknown[]) => void, wait = 0, ...args: unknown[]): Entry => {
    const entry = {
      at: this.now + Math.max(1, Math.min(wait, 20)) * SLOT,
      run: AsyncResource.bind(() => run(...args)),
    };
    this.#insert(entry);
    return entry;
  };

  /** The stand-in for `clearTimeout`. */
  readonly clearTimeout = (entry: unknown): void => {
    const place = this.#due.indexOf(entry as Entry);
    if (place >= 0) this.#due.splice(place, 1);
  };

  /** Runs until nothing is due, or that holds. */
  async run(isDone: () => boolean = () => false): Promise<void> {
    for (;;) {
      await settled();
      if (isDone()) return;
      const next = this.#due.shift();
      if (!next) return;
      this.now = next.at;
      next.run();
    }
  }

  #insert(entry: Entry): void {
    const place = this.#due.findLastIndex(({ at }) => at <= entry.at);
    this.#due.splice(place + 1, 0, entry);
  }
}

/** Resolves when all has run that waits for nothing. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

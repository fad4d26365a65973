import type { Failure } from "../model/outcome.ts";

/** A baseline that cannot be read, understood or written: what is wrong, and what to do about it. */
export class BaselineError extends Error {
  override readonly name = "BaselineError";
  readonly failure: Failure;

  constructor(failure: Failure, cause?: unknown) {
    super(failure.message, { cause });
    this.failure = failure;
  }
}

/** A file that no parser of its kind accepts. Its message begins with `line:column`, both 1-based. */
export class SourceSyntaxError extends Error {
  override readonly name = "SourceSyntaxError";
  readonly line: number;
  readonly column: number;

  constructor(line: number, column: number, detail: string) {
    super(`${line}:${column} does not parse: ${detail}`);
    this.line = line;
    this.column = column;
  }
}

/** Code that is nested more deeply than the stack of its thread allows: the parser and the engine descend into it. */
export class SourceTooDeepError extends SourceSyntaxError {
  constructor() {
    super(1, 1, "it is nested too deeply");
  }
}

/** What an overflow of the stack means for who asked; any other error as it is. */
export const asTooDeep = (error: unknown): unknown =>
  error instanceof RangeError && /call stack/.test(error.message) ? new SourceTooDeepError() : error;

import type { Excerpt, Location, Range } from "../model/site.ts";

/** Turns offsets of one text into lines and columns. A line ends with LF, CR LF, CR, U+2028 or U+2029. */
export class Lines {
  readonly #source: string;
  readonly #starts: number[] = [0];

  constructor(source: string) {
    this.#source = source;
    for (const { index, 0: ending } of source.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
      this.#starts.push(index + ending.length);
    }
  }

  /** How many there are: one more than line endings. */
  get count(): number {
    return this.#starts.length;
  }

  /**
   * The range of a line without its ending.
   *
   * @param line 1-based, at most `count`
   */
  range(line: number): Range {
    const start = this.#starts[line - 1] ?? this.#source.length;
    const next = this.#starts[line];
    if (next === undefined) return { start, end: this.#source.length };
    return { start, end: this.#source.startsWith("\r\n", next - 2) ? next - 2 : next - 1 };
  }

  /** Where a range of offsets lies. */
  locate({ start, end }: Range): Location {
    const from = this.#position(start);
    const to = this.#position(end);
    return { start, end, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  /** A range with its text. */
  excerpt(range: Range): Excerpt {
    return { ...this.locate(range), text: this.#source.slice(range.start, range.end) };
  }

  #position(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}

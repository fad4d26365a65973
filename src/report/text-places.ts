import type { Range } from "../model/site.ts";

/** Where a range lies, 1-based, its end exclusive. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Lines and columns of one text as other programs count them: a line ends with LF, or CR LF, alone. What else ends a
 * line in JavaScript (CR, U+2028, U+2029) is one character more of it.
 */
export class TextPlaces {
  readonly #source: string;
  readonly #starts: number[] = [0];

  constructor(source: string) {
    this.#source = source;
    for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  /** Columns count UTF-16 code units. The byte order mark is no part of the text. */
  units(range: Range): TextPlace {
    const mark = this.#source.startsWith("\ufeff") ? 1 : 0;
    return this.#place(range, (start, end) => Math.max(0, end - start - (start === 0 ? mark : 0)));
  }

  /** Columns count bytes of UTF-8, those of the byte order mark included. */
  bytes(range: Range): TextPlace {
    return this.#place(range, (start, end) => Buffer.byteLength(this.#source.slice(start, end)));
  }

  #place({ start, end }: Range, width: (start: number, end: number) => number): TextPlace {
    const [first, last] = [this.#line(start), this.#line(end)];
    const column = (line: number, offset: number) => width(this.#starts[line] ?? 0, offset) + 1;
    return { line: first + 1, column: column(first, start), endLine: last + 1, endColumn: column(last, end) };
  }

  /** The index of the line that holds an offset. */
  #line(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

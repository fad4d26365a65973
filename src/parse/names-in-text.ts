/**
 * Where names stand in a text. The text is read once, not once for each name, and what is kept of it takes little more
 * than four bytes for each word: those of a bundle are millions.
 */
export class NamesInText {
  readonly #text: string;
  #index: WordIndex | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The offsets of a name's occurrences in source order, those within longer names left out.
   *
   * @param from the first offset to be looked at
   * @param to the end of what is looked at (exclusive)
   */
  *offsets(name: string, from: number, to: number): Generator<number> {
    for (const offset of this.#candidates(name, from)) {
      if (offset + name.length > to) return;
      const isAlone = !isWordPart(this.#text, offset - 1) && !isWordPart(this.#text, offset + name.length);
      if (isAlone && this.#text.startsWith(name, offset)) yield offset;
    }
  }

  /** Offsets at which a name may stand: by the first word in it, or by a search where it has none. */
  *#candidates(name: string, from: number): Generator<number> {
    if (name === "") return;
    const words = wordsOf(name);
    if (words.count === 0) {
      for (let at = this.#text.indexOf(name, from); at >= 0; at = this.#text.indexOf(name, at + 1)) yield at;
      return;
    }
    this.#index ??= indexOf(this.#text);
    const { offsets, ends } = this.#index;
    const start = words.starts[0] as number;
    const place = (words.hashes[0] as number) & (ends.length - 1);
    const end = ends[place] as number;
    const begin = place > 0 ? (ends[place - 1] as number) : 0;
    for (let at = firstFrom(offsets, from + start, begin, end); at < end; at++) yield (offsets[at] as number) - start;
  }
}

/** Where the words of a text begin: those with the same hash together, in source order. */
interface WordIndex {
  readonly offsets: Uint32Array;
  /** For each hash, the end of its words among the offsets; they begin where those of the hash below end. */
  readonly ends: Uint32Array;
}

function indexOf(text: string): WordIndex {
  const { starts, hashes, count } = wordsOf(text);
  const ends = new Uint32Array(2 ** Math.max(4, Math.ceil(Math.log2(count))));
  const mask = ends.length - 1;
  for (let word = 0; word < count; word++) (ends[(hashes[word] as number) & mask] as number)++;
  // Where the words of a hash begin; putting them there makes it where they end.
  let before = 0;
  for (let hash = 0; hash <= mask; hash++) {
    const own = ends[hash] as number;
    ends[hash] = before;
    before += own;
  }
  const offsets = new Uint32Array(count);
  for (let word = 0; word < count; word++) {
    const hash = (hashes[word] as number) & mask;
    offsets[ends[hash] as number] = starts[word] as number;
    (ends[hash] as number)++;
  }
  return { offsets, ends };
}

/** The words of a text in source order: where they begin, and their hashes. */
function wordsOf(text: string) {
  let starts = new Uint32Array(Math.max(16, text.length >> 2));
  let hashes = new Uint32Array(starts.length);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    if (IN_WORDS[code] !== 1) continue;
    if (count === starts.length) {
      starts = longer(starts);
      hashes = longer(hashes);
    }
    starts[count] = at;
    let hash = 0;
    for (; IN_WORDS[code] === 1; code = text.charCodeAt(++at)) hash = (Math.imul(hash, 31) + code) | 0;
    hashes[count++] = hash;
  }
  return { starts, hashes, count };
}

function longer(list: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(2 * list.length);
  copy.set(list);
  return copy;
}

/** For each UTF-16 code unit, whether it is a part of a word: of a name, a number, a keyword. */
const IN_WORDS = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  code >= 0x80 || /[\w$]/.test(String.fromCharCode(code)) ? 1 : 0,
);

const isWordPart = (text: string, at: number): boolean => IN_WORDS[text.charCodeAt(at)] === 1;

/** Of sorted offsets, the position of the first in a range that is not below another. */
function firstFrom(offsets: Uint32Array, from: number, begin: number, end: number): number {
  let low = begin;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** In code units: of a longer text, a bundle's, an index would take more memory than the few names looked for are worth. */
const MOST_TEXT = 1_000_000;

const WORD = /[\w$\u0080-\uffff]+/g;

/** Where names stand in a text. The text is read once, not once for each name. */
export class NamesInText {
  readonly #text: string;
  #index: Map<string, number[]> | undefined;

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
    const index = this.#text.length <= MOST_TEXT && isWord(name) ? this.#indexed() : undefined;
    if (!index) {
      yield* this.#search(name, from, to);
      return;
    }
    const all = index.get(name) ?? [];
    for (let at = firstFrom(all, from); at < all.length && (all[at] as number) + name.length <= to; at++)
      yield all[at] as number;
  }

  #indexed(): Map<string, number[]> {
    if (this.#index) return this.#index;
    const found = new Map<string, number[]>();
    for (const { 0: word, index } of this.#text.matchAll(WORD)) {
      const offsets = found.get(word);
      if (offsets) offsets.push(index);
      else found.set(word, [index]);
    }
    this.#index = found;
    return found;
  }

  *#search(name: string, from: number, to: number): Generator<number> {
    const text = this.#text.slice(from, to);
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (!isNamePart(text[at - 1]) && !isNamePart(text[at + name.length])) yield from + at;
    }
  }
}

const isWord = (name: string): boolean => /^[\w$\u0080-\uffff]+$/.test(name);

const isNamePart = (character: string | undefined): boolean => character !== undefined && isWord(character);

/** Of sorted offsets, the position of the first that is not below another. */
function firstFrom(offsets: readonly number[], from: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

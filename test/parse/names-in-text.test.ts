import fc from "fast-check";
import { expect, it, test } from "vitest";
import { NamesInText } from "../../src/parse/names-in-text.ts";

const PARTS = ["a", "b", "$", "_", "é", "0", " ", ".", "-", "#", "'", "\n", "\u{1f600}"];
const text = fc.array(fc.constantFrom(...PARTS), { maxLength: 60 }).map((parts) => parts.join(""));
const isPart = (character: string | undefined) => character !== undefined && /[\w$\u0080-\uffff]/.test(character);

/** What a search finds that looks at every offset. */
function searched(source: string, name: string, from: number, to: number): number[] {
  return Array.from({ length: source.length }, (_, offset) => offset).filter(
    (offset) =>
      offset >= from &&
      offset + name.length <= to &&
      source.startsWith(name, offset) &&
      !isPart(source[offset - 1]) &&
      !isPart(source[offset + name.length]),
  );
}

test("a name is found wherever it stands by itself, in any part of a text", () => {
  fc.assert(
    fc.property(text, text, fc.nat(60), fc.nat(60), (source, name, one, other) => {
      fc.pre(name !== "");
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      expect([...new NamesInText(source).offsets(name, from, to)]).toEqual(searched(source, name, from, to));
    }),
    { numRuns: 2000 },
  );
});

it("finds each of the words of a long text, and no more", () => {
  const words = Array.from({ length: 40_000 }, (_, index) => `w${(index * 7919) % 5_003}`);
  const source = words.join(" ");
  const names = new NamesInText(source);
  for (const name of ["w0", "w1", "w12", "w123", "w5002", "w5003", "w"]) {
    expect([...names.offsets(name, 0, source.length)]).toEqual(searched(source, name, 0, source.length));
  }
});

it("finds no empty name", () => {
  expect([...new NamesInText("a b").offsets("", 0, 3)]).toEqual([]);
});

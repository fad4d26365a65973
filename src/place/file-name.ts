import { readdirSync } from "node:fs";
import { hasCheckedExtension, isDeclarationFile } from "./file-kinds.ts";

/** How a name of several words is written: what tells it, and how words are joined. */
interface NameCase {
  readonly shown: RegExp;
  join(words: readonly string[]): string;
}

/** The name of a file for the helper, to be written as the package writes its names. */
export const VENDORED_WORDS = ["union", "scopes"];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const KEBAB: NameCase = { shown: /^[a-z\d]+(?:-[a-z\d]+)+$/, join: (words) => words.join("-") };
const CAMEL: NameCase = {
  shown: /^[a-z][a-z\d]*[A-Z][A-Za-z\d]*$/,
  join: ([first = "", ...others]) => first + others.map(capital).join(""),
};
const SNAKE: NameCase = { shown: /^[a-z\d]+(?:_[a-z\d]+)+$/, join: (words) => words.join("_") };
const PASCAL: NameCase = {
  shown: /^[A-Z]+[a-z\d]+[A-Z][A-Za-z\d]*$/,
  join: (words) => words.map(capital).join(""),
};

/** Of those that are as frequent, the first holds. */
const CASES = [KEBAB, CAMEL, SNAKE];

/**
 * A file's name without extension, in the case of its siblings: that of most names of several words; kebab case where
 * there is none. Components and classes have names of their own, so that names like theirs count only where there are no
 * others.
 *
 * @param words in lower case
 * @param folders absolute, the file's own first; the next ones speak where those before them have no such names
 */
export function nameLikeSiblings(words: readonly string[], folders: readonly (readonly string[])[]): string {
  const own = new Set(namesInAnyCase(words));
  for (const group of folders) {
    const names = group.flatMap(moduleNames).filter((name) => !own.has(name));
    const shown = mostFrequent(names) ?? (names.some((name) => PASCAL.shown.test(name)) ? PASCAL : undefined);
    if (shown) return shown.join(words);
  }
  return KEBAB.join(words);
}

/** A name of several words in every case in which it can be written. */
export function namesInAnyCase(words: readonly string[]): string[] {
  return [...CASES, PASCAL].map(({ join }) => join(words));
}

function mostFrequent(names: readonly string[]): NameCase | undefined {
  const counted = CASES.map((each) => ({ each, count: names.filter((name) => each.shown.test(name)).length }));
  const most = counted.reduce((a, b) => (b.count > a.count ? b : a));
  return most.count > 0 ? most.each : undefined;
}

/** The names of a folder's modules, without what follows their first dot. */
export function moduleNames(folder: string): string[] {
  return entriesOf(folder)
    .filter((name) => hasCheckedExtension(name) && !isDeclarationFile(name))
    .map((name) => name.slice(0, name.indexOf(".", 1)));
}

/** What a folder holds, by name; nothing where it cannot be read. */
export function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

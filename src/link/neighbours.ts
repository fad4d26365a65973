import { dirname, join } from "node:path";
import { handsOnExports } from "../parse/text-test.ts";

/** A file in which a scope may pass from or to another, as far as its neighbours go. Its text need not be kept for it. */
export interface Part {
  /** Absolute. */
  readonly path: string;
  /** What it imports by relative paths: absolute, and with the ending as it was written, if any was. */
  readonly imports: readonly string[];
  /** The length of its text, in UTF-16 code units. */
  readonly length: number;
  /** Whether it hands on what others export. */
  readonly handsOn: boolean;
}

const RELATIVE = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*["'](\.{1,2}\/[^"'\n]*)["']/g;

/** What is kept of a text for its neighbours. */
export function partOf(path: string, source: string): Part {
  const imports = [...source.matchAll(RELATIVE)].map(([, specifier = ""]) => join(dirname(path), specifier));
  return { path, imports: [...new Set(imports)], length: source.length, handsOn: handsOnExports(source) };
}

const ENDINGS = ["", ".ts", ".tsx", ".js", ".jsx", ".mts", ".mjs", ".cts", ".cjs", "/index.ts", "/index.js"];

/**
 * The path of the file that an import means.
 *
 * @param imported absolute, and with the ending as it was written
 * @param isThere whether there is a file with such a path
 */
export function fileMeant(imported: string, isThere: (path: string) => boolean): string | undefined {
  const bare = imported.replace(/\.([cm]?)jsx?$/, ".$1ts");
  return [...ENDINGS.map((ending) => imported + ending), bare, bare.replace(/\.ts$/, ".tsx")].find(isThere);
}

/** More files, or more characters (UTF-16 code units), than are read as one text. */
const MOST_FILES = 12;
const MOST_CHARACTERS = 400_000;

/** More modules than hand on one name. */
const MOST_HANDS = 3;

/** How files of one run import each other by relative paths, as far as their names tell. */
export class Neighbours<Of extends Part> {
  readonly #files: ReadonlyMap<string, Of>;
  readonly #imports = new Map<string, readonly string[]>();
  readonly #importers = new Map<string, string[]>();

  constructor(files: readonly Of[]) {
    this.#files = new Map(files.map((each) => [each.path, each]));
    for (const { path, imports } of files) {
      const found = new Set(imports.flatMap((each) => fileMeant(each, (file) => this.#files.has(file)) ?? []));
      this.#imports.set(path, [...found]);
      for (const other of found) this.#importers.set(other, [...(this.#importers.get(other) ?? []), path]);
    }
  }

  /** The files that one imports, or that import it; by modules that hand on what others export, those behind them, too. */
  #along(ways: ReadonlyMap<string, readonly string[]>, path: string, depth: number): readonly string[] {
    const direct = ways.get(path) ?? [];
    if (depth === MOST_HANDS) return direct;
    const handing = direct.filter((each) => this.#files.get(each)?.handsOn);
    return [...direct, ...handing.flatMap((each) => this.#along(ways, each, depth + 1))];
  }

  /**
   * A file with those that it imports, those that import it, and what these import: no more than are read as one.
   *
   * @returns the file alone where it has no neighbours
   */
  around(path: string): readonly Of[] {
    const importers = this.#along(this.#importers, path, 0);
    const near = [path, ...this.#along(this.#imports, path, 0), ...importers];
    const all = new Set([...near, ...importers.flatMap((each) => this.#along(this.#imports, each, 0))]);
    const taken: Of[] = [];
    let characters = 0;
    for (const each of all) {
      const file = this.#files.get(each);
      if (!file || taken.length === MOST_FILES || characters + file.length > MOST_CHARACTERS) continue;
      characters += file.length;
      taken.push(file);
    }
    return taken;
  }
}

import { dirname, join } from "node:path";
import { handsOnExports } from "../parse/text-test.ts";

/** A file whose text is in hand. */
export interface Text {
  readonly path: string;
  readonly source: string;
}

/** More files, or more characters (UTF-16 code units), than are read as one text. */
const MOST_FILES = 12;
const MOST_CHARACTERS = 400_000;

const RELATIVE = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*["'](\.{1,2}\/[^"'\n]*)["']/g;

/** More modules than hand on one name. */
const MOST_HANDS = 3;

/** How files of one run import each other by relative paths, as far as their names tell. */
export class Neighbours<Of extends Text> {
  readonly #files: ReadonlyMap<string, Of>;
  readonly #imports = new Map<string, readonly string[]>();
  readonly #importers = new Map<string, string[]>();

  constructor(files: readonly Of[]) {
    this.#files = new Map(files.map((each) => [each.path, each]));
    for (const { path, source } of files) {
      const found = [...source.matchAll(RELATIVE)].flatMap(([, specifier = ""]) => this.resolve(path, specifier) ?? []);
      this.#imports.set(path, [...new Set(found)]);
      for (const other of new Set(found)) this.#importers.set(other, [...(this.#importers.get(other) ?? []), path]);
    }
  }

  /** The path of the file that a relative specifier means, where that is one of these. */
  resolve(from: string, specifier: string): string | undefined {
    if (!specifier.startsWith(".")) return undefined;
    const path = join(dirname(from), specifier);
    const bare = path.replace(/\.([cm]?)jsx?$/, ".$1ts");
    const endings = ["", ".ts", ".tsx", ".js", ".jsx", ".mts", ".mjs", ".cts", ".cjs", "/index.ts", "/index.js"];
    const candidates = [...endings.map((ending) => path + ending), bare, bare.replace(/\.ts$/, ".tsx")];
    return candidates.find((each) => this.#files.has(each));
  }

  /** The files that import one, by modules that hand its exports on, too. */
  #importersOf(path: string, depth: number): readonly string[] {
    const direct = this.#importers.get(path) ?? [];
    if (depth === MOST_HANDS) return direct;
    const handing = direct.filter((each) => handsOnExports(this.#files.get(each)?.source ?? ""));
    return [...direct, ...handing.flatMap((each) => this.#importersOf(each, depth + 1))];
  }

  /** The files that one imports, and by modules that hand on what others export, these others. */
  #importsOf(path: string, depth: number): readonly string[] {
    const direct = this.#imports.get(path) ?? [];
    if (depth === MOST_HANDS) return direct;
    const handing = direct.filter((each) => handsOnExports(this.#files.get(each)?.source ?? ""));
    return [...direct, ...handing.flatMap((each) => this.#importsOf(each, depth + 1))];
  }

  /**
   * A file with those that it imports, those that import it, and what these import: no more than are read as one.
   *
   * @returns the file alone where it has no neighbours
   */
  around(path: string): readonly Of[] {
    const importers = this.#importersOf(path, 0);
    const near = [path, ...this.#importsOf(path, 0), ...importers];
    const all = new Set([...near, ...importers.flatMap((each) => this.#importsOf(each, 0))]);
    const taken: Of[] = [];
    let characters = 0;
    for (const each of all) {
      const file = this.#files.get(each);
      if (!file || taken.length === MOST_FILES || characters + file.source.length > MOST_CHARACTERS) continue;
      characters += file.source.length;
      taken.push(file);
    }
    return taken;
  }
}

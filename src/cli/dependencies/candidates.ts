import { mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { holdsErrorCode } from "../../parse/text-test.ts";
import { shownPath } from "../../place/shown-path.ts";
import { writeWhole } from "../../place/write-whole.ts";
import { readSource } from "../files/read-source.ts";
import { selectFiles } from "../files/select-files.ts";
import type { SelectedFile } from "../files/selection.ts";
import type { InstalledPackage } from "./installed.ts";

/** What is remembered of a package. */
interface Entry {
  /** What changes when the package is installed anew. */
  readonly stamp: string;
  /** The paths from its folder of the files that hold the error code. */
  readonly files: readonly string[];
}

/** The form of the remembered entries; another form is not read. */
const FORM = 1;

/**
 * Which files of installed packages hold the error code of a challenge. That is remembered for the next run in
 * `node_modules/.cache/step-up-union`, as long as a package's manifest stays what it is; what such files hold is read
 * anew each time, since patches change them.
 */
export class Candidates {
  readonly #workingFolder: string;
  readonly #isRemembered: boolean;
  readonly #entries = new Map<string, Map<string, Entry>>();
  readonly #changed = new Set<string>();

  /**
   * @param workingFolder absolute; what the files are called from
   * @param isRemembered whether to use and to keep what is remembered
   */
  constructor(workingFolder: string, isRemembered: boolean) {
    this.#workingFolder = workingFolder;
    this.#isRemembered = isRemembered;
  }

  /** The files of a package that hold the error code, or held it when it was first looked at. */
  of({ folder, modules }: InstalledPackage): readonly SelectedFile[] {
    const entries = this.#entriesOf(modules);
    const key = folder.slice(modules.length + 1);
    const stamp = stampOf(folder);
    const known = entries.get(key);
    if (known && known.stamp === stamp)
      return known.files.map((file) => ({
        path: join(folder, file),
        file: shownPath(this.#workingFolder, join(folder, file)),
      }));
    const found = [...filesOf(folder, this.#workingFolder)].filter(({ path, file }) => {
      const source = readSource(path, file);
      return !("failure" in source) && holdsErrorCode(source.text);
    });
    entries.set(key, { stamp, files: found.map(({ path }) => path.slice(folder.length + 1)) });
    this.#changed.add(modules);
    return found;
  }

  /** Writes down what was learned. Where that can't be written, the next run learns it again. */
  remember(): void {
    for (const modules of this.#isRemembered ? this.#changed : []) {
      const path = memoryOf(modules);
      const packages = Object.fromEntries(this.#entriesOf(modules));
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeWhole(path, `${JSON.stringify({ form: FORM, packages })}\n`);
      } catch {
        // A read-only folder is no reason to fail.
      }
    }
  }

  #entriesOf(modules: string): Map<string, Entry> {
    const known = this.#entries.get(modules);
    if (known) return known;
    const read = this.#isRemembered ? readEntries(memoryOf(modules)) : new Map<string, Entry>();
    this.#entries.set(modules, read);
    return read;
  }
}

const memoryOf = (modules: string): string => join(modules, ".cache", "step-up-union", "error-code.json");

/** What an earlier run wrote down; nothing where that is not what this version writes. */
function readEntries(path: string): Map<string, Entry> {
  try {
    const { form, packages } = JSON.parse(readFileSync(path, "utf8"));
    if (form !== FORM) return new Map();
    return new Map(Object.entries(packages as Record<string, Entry>).filter(([, entry]) => isEntry(entry)));
  } catch {
    return new Map();
  }
}

const isEntry = ({ stamp, files }: Entry): boolean =>
  typeof stamp === "string" && Array.isArray(files) && files.every(isWithin);

const isWithin = (file: unknown): boolean => typeof file === "string" && !file.split(/[\\/]/).includes("..");

function stampOf(folder: string): string {
  const { mtimeMs, size, ino } = statSync(join(folder, "package.json"));
  return `${mtimeMs} ${size} ${ino}`;
}

function* filesOf(folder: string, workingFolder: string) {
  const silent = { failure() {}, remark() {} };
  yield* selectFiles({ paths: [folder], workingFolder, ignorePatterns: [], gitignore: false }, silent);
}

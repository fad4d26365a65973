import type { Failure, Problem } from "../../model/outcome.ts";
import { createFile } from "../../place/create-file.ts";
import { type HelperTests, type Module, planHelperTests } from "../../place/helper-tests/plan-tests.ts";
import { realPath } from "../../place/real-path.ts";
import { shownPath } from "../../place/shown-path.ts";
import { readText } from "../../place/text-file.ts";

/** Where is told what could not be done. */
interface Notice {
  failure(failure: Failure): void;
  remark(problem: Problem): void;
}

/** Adds the unit tests of the helpers that a run of `fix` brings in or finds, one file for each; overwrites none. */
export class HelperTestWriter {
  readonly #workingFolder: string;
  readonly #dry: boolean;
  readonly #notice: Notice;
  /** The modules of the helpers that it was asked about. */
  readonly #known = new Set<string>();

  /**
   * @param workingFolder absolute
   * @param dry write nothing
   */
  constructor(workingFolder: string, dry: boolean, notice: Notice) {
    this.#workingFolder = realPath(workingFolder);
    this.#dry = dry;
    this.#notice = notice;
  }

  /**
   * Adds the tests of a helper, once.
   *
   * @param helper the module that has it, or under a dry run would have
   * @param importer one that takes it from there
   * @returns the file that was, or under a dry run would be, created
   */
  add(helper: Module, importer: Module): HelperTests | undefined {
    if (this.#known.has(helper.path)) return undefined;
    this.#known.add(helper.path);
    const planned = planHelperTests(helper, importer, this.#workingFolder);
    if ("refusal" in planned) {
      this.#notice.remark({ file: this.#shown(helper.path), message: planned.refusal });
      return undefined;
    }
    return this.#isCreated(planned) ? planned : undefined;
  }

  /** Tells where there was no helper to be tested. */
  finish(): void {
    if (this.#known.size > 0) return;
    const message = "--with-tests: no rewrite took the helper from a module of the project, so no tests were added.";
    this.#notice.remark({ message });
  }

  #isCreated({ path, text }: HelperTests): boolean {
    const file = this.#shown(path);
    try {
      const present = readText(path);
      if (present === undefined && (this.#dry || createFile(path, text))) return true;
      if (present !== text) {
        const message = "It is there already, and stays as it is: no tests of the union helper were added.";
        this.#notice.remark({ file, message });
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#notice.failure({ kind: "unreadable", file, message: `It cannot be written: ${why}.` });
    }
    return false;
  }

  #shown(path: string): string {
    return shownPath(this.#workingFolder, path);
  }
}

import { shownPath } from "../../place/shown-path.ts";
import type { FixedFile } from "../../report/fix-summary.ts";
import { unifiedDiff } from "../../report/unified-diff.ts";

/** What a dry run would change, as a patch: files come in one by one, and each brings what it needs first. */
export class DryPatch {
  /** What would be changed; the helper is named with the first file that needs it. */
  readonly fixed: FixedFile[] = [];
  readonly #workingFolder: string;
  readonly #helpers = new Set<string>();
  readonly #parts: string[] = [];

  /** @param workingFolder absolute */
  constructor(workingFolder: string) {
    this.#workingFolder = workingFolder;
  }

  get text(): string {
    return this.#parts.join("");
  }

  /**
   * Takes in a file that would be changed.
   *
   * @param before its present text
   */
  add({ helper, ...fixed }: FixedFile, before: string): void {
    const isNew = helper !== undefined && !this.#helpers.has(helper.path);
    if (isNew) {
      this.#helpers.add(helper.path);
      this.#parts.push(unifiedDiff(this.#shown(helper.path), helper.present?.before, helper.text));
    }
    if (fixed.tests) this.#parts.push(unifiedDiff(this.#shown(fixed.tests.path), undefined, fixed.tests.text));
    this.#parts.push(unifiedDiff(fixed.written, before, fixed.text));
    this.fixed.push({ ...fixed, ...(isNew && { helper }) });
  }

  /** A file that brings the helper in for others, by its own change: its path, absolute. */
  holds(path: string): void {
    this.#helpers.add(path);
  }

  #shown(path: string): string {
    return shownPath(this.#workingFolder, path);
  }
}

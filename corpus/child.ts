/**
 * The process that analyzes one package. It is given a folder and the names of its files by its parent, and answers
 * with one message before each file and one after it, so that the parent knows which file went wrong.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { examine } from "./examine.ts";
import type { FileResult } from "./result.ts";

export interface Work {
  readonly folder: string;
  readonly files: readonly string[];
}

export type Progress =
  | { readonly kind: "begun"; readonly file: string }
  | { readonly kind: "done"; readonly result: FileResult; readonly peakMegabytes: number };

process.once("disconnect", () => process.exit());
process.once("message", async ({ folder, files }: Work) => {
  for (const file of files) {
    await tell({ kind: "begun", file });
    const path = join(folder, file);
    const result = examine(await readFile(path, "utf8"), path, file);
    await tell({ kind: "done", result, peakMegabytes: (process.resourceUsage().maxRSS * 1024) / 1_000_000 });
  }
  process.disconnect();
});

/** Sends a message and waits until it is out: the analysis that follows lets nothing else run. */
function tell(message: Progress): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { endProcesses } from "./process.ts";
import type { Suite } from "./suite.ts";

/**
 * Lends `work` a folder for copies of packages and removes it afterwards. It stands beside the `node_modules` of the
 * suite, where the copies find their dependencies.
 */
export async function withWorkbench<Result>(suite: Suite, work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(suite.folder, "workbench-"));
  try {
    return await work(folder);
  } finally {
    endProcesses();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

import { writeFileSync } from "node:fs";
import process from "node:process";
import { isMainThread } from "node:worker_threads";

// Loaded before the command that is measured: when that ends, its peak memory, all threads included, goes to a file, in
// megabytes. Threads load this, too, and have nothing to add.
if (isMainThread) {
  process.on("exit", () => {
    writeFileSync(process.env.PEAK_MEMORY_FILE ?? "", String((process.resourceUsage().maxRSS * 1024) / 1_000_000));
  });
}

import { writeFileSync } from "node:fs";
import process from "node:process";
import { isMainThread } from "node:worker_threads";

/** What a process used until its end, all threads included. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

// Loaded before the command that is measured: when that ends, what it used goes to a file as JSON. Its threads load
// this, too, and have nothing to add.
if (isMainThread) {
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    const usage: Usage = {
      cpuSeconds: (user + system) / 1_000_000,
      peakMegabytes: (process.resourceUsage().maxRSS * 1024) / 1_000_000,
    };
    writeFileSync(process.env.USAGE_FILE ?? "", JSON.stringify(usage));
  });
}

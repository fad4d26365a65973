#!/usr/bin/env node
import { failed } from "./failed.ts";
import { run } from "./program.ts";
import { UsageError } from "./usage-error.ts";

for (const [name, stream] of [
  ["output", process.stdout],
  ["error", process.stderr],
] as const) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that went away (`| head`) has read what it wanted.
    if (error.code === "EPIPE") return;
    process.exit(failed(new UsageError(`Standard ${name} cannot be written: ${error.message}.`)));
  });
}

// Node would end with 1, which means findings.
process.on("uncaughtException", (error) => process.exit(failed(error)));

process.exitCode = await run(process.argv.slice(2));

import { join } from "node:path";
import { ROOT } from "../test/packages/fetch.ts";
import { BENCH } from "./cached-input.ts";
import { type TimedRun, timed } from "./timed.ts";

const RUNNER = join(ROOT, "node_modules", "jscodeshift", "bin", "jscodeshift.js");

const TRANSFORMS = {
  empty: join(import.meta.dirname, "empty-transform.ts"),
  ours: join(ROOT, "transforms", "step-up-union.ts"),
} as const;

export type Transform = keyof typeof TRANSFORMS;

/** Runs jscodeshift with a transform. Its exit code is 0 whatever happens: look at what it says. */
export function runJscodeshift(transform: Transform, args: readonly string[], cwd: string): Promise<TimedRun> {
  const env = { BABEL_CACHE_PATH: compiledBy(transform) };
  return timed(process.execPath, [RUNNER, "-t", TRANSFORMS[transform], ...args], { cwd, env });
}

/** Where Babel keeps what it compiled for a run, so that no other run's cache plays a part. */
export function compiledBy(transform: Transform): string {
  return join(BENCH, `babel-register-${transform}.json`);
}

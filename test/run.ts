import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { configDefaults, defineConfig, type ViteUserConfigExport } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The bundles of the benchmark, real installations, packages, terminals and file systems, a real browser, kills: of `npm run test:slow` alone. */
const SLOW = [
  "test/bench/bundle-input.test.ts",
  "test/browser/**/*.test.ts",
  "test/cli/baseline.test.ts",
  "test/cli/config.test.ts",
  "test/cli/dependencies.test.ts",
  "test/cli/explain.test.ts",
  "test/cli/files/git.test.ts",
  "test/cli/fix/apply-suggestion.test.ts",
  "test/cli/fix/changing.test.ts",
  "test/cli/fix/command.test.ts",
  "test/cli/fix/helper-file.test.ts",
  "test/cli/fix/interactive.test.ts",
  "test/cli/fix/killed.test.ts",
  "test/cli/fix/report.test.ts",
  "test/cli/fix/with-tests.test.ts",
  "test/cli/formats.test.ts",
  "test/cli/git.test.ts",
  "test/cli/hostile.test.ts",
  "test/cli/merge.test.ts",
  "test/cli/next-steps.test.ts",
  "test/cli/outputs.test.ts",
  "test/cli/patch.test.ts",
  "test/cli/project.test.ts",
  "test/cli/stdin.test.ts",
  "test/cli/streams.test.ts",
  "test/cli/threads.test.ts",
  "test/corpus.test.ts",
  "test/eslint/fixtures.test.ts",
  "test/house/**/*.test.ts",
  "test/installed/**/*.test.ts",
  "test/integrations/**/*.test.ts",
  "test/package.test.ts",
  "test/packages/**/*.test.ts",
  "test/readme/checking.test.ts",
  "test/readme/explaining.test.ts",
  "test/readme/fixing.test.ts",
  "test/readme/installing.test.ts",
  "test/readme/merging.test.ts",
  "test/readme/running.test.ts",
  "test/runner/**/*.test.ts",
  "test/security/**/*.test.ts",
];

/** Of both: variations, of which `npm test` makes some by turn, and the command, which it builds and does not install. */
const MORE_THOROUGH = [
  "test/cli/exit-codes.test.ts",
  "test/cli/files/gitignore.test.ts",
  "test/edit/chosen-edits.test.ts",
  "test/cli/fix/decision.test.ts",
  "test/cli/fix/suggested.test.ts",
  "test/cli/fix/suppress-site.test.ts",
  "test/differential.test.ts",
  "test/fixtures.test.ts",
  "test/judge/identity-fixtures.test.ts",
  "test/judge/suppressed-fixtures.test.ts",
  "test/link/joined-fixtures.test.ts",
  "test/made-recursive.test.ts",
  "test/metamorphic.test.ts",
  "test/report/explain/explain.test.ts",
  "test/report/explain/pretty.test.ts",
  "test/report/explain/schema.test.ts",
  "test/report/json.test.ts",
  "test/thoroughness.test.ts",
];

/** These put other modules in the place of some, or change the process: each has one of its own. */
const ALONE_SLOW = [
  "test/cli/files/git.test.ts",
  "test/packages/fetch.test.ts",
  "test/readme/running.test.ts",
  "test/runner/**/*.test.ts",
  "test/security/expressions.test.ts",
];
const ALONE = [
  "test/cli/files/select-files.test.ts",
  "test/cli/fix/uncommitted.test.ts",
  "test/concurrent.test.ts",
  "test/place/write-vendored-races.test.ts",
  "test/project/load.test.ts",
];

/** Those that take longest, the longest first: so that no core waits for the last of them. */
const LONGEST = [
  "metamorphic",
  "fixtures",
  "exit-codes",
  "differential",
  "concurrent",
  "decision",
  "suppressed-fixtures",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => LONGEST.indexOf(basename(moduleId, ".test.ts"));
    const others = await super.sort(files.filter((file) => rank(file) < 0));
    return [...files.filter((file) => rank(file) >= 0).sort((a, b) => rank(a) - rank(b)), ...others];
  }
}

/** So that no test depends on how fast a machine is: what takes longer hangs. */
const PATIENCE = 15 * 60_000;

for (const file of [...SLOW, ...MORE_THOROUGH, ...ALONE_SLOW, ...ALONE]) {
  if (!existsSync(file.replace(/\/\*\*.*$/, ""))) throw new Error(`test/run.ts names ${file}, which is not there`);
}

/**
 * Node 20 compiles a function for speed after so few runs that in tests, which run each but for seconds, it compiles for
 * half of the time. Newer ones have no such flag, and need none. What is compiled fast, and runs faster than bytecode,
 * is compiled at once.
 */
const COMPILED_LATE = process.versions.node.startsWith("20.")
  ? ["--always-sparkplug", "--interrupt-budget=600000"]
  : [];

/** The project's sources. */
const SOURCES = new RegExp(`^${join(import.meta.dirname, "../src/").replaceAll(/[^\w/]/g, "\\$&")}.*\\.ts$`);

declare module "vitest" {
  interface ProvidedContext {
    /** Which run a test is part of. */
    readonly run: Run;
  }
}

type Run = "quick" | "slow";

/**
 * What one run of the tests holds: `quick` is `npm test`, what two cores do in three minutes; `slow` is
 * `npm run test:slow`, what the former leaves out, and whole what it takes by turns.
 *
 * Each has a file of its own for Vitest, which evaluates it anew for each project and then has forgotten how it was called.
 */
export function testsOf(run: Run): ViteUserConfigExport {
  const isSlow = run === "slow";
  process.env.STEP_UP_UNION_THOROUGH = isSlow ? "yes" : "no";
  // One day for the whole run, though it goes on past midnight.
  process.env.STEP_UP_UNION_DAY ??= new Date().toISOString().slice(0, 10);
  const include = isSlow ? [...SLOW, ...MORE_THOROUGH] : ["test/**/*.test.ts"];
  const exclude = [...configDefaults.exclude, ...(isSlow ? [] : SLOW)];
  const limits = { testTimeout: PATIENCE, hookTimeout: PATIENCE, teardownTimeout: PATIENCE };
  return defineConfig({
    test: {
      provide: { run },
      globalSetup: ["test/global-setup.ts"],
      slowTestThreshold: 60_000,
      // Vitest leaves one core to itself, of two.
      maxWorkers: "100%",
      execArgv: ["--import=tsx", "--max-semi-space-size=64", ...COMPILED_LATE],
      sequence: { sequencer: LongestFirst },
      projects: [
        {
          extends: true,
          test: {
            ...limits,
            name: "together",
            isolate: false,
            // Loaded as Node loads modules: Vitest makes functions of them that look up each name which they use.
            server: { deps: { external: [SOURCES] } },
            include,
            exclude: [...exclude, ...ALONE, ...ALONE_SLOW],
          },
        },
        {
          extends: true,
          // Not among the others: a worker that goes from one to the other begins anew, and what it has analysed is lost.
          test: {
            ...limits,
            name: "alone",
            include: isSlow ? ALONE_SLOW : ALONE,
            exclude,
            sequence: { sequencer: LongestFirst, groupOrder: 1 },
          },
        },
      ],
    },
  });
}

/** `npm run demo`: migrates a copy of the published SDK, and has the official suite judge both. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { styleText } from "node:util";
import { migrateCopy, TRANSFORM } from "../conformance/codemod.ts";
import { deviationsOfMigrated, deviationsOfPublished } from "../conformance/compare.ts";
import type { Migration } from "../conformance/migration.ts";
import { runMain } from "../conformance/process.ts";
import { SPEC_VERSION, STEP_UP } from "../conformance/scenarios.ts";
import { SDK } from "../conformance/subjects.ts";
import { openSuite, packageLabel, runScenario, type Suite } from "../conformance/suite.ts";
import { withWorkbench } from "../conformance/workbench.ts";
import { compareTexts, diffLines, sameChanges } from "./diff.ts";
import { meaningLines, othersLine, suiteLines } from "./story.ts";
import { wrapWords } from "./wrap.ts";

/** In characters: what fits a terminal and can be read. */
const WIDTH = 100;

await runMain(async () => {
  const suite = await openSuite();
  return withWorkbench(suite, (workbench) => demonstrate(suite, workbench));
});

async function demonstrate(suite: Suite, workbench: string): Promise<0 | 1> {
  const published = join(suite.folder, "node_modules", SDK.folder);
  section(`1. Migrate a copy of ${await packageLabel(published)}, as published`);
  const migration = await migrateCopy(published, join(workbench, "node_modules", SDK.folder), []);
  show([styleText("bold", `$ npx jscodeshift -t ${TRANSFORM} dist`), ...reports(migration)]);

  section("2. What changed");
  show(await changes(published, migration));

  section(`3. What the official suite says: ${suite.label}`);
  const [build] = SDK.builds;
  const [before, after] = await Promise.all([
    runScenario(suite, { scenario: STEP_UP, folder: published, build }, workbench),
    runScenario(suite, { scenario: STEP_UP, folder: migration.folder, build }, workbench),
  ]);
  const both = { published: before, migrated: after };
  show([styleText("bold", `${STEP_UP.name}, specification ${SPEC_VERSION}`), ...suiteLines(both)]);
  const deviations = [...deviationsOfPublished(STEP_UP, before), ...deviationsOfMigrated(STEP_UP, before, after)];
  if (deviations.length > 0) {
    show(["", ...deviations.map((text) => styleText("red", `Not as it should be: ${text}`))]);
    return 1;
  }
  show([othersLine(both)]);

  section("4. Why it matters");
  show(meaningLines(both));
  return 0;
}

/** The codemod's own lines of the runner's output: a site each, with its advice. */
function reports({ folder, output }: Migration): string[] {
  const lines = output.split("\n").filter((line) => line.includes(" REP "));
  return lines
    .map((line) => line.replace(/^.* REP /, "").replaceAll(join(folder, "/"), ""))
    .flatMap((line) => line.split(/ (?=\[advice )/))
    .flatMap((part) => wrapWords(part, WIDTH, part.startsWith("[") ? "  " : ""));
}

async function changes(published: string, { folder, changed }: Migration): Promise<string[]> {
  const builds: string[] = SDK.builds.map(({ transport }) => transport);
  const paths = changed.toSorted((path, other) => builds.indexOf(path) - builds.indexOf(other));
  const patches = await Promise.all(
    paths.map(async (path) =>
      compareTexts(await readFile(join(published, path), "utf8"), await readFile(join(folder, path), "utf8")),
    ),
  );
  const [first] = patches;
  if (!first) throw new Error("The codemod changed nothing.");
  return patches.flatMap((patch, index) => [
    ...(index > 0 ? [""] : []),
    styleText("bold", paths[index] ?? ""),
    ...(index > 0 && sameChanges(first, patch) ? [styleText("dim", "the same lines")] : diffLines(patch)),
  ]);
}

function section(title: string): void {
  console.log(`\n${styleText("bold", title)}\n`);
}

function show(lines: readonly string[]): void {
  for (const line of lines) console.log(line === "" ? "" : `  ${line}`);
}

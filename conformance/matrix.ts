import { availableParallelism } from "node:os";
import { join } from "node:path";
import { migrateCopy } from "./codemod.ts";
import { deviationsOfMigrated, deviationsOfPublished } from "./compare.ts";
import { deviationsOfForm, deviationsOfSecondRun } from "./form.ts";
import { limitConcurrency } from "./limit.ts";
import { RETRY_LIMIT, STEP_UP } from "./scenarios.ts";
import { type Build, HELPER_MODES, type HelperMode, helperOptions, SUBJECTS, type Subject } from "./subjects.ts";
import { type Judgement, packageLabel, runScenario, type Suite } from "./suite.ts";

/** One build of one package, as published or with one helper mode, judged by both scenarios. */
export interface Row {
  readonly package: string;
  readonly variant: "published" | HelperMode;
  readonly stepUp: Judgement;
  readonly retryLimit: Judgement;
  /** What is not as it must be; empty where all is well. */
  readonly deviations: readonly string[];
}

/** Migrates a copy of every package with every helper mode, and has the suite judge all that comes of it. */
export async function judgeEverything(suite: Suite, workbench: string): Promise<Row[]> {
  const limit = limitConcurrency(availableParallelism());
  return (await Promise.all(SUBJECTS.map(judgeSubject))).flat();

  async function judgeSubject(subject: Subject): Promise<Row[]> {
    const published = join(suite.folder, "node_modules", subject.folder);
    const label = await packageLabel(published);
    const migrated = await Promise.all(HELPER_MODES.map((mode) => migrate(subject, published, mode)));
    const rows = subject.builds.map(async (build) => {
      const title = subject.builds.length > 1 ? `${label} ${build.title}` : label;
      const before = await judge(published, build);
      const after = migrated.map(async ({ mode, folder, deviations }) => {
        const judged = await judge(folder, build);
        return row(title, mode, judged, [
          ...deviations,
          ...deviationsOfMigrated(STEP_UP, before.stepUp, judged.stepUp),
          ...deviationsOfMigrated(RETRY_LIMIT, before.retryLimit, judged.retryLimit),
        ]);
      });
      const first = row(title, "published", before, [
        ...deviationsOfPublished(STEP_UP, before.stepUp),
        ...deviationsOfPublished(RETRY_LIMIT, before.retryLimit),
      ]);
      return [first, ...(await Promise.all(after))];
    });
    return (await Promise.all(rows)).flat();
  }

  async function migrate(subject: Subject, published: string, mode: HelperMode) {
    const options = helperOptions(mode, subject);
    const folder = join(workbench, mode, "node_modules", subject.folder);
    const migration = await limit(() => migrateCopy(published, folder, options));
    const secondFolder = join(workbench, `${mode}-twice`, "node_modules", subject.folder);
    const second = await limit(() => migrateCopy(folder, secondFolder, options));
    const deviations = [...(await deviationsOfForm(mode, subject, migration)), ...deviationsOfSecondRun(second)];
    return { mode, folder, deviations };
  }

  async function judge(folder: string, build: Build): Promise<Pick<Row, "stepUp" | "retryLimit">> {
    const [stepUp, retryLimit] = await Promise.all([
      limit(() => runScenario(suite, { scenario: STEP_UP, folder, build }, workbench)),
      limit(() => runScenario(suite, { scenario: RETRY_LIMIT, folder, build }, workbench)),
    ]);
    return { stepUp, retryLimit };
  }
}

function row(
  title: string,
  variant: Row["variant"],
  judged: Pick<Row, "stepUp" | "retryLimit">,
  deviations: readonly string[],
): Row {
  return { package: title, variant, ...judged, deviations };
}

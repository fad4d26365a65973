import { availableParallelism } from "node:os";
import { join } from "node:path";
import { migrateCopy } from "./codemod.ts";
import { fixCopy } from "./command.ts";
import { deviationsOfMigrated, deviationsOfPublished } from "./compare.ts";
import { deviationsOfForm, deviationsOfSecondRun } from "./form.ts";
import { limitConcurrency } from "./limit.ts";
import { RETRY_LIMIT, STEP_UP } from "./scenarios.ts";
import { type Build, helperOptions, MIGRATIONS, type MigrationKind, SUBJECTS, type Subject } from "./subjects.ts";
import { type Judgement, packageLabel, runScenario, type Suite } from "./suite.ts";

/** One build of one package, as published or migrated in one way, judged by both scenarios. */
export interface Row {
  readonly package: string;
  readonly variant: "published" | MigrationKind;
  readonly stepUp: Judgement;
  readonly retryLimit: Judgement;
  /** What is not as it must be; empty where all is well. */
  readonly deviations: readonly string[];
}

/** Migrates a copy of every package in every way, and has the suite judge all that comes of it. */
export async function judgeEverything(suite: Suite, workbench: string): Promise<Row[]> {
  const limit = limitConcurrency(availableParallelism());
  return (await Promise.all(SUBJECTS.map(judgeSubject))).flat();

  async function judgeSubject(subject: Subject): Promise<Row[]> {
    const published = join(suite.folder, "node_modules", subject.folder);
    const label = await packageLabel(published);
    const migrated = await Promise.all(MIGRATIONS.map((kind) => migrate(subject, published, kind)));
    const rows = subject.builds.map(async (build) => {
      const title = subject.builds.length > 1 ? `${label} ${build.title}` : label;
      const before = await judge(published, build);
      const after = migrated.map(async ({ kind, folder, deviations }) => {
        const judged = await judge(folder, build);
        return row(title, kind, judged, [
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

  async function migrate(subject: Subject, published: string, kind: MigrationKind) {
    const copy = (from: string, project: string) =>
      limit(() => {
        if (kind === "fix") return fixCopy(from, project, subject.folder);
        return migrateCopy(from, join(project, "node_modules", subject.folder), helperOptions(kind, subject));
      });
    const migration = await copy(published, join(workbench, kind));
    const second = await copy(migration.folder, join(workbench, `${kind}-twice`));
    const deviations = [...(await deviationsOfForm(kind, subject, migration)), ...deviationsOfSecondRun(second)];
    return { kind, folder: migration.folder, deviations };
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

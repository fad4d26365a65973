/** `npm run conformance`: the official suite's word on published packages, before and after migration. */
import { rename } from "node:fs/promises";
import { judgeEverything } from "./matrix.ts";
import { runMain } from "./process.ts";
import { SPEC_VERSION } from "./scenarios.ts";
import { openSuite } from "./suite.ts";
import { deviationList, judgementTable } from "./table.ts";
import { withWorkbench } from "./workbench.ts";

await runMain(async () => {
  const suite = await openSuite();
  console.log(`${suite.label}, specification ${SPEC_VERSION}, Node ${suite.runtime.version}\n`);
  return withWorkbench(suite, async (workbench) => {
    const rows = await judgeEverything(suite, workbench);
    console.log(judgementTable(rows));
    if (rows.every(({ deviations }) => deviations.length === 0)) return 0;

    const kept = `${workbench}-deviating`;
    await rename(workbench, kept);
    console.log(`\n${deviationList(rows)}\n\nThe migrated copies and the suite's results are kept in ${kept}`);
    return 1;
  });
});

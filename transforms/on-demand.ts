/** What the transform loads for the first file that passes the text test. */
export { analyze } from "../src/analyze.ts";
export { findConfig } from "../src/config/find-config.ts";
export { factsOfNames } from "../src/config/roles.ts";
export { chosenOf } from "../src/config/with-config.ts";
export { planHelper } from "../src/place/plan-helper.ts";
export { writeVendored } from "../src/place/write-vendored.ts";
export { runnerReport } from "../src/report/runner-report.ts";

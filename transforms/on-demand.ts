/** What the transform loads for the first file that passes the text test. */
export { analyze } from "../src/analyze.ts";
export { planHelper } from "../src/place/plan-helper.ts";
export { writeVendored } from "../src/place/write-vendored.ts";
export { runnerReport } from "../src/report/runner-report.ts";

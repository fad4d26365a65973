/** What the transform loads for the first file that passes the text test. */
export { analyze } from "../analyze.ts";
export { findConfig } from "../config/find-config.ts";
export { factsOfNames } from "../config/roles.ts";
export { chosenOf } from "../config/with-config.ts";
export { engineOptions } from "../model/options.ts";
export { planHelper } from "../place/plan-helper.ts";
export { writeVendored } from "../place/write-vendored.ts";
export { printable } from "../report/ci-commands.ts";
export { runnerReport } from "../report/runner-report.ts";

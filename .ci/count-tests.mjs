/**
 * Prints what runs of vitest came to, all in all, as `N passed, N failed`, from the reports of its json reporter.
 *
 *   node .ci/count-tests.mjs <report.json>…
 *
 * A test that did not run counts as failed, and so does a file whose tests could not be collected, and a run without
 * any test. Ends with 1 where anything failed.
 */
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

const remarks = [];
let passed = 0;
let failed = 0;

function fail(remark) {
  failed++;
  remarks.push(remark);
}

/** What is said first; the rest stands in the report of the run. */
function firstLines(message) {
  const lines = stripVTControlCharacters(message).split("\n");
  return lines
    .filter((line) => line.trim() !== "")
    .slice(0, 2)
    .join(" ");
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).testResults;
  } catch (error) {
    fail(`The tests left no report: ${error.message}`);
    return [];
  }
}

const [report = "", ...more] = process.argv.slice(2);
for (const { name, status, message, assertionResults } of [report, ...more].flatMap(readReport)) {
  const file = relative(process.cwd(), name);
  for (const test of assertionResults) {
    if (test.status === "passed") passed++;
    else fail(`${file}: ${test.fullName}: ${test.status === "failed" ? "failed" : `did not run (${test.status})`}`);
  }
  if (status === "failed" && !assertionResults.some((test) => test.status === "failed")) {
    fail(`${file}: ${firstLines(message) || "failed outside its tests"}`);
  }
}
if (passed + failed === 0) fail("There was no test.");

for (const remark of remarks) console.log(remark);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

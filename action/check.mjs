// Step "Check" of the GitHub Action: annotates, writes the reports and the summary, and leaves the result to later steps.
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COMMAND } from "./places.mjs";

/** What GitHub takes as the summary of a step, in bytes. */
const SUMMARY_LIMIT = 1024 * 1024;

const { env } = process;
const linesOf = (text = "") =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

const folder = mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), "step-up-union-"));
const files = {
  sarif: join(folder, "step-up-union.sarif"),
  markdown: join(folder, "step-up-union.md"),
  json: join(folder, "step-up-union.json"),
};
const args = [
  "check",
  "--format=github",
  ...Object.entries(files).map(([format, file]) => `--output-file=${format}=${file}`),
  ...(env.STEP_UP_UNION_FAIL_ON ? [`--fail-on=${env.STEP_UP_UNION_FAIL_ON}`] : []),
  ...linesOf(env.STEP_UP_UNION_OPTIONS),
  "--",
  ...linesOf(env.STEP_UP_UNION_PATHS),
];
const { status } = spawnSync(process.execPath, [COMMAND, ...args], { stdio: "inherit" });

const outputs = {
  "exit-code": status ?? 2,
  findings: existsSync(files.json) ? JSON.parse(readFileSync(files.json, "utf8")).summary.findings : "",
  "sarif-file": files.sarif,
  "report-file": files.markdown,
};
const text = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`);
appendFileSync(env.GITHUB_OUTPUT, text.join(""));
if (existsSync(files.markdown)) {
  const report = readFileSync(files.markdown);
  if (report.length < SUMMARY_LIMIT) appendFileSync(env.GITHUB_STEP_SUMMARY, report);
}

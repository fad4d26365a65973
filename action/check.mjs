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

/** An option, and the value that a blank parts from it: `--since origin/main`. The value may hold blanks. */
function wordsOf(line) {
  const end = line.startsWith("-") ? line.search(/\s/) : -1;
  return end < 0 || line.slice(0, end).includes("=") ? [line] : [line.slice(0, end), line.slice(end).trim()];
}

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
  ...linesOf(env.STEP_UP_UNION_OPTIONS).flatMap(wordsOf),
  "--",
  ...linesOf(env.STEP_UP_UNION_PATHS),
];
const { status, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
  stdio: ["inherit", "inherit", "pipe"],
  encoding: "utf8",
  maxBuffer: Number.POSITIVE_INFINITY,
});
process.stderr.write(stderr);
// Where there is no report, there is no annotation either: of a wrong option, for one.
const [, error] = existsSync(files.json) ? [] : (/^error: (.*)$/m.exec(stderr) ?? []);
if (error !== undefined) console.log(`::error title=step-up-union::${error.replaceAll("%", "%25")}`);

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

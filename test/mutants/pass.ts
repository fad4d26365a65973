/**
 * The quick pass: one engine over all fixtures, in a process of its own.
 *
 *   node pass.mjs <cases.json>            ends with 1 at the first case that is not as it was
 *   node pass.mjs <cases.json> --record   prints the cases with what is observed
 */
import { readFileSync } from "node:fs";
import { analyze } from "../../src/analyze.ts";
import { type Case, observed } from "./observed.ts";

const [file = "", flag] = process.argv.slice(2);
const cases: Case[] = JSON.parse(readFileSync(file, "utf8"));
if (flag === "--record") {
  process.stdout.write(JSON.stringify(cases.map((each) => ({ ...each, observed: observed(analyze, each) }))));
} else {
  const changed = cases.find((each) => observed(analyze, each) !== each.observed);
  if (changed) console.log(changed.name);
  process.exitCode = changed ? 1 : 0;
}

import { nearMiss } from "../model/near-miss.ts";
import type { RuleId } from "../model/rule-ids.ts";
import { rulePage } from "../report/explain/rule-page.ts";
import { RULES } from "../rules/table.ts";
import { streamView } from "./stream-view.ts";
import { UsageError } from "./usage-error.ts";

/** What may stand beside `--rule`: a rule is neither looked for in files nor written to one. */
const BESIDE: readonly string[] = ["rule", "color"];

/**
 * Prints what there is to know of a rule. No file is read.
 *
 * @param name as given
 * @param paths as given beside it
 * @param given the options as commander hands them over, in camel case
 * @returns the exit code
 * @throws {UsageError} for a rule that does not exist, and for what has nothing to do with a rule
 */
export function explainRule(name: string, paths: readonly string[], given: Readonly<Record<string, unknown>>): 0 {
  const names = Object.keys(RULES);
  if (!isRule(name)) {
    const near = nearMiss(name, names);
    const hint = near === undefined ? `There are ${names.join(", ")}.` : `Did you mean ${near}?`;
    throw new UsageError(`--rule=${name}: there is no such rule. ${hint}`);
  }
  // What can be switched off is on where nothing is said of it.
  const isGiven = ([option, value]: [string, unknown]) => !BESIDE.includes(option) && value !== true;
  if (paths.length > 0 || Object.entries(given).some(isGiven)) {
    throw new UsageError("--rule prints the page of a rule; leave paths and all other options but --color away.");
  }
  const { width, colors } = streamView(process.stdout, typeof given.color === "boolean" ? given.color : undefined);
  process.stdout.write(rulePage(name, width, colors));
  return 0;
}

const isRule = (name: string): name is RuleId => Object.hasOwn(RULES, name);

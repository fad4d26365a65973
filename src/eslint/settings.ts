import type { Rule } from "eslint";
import type { OptionValues } from "../model/options.ts";
import { readOptions } from "../model/read-options.ts";
import { TOOL } from "../report/tool.ts";

/**
 * The engine's options as ESLint's `settings` give them, under the name of the package.
 *
 * @throws for wrong ones: ESLint then ends with the message
 */
export function pluginSettings({ settings }: Pick<Rule.RuleContext, "settings">): OptionValues {
  const given = settings[TOOL.name] ?? {};
  const read = isRecord(given) ? readOptions(given) : { problems: ["it is no object of options"] };
  if ("values" in read) return read.values;
  throw new TypeError([`settings["${TOOL.name}"] is wrong:`, ...read.problems].join("\n"));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

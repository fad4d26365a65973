import type { Rule } from "eslint";
import { findConfig } from "../config/find-config.ts";
import { JSON_FORM } from "../config/parse-config.ts";
import { type Chosen, chosenOf } from "../config/with-config.ts";
import { readOptions } from "../model/read-options.ts";
import { asSettings } from "../place/settings.ts";
import { TOOL } from "../report/tool.ts";

/** In ESLint's settings stand the engine's options alone. */
const SETTINGS_FORM = { ...JSON_FORM, others: [], isOther: () => false, besides: "" };

/**
 * The engine's options as ESLint's `settings` give them under the name of the package, and where they say nothing, as the
 * configuration that holds in the working folder; and the names of that.
 *
 * @throws for what is wrong in either: ESLint then ends with the message
 */
export function pluginSettings({ settings, cwd }: Pick<Rule.RuleContext, "settings" | "cwd">): Chosen {
  const given = asSettings(settings[TOOL.name] ?? {});
  const read = given ? readOptions(given, SETTINGS_FORM) : { problems: ["It is no object of options."] };
  if ("values" in read) return chosenOf(read.values, findConfig(cwd), cwd);
  throw new TypeError([`settings["${TOOL.name}"] is wrong:`, ...read.problems].join("\n"));
}

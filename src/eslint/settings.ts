import type { Rule } from "eslint";
import { JSON_FORM } from "../config/parse-config.ts";
import { type Chosen, chosenOf } from "../config/with-config.ts";
import { readOptions } from "../model/read-options.ts";
import { asSettings } from "../place/settings.ts";
import { TOOL } from "../report/tool.ts";
import { type Configuration, configurationIn } from "./configuration.ts";

/** In ESLint's settings stand the engine's options alone. */
const SETTINGS_FORM = { ...JSON_FORM, others: [], isOther: () => false, besides: "" };

/** What a text is judged with. */
export interface PluginSettings {
  readonly chosen: Chosen;
  readonly configuration: Configuration;
}

/**
 * The engine's options as ESLint's `settings` give them under the name of the package, and where they say nothing, as the
 * configuration that holds in the working folder; and that.
 *
 * @throws for what is wrong in either: ESLint then ends with the message
 */
export function pluginSettings({ settings, cwd }: Pick<Rule.RuleContext, "settings" | "cwd">): PluginSettings {
  const given = asSettings(settings[TOOL.name] ?? {});
  const read = given ? readOptions(given, SETTINGS_FORM) : { problems: ["It is no object of options."] };
  if (!("values" in read)) {
    throw new TypeError([`settings["${TOOL.name}"] is wrong:`, ...read.problems].join("\n"));
  }
  const configuration = configurationIn(cwd);
  return { chosen: chosenOf(read.values, configuration.config, cwd), configuration };
}

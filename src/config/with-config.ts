import { resolve } from "node:path";
import type { OptionName, OptionValues } from "../model/options.ts";
import type { OwnName } from "../model/own-names.ts";
import { relativeModule } from "../place/folders.ts";
import type { Config, ConfigChoice } from "./config.ts";

/** What says together where the helper comes from: given in part, the rest of another place means nothing. */
const OF_HELPER: readonly OptionName[] = ["helper", "helper-source", "helper-name", "vendor-path"];

/** What the engine is asked with, whatever the file. Plain data, so that it can go to another thread. */
export interface Chosen {
  /** The engine's options, checked. */
  readonly values: OptionValues;
  /** What functions and types of the code base are. */
  readonly names: readonly OwnName[];
}

/** What is given, and where it says nothing, the configuration. */
export const chosenOf = (given: OptionValues, config: ConfigChoice, workingFolder: string): Chosen => ({
  values: withConfig(given, config, workingFolder),
  names: config ? config.names : [],
});

/**
 * Options as given, and for those that are not, the configuration's.
 *
 * @param given checked; they come first
 * @param workingFolder where the paths of the result begin, absolute
 */
export function withConfig(
  given: OptionValues,
  config: Pick<Config, "options" | "folder"> | false | undefined,
  workingFolder: string,
): OptionValues {
  if (!config) return given;
  const own = Object.entries(config.options) as [OptionName, string][];
  const isHelperGiven = OF_HELPER.some((name) => given[name] !== undefined);
  const kept = own.filter(([name]) => !(isHelperGiven && OF_HELPER.includes(name)));
  return {
    ...Object.fromEntries(kept.map(([name, value]) => [name, placed(name, value, config.folder, workingFolder)])),
    ...given,
  };
}

/** A value, if it is a path as one from the working folder. */
function placed(name: OptionName, value: string, folder: string, workingFolder: string): string {
  const isPath = name === "vendor-path" || (name === "helper-source" && /^\.{1,2}\//.test(value));
  if (!isPath) return value;
  return relativeModule(workingFolder, resolve(folder, value));
}

import { isAbsolute, resolve } from "node:path";
import { patternsFrom } from "../config/user-patterns.ts";
import { chosenOf } from "../config/with-config.ts";
import { OPTIONS, type OptionValues } from "../model/options.ts";
import { type OwnName, ROLES, type Role } from "../model/own-names.ts";
import { isWithin, relativeModule } from "../place/folders.ts";
import { shownPath } from "../place/shown-path.ts";
import { printable } from "../report/ci-commands.ts";
import { withoutHidden } from "../report/json-text.ts";
import { failLevel } from "./check-settings.ts";
import { configSettings } from "./config-settings.ts";
import { fileSettings } from "./file-settings.ts";
import { currentFolder } from "./working-folder.ts";

/**
 * Prints what holds in the working folder, the command line included, in the form of a configuration file that stands
 * where the configuration does; and on standard error, where that is.
 *
 * @param given options as commander hands them over, in camel case
 * @returns the exit code
 * @throws {import("./usage-error.ts").UsageError} for wrong options, and a configuration that cannot be used
 */
export function printConfig(given: Readonly<Record<string, unknown>>): 0 {
  const workingFolder = currentFolder();
  const config = configSettings(given, workingFolder);
  const own = config || undefined;
  const folder = own?.folder ?? workingFolder;
  const { options = {}, ignorePatterns = [] } = fileSettings(given, config);
  const { values, names } = chosenOf(options, config, folder);
  const baseline = typeof given.baseline === "string" ? resolve(workingFolder, given.baseline) : own?.baseline;
  const content = {
    ...STANDARD,
    ...values,
    "ignore-pattern": isWithin(folder, workingFolder)
      ? patternsFrom({ folder, ignorePatterns: own?.ignorePatterns ?? [] }, workingFolder, ignorePatterns)
      : (own?.ignorePatterns ?? []),
    ...(baseline !== undefined && { baseline: relativeModule(folder, baseline) }),
    "fail-on": failLevel(String(given.failOn ?? own?.failOn ?? "review")),
    names: namesByRole(names, folder),
  };
  const from = own ? `From ${shownPath(workingFolder, own.path)}.` : "No configuration file.";
  process.stderr.write(`${printable(from)}\n`);
  process.stdout.write(`${withoutHidden(JSON.stringify(content, null, 2))}\n`);
  return 0;
}

/** The engine's options where nothing is said of them. */
const STANDARD: OptionValues = Object.fromEntries(
  Object.entries(OPTIONS).flatMap(([name, entry]) => ("default" in entry ? [[name, entry.default]] : [])),
);

function namesByRole(names: readonly OwnName[], folder: string) {
  const roles = (Object.keys(ROLES) as Role[]).flatMap((role) => {
    const own = names.filter((each) => each.role === role);
    const entries = own.map(({ module, export: name }) => ({
      module: isAbsolute(module) ? relativeModule(folder, module) : module,
      export: name,
    }));
    return own.length > 0 ? [[role, entries] as const] : [];
  });
  return Object.fromEntries(roles);
}

import { resolve } from "node:path";
import { type ConfigChoice, ConfigError } from "../config/config.ts";
import { configIn, findConfig } from "../config/find-config.ts";
import { UsageError } from "./usage-error.ts";

/**
 * The configuration that a command line asks for: that of `--config`, none with `--no-config`, else the one that holds
 * in the working folder.
 *
 * @param given options as commander hands them over, in camel case
 * @throws {UsageError} if it cannot be used
 */
export function configSettings(given: Readonly<Record<string, unknown>>, workingFolder: string): ConfigChoice {
  const { config } = given;
  if (config === false) return false;
  if (config === "") throw new UsageError("--config names no file; write --config <file>.");
  try {
    if (typeof config !== "string") return findConfig(workingFolder);
    return { ...configIn(resolve(workingFolder, config)), isNamed: true };
  } catch (error) {
    throw error instanceof ConfigError ? new UsageError(error.message, { cause: error }) : error;
  }
}

import type { OptionValues } from "../model/options.ts";
import type { FailOn } from "../model/outcome.ts";
import type { OwnName } from "../model/own-names.ts";

/** What a configuration file asks for. Plain data, so that it can go to another thread. */
export interface Config {
  /** The file, absolute. */
  readonly path: string;
  /** Present where the user named the file, so that it was not looked for. */
  readonly isNamed?: true;
  /** The folder that holds it, absolute: where its paths begin. */
  readonly folder: string;
  /** The engine's options as the file gives them, checked. */
  readonly options: OptionValues;
  /** Lines of a `.gitignore` in that folder. */
  readonly ignorePatterns: readonly string[];
  /** Absolute. */
  readonly baseline?: string;
  readonly failOn?: FailOn;
  /** What functions and types of the code base are. */
  readonly names: readonly OwnName[];
}

/** A configuration; false where the user wants none, undefined where there is none. */
export type ConfigChoice = Config | false | undefined;

/** That a configuration file cannot be used. The message names the file, and says all that is wrong, a line for each. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { codeOf } from "../place/error-code.ts";
import { foldersUp } from "../place/folders.ts";
import { asSettings } from "../place/settings.ts";
import { type Config, ConfigError } from "./config.ts";
import { parseConfig } from "./parse-config.ts";

/** The name of a configuration file. */
export const CONFIG_FILE = "step-up-union.config.json";
/** The key of package.json that holds one. */
export const CONFIG_KEY = "step-up-union";

/**
 * The configuration that holds in a folder: the nearest `step-up-union.config.json` of the folder and those above it,
 * else the nearest package.json with the key `step-up-union`. The search ends where the repository does, or outside of
 * one at the nearest package.json: what others keep above that does not count.
 *
 * @param folder absolute
 * @throws {ConfigError} if it cannot be read, or something in it is wrong
 */
export function findConfig(folder: string): Config | undefined {
  const folders = searched(folder);
  for (const at of folders) {
    const path = join(at, CONFIG_FILE);
    if (existsSync(path)) return configIn(path);
  }
  for (const at of folders) {
    const path = join(at, "package.json");
    const content = existsSync(path) ? manifestKey(path) : undefined;
    if (content !== undefined) return checked(content, path);
  }
  return undefined;
}

/**
 * The configuration of a file.
 *
 * @param path absolute; a package.json is read for its key
 * @throws {ConfigError} if it is not there or cannot be read, or something in it is wrong
 */
export function configIn(path: string): Config {
  if (!/[\\/]package\.json$/.test(path)) return checked(contentOf(path), path);
  const content = asSettings(contentOf(path))?.[CONFIG_KEY];
  if (content === undefined) throw new ConfigError(`${path} has no key "${CONFIG_KEY}".`);
  return checked(content, path);
}

/**
 * The files by which it is decided what `findConfig` gives, whether they are there or not: absolute.
 *
 * @param folder absolute
 */
export const configPlaces = (folder: string): string[] =>
  searched(folder).flatMap((at) => [join(at, CONFIG_FILE), join(at, "package.json")]);

/** The folders in which a configuration may lie, the nearest first. */
function searched(folder: string): string[] {
  const folders = [...foldersUp(folder)];
  const last = [".git", "package.json"]
    .map((name) => folders.findIndex((at) => existsSync(join(at, name))))
    .find((index) => index >= 0);
  return folders.slice(0, (last ?? 0) + 1);
}

/** Another program's errors in package.json are its own to tell. */
function manifestKey(path: string): unknown {
  try {
    return asSettings(JSON.parse(textOf(path)))?.[CONFIG_KEY];
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    return undefined;
  }
}

function contentOf(path: string): unknown {
  const text = textOf(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConfigError(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    const detail = codeOf(error) === "ENOENT" ? "there is no such file" : String(error);
    throw new ConfigError(`${path} cannot be read: ${detail}. Mend that, or give --no-config.`);
  }
}

function checked(content: unknown, path: string): Config {
  const parsed = parseConfig(content, path);
  if (!("problems" in parsed)) return parsed;
  throw new ConfigError([`${path} is wrong:`, ...parsed.problems].join("\n"));
}

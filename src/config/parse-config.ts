import { dirname, resolve } from "node:path";
import { nearMiss } from "../model/near-miss.ts";
import { OPTIONS, type OptionName } from "../model/options.ts";
import { FAIL_ON, type FailOn } from "../model/outcome.ts";
import { type OwnName, ROLES, type Role } from "../model/own-names.ts";
import { type OptionForm, readOptions } from "../model/read-options.ts";
import { asSettings, type Settings } from "../place/settings.ts";
import type { Config } from "./config.ts";

/** What a configuration may hold beside the engine's options. */
const KEYS = ["$schema", "ignore-pattern", "baseline", "fail-on", "names"] as const;

const quoted = (text: string): string => JSON.stringify(text);

/** Options as JSON writes them. */
export const JSON_FORM: OptionForm = {
  write: (name, value) =>
    value === undefined ? quoted(name) : `${quoted(name)}: ${[value].flat().map(quoted).join(" | ")}`,
  others: KEYS,
  isOther: (name) => KEYS.some((key) => key === name),
  besides: `, ${KEYS.map(quoted).join(", ")}`,
};

/**
 * Reads what a configuration holds.
 *
 * @param content the value of the file, or of the key of package.json
 * @param path the file, absolute
 * @returns the configuration, or everything that is wrong with it, one sentence each
 */
export function parseConfig(content: unknown, path: string): Config | { readonly problems: readonly string[] } {
  const given = asSettings(content);
  if (!given) return { problems: ["It holds no object of options."] };
  const problems: string[] = [];
  const read = readOptions(given, JSON_FORM);
  if ("problems" in read) problems.push(...read.problems);
  const folder = dirname(path);
  const baseline = textOf(given, "baseline", problems);
  const config: Config = {
    path,
    folder,
    options: "values" in read ? read.values : {},
    ignorePatterns: textsOf(given, "ignore-pattern", problems),
    ...(baseline !== undefined && { baseline: resolve(folder, baseline) }),
    ...failOnOf(given, problems),
    names: namesOf(given, folder, problems),
  };
  return problems.length > 0 ? { problems } : config;
}

function textOf(given: Settings, key: string, problems: string[]): string | undefined {
  const value = given[key];
  if (value === undefined || (typeof value === "string" && value !== "")) return value;
  problems.push(`${quoted(key)} is ${JSON.stringify(value)}; write a text.`);
  return undefined;
}

function textsOf(given: Settings, key: string, problems: string[]): readonly string[] {
  const value = given[key] ?? [];
  const isText = (each: unknown): each is string => typeof each === "string";
  if (Array.isArray(value) && value.every(isText)) return value;
  problems.push(`${quoted(key)} is ${JSON.stringify(value)}; write a list of texts.`);
  return [];
}

function failOnOf(given: Settings, problems: string[]): { readonly failOn?: FailOn } {
  const value = given["fail-on"];
  const level = FAIL_ON.find((each) => each === value);
  if (value === undefined || level) return level ? { failOn: level } : {};
  const near = typeof value === "string" ? nearMiss(value, FAIL_ON) : undefined;
  problems.push(`${quoted("fail-on")}: ${JSON.stringify(value)} is not known; write ${oneOf(FAIL_ON)}.${meant(near)}`);
  return {};
}

function namesOf(given: Settings, folder: string, problems: string[]): OwnName[] {
  const names = given.names === undefined ? {} : asSettings(given.names);
  const roles = Object.keys(ROLES) as Role[];
  if (!names) {
    problems.push(`${quoted("names")} is ${JSON.stringify(given.names)}; write an object of ${oneOf(roles)}.`);
    return [];
  }
  return Object.entries(names).flatMap(([key, list]) => {
    const role = roles.find((each) => each === key);
    if (role && Array.isArray(list)) return list.flatMap((entry) => nameOf(role, entry, folder, problems));
    problems.push(
      role
        ? `${quoted("names")}: ${quoted(key)} is ${JSON.stringify(list)}; write a list of ${ENTRY}.`
        : `${quoted("names")}: ${quoted(key)} is not known; write ${oneOf(roles)}.${meant(nearMiss(key, roles))}`,
    );
    return [];
  });
}

const ENTRY = '{ "module": "<module>", "export": "<name>" }';

function nameOf(role: Role, entry: unknown, folder: string, problems: string[]): OwnName[] {
  const { module, export: name, ...others } = asSettings(entry) ?? {};
  if (typeof module !== "string" || module === "" || typeof name !== "string" || name === "") {
    problems.push(`${quoted("names")}: ${quoted(role)} holds ${JSON.stringify(entry)}; write ${ENTRY}.`);
    return [];
  }
  const [other] = Object.keys(others);
  if (other !== undefined) {
    problems.push(`${quoted("names")}: ${quoted(role)} holds an entry with ${quoted(other)}; write ${ENTRY}.`);
    return [];
  }
  return [{ role, module: /^\.{1,2}(?:\/|$)/.test(module) ? resolve(folder, module) : module, export: name }];
}

const oneOf = (values: readonly string[]): string => values.map(quoted).join(" | ");
const meant = (near: string | undefined): string => (near === undefined ? "" : ` Did you mean ${quoted(near)}?`);

/** The names of the engine's options, and of all else that a configuration may hold, in order. */
export const CONFIG_KEYS: readonly string[] = [...(Object.keys(OPTIONS) as OptionName[]), ...KEYS];

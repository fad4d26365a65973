import { nearMiss } from "./near-miss.ts";
import { OPTIONS, type OptionName, type OptionValues } from "./options.ts";

/** Options as read: their values, or everything that is wrong with them, one sentence each. */
export type ReadOptions = { readonly values: OptionValues } | { readonly problems: readonly string[] };

/** The runner's own options, as its command line names them, with the key under which a transform receives each. */
const RUNNER_OPTIONS: Readonly<Record<string, string>> = {
  babel: "babel",
  cpus: "cpus",
  dry: "dry",
  extensions: "extensions",
  "fail-on-error": "failOnError",
  gitignore: "gitignore",
  help: "help",
  "ignore-config": "ignoreConfig",
  "ignore-pattern": "ignorePattern",
  parser: "parser",
  "parser-config": "parserConfig",
  print: "print",
  "run-in-band": "runInBand",
  silent: "silent",
  stdin: "stdin",
  transform: "transform",
  verbose: "verbose",
  version: "version",
};

/** Keys that reach a transform without being options: positional arguments, and `ignoreSet` of the runner's API. */
const RUNNER_KEYS = new Set([...Object.values(RUNNER_OPTIONS), "_", "ignoreSet"]);

const OPTION_NAMES = Object.keys(OPTIONS) as OptionName[];

/** What a vendored helper can be: a module whose extension says how it is written, and no declaration file. */
const VENDOR_FILE = /^(?!.*\.d\.[cm]?ts$).*[^/\\]\.[cm]?[jt]s$/i;
const EXPORT_NAME = /^(?!default$)[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/**
 * Checks options as jscodeshift hands them to a transform: JSON-parsed, repeated ones as arrays, named as on the
 * command line, among the runner's own, which pass.
 *
 * @param raw option names without dashes, and their values
 */
export function readOptions(raw: Readonly<Record<string, unknown>>): ReadOptions {
  const problems: string[] = [];
  const values: { [Name in OptionName]?: string } = {};
  for (const [name, value] of Object.entries(raw)) {
    if (RUNNER_KEYS.has(name) || value === undefined) continue;
    const problem = problemWith(name, value);
    if (problem !== undefined) problems.push(problem);
    else if (isOptionName(name) && typeof value === "string") values[name] = value;
  }
  if (problems.length === 0) problems.push(...wrongTogether(values));
  return problems.length > 0 ? { problems } : { values };
}

function problemWith(name: string, value: unknown): string | undefined {
  if (!isOptionName(name)) return unknownName(name);
  return typeof value === "string" && value !== "" ? wrongValue(name, value) : notText(name, value);
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

function wrongValue(name: OptionName, value: string): string | undefined {
  const allowed = allowedValues(name);
  if (allowed && !allowed.includes(value)) {
    return `--${name}=${value} is not known; write ${usage(name)}.${didYouMean(nearMiss(value, allowed))}`;
  }
  if (name === "helper-name" && !EXPORT_NAME.test(value)) {
    return `--helper-name=${value} is not the name of an export; write ${usage(name)} with an identifier.`;
  }
  if (name === "vendor-path" && !VENDOR_FILE.test(value)) {
    return `--vendor-path=${value} does not name a module; end it in .ts, .mts, .cts, .js, .mjs or .cjs.`;
  }
  return undefined;
}

/** Options that say nothing, or contradict each other, beside the helper mode. */
function wrongTogether(values: OptionValues): string[] {
  const mode = values.helper ?? OPTIONS.helper.default;
  const problems: string[] = [];
  if (mode === "import" && values["helper-source"] === undefined) {
    problems.push(`--helper=import needs ${usage("helper-source")}: the module to import unionScopes from.`);
  }
  for (const name of ["helper-source", "helper-name"] as const) {
    if (mode !== "import" && values[name] !== undefined) problems.push(`--${name} needs --helper=import.`);
  }
  if (values["vendor-path"] !== undefined && mode !== "vendor" && mode !== "auto") {
    problems.push(`--vendor-path needs --helper=vendor or --helper=auto, not --helper=${mode}.`);
  }
  return problems;
}

function unknownName(name: string): string {
  const meant = nearMiss(name, [...OPTION_NAMES, ...Object.keys(RUNNER_OPTIONS)]);
  const allowed = OPTION_NAMES.map(usage).join(", ");
  return `--${name} is not known.${didYouMean(meant && `--${meant}`)} Allowed are ${allowed}, and jscodeshift's own options.`;
}

function notText(name: OptionName, value: unknown): string {
  if (Array.isArray(value)) return `--${name} is given ${value.length} times; give it once.`;
  if (value === "" || typeof value === "boolean") return `--${name} has no value; write ${usage(name)}.`;
  return `--${name}=${JSON.stringify(value)} is not a text; write ${usage(name)}.`;
}

/** An option as it is to be written, with the values that it takes. */
function usage(name: OptionName): string {
  const entry = OPTIONS[name];
  return `--${name}=${"values" in entry ? entry.values.join("|") : `<${entry.placeholder}>`}`;
}

function allowedValues(name: OptionName): readonly string[] | undefined {
  const entry = OPTIONS[name];
  return "values" in entry ? entry.values : undefined;
}

function didYouMean(meant: string | undefined): string {
  return meant === undefined ? "" : ` Did you mean ${meant}?`;
}

import { nearMiss } from "./near-miss.ts";
import { OPTIONS, type OptionName, type OptionValues } from "./options.ts";

/** Options as read: their values, or everything that is wrong with them, one sentence each. */
export type ReadOptions = { readonly values: OptionValues } | { readonly problems: readonly string[] };

/** How options are written where they come from, so that messages show them in that form. */
export interface OptionForm {
  /** An option, with its value or the values that it takes. */
  write(name: string, value?: string | readonly string[]): string;
  /** Other names that are known there. */
  readonly others: readonly string[];
  /** Whether what has a name is passed over. */
  isOther(name: string): boolean;
  /** What is allowed beside the options, as the end of a list; empty where nothing is. */
  readonly besides: string;
}

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

/** On the runner's command line, among its own options. */
const RUNNER_FORM: OptionForm = {
  write: (name, value) => `--${name}${value === undefined ? "" : `=${[value].flat().join("|")}`}`,
  others: Object.keys(RUNNER_OPTIONS),
  isOther: (name) => RUNNER_KEYS.has(name),
  besides: ", and jscodeshift's own options",
};

const OPTION_NAMES = Object.keys(OPTIONS) as OptionName[];

/** What a vendored helper can be: a module whose extension says how it is written, and no declaration file. */
const VENDOR_FILE = /[^/\\]\.[cm]?[jt]s$/i;
const DECLARATION_FILE = /\.d\.[cm]?ts$/i;
const EXPORT_NAME = /^(?!default$)[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/**
 * Checks options: as jscodeshift hands them to a transform, JSON-parsed, repeated ones as arrays, named as on the command
 * line, among the runner's own, which pass; or as another place gives them.
 *
 * @param raw option names without dashes, and their values
 */
export function readOptions(raw: Readonly<Record<string, unknown>>, form: OptionForm = RUNNER_FORM): ReadOptions {
  const problems: string[] = [];
  const values: { [Name in OptionName]?: string } = {};
  for (const [name, value] of Object.entries(raw)) {
    if (form.isOther(name) || value === undefined) continue;
    const problem = problemWith(name, value, form);
    if (problem !== undefined) problems.push(problem);
    else if (isOptionName(name) && typeof value === "string") values[name] = value;
  }
  if (problems.length === 0) problems.push(...wrongTogether(values, form));
  return problems.length > 0 ? { problems } : { values };
}

function problemWith(name: string, value: unknown, form: OptionForm): string | undefined {
  if (!isOptionName(name)) return unknownName(name, form);
  return typeof value === "string" && value !== "" ? wrongValue(name, value, form) : notText(name, value, form);
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

function wrongValue(name: OptionName, value: string, form: OptionForm): string | undefined {
  const allowed = allowedValues(name);
  const given = form.write(name, value);
  if (allowed && !allowed.includes(value)) {
    return `${given} is not known; write ${usage(name, form)}.${didYouMean(nearMiss(value, allowed))}`;
  }
  if (name === "helper-name" && !EXPORT_NAME.test(value)) {
    return `${given} is not the name of an export; write ${usage(name, form)} with an identifier.`;
  }
  if (name === "vendor-path" && (!VENDOR_FILE.test(value) || DECLARATION_FILE.test(value))) {
    return `${given} does not name a module; end it in .ts, .mts, .cts, .js, .mjs or .cjs.`;
  }
  return undefined;
}

/** Options that say nothing, or contradict each other, beside the helper mode. */
function wrongTogether(values: OptionValues, form: OptionForm): string[] {
  const mode = values.helper ?? OPTIONS.helper.default;
  const helper = (value: string) => form.write("helper", value);
  const problems: string[] = [];
  if (mode === "import" && values["helper-source"] === undefined) {
    problems.push(`${helper("import")} needs ${usage("helper-source", form)}: the module to import unionScopes from.`);
  }
  for (const name of ["helper-source", "helper-name"] as const) {
    if (mode !== "import" && values[name] !== undefined) {
      problems.push(`${form.write(name)} needs ${helper("import")}.`);
    }
  }
  if (values["vendor-path"] !== undefined && mode !== "vendor" && mode !== "auto") {
    problems.push(`${form.write("vendor-path")} needs ${helper("vendor")} or ${helper("auto")}, not ${helper(mode)}.`);
  }
  return problems;
}

function unknownName(name: string, form: OptionForm): string {
  const meant = nearMiss(name, [...OPTION_NAMES, ...form.others]);
  const allowed = OPTION_NAMES.map((each) => usage(each, form)).join(", ");
  const hint = didYouMean(meant && form.write(meant));
  return `${form.write(name)} is not known.${hint} Allowed are ${allowed}${form.besides}.`;
}

function notText(name: OptionName, value: unknown, form: OptionForm): string {
  if (Array.isArray(value)) return `${form.write(name)} is given ${value.length} times; give it once.`;
  if (value === "" || typeof value === "boolean") {
    return `${form.write(name)} has no value; write ${usage(name, form)}.`;
  }
  return `${form.write(name)} is ${JSON.stringify(value)}, and no text; write ${usage(name, form)}.`;
}

/** An option as it is to be written, with the values that it takes. */
function usage(name: OptionName, form: OptionForm): string {
  const entry = OPTIONS[name];
  return form.write(name, "values" in entry ? entry.values : `<${entry.placeholder}>`);
}

function allowedValues(name: OptionName): readonly string[] | undefined {
  const entry = OPTIONS[name];
  return "values" in entry ? entry.values : undefined;
}

function didYouMean(meant: string | undefined): string {
  return meant === undefined ? "" : ` Did you mean ${meant}?`;
}

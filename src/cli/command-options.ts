import { FAIL_ON } from "../model/outcome.ts";
import { CHECK_FORMATS, EXPLAIN_FORMATS, MERGE_FORMATS } from "../report/format-names.ts";

/** An option of a command. */
export interface OptionEntry {
  /** As commander takes it: `-f, --format <name>`. */
  readonly flags: string;
  /** One clause, without a full stop. */
  readonly meaning: string;
  readonly values?: readonly string[];
  readonly default?: string;
  readonly repeatable?: true;
}

/** The options that say which files a command looks at, and how. */
export const FILE_OPTIONS = [
  { flags: "--since <git-ref>", meaning: "only files that changed since the merge base with this commit" },
  { flags: "--staged", meaning: "only staged files, with their staged text" },
  {
    flags: "--ignore-pattern <pattern>",
    meaning: "leave out what matches, in the syntax of .gitignore",
    repeatable: true,
  },
  { flags: "--no-ignore", meaning: "enter what .gitignore files leave out" },
  { flags: "--allow-no-files", meaning: "a path that leads to no source is clean, and named in a remark" },
  {
    flags: "--project <tsconfig>",
    meaning: "analyse these files as one program, and type-check every rewrite",
  },
  { flags: "--config <file>", meaning: "take the configuration from this file" },
  { flags: "--no-config", meaning: "read no configuration file" },
  { flags: "--print-config", meaning: "print the configuration that holds, and do nothing else" },
  { flags: "--concurrency <threads>", meaning: "how many threads may analyse", default: "processors, at most 4" },
] as const satisfies readonly OptionEntry[];

const OUTPUT_FILE = {
  flags: "-o, --output-file <[format=]path>",
  meaning: "write a format to a file, or to standard output (-); pretty is printed beside it unless --format is given",
  repeatable: true,
} as const satisfies OptionEntry;

const TIME = { flags: "--time", meaning: "say in the reports when the run was made" } as const satisfies OptionEntry;

const COLOR = [
  { flags: "--color", meaning: "colour, though the output is no terminal" },
  { flags: "--no-color", meaning: "no colour (nor with NO_COLOR set)" },
] as const satisfies readonly OptionEntry[];

/** What `check` takes beside the options for files and those of the engine. */
export const CHECK_OPTIONS = [
  {
    flags: "-f, --format <name>",
    meaning: "what to print",
    values: Object.keys(CHECK_FORMATS),
    default: "pretty",
    repeatable: true,
  },
  OUTPUT_FILE,
  { flags: "--fail-on <level>", meaning: "what makes the exit code 1", values: FAIL_ON, default: "review" },
  { flags: "--fail-on-dependencies", meaning: "an installed package that replaces the scope is a finding, too" },
  { flags: "--quiet", meaning: "print findings only" },
  { flags: "--list", meaning: "name every file that holds the error code and in which no handler was recognised" },
  { flags: "--baseline <file>", meaning: "findings listed in this file are known, and no findings any more" },
  { flags: "--update-baseline", meaning: "write today's findings to the baseline" },
  { flags: "--prune-baseline", meaning: "take out of the baseline what is mended" },
  { flags: "--shard <i/n>", meaning: "judge one part of n of the files; merge joins the reports" },
  TIME,
  { flags: "--stdin", meaning: "check standard input" },
  { flags: "--stdin-filename <path>", meaning: "with --stdin: the path of that text" },
  ...COLOR,
] as const satisfies readonly OptionEntry[];

/** What `fix` takes beside the options for files, `--staged` excepted, and those of the engine. */
export const FIX_OPTIONS = [
  { flags: "--dry-run", meaning: "print the changes as a patch, and change nothing" },
  { flags: "--interactive", meaning: "ask about each finding" },
  {
    flags: "--apply-suggestion <file:line>",
    meaning: "apply the change that is suggested for a review there, and nothing else: your decision",
    repeatable: true,
  },
  { flags: "--allow-dirty", meaning: "change files with uncommitted changes, too" },
  { flags: "--helper-file <module>", meaning: "add the exported helper to this module, which is there, and import it" },
  { flags: "--with-tests", meaning: "add unit tests of the helper, in the runner of its package" },
  { flags: "--verify", meaning: "type-check with the nearest tsconfig, and withdraw what adds an error" },
  { flags: "--report <file>", meaning: "write what was changed, and why, to a file that ends in .md or .html" },
  ...COLOR,
] as const satisfies readonly OptionEntry[];

/** What `explain` takes beside the options for files and those of the engine. */
export const EXPLAIN_OPTIONS = [
  {
    flags: "-f, --format <name>",
    meaning: "what to print",
    values: Object.keys(EXPLAIN_FORMATS),
    default: "pretty",
    repeatable: true,
  },
  OUTPUT_FILE,
  { flags: "--rule <rule>", meaning: "explain a rule instead of sites: what it means, what to do, references" },
  TIME,
  ...COLOR,
] as const satisfies readonly OptionEntry[];

/** What `merge` takes. */
export const MERGE_OPTIONS = [
  {
    flags: "-f, --format <name>",
    meaning: "what to print",
    values: Object.keys(MERGE_FORMATS),
    default: "table",
    repeatable: true,
  },
  { ...OUTPUT_FILE, meaning: OUTPUT_FILE.meaning.replace("pretty", "table") },
  ...COLOR,
] as const satisfies readonly OptionEntry[];

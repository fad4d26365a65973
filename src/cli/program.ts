import { existsSync } from "node:fs";
import { Command, CommanderError, Option } from "commander";
import { OPTIONS, type OptionName } from "../model/options.ts";
import { printable } from "../report/ci-commands.ts";
import { TOOL } from "../report/tool.ts";
import { check } from "./check.ts";
import {
  CHECK_OPTIONS,
  EXPLAIN_OPTIONS,
  FILE_OPTIONS,
  FIX_OPTIONS,
  MERGE_OPTIONS,
  type OptionEntry,
} from "./command-options.ts";
import { COMMAND_EXIT_CODES, EXIT_CODES } from "./exit-codes.ts";
import { failed } from "./failed.ts";

/**
 * Runs the command line.
 *
 * @param args what stands after the command's name
 * @returns the exit code
 */
export async function run(args: readonly string[]): Promise<number> {
  let code: number = 0;
  const program = programOf((result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    // Commander has written what there is to say; what it throws for `--help` and `--version` is no failure.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return failed(error);
  }
}

type Given = Record<string, unknown>;

interface CommandEntry {
  readonly description: string;
  readonly paths: string;
  readonly files: readonly OptionEntry[];
  readonly options: readonly OptionEntry[];
  /** Whether it takes the options of the engine; by default it does. */
  readonly hasEngine?: false;
  /** What stands after the command's name, each with what it does. */
  readonly examples: readonly (readonly [args: string, does: string])[];
  readonly exitCodes: Readonly<Record<number, string>>;
  /** Loads the command, and nothing of the others; what most runs ask for is there. */
  run(paths: readonly string[], given: Given): Promise<number>;
}

const PATHS = "files, folders and quoted glob patterns (default: the working folder)";

const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  check: {
    description: "Fails a build that still holds such code; changes nothing.",
    paths: PATHS,
    files: FILE_OPTIONS,
    options: CHECK_OPTIONS,
    examples: [
      ["src", "every source below src"],
      ["--since origin/main src", "those that a branch changes"],
      ["-f json -o report.json src", "a report for a program"],
    ],
    exitCodes: COMMAND_EXIT_CODES.check,
    run: check,
  },
  fix: {
    description: "Applies the rewrites, and says what is left for a person.",
    paths: PATHS,
    // What is staged is not what is on disk, where `fix` writes.
    files: FILE_OPTIONS.filter(({ flags }) => flags !== "--staged"),
    options: FIX_OPTIONS,
    examples: [
      ["src", "rewrites what is proved"],
      ["--dry-run src", "shows the patch first"],
      ["--interactive src", "asks about each finding"],
      ["--with-tests src", "adds unit tests of the helper, too"],
    ],
    exitCodes: COMMAND_EXIT_CODES.fix,
    run: async (paths, given) => (await import("./fix.ts")).fix(paths, given),
  },
  explain: {
    description: "Explains each site to the person who must approve its change.",
    paths: `file:line, ${PATHS}`,
    files: FILE_OPTIONS,
    options: EXPLAIN_OPTIONS,
    examples: [
      ["src/transport.ts:17", "the site on that line"],
      ["-o report.html src", "every site, as a page"],
      ["--rule unfit-sink", "what a rule means"],
    ],
    exitCodes: COMMAND_EXIT_CODES.explain,
    run: async (paths, given) => (await import("./explain.ts")).explain(paths, given),
  },
  merge: {
    description: "Joins reports of check, of many repositories or of the parts of one run.",
    paths: "reports that check --format json wrote",
    files: [],
    options: MERGE_OPTIONS,
    hasEngine: false,
    examples: [
      ["reports/*.json", "an overview of what many checks found"],
      ["-o overview.html reports/*.json", "the same as a page"],
    ],
    exitCodes: COMMAND_EXIT_CODES.merge,
    run: async (paths, given) => (await import("./merge/merge.ts")).merge(paths, given),
  },
};

function programOf(onCode: (code: number) => void): Command {
  const program = new Command(TOOL.name)
    .description(
      "Finds OAuth step-up handlers that replace the requested scope, and makes them request the union (MCP SEP-2350).",
    )
    .version(TOOL.version)
    .exitOverride()
    .showSuggestionAfterError()
    .helpCommand("help [command]", "Prints the help of a command.")
    // It quotes arguments, and those may be file names of code under review.
    .configureOutput({
      writeErr: (text) => process.stderr.write(printable(text)),
    })
    .addHelpText("after", `\n${exitCodeHelp(EXIT_CODES)}`);
  for (const [
    name,
    { description, paths, files, options, examples, exitCodes, hasEngine = true, run },
  ] of Object.entries(COMMANDS)) {
    const command = program
      .command(name)
      .description(description)
      .argument("[paths...]", paths)
      .addHelpText("after", `\n${exampleHelp(name, examples)}\n\n${exitCodeHelp(exitCodes)}`)
      .action(async (given: string[], chosen: Given) =>
        onCode(await (chosen.printConfig === true ? printed(chosen) : run(given, chosen))),
      );
    command.configureOutput({ outputError: (text, write) => write(text + optionHint(text, name)) });
    for (const entry of files) command.addOption(optionOf(entry).helpGroup("Files:"));
    for (const entry of options) command.addOption(optionOf(entry).helpGroup("Result:"));
    for (const option of hasEngine ? (Object.keys(OPTIONS) as OptionName[]) : [])
      command.addOption(engineOption(option));
  }
  return program;
}

const printed = async (chosen: Given): Promise<number> => (await import("./print-config.ts")).printConfig(chosen);

/**
 * What commander does not say of an unknown option: that a file has that name, that the option takes no value, or that
 * it is one of other commands.
 */
function optionHint(error: string, command: string): string {
  const [, given = ""] = /unknown option '(.+)'/s.exec(error) ?? [];
  if (given !== "" && existsSync(given)) return `For the file of that name, write ./${given}.\n`;
  const [name = ""] = given.split("=");
  const owners = Object.entries(COMMANDS).filter(([, entry]) => namesOf(entry).has(name));
  if (owners.some(([each]) => each === command)) return `${name} takes no value.\n`;
  if (owners.length === 0) return "";
  const [last, ...others] = owners.map(([each]) => each).reverse();
  const all = others.length === 0 ? last : `${others.reverse().join(", ")} and ${last}`;
  return `${name} is an option of ${all}, not of ${command}.\n`;
}

/** The options of a command, as they are written: `-f`, `--format`. */
function namesOf({ files, options, hasEngine }: CommandEntry): ReadonlySet<string> {
  const own = [...files, ...options].flatMap(({ flags }) => flags.match(/(?<![\w-])--?[\w-]+/g) ?? []);
  return new Set([...own, ...(hasEngine === false ? [] : Object.keys(OPTIONS).map((name) => `--${name}`))]);
}

function optionOf({ flags, meaning, values, default: standard, repeatable }: OptionEntry): Option {
  const option = new Option(flags, described(meaning, values, standard, repeatable));
  return repeatable ? option.argParser((value: string, all: string[] = []) => [...all, value]) : option;
}

/** An option of the engine. Given twice it becomes an array, which the check of options refuses. */
function engineOption(name: OptionName): Option {
  const entry: { values?: readonly string[]; default?: string; placeholder?: string; meaning: string } = OPTIONS[name];
  const value = entry.values?.join("|") ?? entry.placeholder;
  return new Option(`--${name} <${value}>`, described(entry.meaning, undefined, entry.default))
    .argParser((given: string, before?: string | string[]) => (before === undefined ? given : [before, given].flat()))
    .helpGroup("Rewriting:");
}

function described(meaning: string, values?: readonly string[], standard?: string, repeatable?: true): string {
  const notes = [
    ...(values ? [values.join(", ")] : []),
    ...(standard === undefined ? [] : [`default: ${standard}`]),
    ...(repeatable ? ["repeatable"] : []),
  ];
  return notes.length > 0 ? `${meaning} (${notes.join("; ")})` : meaning;
}

function exampleHelp(name: string, examples: CommandEntry["examples"]): string {
  const width = Math.max(...examples.map(([args]) => args.length)) + 2;
  const lines = examples.map(([args, does]) => `  ${TOOL.name} ${name} ${args.padEnd(width)}${does}`);
  return ["Examples:", ...lines].join("\n");
}

function exitCodeHelp(codes: Readonly<Record<number, string>>): string {
  const lines = Object.entries(codes).map(([code, meaning]) => `  ${code.padEnd(4)}${meaning}`);
  return ["Exit codes:", ...lines].join("\n");
}

import { Command, CommanderError, Option } from "commander";
import { OPTIONS, type OptionName } from "../model/options.ts";
import { check } from "./check.ts";
import { CHECK_OPTIONS, EXPLAIN_OPTIONS, FILE_OPTIONS, FIX_OPTIONS, type OptionEntry } from "./command-options.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { explain } from "./explain.ts";
import { failed } from "./failed.ts";
import { fix } from "./fix.ts";
import { TOOL } from "./tool.ts";

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

function programOf(onCode: (code: number) => void): Command {
  const program = new Command(TOOL.name)
    .description(
      "Finds OAuth step-up handlers that replace the requested scope, and makes them request the union (MCP SEP-2350).",
    )
    .version(TOOL.version)
    .exitOverride()
    .showSuggestionAfterError()
    .helpCommand(false)
    .addHelpText("after", `\n${exitCodeHelp()}`);
  const checking = subcommand(program, "check", "Fails a build that still holds such code; changes nothing.")
    .argument("[paths...]", "files, folders and quoted glob patterns (default: the working folder)")
    .action(async (paths: string[], options: Record<string, unknown>) => onCode(await check(paths, options)));
  addOptions(checking, FILE_OPTIONS, CHECK_OPTIONS);
  const fixing = subcommand(program, "fix", "Applies the rewrites, and says what is left for a person.")
    .argument("[paths...]", "files, folders and quoted glob patterns (default: the working folder)")
    .action(async (paths: string[], options: Record<string, unknown>) => onCode(await fix(paths, options)));
  // What is staged is not what is on disk, where `fix` writes.
  addOptions(
    fixing,
    FILE_OPTIONS.filter(({ flags }) => flags !== "--staged"),
    FIX_OPTIONS,
  );
  const explaining = subcommand(program, "explain", "Explains each site to the person who must approve its change.")
    .argument("[paths...]", "file:line, files, folders and quoted glob patterns (default: the working folder)")
    .action(async (paths: string[], options: Record<string, unknown>) => onCode(await explain(paths, options)));
  addOptions(explaining, FILE_OPTIONS, EXPLAIN_OPTIONS);
  return program;
}

function addOptions(command: Command, files: readonly OptionEntry[], result: readonly OptionEntry[]): void {
  for (const entry of files) command.addOption(optionOf(entry).helpGroup("Files:"));
  for (const entry of result) command.addOption(optionOf(entry).helpGroup("Result:"));
  for (const name of Object.keys(OPTIONS) as OptionName[]) command.addOption(engineOption(name));
}

function subcommand(program: Command, name: string, description: string): Command {
  return program.command(name).description(description).addHelpText("after", `\n${exitCodeHelp()}`);
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

function exitCodeHelp(): string {
  const lines = Object.entries(EXIT_CODES).map(([code, meaning]) => `  ${code.padEnd(4)}${meaning}`);
  return ["Exit codes:", ...lines].join("\n");
}

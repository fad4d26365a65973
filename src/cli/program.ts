import { Command, CommanderError, Option } from "commander";
import { OPTIONS, type OptionName } from "../model/options.ts";
import { check } from "./check.ts";
import { CHECK_OPTIONS, FILE_OPTIONS, type OptionEntry } from "./command-options.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { failed } from "./failed.ts";
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
  for (const [group, entries] of [
    ["Files:", FILE_OPTIONS],
    ["Result:", CHECK_OPTIONS],
  ] as const) {
    for (const entry of entries) checking.addOption(optionOf(entry).helpGroup(group));
  }
  for (const name of Object.keys(OPTIONS) as OptionName[]) checking.addOption(engineOption(name));
  return program;
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

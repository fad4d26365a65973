/** `npm run state -- <file>:<line>`: what the engine knows at a line, why it judges so, and which file to open. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { DEFAULT_OPTIONS } from "../src/model/options.ts";
import { SourceSyntaxError } from "../src/parse/syntax-error.ts";
import { stateAt } from "./state.ts";

const USAGE = "npm run state -- <file>:<line>\n\nFor example: npm run state -- src/client.ts:19";

/** 0 where the line was read, 2 where it can't be. */
function main(): 0 | 2 {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [, path, line] = /^(.+):(\d+)(?::\d+)?$/.exec(positionals[0] ?? "") ?? [];
  if (path === undefined || positionals.length !== 1) return refused(USAGE);
  try {
    const source = readFileSync(resolve(process.env.INIT_CWD ?? ".", path), "utf8");
    const lines = source.split("\n").length;
    if (Number(line) < 1 || Number(line) > lines)
      return refused(`${path}: It has ${lines} lines, and no line ${line}.`);
    console.log(stateAt(source, path, Number(line), DEFAULT_OPTIONS));
    return 0;
  } catch (error) {
    if (error instanceof SourceSyntaxError || (error as NodeJS.ErrnoException).code)
      return refused(`${path}: ${(error as Error).message}`);
    throw error;
  }
}

function refused(message: string): 2 {
  console.error(message);
  return 2;
}

process.exitCode = main();

/** `npm run state -- <file>:<line>`: what the engine knows at a line, why it judges so, and which file to open. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { DEFAULT_OPTIONS } from "../src/model/options.ts";
import { SourceSyntaxError } from "../src/parse/parse.ts";
import { stateAt } from "./state.ts";

const USAGE = "npm run state -- <file>:<line>\n\nFor example: npm run state -- src/client.ts:19";

/** 0 where the line was read, 2 where it can't be. */
function main(): 0 | 2 {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [, path, line] = /^(.+):(\d+)(?::\d+)?$/.exec(positionals[0] ?? "") ?? [];
  if (path === undefined || positionals.length !== 1) return refused(USAGE);
  try {
    console.log(stateAt(readFileSync(path, "utf8"), path, Number(line), DEFAULT_OPTIONS));
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

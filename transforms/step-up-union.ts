import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { API, FileInfo, Options } from "jscodeshift";

/** The types that the sources give; what is loaded is theirs, or what they were compiled to. */
type Parts = {
  "text-test": typeof import("../src/transform/text-test.ts");
  engine: typeof import("../src/transform/engine.ts");
};

type OptionValues = Extract<ReturnType<Parts["text-test"]["readOptions"]>, { values: object }>["values"];

/**
 * The jscodeshift transform: makes OAuth step-up handlers request the union of the scopes that were granted, requested
 * before and challenged (MCP SEP-2350), and reports one line per site, and per suppression comment that is not in order.
 *
 * The runner compiles what is loaded here from the sources, sites or not. So the engine is loaded only for a file that
 * passes the text test.
 *
 * @param file the path and the text of one file
 * @param api the runner's report, and its counters, which count under `--dry` only
 * @param options the runner's options, ours among them
 * @returns the new text; undefined where nothing changes
 * @throws if an option is wrong, the file does not parse, or the helper's file cannot be written: the runner prints the
 * error with the path, leaves the file as it is and goes on
 */
export default async function stepUpUnion(file: FileInfo, api: API, options: Options): Promise<string | undefined> {
  const { readOptions, mayHoldSite, mayHoldSuppression } = await part("text-test");
  const values = checkedValues(readOptions(options));
  if (!mayHoldSite(file.source) && !mayHoldSuppression(file.source)) return undefined;
  const engine = await part("engine");
  try {
    return migrate(file, api, values, options.dry === true, engine);
  } catch (error) {
    throw forUser(error, engine);
  }
}

function migrate(
  file: FileInfo,
  api: API,
  values: OptionValues,
  dry: boolean,
  engine: Parts["engine"],
): string | undefined {
  const { analyze, engineOptions, findConfig, chosenOf, factsOfNames, planHelper } = engine;
  const workingFolder = process.cwd();
  const chosen = chosenOf(values, findConfig(workingFolder), workingFolder);
  const { plan, vendored } = planHelper(chosen.values, file.path, file.source);
  const facts = factsOfNames(chosen.names, resolve(file.path));
  const analysis = analyze(file.source, file.path, engineOptions(chosen.values, plan), facts);
  if (analysis.helper === "vendor" && vendored) engine.writeVendored(vendored, dry);
  const { lines, counts } = engine.runnerReport(analysis);
  for (const line of lines) api.report(line);
  for (const count of counts) api.stats(count);
  return analysis.edits.length > 0 ? analysis.text : undefined;
}

/**
 * Loads a part of the engine: in a clone from the sources, in an installed package from what they were compiled to.
 *
 * The runner turns modules into CommonJS, but leaves `import()` alone, which cannot load TypeScript there; its `require`
 * can. Elsewhere it is the other way round.
 */
async function part<Name extends keyof Parts>(name: Name): Promise<Parts[Name]> {
  const compiled = typeof require === "function" && ".ts" in require.extensions;
  if (!compiled) return import(`../src/transform/${name}.ts`);
  const source = `${__dirname}/../src/transform/${name}.ts`;
  return existsSync(source) ? require(source) : import(`../dist/transform/${name}.js`);
}

/** Whether this worker has told what is wrong with the options. */
let told = false;

/** The options as read. Wrong ones are an error for every file, told in full for a worker's first. */
function checkedValues(read: ReturnType<Parts["text-test"]["readOptions"]>): OptionValues {
  if ("values" in read) return read.values;
  const message = told
    ? "Nothing is changed: the options are wrong, as told above."
    : ["Nothing is changed: the options are wrong.", ...read.problems].join("\n");
  told = true;
  throw withoutStack(new Error(message));
}

/** Errors that the user can mend say all in their message; of others, the stack is wanted for a bug report. */
function forUser(error: unknown, { printable }: Parts["engine"]): unknown {
  const mendable =
    error instanceof Error && ["ConfigError", "PlacementError", "SourceSyntaxError"].includes(error.name);
  if (!mendable) return error;
  // It may hold code, and names of files.
  error.message = printable(error.message);
  return withoutStack(error);
}

function withoutStack(error: Error): Error {
  error.stack = "";
  return error;
}

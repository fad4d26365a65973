import { analyze } from "../src/analyze.ts";
import type { EngineOptions } from "../src/model/options.ts";
import type { Edit } from "../src/model/site.ts";
import { Lines } from "../src/parse/lines.ts";
import { parseFile } from "../src/parse/parse.ts";
import { SourceSyntaxError } from "../src/parse/syntax-error.ts";
import { mayHoldSite } from "../src/parse/text-test.ts";
import { inlineOptions } from "../test/packages/source-files.ts";
import type { FileResult, Finding } from "./result.ts";
import { textMatches } from "./text-matches.ts";
import { unauthorizedBranches } from "./unauthorized-branches.ts";

/** From here on the parser is measured as well, in seconds. Below, noise is greater than what could be learned. */
const WORTH_COMPARING = 1;

/**
 * Runs the engine over one file, with the helper as a function of the same file, and checks what holds for every
 * output: it parses, its 401 branches are those of the input, and a second run changes nothing.
 *
 * @param path the file's place on disk, by which the kind of module is known
 * @param file its name in the result
 */
export function examine(source: string, path: string, file: string): FileResult {
  const options = inlineOptions(path);
  const stop = stopwatch();
  const outcome = outcomeOf(source, path, options);
  const seconds = stop();
  return {
    file,
    bytes: Buffer.byteLength(source),
    candidate: mayHoldSite(source),
    seconds,
    ...(seconds >= WORTH_COMPARING && outcome.parses && { parserSeconds: timeParser(source, path) }),
    findings: outcome.findings,
    failures: [...outcome.failures, ...faultsOf(outcome, source, path, options)],
  };
}

interface Outcome {
  readonly text: string;
  /** Those of the sites; the helper's are left out. */
  readonly edits: readonly Edit[];
  readonly findings: readonly Finding[];
  readonly failures: readonly string[];
  readonly parses: boolean;
}

function outcomeOf(source: string, path: string, options: Partial<EngineOptions>): Outcome {
  try {
    const { sites, text } = analyze(source, path, options);
    const findings: Finding[] = sites.map(({ line, column, verdict, rule }) => ({
      at: `${line}:${column}`,
      mark: `${verdict} ${rule}`,
    }));
    const matches = textMatches(source, sites);
    const lines = matches.length > 0 ? new Lines(source) : undefined;
    for (const offset of matches) {
      const { line, column } = lines?.locate({ start: offset, end: offset }) ?? { line: 0, column: 0 };
      findings.push({ at: `${line}:${column}`, mark: "text-match" });
    }
    const edits = sites.flatMap((site) => (site.verdict === "rewrite" ? (site.edits ?? []) : []));
    return { text, edits, findings, failures: [], parses: true };
  } catch (error) {
    const same = { text: source, edits: [], parses: false };
    if (error instanceof SourceSyntaxError) {
      return { ...same, findings: [{ at: `${error.line}:${error.column}`, mark: "parse-error" }], failures: [] };
    }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...same, findings: [], failures: [`The engine crashed: ${trace.split("\n").slice(0, 4).join("\n")}`] };
  }
}

/** What is wrong with a migrated text. */
function faultsOf(
  { text, edits }: Outcome,
  source: string,
  path: string,
  options: Partial<EngineOptions>,
): readonly string[] {
  if (text === source) return [];
  const faults: string[] = [];
  const branches = unauthorizedBranches(source, path);
  if (edits.some((edit) => branches.some(({ start, end }) => start <= edit.start && edit.end <= end))) {
    faults.push("A 401 branch is changed.");
  }
  try {
    if (analyze(text, path, options).text !== text) faults.push("A second run changes the output of the first.");
  } catch (error) {
    faults.push(`The output can't be analyzed: ${error instanceof Error ? error.message : error}`);
  }
  return faults;
}

function timeParser(source: string, path: string): number {
  const stop = stopwatch();
  parseFile(source, path);
  return stop();
}

/** Measures processor time, which says the same on a busy machine. */
function stopwatch(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000_000;
  };
}

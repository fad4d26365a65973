import { analyze } from "../src/analyze.ts";
import type { EngineOptions } from "../src/model/options.ts";
import { Lines } from "../src/parse/lines.ts";
import { parseFile, SourceSyntaxError } from "../src/parse/parse.ts";
import { mayHoldSite } from "../src/parse/text-test.ts";
import { inlineOptions } from "../test/packages/source-files.ts";
import { unauthorizedBranches } from "../test/packages/unauthorized-branches.ts";
import type { FileResult, Finding } from "./result.ts";
import { textMatches } from "./text-matches.ts";

/** From here on the parser is measured as well, in seconds. Below, noise is greater than what could be learned. */
const WORTH_COMPARING = 0.5;

/**
 * Runs the engine over one file, with the helper as a function of the same file, and checks what holds for every
 * output: it parses, its 401 branches are those of the input, and a second run changes nothing.
 *
 * @param path the file's place on disk, by which the kind of module is known
 * @param file its name in the result
 */
export function examine(source: string, path: string, file: string): FileResult {
  const options = inlineOptions(path);
  const start = performance.now();
  const outcome = outcomeOf(source, path, options);
  const seconds = (performance.now() - start) / 1000;
  return {
    file,
    bytes: Buffer.byteLength(source),
    candidate: mayHoldSite(source),
    seconds,
    ...(seconds >= WORTH_COMPARING && outcome.parses && { parserSeconds: timeParser(source, path) }),
    findings: outcome.findings,
    failures: [...outcome.failures, ...(outcome.text === source ? [] : faultsOf(outcome.text, source, path, options))],
  };
}

interface Outcome {
  readonly text: string;
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
    return { text, findings, failures: [], parses: true };
  } catch (error) {
    const same = { text: source, parses: false };
    if (error instanceof SourceSyntaxError) {
      return { ...same, findings: [{ at: `${error.line}:${error.column}`, mark: "parse-error" }], failures: [] };
    }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...same, findings: [], failures: [`The engine crashed: ${trace.split("\n").slice(0, 4).join("\n")}`] };
  }
}

/** What is wrong with a migrated text. */
function faultsOf(text: string, source: string, path: string, options: Partial<EngineOptions>): string[] {
  try {
    const again = analyze(text, path, options);
    const faults: string[] = [];
    if (again.text !== text) faults.push("A second run changes the output of the first.");
    if (unauthorizedBranches(text, path).join("\0") !== unauthorizedBranches(source, path).join("\0")) {
      faults.push("A 401 branch is not what it was.");
    }
    return faults;
  } catch (error) {
    return [`The output can't be analyzed: ${error instanceof Error ? error.message : error}`];
  }
}

function timeParser(source: string, path: string): number {
  const start = performance.now();
  parseFile(source, path);
  return (performance.now() - start) / 1000;
}

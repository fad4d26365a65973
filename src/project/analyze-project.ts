import { ts } from "ts-morph";
import { type Analysis, analyze } from "../analyze.ts";
import type { OutsideFacts } from "../model/facts.ts";
import type { EngineOptions } from "../model/options.ts";
import type { HelperFile } from "../model/outcome.ts";
import type { CompilerError } from "../model/site.ts";
import type { WhyUnchecked } from "../model/verification.ts";
import { checkRewrites, type Refused } from "./check-rewrites.ts";
import { type Loaded, loadProject } from "./load.ts";
import { whyUnchecked } from "./no-types.ts";
import { ProjectFacts } from "./project-facts.ts";

/** How one file of a project is analysed. */
export interface FileOptions {
  /** Those left out are `DEFAULT_OPTIONS`. */
  readonly options: Partial<EngineOptions>;
  /** The file that holds the helper, if the rewrites of this one import it. */
  readonly vendored?: HelperFile;
  /** What is known beside what the project's own files tell. */
  readonly facts?: OutsideFacts;
}

export interface AnalyzedFile {
  /** Absolute. */
  readonly path: string;
  /** The text that was analysed. */
  readonly source: string;
  readonly analysis: Analysis;
  /** The helper's file, where the edits import it. */
  readonly vendored?: HelperFile;
  /** Why its types are not checked; absent where they are. */
  readonly unchecked?: WhyUnchecked;
}

/** A file of the project that could not be analysed. */
export interface ProjectProblem {
  readonly path: string;
  readonly error: unknown;
}

export interface ProjectAnalysis {
  /** The path of its configuration, else its folder. */
  readonly name: string;
  /** The version of the compiler. */
  readonly compiler: string;
  /** The paths of all the project's own files, those without anything to look at included. */
  readonly paths: readonly string[];
  /** The files in which sites were looked for, by path. */
  readonly files: readonly AnalyzedFile[];
  readonly problems: readonly ProjectProblem[];
}

export interface ProjectRequest {
  /** A tsconfig, a jsconfig, or a folder. */
  readonly tsconfig: string;
  /** The options of a file, by its absolute path and its text. What it throws is a problem of that file. */
  optionsFor?(path: string, source: string): FileOptions;
}

/** Withdrawals are repeated, as one error can hide another; then all the rewrites of a file go. */
const MOST_ROUNDS = 5;

/**
 * Analyses the files of a project, with what each can be told about the others. A rewrite that would add a compiler's
 * error to its file is withdrawn to review. Reads files; writes nothing; runs nothing of the project.
 *
 * @throws {import("./project-error.ts").ProjectError} if the project cannot be read
 */
export function analyzeProject({ tsconfig, optionsFor }: ProjectRequest): ProjectAnalysis {
  const facts = new ProjectFacts(loadProject(tsconfig));
  const problems: ProjectProblem[] = [];
  const works = facts.candidates.flatMap((path) => {
    try {
      return [new Work(facts, path, optionsFor)];
    } catch (error) {
      problems.push({ path, error });
      return [];
    }
  });
  for (let round = 1; ; round++) {
    const refused = refusedOf(facts, works);
    if (refused.length === 0) break;
    for (const work of works) work.withdraw(refused, round >= MOST_ROUNDS);
  }
  const { name, files } = facts.loaded;
  const paths = files.map(({ fileName }) => fileName);
  return { name, compiler: ts.version, paths, files: works.map((work) => work.result()), problems };
}

function refusedOf(facts: ProjectFacts, works: readonly Work[]): Refused[] {
  const results = works.map((work) => work.result()).filter(({ analysis }) => analysis.edits.length > 0);
  if (results.length === 0) return [];
  const rewritten = results.map(({ path, analysis: { text, edits, sites } }) => ({ path, text, edits, sites }));
  const added = new Map(results.flatMap(({ vendored }) => (vendored ? [[vendored.path, vendored] as const] : [])));
  return checkRewrites(facts.loaded, rewritten, (path) => facts.offsetIn(path), added);
}

/** One file, analysed anew whenever a rewrite is withdrawn. */
class Work {
  readonly #path: string;
  readonly #source: string;
  readonly #loaded: Loaded;
  readonly #facts: OutsideFacts;
  readonly #chosen: FileOptions;
  readonly #refused = new Map<number, CompilerError>();
  #analysis: Analysis;

  constructor(facts: ProjectFacts, path: string, optionsFor: ProjectRequest["optionsFor"]) {
    this.#path = path;
    this.#source = facts.textOf(path);
    this.#loaded = facts.loaded;
    this.#chosen = optionsFor?.(path, this.#source) ?? { options: {} };
    this.#facts = {
      ...facts.factsFor(path),
      ...this.#chosen.facts,
      rewriteErrorAt: ({ start }) => this.#refused.get(start),
    };
    this.#analysis = this.#analyze();
  }

  /** Withdraws the refused rewrites of this file; all of its rewrites, where that has not helped so far. */
  withdraw(refused: readonly Refused[], all: boolean): void {
    const own = refused.filter(({ path }) => path === this.#path);
    const [first] = own;
    if (!first) return;
    for (const { start, error } of own) this.#refused.set(start, this.#refused.get(start) ?? error);
    const rest = this.#analysis.sites.filter(({ verdict }) => all && verdict === "rewrite");
    for (const { start } of rest) this.#refused.set(start, this.#refused.get(start) ?? first.error);
    this.#analysis = this.#analyze();
  }

  result(): AnalyzedFile {
    const { vendored } = this.#chosen;
    const isImported = vendored && this.#analysis.helper === "vendor";
    const { program } = this.#loaded;
    const file = program.getSourceFile(this.#path);
    const unchecked = file && whyUnchecked(file, program.getCompilerOptions());
    return {
      path: this.#path,
      source: this.#source,
      analysis: this.#analysis,
      ...(isImported && { vendored }),
      ...(unchecked && { unchecked }),
    };
  }

  #analyze(): Analysis {
    return analyze(this.#source, this.#path, this.#chosen.options, this.#facts);
  }
}

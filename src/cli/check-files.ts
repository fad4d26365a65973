import { availableParallelism } from "node:os";
import { dirname, resolve } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { type Chosen, chosenOf } from "../config/with-config.ts";
import { partOf } from "../link/neighbours.ts";
import type { CheckedFile, Failure, Outcome, Problem } from "../model/outcome.ts";
import { mayHoldSuppression } from "../model/suppression.ts";
import type { Verification } from "../model/verification.ts";
import { holdsErrorCode, mayHoldSite, mayPassScope } from "../parse/text-test.ts";
import type { AnalysisResult } from "./analysis/analyze-file.ts";
import { type Analyzer, createAnalyzer } from "./analysis/analyzer.ts";
import type { LinkedPart } from "./analysis/linked.ts";
import type { ProjectResults } from "./analysis/project-results.ts";
import { projectInThread } from "./analysis/project-thread.ts";
import { verificationOf } from "./analysis/verification.ts";
import type { CheckRequest } from "./check-request.ts";
import { packedFailures } from "./dependencies/packed.ts";
import { replacingDependencies } from "./dependencies/replacing.ts";
import { isInShard } from "./shard.ts";
import { type Source, sourcesOf } from "./sources.ts";
import { wrongRequest } from "./wrong-request.ts";

/** What a check found, and which files it looked at. */
export interface CheckResult extends Outcome {
  /** The files that were selected, as reports name them. */
  readonly selected: ReadonlySet<string>;
  /** Where the run judges a part of the files (`shard`): those of the other parts. */
  readonly ofOtherParts: ReadonlySet<string>;
  /** The folders that hold files which were selected, those of other parts included; absolute. */
  readonly folders: ReadonlySet<string>;
  /** What was type-checked of the rewrites; present under `project`. */
  readonly verification?: Verification;
}

/** More threads than this gain little: files are read by one. */
const MOST_THREADS = 4;
/** For so long nothing else gets its turn, in milliseconds: not an interruption, and not the display of progress. */
const STRETCH = 50;

/**
 * Finds the step-up handlers in files that replace the requested scope. Reads files; writes nothing but where
 * to look in installed packages (`dependencies: "all"`), and runs nothing of what it reads.
 *
 * @param paths files, folders and glob patterns, absolute or from the working folder
 * @returns everything found, in the order of paths. What goes wrong is part of it, wrong options included.
 */
export async function checkFiles(paths: readonly string[] = ["."], request: CheckRequest = {}): Promise<CheckResult> {
  const began = performance.now();
  const workingFolder = request.workingFolder ?? process.cwd();
  const run = new Run({ ...request, workingFolder });
  const wrong = wrongRequest(paths, request);
  if (wrong.length > 0) {
    return { ...run.outcome(), failures: wrong, dependencies: [], counts: run.counts(performance.now() - began) };
  }
  await run.all(paths);
  const { dependencies: wanted = "sdk", stdin } = request;
  const search = { folders: run.folders, workingFolder, checked: run.selectedPaths, all: wanted === "all" };
  const dependencies = wanted === "none" || stdin ? [] : await replacingDependencies(search);
  const outcome = run.outcome();
  const failures = [...outcome.failures, ...(wanted === "all" ? packedFailures(run.folders, workingFolder) : [])];
  return { ...outcome, failures, dependencies, counts: run.counts(performance.now() - began) };
}

/** The state of one check. */
class Run {
  readonly selected = new Set<string>();
  readonly selectedPaths = new Set<string>();
  readonly #files: CheckedFile[] = [];
  readonly #failures: Failure[] = [];
  readonly #remarks: Problem[] = [];
  readonly #request: CheckRequest & { readonly workingFolder: string };
  /** The engine's options, and the names of the user's own. */
  readonly #chosen: Chosen;
  #read = 0;
  #parsed = 0;
  #handlers = 0;
  readonly #unrecognised: string[] = [];
  /** The selected files that other parts of the run judge, as reports name them. */
  readonly #others = new Set<string>();
  /** What was said of the program that the request names. */
  #program: ProjectResults | undefined;
  /** The files in which a scope may pass from one to another. */
  readonly #parts: LinkedPart[] = [];

  constructor(request: CheckRequest & { readonly workingFolder: string }) {
    this.#request = request;
    const { options = {}, config, workingFolder } = request;
    this.#chosen = chosenOf(options, config, workingFolder);
  }

  async all(paths: readonly string[]): Promise<void> {
    this.#program = await this.#project();
    const analyzer = createAnalyzer(this.#concurrency(), ({ file, source }, result) =>
      this.#keep(file, source, result),
    );
    try {
      await this.#analyzeAll(paths, analyzer, this.#program);
      await this.#linkAll(analyzer);
    } finally {
      await analyzer.close();
    }
  }

  async #linkAll(analyzer: Analyzer): Promise<void> {
    if (this.#parts.length < 2 || !this.#parts.some(({ isAnalyzed }) => isAnalyzed)) return;
    const { linkedGroups, withLinked } = await import("./analysis/linked.ts");
    const groups = linkedGroups(this.#parts, ({ file }) => !this.#others.has(file));
    const others = new Set(groups.flat().filter(({ file, isAnalyzed }) => isAnalyzed && this.#others.has(file)));
    for (const { path, file, text } of others) {
      const source = text();
      if (source !== undefined) await analyzer.add({ ...this.#analysisOf({ path, file }), source });
    }
    await analyzer.finish();
    const linked = await withLinked(this.#files, this.#parts, groups, this.#chosen.names, analyzer);
    this.#files.splice(0, this.#files.length, ...linked.files);
    this.#failures.push(...linked.failures);
    this.#handlers += linked.handlers.filter((file) => !this.#others.has(file)).length;
    this.#parsed += new Set(
      groups.flat().filter(({ file, isAnalyzed }) => !isAnalyzed && !this.#others.has(file)),
    ).size;
  }

  async #analyzeAll(paths: readonly string[], analyzer: Analyzer, project: ProjectResults | undefined): Promise<void> {
    const { allowNoFiles = false } = this.#request;
    const remark = (problem: Problem) => void this.#remarks.push(problem);
    const failure = ({ kind, ...problem }: Failure) =>
      kind === "nothing-matched" && allowNoFiles ? remark(problem) : void this.#failures.push({ kind, ...problem });
    const notice = { failure, remark };
    let since = performance.now();
    let hasCandidates = false;
    for (const source of sourcesOf(paths, this.#request, notice)) {
      this.selectedPaths.add(source.path);
      const isOwn = isInShard(source.file, this.#request.shard);
      (isOwn ? this.selected : this.#others).add(source.file);
      const text = isOwn ? this.#textToParse(source, project) : this.#lookAtOther(source, project);
      hasCandidates ||= text !== undefined;
      if (text !== undefined) await analyzer.add({ ...this.#analysisOf(source), source: text });
      if (performance.now() - since > STRETCH) {
        this.#request.onProgress?.(this.selected.size);
        await turn();
        since = performance.now();
      }
    }
    this.#request.onProgress?.(this.selected.size);
    if (hasCandidates) this.#request.onCandidates?.(this.folders);
    await analyzer.finish();
  }

  /** The folders that hold selected files, absolute. */
  get folders(): Set<string> {
    return new Set([...this.selectedPaths].map((path) => dirname(path)));
  }

  counts(milliseconds: number): Outcome["counts"] {
    const [read, parsed, handlers] = [this.#read, this.#parsed, this.#handlers];
    return { selected: this.selected.size, read, parsed, handlers, milliseconds };
  }

  outcome(): Pick<
    CheckResult,
    "files" | "failures" | "remarks" | "unrecognised" | "selected" | "ofOtherParts" | "folders" | "verification"
  > {
    const isOwn = ({ file }: { readonly file?: string }) => file === undefined || !this.#others.has(file);
    const order = (a: { readonly file?: string }, b: { readonly file?: string }) => compare(a.file ?? "", b.file ?? "");
    const files = this.#files.filter(isOwn).sort(order);
    return {
      files,
      failures: this.#failures.filter(isOwn).sort(order),
      remarks: this.#remarks.sort(order),
      unrecognised: this.#unrecognised.sort(compare),
      selected: this.selected,
      ofOtherParts: this.#others,
      folders: this.folders,
      ...(this.#program && { verification: this.#verification(files, this.#program) }),
    };
  }

  #verification(files: readonly CheckedFile[], program: ProjectResults): Verification {
    const checkable = files.map((checked) => {
      const path = resolve(this.#request.workingFolder, checked.file);
      const withdrawn = checked.sites.filter(({ reasons }) => reasons.error !== undefined).length;
      return { checked, path, withdrawn, by: program.paths.has(path) ? program : "not-included" } as const;
    });
    return verificationOf(checkable);
  }

  /** The text of a file that is to be parsed; undefined where there is none, or the project has seen to it. */
  #textToParse(source: Source, project: ProjectResults | undefined): string | undefined {
    if (project?.paths.has(source.path)) {
      this.#read++;
      const known = project.results.get(source.path);
      if (known) this.#keep(source.file, known.source, { ...known.result });
      return undefined;
    }
    const found = source.read();
    if ("failure" in found) {
      this.#failures.push(found.failure);
      return undefined;
    }
    this.#read++;
    const isCandidate = mayHoldSite(found.text);
    if (isCandidate || mayPassScope(found.text)) this.#parts.push(linkedPart(source, found.text, isCandidate));
    if (!isCandidate && !mayHoldSuppression(found.text)) return undefined;
    return found.text;
  }

  /** Keeps of a file of another part what those of this one may need to be judged. */
  #lookAtOther(source: Source, project: ProjectResults | undefined): undefined {
    if (project?.paths.has(source.path)) return;
    const found = source.read();
    if ("failure" in found) return;
    const isCandidate = mayHoldSite(found.text);
    if (isCandidate || mayPassScope(found.text)) this.#parts.push(linkedPart(source, found.text, isCandidate));
  }

  #keep(file: string, source: string, { checked, failure, remark, handlers }: AnalysisResult): void {
    if (this.#others.has(file)) {
      if (checked) this.#files.push({ ...checked, source });
      return;
    }
    if (handlers !== undefined) this.#parsed++;
    this.#handlers += handlers ?? 0;
    if (handlers === 0 && holdsErrorCode(source)) this.#unrecognised.push(file);
    if (checked) this.#files.push({ ...checked, source });
    if (failure) this.#failures.push(failure);
    if (remark) this.#remarks.push(remark);
  }

  #analysisOf({ path, file }: Pick<Source, "path" | "file">) {
    return { path, file, ...this.#chosen, workingFolder: this.#request.workingFolder };
  }

  #concurrency(): number {
    return this.#request.concurrency ?? Math.min(availableParallelism(), MOST_THREADS);
  }

  async #project(): Promise<ProjectResults | undefined> {
    const { project, workingFolder } = this.#request;
    if (project === undefined) return undefined;
    const found = await projectInThread({ project, ...this.#chosen, workingFolder });
    if (!("failure" in found)) return found;
    this.#failures.push(found.failure);
    return undefined;
  }
}

/** What is kept of a text for its neighbours: of one that is analysed all, of others they are many. */
function linkedPart({ path, file, read }: Source, text: string, isAnalyzed: boolean): LinkedPart {
  const again = () => {
    const found = read();
    return "failure" in found ? undefined : found.text;
  };
  return { ...partOf(path, text), file, isAnalyzed, text: isAnalyzed ? () => text : again };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

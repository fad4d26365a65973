import { resolve } from "node:path";
import { chosenOf } from "../config/with-config.ts";
import type { CheckedFile, Failure, Problem } from "../model/outcome.ts";
import { NO_PROVENANCE } from "../model/provenance.ts";
import type { Verification } from "../model/verification.ts";
import { isBuiltFile } from "../place/built-file.ts";
import { packageRoot } from "../place/manifest.ts";
import { realPath } from "../place/real-path.ts";
import { type FixedFile, type FixResult, fixSummary } from "../report/fix-summary.ts";
import { printedPatch } from "../report/patch.ts";
import { failureLines, remarkLines } from "../report/problem-lines.ts";
import { DOCS, TOOL } from "../report/tool.ts";
import type { ReportView } from "../report/view.ts";
import { configSettings } from "./config-settings.ts";
import { type ExitCode, exitCodeOf } from "./exit-codes.ts";
import { applyDecision } from "./fix/apply-decision.ts";
import { type Decision, wholeDecision } from "./fix/decision.ts";
import { DryPatch } from "./fix/dry-patch.ts";
import { fixReport } from "./fix/fix-report.ts";
import { formatterCommands } from "./fix/formatter-command.ts";
import { heldBack } from "./fix/held-back.ts";
import { HelperTestWriter } from "./fix/helper-tests.ts";
import { keepInstalled } from "./fix/keep-installed.ts";
import { askAt } from "./fix/prompts.ts";
import { search } from "./fix/search.ts";
import { runSession, type Session, type SessionEnd } from "./fix/session.ts";
import { changesOf, suggestedDecisions } from "./fix/suggested.ts";
import { suppressSite } from "./fix/suppress-site.ts";
import { verificationOfChanges } from "./fix/verification.ts";
import { type FixSettings, fixSettings } from "./fix-settings.ts";
import { provenanceOf } from "./provenance.ts";
import { siteOptions, usableOf } from "./same-options.ts";
import { streamView } from "./stream-view.ts";
import { toolCommand } from "./tool-command.ts";
import { currentFolder } from "./working-folder.ts";
import { writeOutput } from "./write-output.ts";

/**
 * The command `fix`: applies the rewrites, all of them or those that a person accepts.
 *
 * @param paths as given; none means the working folder
 * @param given the options as commander hands them over, in camel case
 * @returns the exit code
 * @throws {import("./usage-error.ts").UsageError} for wrong options
 */
export async function fix(paths: readonly string[], given: Readonly<Record<string, unknown>>): Promise<number> {
  const workingFolder = currentFolder();
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const settings = fixSettings(given, isTerminal, paths.length > 0, configSettings(given, workingFolder));
  const run = new Fix(settings, workingFolder);
  await run.find(pathsOf(paths, settings));
  if (settings.dryRun) return run.show();
  run.holdBack();
  const end = settings.interactive ? await run.ask() : run.applyAll();
  await run.findAgain();
  return run.report(end);
}

function pathsOf(given: readonly string[], { suggestions }: FixSettings): readonly string[] {
  if (suggestions.length > 0) return [...new Set(suggestions.map(({ path }) => path))];
  return given.length > 0 ? given : ["."];
}

/** The state of one run. */
class Fix {
  readonly #settings: FixSettings;
  readonly #workingFolder: string;
  readonly #fixed: FixedFile[] = [];
  readonly #failures: Failure[] = [];
  readonly #remarks: Problem[] = [];
  /** What was done, or under a dry run would be. */
  readonly #carriedOut: Decision[] = [];
  readonly #tests: HelperTestWriter | undefined;
  /** What was type-checked of the rewrites that were found; absent where nothing was to be. */
  #verification: Verification | undefined;
  /** As it was before any change. */
  #provenance = NO_PROVENANCE;
  /** What was found first: the texts before any change. */
  #found: readonly CheckedFile[] = [];
  /** What there is now. */
  #files: readonly CheckedFile[] = [];
  /** The files that are not to be touched, as reports name them. */
  #heldBack: ReadonlySet<string> = new Set();

  constructor(settings: FixSettings, workingFolder: string) {
    this.#settings = settings;
    this.#workingFolder = workingFolder;
    const notice = {
      failure: (failure: Failure) => this.#failures.push(failure),
      remark: (problem: Problem) => this.#remarks.push(problem),
    };
    if (settings.withTests) this.#tests = new HelperTestWriter(workingFolder, settings.dryRun, notice);
  }

  async find(paths: readonly string[]): Promise<void> {
    const { request, report } = this.#settings;
    const { files, failures, remarks, folders, verification } = await this.#search(paths, request);
    if (report) this.#provenance = await provenanceOf(request, { folders, workingFolder: this.#workingFolder });
    this.#found = files;
    this.#files = files;
    this.#verification = verification;
    this.#failures.push(...failures);
    this.#remarks.push(...remarks);
  }

  /** Looks once more at what was changed: what is left there has moved. */
  async findAgain(): Promise<void> {
    if (this.#fixed.length === 0) return;
    const { since: _, ...request } = this.#settings.request;
    const changed = new Set(this.#fixed.map(({ file }) => file));
    const { files, failures } = await this.#search([...this.#fixed.map(({ path }) => path)], request);
    this.#failures.push(...failures.filter(({ file }) => file !== undefined && changed.has(file)));
    const others = this.#files.filter(({ file }) => !changed.has(file));
    this.#files = [...others, ...files].sort((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)));
  }

  /** Leaves out the files whose present text would be lost if a rewrite went wrong. */
  holdBack(): void {
    if (this.#settings.allowDirty) return;
    const { files, failures, remarks } = heldBack(this.#files, this.#settings, this.#workingFolder);
    this.#heldBack = files;
    this.#failures.push(...failures);
    this.#remarks.push(...remarks);
  }

  applyAll(): SessionEnd {
    for (const decision of this.#decisions(this.#touchable())) this.#apply(decision);
    return "done";
  }

  ask(): Promise<SessionEnd> {
    const session: Session = {
      ask: askAt({ input: process.stdin, output: process.stdout }, this.#view(process.stdout, 0)),
      suppress: suppressSite,
      apply: (decision) => this.#apply(decision),
    };
    return runSession(this.#touchable(), session);
  }

  /** Prints what would be changed, as a patch; to a terminal, so that nothing in it is obeyed. Then what it comes to. */
  async show(): Promise<ExitCode> {
    const made = new DryPatch(this.#workingFolder);
    for (const undecided of this.#decisions(this.#touchable())) {
      const decision = this.#changed(undecided);
      const fixed = decision && this.#carryOut(decision);
      if (!decision || !fixed) continue;
      this.#carriedOut.push(decision);
      made.add(fixed, decision.file.source);
      if (this.#isHelperFile(decision.file)) made.holds(realPath(fixed.path));
    }
    process.stdout.write(printedPatch(made.text, streamView(process.stdout, this.#settings.color)));
    this.#writeReport();
    const exitCode = this.#problems();
    // Beside the patch, which is for other programs.
    process.stderr.write(fixSummary(await this.#result(made.fixed, true), this.#view(process.stderr, exitCode)));
    return exitCode;
  }

  async report(end: SessionEnd): Promise<number> {
    this.#writeReport();
    const exitCode = this.#problems();
    process.stdout.write(fixSummary(await this.#result(this.#fixed, false), this.#view(process.stdout, exitCode)));
    return end === "cancelled" ? 130 : exitCode;
  }

  async #result(fixed: readonly FixedFile[], dryRun: boolean): Promise<FixResult> {
    const workingFolder = this.#workingFolder;
    const options = siteOptions(usableOf(this.#settings.request, this.#failures));
    const verification = this.#verificationOfChanges();
    const base = {
      ...{ fixed, files: this.#files, dryRun, options, workingFolder },
      ...(verification && { verification }),
    };
    if (dryRun) return { ...base, formatters: [], recipes: [] };
    const added = fixed.flatMap(({ helper, tests }) => [helper, tests].flatMap((each) => each?.path ?? []));
    const written = fixed.filter(({ path, text }) => !isBuiltFile(path, text, packageRoot(path, workingFolder)));
    const formatted = [...added, ...written.map(({ path }) => path)];
    const changed = fixed.map(({ path }) => path);
    return {
      ...base,
      formatters: await formatterCommands(formatted, workingFolder),
      recipes: await keepInstalled(changed, workingFolder),
    };
  }

  #verificationOfChanges(): Verification | undefined {
    return this.#verification && verificationOfChanges(this.#verification, this.#carriedOut);
  }

  #search(paths: readonly string[], request: FixSettings["request"]) {
    return search(paths, request, this.#settings.verify, this.#workingFolder);
  }

  #isHelperFile({ file }: CheckedFile): boolean {
    const { helperFile } = this.#settings;
    return helperFile !== undefined && realPath(resolve(this.#workingFolder, file)) === helperFile;
  }

  /** The file that is to hold the helper comes first: once that has been added for another, its sites have moved. */
  #touchable(): CheckedFile[] {
    const files = this.#files.filter(({ file }) => !this.#heldBack.has(file));
    return files.sort((a, b) => Number(this.#isHelperFile(b)) - Number(this.#isHelperFile(a)));
  }

  /** What is to be done without a question: all rewrites, or the suggestions that were asked for. */
  #decisions(files: readonly CheckedFile[]): Decision[] {
    const { suggestions } = this.#settings;
    if (suggestions.length === 0) return files.map(wholeDecision);
    const { decisions, failures } = suggestedDecisions(this.#files, suggestions, this.#workingFolder);
    this.#failures.push(...failures);
    return files.flatMap((file) => decisions.find((decision) => decision.file === file) ?? []);
  }

  /** A decision with the edits that it comes to; undefined where they can't be made, which is a failure. */
  #changed(decision: Decision): Decision | undefined {
    const { options = {}, config } = this.#settings.request;
    const made = changesOf(decision, chosenOf(options, config, this.#workingFolder), this.#workingFolder);
    if (!("failure" in made)) return made;
    this.#failures.push(made.failure);
    return undefined;
  }

  #apply(undecided: Decision): void {
    const decision = this.#changed(undecided);
    const fixed = decision && this.#carryOut(decision);
    if (!decision || !fixed) return;
    this.#fixed.push(fixed);
    this.#carriedOut.push(decision);
  }

  /** Carries a decision out, under a dry run only in thought; undefined where nothing comes of it. */
  #carryOut(decision: Decision): FixedFile | undefined {
    const { dryRun: dry, helperFile } = this.#settings;
    const tests = this.#tests;
    const result = applyDecision(decision, this.#workingFolder, {
      dry,
      mayAdd: helperFile !== undefined,
      ...(tests && { tests }),
    });
    if (result && "failure" in result) this.#failures.push(result.failure);
    return result && "fixed" in result ? result.fixed : undefined;
  }

  /** Explains what was changed, or under a dry run would be, from the texts before it. */
  #writeReport(): void {
    const { report } = this.#settings;
    if (!report) return;
    const run = {
      found: this.#found,
      decisions: this.#carriedOut,
      failures: this.#failures,
      provenance: this.#provenance,
      verification: this.#verificationOfChanges(),
    };
    const text = fixReport(report.format, run, this.#settings, this.#workingFolder);
    const failure = writeOutput(report.path, text);
    if (failure) this.#failures.push(failure);
  }

  /** Tells on standard error what went wrong. */
  #problems(): ExitCode {
    this.#tests?.finish();
    const exitCode = exitCodeOf({ files: this.#files, failures: this.#failures, dependencies: [] }, "review");
    const view = this.#view(process.stderr, exitCode);
    const lines = [...remarkLines(this.#remarks, view), ...failureLines(this.#failures, view)];
    if (lines.length > 0) process.stderr.write(`${lines.join("\n")}\n`);
    return exitCode;
  }

  #view(stream: NodeJS.WriteStream, exitCode: ExitCode): ReportView {
    const base = {
      version: TOOL.version,
      docs: DOCS,
      command: toolCommand(this.#workingFolder),
      provenance: NO_PROVENANCE,
      failOn: "review",
      exitCode,
      quiet: false,
      list: false,
      next: [],
    } as const;
    return { ...base, ...streamView(stream, this.#settings.color) };
  }
}

import { resolve } from "node:path";
import type { Baseline, BaselinePlace } from "../baseline/baseline.ts";
import { isApplied } from "../edit/chosen-edits.ts";
import type { Outcome, ReplacingDependency } from "../model/outcome.ts";
import { isFinding } from "../model/outcome.ts";
import { NO_PROVENANCE } from "../model/provenance.ts";
import { tellsProvenance } from "../report/format-names.ts";
import { shellWord } from "../report/shell-word.ts";
import { checkFiles } from "./check-files.ts";
import type { CheckRequest } from "./check-request.ts";
import { type CheckSettings, checkSettings } from "./check-settings.ts";
import { configSettings } from "./config-settings.ts";
import { onInterrupt } from "./interrupt.ts";
import { optimizeLater } from "./optimize-later.ts";
import { createProgress } from "./progress.ts";
import { provenanceOf, type RunFacts, repositoriesOf } from "./provenance.ts";
import { readStdin } from "./read-stdin.ts";
import { report } from "./report.ts";
import { fileOptions, fixOptions, siteOptions, usableOf } from "./same-options.ts";
import { toolCommand } from "./tool-command.ts";
import { currentFolder } from "./working-folder.ts";

/**
 * The command `check`: finds and reports; changes nothing but the baseline.
 *
 * @param paths as given; none means the working folder
 * @param given the options as commander hands them over, in camel case
 * @returns the exit code
 * @throws {import("./usage-error.ts").UsageError} for wrong options, and for files that options name and that fail
 */
export async function check(paths: readonly string[], given: Readonly<Record<string, unknown>>): Promise<number> {
  const settings = checkSettings(given, paths.length > 0, configSettings(given, currentFolder()));
  const began = settings.time ? new Date() : undefined;
  const { outcome, looked } = await outcomeOf(paths.length > 0 ? paths : ["."], settings);
  const hasFindings = outcome.files.some(({ sites }) => sites.some((site) => isFinding(site, settings.failOn)));
  const provenance = settings.outputs.some(({ format }) => tellsProvenance(format, hasFindings))
    ? await provenanceOf(settings.request, { ...looked, workingFolder: currentFolder(), began })
    : NO_PROVENANCE;
  return report(outcome, settings, { next: nextSteps(outcome, paths, settings), provenance });
}

async function outcomeOf(
  paths: readonly string[],
  settings: CheckSettings,
): Promise<{ outcome: Outcome; looked: Pick<RunFacts, "folders" | "names" | "repositories"> }> {
  const workingFolder = currentFolder();
  const { stdinName } = settings;
  const request = { ...settings.request, workingFolder };
  // Read first: a baseline that can't be read would leave every site a finding.
  const baseline = settings.baseline && (await readGivenBaseline(settings.baseline, workingFolder));
  const progress = createProgress(process.stderr, settings.quiet);
  const done = onInterrupt(() => progress.clear());
  try {
    const stdin = stdinName === undefined ? {} : { stdin: { file: stdinName, source: await readStdin() } };
    const onProgress = (files: number) => progress.show(files);
    // Git is asked while the engine is loaded, where there is likely something to tell.
    let repositories: RunFacts["repositories"];
    const onCandidates = (folders: ReadonlySet<string>) => {
      optimizeLater();
      if (settings.outputs.some(({ format }) => tellsProvenance(format, true)))
        repositories = repositoriesOf(folders, workingFolder);
    };
    const dependencies = settings.failOnDependencies ? "all" : "sdk";
    const result = await checkFiles(paths, { ...request, ...stdin, dependencies, onProgress, onCandidates });
    const looked = { folders: result.folders, names: [...result.selected, ...result.ofOtherParts], repositories };
    const outcome = settings.failOnDependencies
      ? { ...result, dependencies: result.dependencies.map(asFinding) }
      : result;
    if (!baseline) return { outcome, looked };
    const { applyBaseline } = await import("./apply-baseline.ts");
    return { outcome: applyBaseline(outcome, baseline, settings.baseline?.write, paths, request), looked };
  } finally {
    progress.clear();
    done();
  }
}

/** Baselines are read with the parser, which most runs can do without: loading it takes as long as starting Node. */
async function readGivenBaseline(
  { path, write }: NonNullable<CheckSettings["baseline"]>,
  workingFolder: string,
): Promise<Baseline> {
  const { readBaseline } = await import("../baseline/read.ts");
  return readBaseline(placeOf(path, workingFolder), write === "update");
}

function placeOf(path: string, workingFolder: string): BaselinePlace {
  return { path: resolve(workingFolder, path), workingFolder };
}

const asFinding = (dependency: ReplacingDependency): ReplacingDependency => ({ ...dependency, isFinding: true });

/** What to do about findings: have the first explained, and have those fixed that can be. */
function nextSteps({ files, failures }: Outcome, paths: readonly string[], settings: CheckSettings): string[] {
  const { failOn, stdinName, baseline } = settings;
  const request = usableOf(settings.request, failures);
  if (stdinName !== undefined) return [];
  const found = files.flatMap(({ file, sites }) =>
    sites.filter((site) => isFinding(site, failOn)).map((site) => ({ file, site })),
  );
  const [first] = found;
  if (!first) return [];
  const fixable = new Set(found.flatMap(({ file, site }) => (isApplied(site) ? [file] : [])));
  // `fix` can't be told what is staged, and heeds no baseline.
  const isPart = request.staged || baseline !== undefined;
  return [
    commandLine("explain", siteOptions(request), [`${first.file}:${first.site.line}`]),
    ...(fixable.size > 0 ? [fixCommand(request, isPart ? [...fixable] : undefined, paths)] : []),
  ];
}

/** @param only the files to fix, where these are not all that the paths lead to */
function fixCommand(request: CheckRequest, only: readonly string[] | undefined, paths: readonly string[]): string {
  if (only) return commandLine("fix", fixOptions(request), only);
  return commandLine("fix", [...fileOptions(request), ...fixOptions(request)], paths.length > 0 ? paths : ["."]);
}

const commandLine = (name: string, options: readonly string[], paths: readonly string[]): string =>
  [toolCommand(currentFolder()), name, ...options, ...paths.map((path) => shellWord(path))].join(" ");

import { resolve } from "node:path";
import type { CheckedFile, CheckedSite, Failure } from "../model/outcome.ts";
import { shownPath } from "../place/shown-path.ts";
import { explainAll } from "../report/explain/explain.ts";
import { allFingerprints } from "../report/fingerprint.ts";
import { checkFiles } from "./check-files.ts";
import { explainRule } from "./explain-rule.ts";
import { type ExplainSettings, explainSettings } from "./explain-settings.ts";
import type { FileTarget } from "./file-target.ts";
import { onInterrupt } from "./interrupt.ts";
import { createProgress } from "./progress.ts";
import { provenanceOf } from "./provenance.ts";
import { reportExplanations } from "./report-explanations.ts";
import { fixOptions, usableOf } from "./same-options.ts";
import { toolCommand } from "./tool-command.ts";
import { currentFolder } from "./working-folder.ts";

/**
 * The command `explain`: says of each site what the code does, on what the verdict rests, and what is left to decide.
 *
 * @param paths as given, `file:line` among them; none means the working folder
 * @param given the options as commander hands them over, in camel case
 * @returns the exit code: 0, or 2 where something could not be judged, a line has no site, or a report can't be written
 * @throws {import("./usage-error.ts").UsageError} for wrong options
 */
export async function explain(paths: readonly string[], given: Readonly<Record<string, unknown>>): Promise<0 | 2> {
  if (typeof given.rule === "string") return explainRule(given.rule, paths, given);
  const workingFolder = currentFolder();
  const settings = explainSettings(paths, given, workingFolder);
  const { targets, request } = settings;
  const began = settings.time ? new Date() : undefined;
  const progress = createProgress(process.stderr, false);
  const done = onInterrupt(() => progress.clear());
  try {
    const onProgress = (files: number) => progress.show(files);
    const named = [...new Set(targets.map(({ path }) => path))];
    const { files, failures, remarks, folders, ...lookedAt } = await checkFiles(named, { ...request, onProgress });
    // Of a file that could not be judged, that is told, and no line.
    const unjudged = new Set(failures.map(({ file = "" }) => shown(file, workingFolder)));
    const judged = targets.filter(({ path }) => !unjudged.has(shown(path, workingFolder)));
    const alone = askedFor(files, judged, workingFolder);
    // A site that other files show is found along with these.
    const looked = alone.failures.length > 0 ? await amongAll(files, settings, workingFolder) : files;
    const asked = looked === files ? alone : askedFor(looked, judged, workingFolder);
    progress.clear();
    const all = [...failures, ...asked.failures];
    const provenance = await provenanceOf(request, { folders, workingFolder, began });
    const fixCall = { tool: toolCommand(workingFolder), options: fixOptions(usableOf(request, failures)) };
    const explanations = explainAll(asked.files, fixCall, allFingerprints(looked, provenance));
    return reportExplanations(explanations, { failures: all, remarks, provenance, lookedAt }, settings);
  } finally {
    progress.clear();
    done();
  }
}

/** The same files, those of which a line is asked about as they are judged along with all others of the working folder. */
async function amongAll(
  files: readonly CheckedFile[],
  { targets, request }: ExplainSettings,
  workingFolder: string,
): Promise<readonly CheckedFile[]> {
  const lined = targets.filter(({ line }) => line !== undefined).map(({ path }) => path);
  const names = new Set(lined.map((path) => shown(path, workingFolder)));
  const all = await checkFiles([".", ...lined], request);
  return [...files.filter(({ file }) => !names.has(file)), ...all.files.filter(({ file }) => names.has(file))];
}

/** The files with the sites that are asked for; a line without one is a failure that names those that have one. */
function askedFor(
  files: readonly CheckedFile[],
  targets: readonly FileTarget[],
  workingFolder: string,
): { files: readonly CheckedFile[]; failures: readonly Failure[] } {
  const failures: Failure[] = [];
  const lines = new Map<string, Set<number>>();
  for (const { path, line } of targets) {
    if (line === undefined) continue;
    const name = shown(path, workingFolder);
    lines.set(name, (lines.get(name) ?? new Set()).add(line));
  }
  const whole = new Set(targets.flatMap(({ path, line }) => (line === undefined ? [path] : [])));
  const chosen = files.flatMap((file) => {
    const wanted = lines.get(file.file);
    if (!wanted || whole.has(file.file)) return file.sites.length > 0 ? [file] : [];
    const sites = file.sites.filter((site) => [...wanted].some((line) => isOn(site, line)));
    return sites.length > 0 ? [{ ...file, sites }] : [];
  });
  for (const [name, wanted] of lines) {
    const sites = files.find(({ file }) => file === name)?.sites ?? [];
    for (const line of wanted) {
      if (!sites.some((site) => isOn(site, line))) failures.push(noSiteOn(name, line, sites));
    }
  }
  return { files: chosen, failures };
}

const shown = (path: string, workingFolder: string): string => shownPath(workingFolder, resolve(workingFolder, path));

const isOn = (site: CheckedSite, line: number): boolean => site.line <= line && line <= site.endLine;

function noSiteOn(file: string, line: number, sites: readonly CheckedSite[]): Failure {
  const others = [...new Set(sites.map((site) => site.line))];
  const where = others.length > 0 ? `Lines with one: ${others.join(", ")}.` : "The file has none.";
  return { kind: "nothing-matched", file, line, message: `No site of a step-up handler is on this line. ${where}` };
}

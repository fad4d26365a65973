import type { ConfigChoice } from "../config/config.ts";
import type { CheckRequest } from "./check-request.ts";
import { fileSettings } from "./file-settings.ts";
import { fileTarget, type LinePlace } from "./file-target.ts";
import { formatByExtension, type Output } from "./output-settings.ts";
import { UsageError } from "./usage-error.ts";
import { currentFolder } from "./working-folder.ts";
import { refusalToWrite } from "./write-output.ts";

/** What the command line of `fix` asks for. */
export interface FixSettings {
  readonly request: CheckRequest;
  readonly dryRun: boolean;
  readonly interactive: boolean;
  readonly allowDirty: boolean;
  readonly verify: boolean;
  /** The places whose suggested change is to be applied, and nothing else; empty where all rewrites are. */
  readonly suggestions: readonly LinePlace[];
  /** The file that is to hold the report; absent where none is asked for. */
  readonly report?: Required<Output<ReportFormat>>;
  /** What `--color` and `--no-color` say; absent where neither is given. */
  readonly color?: boolean;
}

/**
 * Reads the options of `fix`.
 *
 * @param given options as commander hands them over, in camel case
 * @param isTerminal whether there is somebody to ask
 * @param hasPaths whether the command line names paths
 * @param config what holds where the options say nothing
 * @throws {UsageError} for wrong ones, and for combinations that say nothing
 */
export function fixSettings(
  given: Readonly<Record<string, unknown>>,
  isTerminal: boolean,
  hasPaths: boolean,
  config?: ConfigChoice,
): FixSettings {
  const interactive = given.interactive === true;
  const dryRun = given.dryRun === true;
  const suggestions = suggestionPlaces(given.applySuggestion, hasPaths);
  if (interactive && dryRun) throw new UsageError("--dry-run changes nothing, so there is nothing to ask; give one.");
  if (suggestions.length > 0 && interactive) {
    throw new UsageError("--interactive offers the suggestions, too; leave --apply-suggestion away.");
  }
  if (interactive && !isTerminal) {
    throw new UsageError("--interactive needs a terminal; leave it away, or look at --dry-run first.");
  }
  return {
    // The installed SDK is what `check` speaks of; here it is fixed where it is named.
    request: { ...fileSettings(given, config), dependencies: "none" },
    dryRun,
    interactive,
    allowDirty: given.allowDirty === true,
    verify: given.verify === true,
    suggestions,
    ...(typeof given.report === "string" && { report: reportOutput(given.report) }),
    ...(typeof given.color === "boolean" && { color: given.color }),
  };
}

/** The places that `--apply-suggestion` names: they are files by themselves, so that nothing else is looked at. */
function suggestionPlaces(given: unknown, hasPaths: boolean): LinePlace[] {
  const texts: readonly string[] = Array.isArray(given) ? given : [];
  if (texts.length > 0 && hasPaths) {
    throw new UsageError("--apply-suggestion names the files itself, and applies nothing else; leave the paths away.");
  }
  return texts.map((text) => {
    const { path, line } = fileTarget(text, currentFolder());
    if (line !== undefined) return { path, line };
    throw new UsageError(`--apply-suggestion=${text} names no line; write --apply-suggestion <file>:<line>.`);
  });
}

/** What people hand on with a change. */
type ReportFormat = "markdown" | "html";

/** The report's file, whose extension says the format. What can't be written is told before anything is changed. */
function reportOutput(path: string): Required<Output<ReportFormat>> {
  const format = formatByExtension(path, ["markdown", "html"]);
  if (!format) throw new UsageError(`--report=${path} does not say its format; name a file that ends in .md or .html.`);
  const refusal = refusalToWrite(path);
  if (refusal) throw new UsageError(`--report=${path}: ${refusal.message}`);
  return { format, path };
}

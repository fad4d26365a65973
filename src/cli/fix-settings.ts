import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { ConfigChoice } from "../config/config.ts";
import { withConfig } from "../config/with-config.ts";
import { OPTIONS } from "../model/options.ts";
import { isDeclarationFile } from "../place/file-kinds.ts";
import { realPath } from "../place/real-path.ts";
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
  /** The module to which the helper is to be added, absolute; absent where it gets a file of its own. */
  readonly helperFile?: string;
  /** Whether the unit tests of the helper are added, too. */
  readonly withTests: boolean;
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
  const helperFile = helperModule(given);
  const request = fileSettings(helperFile === undefined ? given : { ...given, vendorPath: given.helperFile }, config);
  return {
    // The installed SDK is what `check` speaks of; here it is fixed where it is named.
    request: { ...request, dependencies: "none" },
    dryRun,
    interactive,
    allowDirty: given.allowDirty === true,
    verify: given.verify === true,
    ...(helperFile !== undefined && { helperFile }),
    withTests: given.withTests === true && isTestable(request),
    suggestions,
    ...(typeof given.report === "string" && { report: reportOutput(given.report) }),
    ...(typeof given.color === "boolean" && { color: given.color }),
  };
}

/** The module that `--helper-file` names. The engine takes it as it takes `--vendor-path`: the file that holds the helper. */
function helperModule({ helperFile, vendorPath, helper }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof helperFile !== "string") return undefined;
  if (vendorPath !== undefined) throw new UsageError("--helper-file and --vendor-path exclude each other; give one.");
  if (helper === "import" || helper === "inline") {
    throw new UsageError(`--helper-file needs --helper=vendor or --helper=auto, not --helper=${helper}.`);
  }
  if (!/\.[cm]?[jt]s$/i.test(helperFile) || isDeclarationFile(helperFile)) {
    throw new UsageError(
      `--helper-file=${helperFile} is no module that can take the helper; name one in .ts, .mts, .cts, .js, .mjs or .cjs.`,
    );
  }
  const path = resolve(currentFolder(), helperFile);
  if (existsSync(path)) return realPath(path);
  throw new UsageError(
    `--helper-file=${helperFile} is not there; --vendor-path=${helperFile} makes a new file for the helper.`,
  );
}

/** Whether the helper is one of the project, in a module that its tests can import; anything else is a wrong option. */
function isTestable({ options = {}, config }: CheckRequest): true {
  const { helper = OPTIONS.helper.default } = withConfig(options, config, currentFolder());
  if (helper !== "inline" && helper !== "import") return true;
  const where =
    options.helper === undefined && config ? `"helper": "${helper}" in ${config.path}` : `--helper=${helper}`;
  const why =
    helper === "inline"
      ? "the helper would stand in each file, from where no test can import it"
      : "the helper is another module's, and so are its tests";
  throw new UsageError(`--with-tests and ${where} exclude each other: ${why}. Give --helper=vendor, or no tests.`);
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

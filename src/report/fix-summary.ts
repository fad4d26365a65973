import { relative, sep } from "node:path";
import { type CheckedFile, type CheckedSite, type HelperFile, isFinding } from "../model/outcome.ts";
import type { Advice } from "../model/site.ts";
import type { Verification } from "../model/verification.ts";
import { OBLIGATIONS } from "../rules/obligations.ts";
import { withoutCommands } from "./ci-commands.ts";
import { counted, placeOf } from "./layout.ts";
import { type Colors, NO_COLORS } from "./paint.ts";
import { visible } from "./safe-text.ts";
import { shellWord } from "./shell-word.ts";
import { headlineText } from "./site-block.ts";
import { verificationText } from "./verification.ts";
import type { ReportView } from "./view.ts";

/** A file that was changed, or under a dry run would be. */
export interface FixedFile {
  /** As reports name it. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** The file that is replaced, from the working folder, with slashes: another than `file` behind a symbolic link. */
  readonly written: string;
  /** What it holds now. */
  readonly text: string;
  /** How many of its sites were rewritten, and how many are left as they are by a new comment. */
  readonly rewritten: number;
  readonly suppressed: number;
  /** The reviews, as they were, whose suggested change a person chose. */
  readonly decided: readonly CheckedSite[];
  /** The advice about the sites that were rewritten, where they stand now: 1-based. Empty under a dry run. */
  readonly advised: readonly (Pick<Advice, "rule" | "message"> & { readonly line: number; readonly column: number })[];
  /** The helper's file, where that was made, or got the helper, for this one. */
  readonly helper?: HelperFile;
  /** The file with the helper's tests, where that was made for this one: its path, absolute, and what runs it. */
  readonly tests?: { readonly path: string; readonly text: string; readonly runner: string };
}

/** How the change of an installed package is kept. */
export interface KeptChange {
  readonly name: string;
  readonly version: string;
  /** The package manager that installed it. */
  readonly manager: string;
  /** None where that has no commands that are known. */
  readonly commands: readonly string[];
}

/** What a run of `fix` did, and what it leaves. */
export interface FixResult {
  readonly fixed: readonly FixedFile[];
  /** Whether nothing was changed, and `fixed` is what would be. */
  readonly dryRun: boolean;
  /** The files as they are now. */
  readonly files: readonly CheckedFile[];
  /** What was type-checked of that; absent where nothing was to be. */
  readonly verification?: Verification;
  /** Commands that format the changed files. */
  readonly formatters: readonly string[];
  /** How changes of installed packages are kept. */
  readonly recipes: readonly KeptChange[];
  /** The options under which the sites are found, as words of a shell. */
  readonly options: readonly string[];
  /** What reported paths are relative to, absolute. */
  readonly workingFolder: string;
}

/**
 * What a run of `fix` did, and what is left for a person, safe for a terminal.
 *
 * @returns lines that end with a line feed
 */
export function fixSummary(result: FixResult, view: ReportView): string {
  const colors = view.colors ?? NO_COLORS;
  const sections = [
    fixedFiles(result, colors),
    decidedText(result, colors),
    ...(result.verification ? verificationText(result.verification, colors) : []),
    advisedText(result, view),
    leftText(result, view),
    commandsText("Format what was changed:", result.formatters, colors),
    ...result.recipes.map((recipe) => keptText(recipe, colors)),
  ];
  return withoutCommands(`${sections.filter((section) => section !== "").join("\n\n")}\n`);
}

function fixedFiles({ fixed, dryRun, workingFolder }: FixResult, { bold, green, dim }: Colors): string {
  if (fixed.length === 0) return bold(dryRun ? "Nothing would be changed." : "Nothing was changed.");
  const lines = fixed.flatMap(({ file, written, rewritten, suppressed, helper, tests }) => [
    ...(helper === undefined
      ? []
      : [
          `  ${shownFile(helper, workingFolder)}  ${dim(helper.present ? "the union helper added" : "new: the union helper")}`,
        ]),
    ...(tests === undefined
      ? []
      : [`  ${shownFile(tests, workingFolder)}  ${dim(`new: tests of the union helper, for ${tests.runner}`)}`]),
    `  ${visible(written === file ? file : `${file} -> ${written}`)}  ${dim(dryRun ? counted(rewritten, "site") : countsText(rewritten, suppressed))}`,
  ]);
  const sum = (key: "rewritten" | "suppressed") => fixed.reduce((all, each) => all + each[key], 0);
  const counts = dryRun
    ? `${counted(sum("rewritten"), "site")} to rewrite`
    : countsText(sum("rewritten"), sum("suppressed"));
  const title = `${counts} in ${counted(fixed.length, "file")}`;
  return [green(bold(title)), ...lines].join("\n");
}

const shownFile = ({ path }: { readonly path: string }, workingFolder: string): string =>
  visible(relative(workingFolder, path).split(sep).join("/"));

function countsText(rewritten: number, suppressed: number): string {
  const parts = [
    (rewritten > 0 || suppressed === 0) && `${counted(rewritten, "site")} rewritten`,
    suppressed > 0 && `${suppressed} suppressed`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}

/** What a person chose, with what was not proved of it. */
function decidedText({ fixed, dryRun }: FixResult, { bold }: Colors): string {
  const lines = fixed.flatMap(({ file, decided }) =>
    decided.map(({ proof, ...site }) => `  ${placeOf({ ...site, file })}  ${openText(proof)}`),
  );
  return lines.length === 0
    ? ""
    : [bold(dryRun ? "Would be applied by your decision:" : "Applied by your decision:"), ...lines].join("\n");
}

/** What is still to be thought of at what was rewritten. */
function advisedText({ fixed }: FixResult, view: ReportView): string {
  const { bold } = view.colors ?? NO_COLORS;
  const lines = fixed.flatMap(({ file, advised }) =>
    advised.map(({ rule, message, ...place }) =>
      headlineText(place, { verdict: "advice", rule, message }, view, placeOf({ ...place, file })),
    ),
  );
  return lines.length === 0 ? "" : [bold("Advice on what was rewritten:"), ...lines].join("\n");
}

/** What was asked of a site and not met: one clause. */
export function openText(proof: CheckedSite["proof"]): string {
  const [first] = proof.filter(({ answer }) => answer !== "met");
  return first ? `not proved: ${OBLIGATIONS[first.obligation]}` : "not proved";
}

/** The findings that are left: rewrites that were not applied, and what only a person can decide. */
function leftText({ files, fixed, dryRun, options }: FixResult, view: ReportView): string {
  const { bold, green, cyan } = view.colors ?? NO_COLORS;
  const decided = new Set(dryRun ? fixed.flatMap((each) => each.decided) : []);
  const applied = new Set(dryRun && decided.size === 0 ? fixed.map(({ file }) => file) : []);
  const left = files.flatMap(({ file, sites }) =>
    sites
      .filter(
        (site) => isFinding(site, "review") && !(site.verdict === "rewrite" && applied.has(file)) && !decided.has(site),
      )
      .map((site) => ({ file, site })),
  );
  const rewrites = left.filter(({ site }) => site.verdict === "rewrite");
  const reviews = left.filter(({ site }) => site.verdict !== "rewrite");
  const [first] = [...reviews, ...rewrites];
  if (!first) return view.exitCode === 2 || (dryRun && fixed.length > 0) ? "" : green("No finding is left.");
  const section = (title: string, found: typeof left) =>
    found.length === 0
      ? []
      : [
          `${bold(`${title}: ${counted(found.length, "finding")}`)}`,
          ...found.map(({ file, site }) => headlineText(site, site, view, placeOf({ ...site, file }))),
        ];
  const place = shellWord(`${first.file}:${first.site.line}`);
  const command = [`${view.command} explain`, ...options, place].join(" ");
  return [
    ...section("Not rewritten", rewrites),
    ...(rewrites.length > 0 && reviews.length > 0 ? [""] : []),
    ...section("Left for a person", reviews),
    `  See: ${cyan(command)}`,
  ].join("\n");
}

const THEN = "Then commit the patch, package.json and the lock file: each installation applies it.";

function keptText({ name, version, manager, commands }: KeptChange, colors: Colors): string {
  const installed = `the change of the installed ${visible(`${name} ${version}`)}`;
  if (commands.length > 0) return `${commandsText(`Keep ${installed}:`, commands, colors)}\n${THEN}`;
  const title = colors.bold(`Nothing keeps ${installed}:`);
  return `${title}\n  No command of ${visible(manager)} that does so is known here. Its next installation takes the change back.`;
}

function commandsText(title: string, commands: readonly string[], { bold, cyan }: Colors): string {
  if (commands.length === 0) return "";
  return [bold(title), ...commands.map((command) => `  ${cyan(visible(command))}`)].join("\n");
}

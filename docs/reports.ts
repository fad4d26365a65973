import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { checkFiles } from "../src/cli/check-files.ts";
import type { Outcome } from "../src/model/outcome.ts";
import { NO_PROVENANCE, type Provenance } from "../src/model/provenance.ts";
import { explainAll } from "../src/report/explain/explain.ts";
import type { Explanation } from "../src/report/explain/explanation.ts";
import { EXPLANATION_REPORTS } from "../src/report/explain/formats.ts";
import { allFingerprints } from "../src/report/fingerprint.ts";
import type { CheckFormat } from "../src/report/format-names.ts";
import { checkReport } from "../src/report/formats.ts";
import { lookedAtSentence } from "../src/report/looked-at.ts";
import { DOCS, TOOL } from "../src/report/tool.ts";

/** A report that the documentation shows. */
export interface Report {
  /** What its files are called. */
  readonly name: string;
  /** What stands above it. */
  readonly introduction: string;
  /** The folder in which the command is run, from this one. */
  readonly folder: string;
  /** What is explained, from that folder. */
  readonly path: string;
}

const SDK = "node_modules/@modelcontextprotocol/sdk";

/**
 * The reports of the documentation, as `npx step-up-union explain --format markdown` prints them in their folders, but
 * for the last line, which another commit changes.
 */
export const REPORTS: readonly Report[] = [
  {
    name: "report-sdk",
    introduction: `What \`npx step-up-union explain --format markdown ${SDK}\` says of version 1.32.2 as published, as \`npm run docs\` writes it down: without the last line, which tells version and commit. The same as a page: [screenshot](report-sdk.png).`,
    folder: "..",
    path: SDK,
  },
  {
    name: "report-example",
    introduction:
      "What `npx step-up-union explain --format markdown` says of [a workspace of five packages](example/README.md), as `npm run docs` writes it down: without the last line, which tells version and commit. The same as a page: [screenshot](report-example.png).",
    folder: "example",
    path: ".",
  },
];

const [, EXAMPLE] = REPORTS as [Report, Report];

/**
 * What programs are told of the example, as `npx step-up-union check` prints it there, but for the commit: the files of
 * the documentation, and their formats.
 */
export const DOCUMENTS: Readonly<Record<string, CheckFormat>> = {
  "report-example.sarif": "sarif",
  "report-example.gitlab.json": "gitlab",
  "report-example.rdjson": "rdjson",
};

/**
 * Explains what a report is about.
 *
 * @throws {Error} if some of it could not be judged
 */
export const explanationsOf = async (report: Report): Promise<readonly Explanation[]> =>
  (await explained(report)).explanations;

async function explained({ folder, path }: Report) {
  const { files, ...lookedAt } = await outcomeOf(folder, path);
  const explanations = explainAll(files, undefined, allFingerprints(files, provenanceOf(folder)));
  return { explanations, view: { notes: [lookedAtSentence(lookedAt)] } };
}

async function outcomeOf(folder: string, path: string): Promise<Outcome> {
  const workingFolder = fileURLToPath(new URL(folder, import.meta.url));
  const outcome = await checkFiles([path], { workingFolder, dependencies: "none" });
  if (outcome.failures.length > 0) throw new Error(outcome.failures.map(({ message }) => message).join("\n"));
  return outcome;
}

/** Where the command is run: no commit, which would be another one each time. */
function provenanceOf(folder: string): Provenance {
  const repository = { folder: posix.relative(folder, ".."), workingFolder: posix.join("docs", folder) };
  return { ...NO_PROVENANCE, repositories: [repository] };
}

/** The text of a document about the example. */
export async function documentText(format: CheckFormat): Promise<string> {
  const report = await checkReport(format);
  return report(await outcomeOf(EXAMPLE.folder, EXAMPLE.path), {
    version: TOOL.version,
    docs: DOCS,
    provenance: provenanceOf(EXAMPLE.folder),
    failOn: "review",
    exitCode: 1,
    quiet: false,
    list: false,
    command: "npx step-up-union",
    next: [],
  });
}

/** The text of a report's page in the documentation. */
export async function markdownPage(report: Report): Promise<string> {
  const { explanations, view } = await explained(report);
  return `${report.introduction}\n\n${EXPLANATION_REPORTS.markdown(explanations, view)}`;
}

/** A report as HTML. */
export async function htmlPage(report: Report): Promise<string> {
  const { explanations, view } = await explained(report);
  return EXPLANATION_REPORTS.html(explanations, view);
}

/** The formats of `check` by name, each with one clause that says whom it is for; the first is the default. */
export const CHECK_FORMATS = {
  pretty: "for people: findings with their code and change, and a summary",
  json: "for programs: one document, described by schemas/check.schema.json",
  sarif: "for GitHub code scanning and other viewers of SARIF 2.1.0",
  github: "for a workflow of GitHub Actions: annotations",
  gitlab: "for GitLab: a Code Quality report",
  rdjson: "for reviewdog: diagnostics whose suggestions can be applied",
  diff: "for git apply: a patch of all rewrites",
  oneline: "for editors and grep: a line for each finding, and a summary",
  markdown: "for a pull request: a comment or a summary that explains the findings",
  agent: "for coding agents: what to do about each finding, and how to prove it done",
} as const;

export type CheckFormat = keyof typeof CHECK_FORMATS;

/** What tells of the run, or names findings by what it knows of repositories: git is asked for these. */
const WITH_PROVENANCE: readonly CheckFormat[] = ["json", "sarif", "github", "gitlab", "markdown", "agent"];

/** Whether a report in this format depends on where the files come from: that for people, where it has findings. */
export const tellsProvenance = (format: CheckFormat, hasFindings: boolean): boolean =>
  WITH_PROVENANCE.includes(format) || (hasFindings && format === "pretty");

/** The formats of `explain`, likewise. */
export const EXPLAIN_FORMATS = {
  pretty: "for people at a terminal",
  markdown: "for a pull request: a table, and a section to open for each site",
  html: "for a reviewer: one file that loads nothing, with filters and a page for each site",
  json: "for programs: the same sentences as data",
} as const;

export type ExplainFormat = keyof typeof EXPLAIN_FORMATS;

/** The formats of `merge`, likewise. */
export const MERGE_FORMATS = {
  table: "for people: repositories and findings, those to begin with first",
  json: "for programs: one document, described by schemas/merge.schema.json",
  csv: "for spreadsheets: a row for each place of a finding",
  html: "for a browser: one file that loads nothing",
  sarif: "for viewers of SARIF 2.1.0: a run for each repository",
  "check-json": "of the parts of one run (--shard): the report that the whole run would have given",
} as const;

export type MergeFormat = keyof typeof MERGE_FORMATS;

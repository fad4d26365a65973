import type { Outcome } from "../../../src/model/outcome.ts";
import { NO_PROVENANCE, type Provenance, type Repository } from "../../../src/model/provenance.ts";
import { checkJson } from "../../../src/report/json.ts";
import type { Report } from "../../../src/report/merge/document.ts";
import { readDocument } from "../../../src/report/merge/read-document.ts";
import { checkedFile, outcomeOf, REVIEW, REWRITE, VIEW } from "../outcomes.ts";

export const COMMIT = "1f2e3d4c5b6a79880123456789abcdef01234567";

/** A repository at a commit, in whose root the command ran. */
export const repository = (name: string, more: Partial<Repository> = {}): Repository => ({
  folder: ".",
  workingFolder: ".",
  url: `https://example.test/acme/${name}`,
  commit: COMMIT,
  date: "2026-03-04T05:06:07Z",
  clean: true,
  ...more,
});

/** What a run found: a rewrite and a review, each with an advice. */
export const FINDINGS = outcomeOf([checkedFile("src/a.ts", REWRITE), checkedFile("src/b.mjs", REVIEW)]);
export const CLEAN = outcomeOf([]);

/** The text of a report. */
export function textOf(outcome: Outcome, provenance: Partial<Provenance> = {}): string {
  const findings = outcome.files.some(({ sites }) => sites.length > 0);
  const exitCode = outcome.failures.length > 0 ? 2 : findings ? 1 : 0;
  return checkJson(outcome, { ...VIEW, exitCode, provenance: { ...NO_PROVENANCE, ...provenance } });
}

/** A report that was read. */
export function reportOf(file: string, outcome: Outcome, provenance: Partial<Provenance> = {}): Report {
  const document = readDocument(textOf(outcome, provenance));
  if ("message" in document) throw new Error(document.message);
  return { file, document };
}

/** The report of a repository. */
export const reportFor = (name: string, outcome: Outcome, more: Partial<Repository> = {}): Report =>
  reportOf(`${name}.json`, outcome, { repositories: [repository(name, more)] });

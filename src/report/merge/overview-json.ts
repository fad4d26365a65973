import type { Failure } from "../../model/outcome.ts";
import { jsonText } from "../json-text.ts";
import type { OverviewDocument } from "../schema/merge.ts";
import { OVERVIEW_SCHEMA_VERSION } from "../schema/versions.ts";
import type { Overview } from "./overview.ts";

/** An overview as one JSON document for programs (`schemas/merge.schema.json`). */
export function overviewJson(
  { checkouts, findings, failures }: Overview,
  { version, exitCode }: { readonly version: string; readonly exitCode: 0 | 1 | 2 },
): string {
  const document: OverviewDocument = {
    schemaVersion: OVERVIEW_SCHEMA_VERSION,
    tool: { name: "step-up-union", version },
    exitCode,
    repositories: checkouts.map(({ name, url, commit, date, clean, reports, counts, undecided }) => ({
      name,
      ...(url !== undefined && { url }),
      ...(commit !== undefined && { commit }),
      ...(date !== undefined && { date }),
      ...(clean !== undefined && { clean }),
      reports,
      findings: { rewrite: counts.rewrite, review: counts.review, advice: counts.advice },
      errors: undecided.map(failureEntry),
    })),
    findings: findings.map(({ fingerprint, verdict, rule, message, places }) => ({
      fingerprint,
      verdict,
      rule,
      message,
      places: places.map(({ checkout, file, line, column, endLine, endColumn }) => ({
        repository: checkout,
        file,
        line,
        column,
        ...(endLine !== undefined && { endLine }),
        ...(endColumn !== undefined && { endColumn }),
      })),
    })),
    errors: failures.map(({ kind, file, message }) => ({ kind, ...(file !== undefined && { file }), message })),
  };
  return jsonText(document);
}

const failureEntry = ({ kind, file, line, column, message }: Failure) => ({
  kind,
  ...(file !== undefined && { file }),
  ...(line !== undefined && { line }),
  ...(column !== undefined && { column }),
  message,
});

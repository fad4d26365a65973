import type { FailOn, Failure, Problem, ReplacingDependency, StaleEntry } from "../../model/outcome.ts";
import type { Provenance } from "../../model/provenance.ts";
import type { RuleId, Verdict } from "../../model/rule-ids.ts";

/** A site of a document. What is not named here is handed on as it is. */
export interface SiteEntry {
  readonly fingerprint: string;
  readonly rule: RuleId;
  readonly verdict: Verdict;
  readonly finding: boolean;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly advice: readonly { readonly rule: RuleId; readonly message: string; readonly suppressed?: unknown }[];
  readonly suppressed?: unknown;
}

/** The run in numbers. */
export interface Summary {
  readonly findings: number;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly rules: Readonly<Record<string, number>>;
  readonly suppressed: number;
  readonly baselined: number;
  readonly stale?: number;
  readonly errors: number;
  readonly files: { readonly selected: number; readonly read: number; readonly parsed: number };
  readonly handlers: number;
  readonly milliseconds?: number;
  readonly failOn: FailOn;
  readonly exitCode: 0 | 1 | 2;
}

/** What `check --format json` writes, as it is read again (`schemas/check.schema.json`). */
export interface CheckDocument {
  readonly schemaVersion: number;
  readonly tool: { readonly name: string; readonly version: string };
  readonly provenance: Provenance;
  readonly summary: Summary;
  readonly sites: readonly SiteEntry[];
  readonly suppressions: readonly { readonly file: string }[];
  readonly dependencies: readonly (Omit<ReplacingDependency, "isFinding"> & { readonly finding: boolean })[];
  readonly unrecognised: readonly string[];
  readonly stale?: readonly StaleEntry[];
  readonly remarks: readonly Problem[];
  readonly errors: readonly Failure[];
}

/** A document, and where it was read. */
export interface Report {
  /** Its path as it was given, with slashes. */
  readonly file: string;
  readonly document: CheckDocument;
}

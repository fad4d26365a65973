import type { CheckedFile, Failure, Outcome, Problem, ReplacingDependency, StaleEntry } from "../model/outcome.ts";
import type { Repository } from "../model/provenance.ts";
import type {
  Advice,
  Authorization,
  CompilerError,
  Excerpt,
  Granted,
  Location,
  Proof,
  Reasons,
  RetryLimit,
  SiteEdit,
  Suppressed,
} from "../model/site.ts";
import type { Suppression } from "../model/suppression.ts";
import { piece } from "./clip.ts";
import { type Fingerprints, fingerprintsOf } from "./fingerprint.ts";
import { jsonText } from "./json-text.ts";
import { provenanceJson } from "./provenance.ts";
import type { CheckDocument } from "./schema/check.ts";
import { LONGEST_TEXT, SCHEMA_VERSION } from "./schema/versions.ts";
import { type PlacedSite, placedSites, tallyOf } from "./tally.ts";
import type { ReportView } from "./view.ts";

/**
 * What a run found, as one JSON document for programs (`schemas/check.schema.json`).
 *
 * Sites stand by file and position. The same outcome gives the same document. Whatever a terminal would
 * obey or hide is escaped, so that the document is well-formed Unicode and can be looked at anywhere.
 *
 * @returns JSON that ends with a line feed
 */
export function checkJson(
  outcome: Outcome,
  view: Pick<ReportView, "version" | "failOn" | "exitCode" | "provenance">,
): string {
  const { repositories } = view.provenance;
  const placed = placedSites(outcome, view.failOn);
  const document: CheckDocument = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: "step-up-union", version: view.version },
    provenance: provenanceJson(view.provenance),
    summary: summaryOf(outcome, placed, view),
    sites: sitesJson(placed, repositories),
    suppressions: outcome.files.flatMap(({ file, suppressions }) =>
      suppressions.map((suppression) => suppressionJson(file, suppression)),
    ),
    dependencies: outcome.dependencies.map(dependencyJson),
    unrecognised: outcome.unrecognised,
    ...(outcome.stale && { stale: byFile(outcome.stale).map(staleJson) }),
    remarks: outcome.remarks.map(problemJson),
    errors: outcome.failures.map((failure: Failure) => ({ kind: failure.kind, ...problemJson(failure) })),
  };
  return jsonText(document);
}

/** By file, the order of each file's own kept: parts of a run, joined, have the order of the whole. */
export const byFile = <Entry extends { readonly file?: string }>(entries: readonly Entry[]): Entry[] =>
  entries.toSorted(({ file: a = "" }, { file: b = "" }) => (a < b ? -1 : Number(a > b)));

function summaryOf(
  { counts, failures, stale }: Outcome,
  placed: readonly PlacedSite[],
  { failOn, exitCode, provenance }: Pick<ReportView, "failOn" | "exitCode" | "provenance">,
) {
  const { findings, verdicts, rules, suppressed, baselined } = tallyOf(placed);
  return {
    findings,
    verdicts,
    rules,
    suppressed,
    baselined,
    ...(stale && { stale: stale.length }),
    errors: failures.length,
    files: { selected: counts.selected, read: counts.read, parsed: counts.parsed },
    handlers: counts.handlers,
    ...(provenance.time !== undefined && { milliseconds: counts.milliseconds }),
    failOn,
    exitCode,
  };
}

function sitesJson(placed: readonly PlacedSite[], repositories: readonly Repository[]) {
  let last: { readonly file: CheckedFile; readonly prints: Fingerprints } | undefined;
  return placed.map((each) => {
    const { file } = each;
    if (last?.file !== file) last = { file, prints: fingerprintsOf(file, repositories) };
    return siteJson(each, last.prints);
  });
}

function siteJson({ file, site, isFinding }: PlacedSite, prints: Fingerprints) {
  return {
    fingerprint: prints(site, site.rule),
    rule: site.rule,
    verdict: site.verdict,
    finding: isFinding,
    file: file.file,
    ...locationJson(site),
    identity: { symbols: site.identity.symbols, code: site.identity.code },
    message: site.message,
    reasons: reasonsJson(site.reasons),
    proof: site.proof.map(proofJson),
    advice: site.advice.map(adviceJson),
    ...(site.edits && { edits: site.edits.map(editJson) }),
    ...(site.helper !== undefined && { helper: site.helper }),
    ...(site.suppressed && { suppressed: suppressedJson(site.suppressed) }),
    ...(site.baselined && { baselined: true as const }),
  };
}

// Each part is written out, so that only what the schema describes is published.

function locationJson({ line, column, endLine, endColumn, start, end }: Location) {
  return { line, column, endLine, endColumn, start, end };
}

function excerptJson(excerpt: Excerpt) {
  return { ...locationJson(excerpt), text: clipped(excerpt.text) };
}

function clipped(text: string): string {
  return text.length > LONGEST_TEXT ? `${piece(text, 0, LONGEST_TEXT - 2)}…` : text;
}

function reasonsJson(reasons: Reasons) {
  const { evidence, sink, challenged, joined, receiver, challengedFrom, previous, granted, doubt, error } = reasons;
  const { proof, receivedAt, isFilledAtFirst, authorization, unauthorized, retryLimit } = reasons;
  return {
    evidence: evidence.map((each) => ({ kind: each.kind, ...excerptJson(each) })),
    ...(proof && { proof }),
    sink: { kind: sink.kind, ...excerptJson(sink) },
    challenged: excerptJson(challenged),
    ...(joined !== undefined && { joined: clipped(joined) }),
    ...(receiver && { receiver }),
    ...(receivedAt && { receivedAt: receivedAt.map(({ file, line }) => ({ file, line })) }),
    ...(challengedFrom && { challengedFrom: challengedFrom.map(excerptJson) }),
    ...(previous !== undefined && { previous: clipped(previous) }),
    ...(isFilledAtFirst && { isFilledAtFirst }),
    ...(granted && { granted: grantedJson(granted) }),
    ...(doubt && { doubt }),
    ...(error && { error: compilerErrorJson(error) }),
    ...(authorization && { authorization: authorization.map(authorizationJson) }),
    ...(unauthorized && { unauthorized: unauthorized.map(excerptJson) }),
    ...(retryLimit && { retryLimit: retryLimitJson(retryLimit) }),
  };
}

function proofJson({ obligation, answer, evidence, doubt }: Proof) {
  return { obligation, answer, evidence: evidence.map(excerptJson), ...(doubt && { doubt }) };
}

function authorizationJson({ callee, isSdk, sdkVersion, ...excerpt }: Authorization) {
  return { callee: clipped(callee), isSdk, ...(sdkVersion && { sdkVersion }), ...excerptJson(excerpt) };
}

function retryLimitJson({ test, mark }: RetryLimit) {
  return { test: excerptJson(test), ...(mark && { mark: excerptJson(mark) }) };
}

function grantedJson(granted: Granted) {
  switch (granted.kind) {
    case "handler":
      return { kind: granted.kind, text: clipped(granted.text) };
    case "provider":
      return { kind: granted.kind, text: clipped(granted.text), inline: granted.inline };
    case "none":
      return { kind: granted.kind, why: granted.why };
  }
}

function compilerErrorJson({ code, text, line, column }: CompilerError) {
  return { code, text, line, column };
}

function adviceJson({ rule, message, suppressed }: Advice) {
  return { rule, message, ...(suppressed && { suppressed: suppressedJson(suppressed) }) };
}

function suppressedJson({ rule, reason, at }: Suppressed) {
  return { rule, reason, at: locationJson(at) };
}

function editJson({ start, end, text, role }: SiteEdit) {
  return { start, end, text, role };
}

function suppressionJson(file: string, suppression: Suppression) {
  const { rules, reason, state, message } = suppression;
  return { file, ...locationJson(suppression), rules, reason, state, ...(message !== undefined && { message }) };
}

function dependencyJson({ name, version, folder, sites, isFinding }: ReplacingDependency) {
  const places = sites.map(({ file, line, column }) => ({ file, line, column }));
  return { name, version, folder, finding: isFinding === true, sites: places };
}

function staleJson({ rule, file, symbols }: StaleEntry) {
  return { rule, file, symbols };
}

function problemJson({ file, line, column, message }: Problem) {
  return {
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    message,
  };
}

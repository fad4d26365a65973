import type { Failure } from "../../model/outcome.ts";
import type { Repository } from "../../model/provenance.ts";
import { fingerprint } from "../fingerprint.ts";
import { repositoryPath } from "../repository-path.ts";
import { INSTALLED_PACKAGE, packageMessage, type Told } from "../told.ts";
import type { Report, SiteEntry } from "./document.ts";

/** A repository at one commit, or, where none is known, what one report is about. */
export interface Checkout extends Pick<Repository, "url" | "commit" | "date" | "clean"> {
  /** `host/path` of its address, else the path of the report; not made safe. */
  readonly name: string;
  /** The paths of the reports that tell of it. */
  readonly reports: readonly string[];
  /** Its findings, each once however many reports tell it. */
  readonly counts: Readonly<Record<Told["verdict"], number>>;
  /** What of it could not be decided, each once. */
  readonly undecided: readonly Failure[];
}

/** Where a finding is. */
export interface FindingPlace {
  /** The number of the checkout in the overview, from 0. */
  readonly checkout: number;
  /** From the root of the repository where that is known, with slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** A finding, wherever it is. */
export interface OverviewFinding extends Pick<Told, "verdict" | "rule" | "message" | "fingerprint"> {
  /** In the order of the checkouts; at least one. */
  readonly places: readonly FindingPlace[];
}

/** What the reports of many checkouts say together. */
export interface Overview {
  /** Those with most findings first. */
  readonly checkouts: readonly Checkout[];
  /** Those of most checkouts first. */
  readonly findings: readonly OverviewFinding[];
  /** Reports that could not be read or joined. */
  readonly failures: readonly Failure[];
}

interface Draft {
  readonly name: string;
  readonly repository?: Repository;
  readonly reports: Set<string>;
  readonly places: Map<string, Found>;
  readonly undecided: Map<string, Failure>;
}

type Found = Omit<OverviewFinding, "places"> & Omit<FindingPlace, "checkout">;

/**
 * Joins the reports of many checkouts. A finding is told once: of one checkout whichever reports tell it, and of several
 * with all its places, as of forks and copies. Each keeps its own count.
 */
export function overviewOf(runs: readonly Report[], failures: readonly Failure[]): Overview {
  const drafts = new Map<string, Draft>();
  for (const run of runs) addRun(run, drafts);
  const ranked = [...drafts.values()].map(checkoutOf).sort(byFindings);
  const findings = new Map<string, OverviewFinding & { places: FindingPlace[] }>();
  for (const [checkout, { draft }] of ranked.entries()) {
    for (const { verdict, rule, message, fingerprint: print, ...place } of [...draft.places.values()].sort(byPlace)) {
      const known = findings.get(print) ?? { verdict, rule, message, fingerprint: print, places: [] };
      known.places.push({ checkout, ...place });
      findings.set(print, known);
    }
  }
  return {
    checkouts: ranked.map(({ checkout }) => checkout),
    findings: [...findings.values()].sort(byReach),
    failures,
  };
}

function addRun({ file: report, document }: Report, drafts: Map<string, Draft>): void {
  const { repositories } = document.provenance;
  const draftOf = (repository: Repository | undefined): Draft => {
    const { name, key } = identityOf(repository, report, repositories.length);
    const known = drafts.get(key);
    known?.reports.add(report);
    if (known) return known;
    const draft: Draft = {
      name,
      ...(repository && { repository }),
      reports: new Set([report]),
      places: new Map(),
      undecided: new Map(),
    };
    drafts.set(key, draft);
    return draft;
  };
  const [only, ...others] = repositories;
  // What is about no file is about the one repository that there is.
  const draftFor = (repository: Repository | undefined) =>
    draftOf(repository ?? (others.length === 0 ? only : undefined));
  for (const repository of repositories) draftOf(repository);
  if (repositories.length === 0) draftOf(undefined);
  for (const found of [...document.sites.flatMap(findingsOf), ...packagesOf(document)]) {
    const { repository, path } = repositoryPath(found.file, repositories);
    const key = JSON.stringify([found.fingerprint, path]);
    const { places } = draftFor(repository);
    if (!places.has(key)) places.set(key, { ...found, file: path });
  }
  for (const failure of document.errors) {
    const { kind, file, line, column } = failure;
    const { repository, path } = file === undefined ? {} : repositoryPath(file, repositories);
    const key = JSON.stringify([kind, path, line, column]);
    const { undecided } = draftFor(repository);
    if (!undecided.has(key)) undecided.set(key, { ...failure, ...(path !== undefined && { file: path }) });
  }
}

/** By what a checkout is known: its address and commit; without, the report and the folder in which it was. */
function identityOf(
  repository: Repository | undefined,
  report: string,
  count: number,
): { readonly name: string; readonly key: string } {
  if (!repository) return { name: report, key: JSON.stringify([report]) };
  const { url, commit, clean, folder } = repository;
  if (url !== undefined) return { name: url.replace(/^https?:\/\//, ""), key: JSON.stringify([url, commit, clean]) };
  const name = count === 1 ? report : `${report}:${folder}`;
  return { name, key: JSON.stringify([report, folder]) };
}

/** The findings of a site: itself, or, where it is none itself, its advice. */
function findingsOf(site: SiteEntry): Found[] {
  const { finding, file, line, column, endLine, endColumn, advice, suppressed, verdict } = site;
  if (!finding) return [];
  const place = { file, line, column, endLine, endColumn };
  if (verdict !== "already-union" && suppressed === undefined) {
    return [{ verdict, rule: site.rule, message: site.message, fingerprint: site.fingerprint, ...place }];
  }
  return advice
    .filter((each) => each.suppressed === undefined)
    .map(({ rule, message }) => {
      return { verdict: "advice", rule, message, fingerprint: fingerprint([site.fingerprint, rule]), ...place };
    });
}

function packagesOf({ dependencies }: Report["document"]): Found[] {
  return dependencies
    .filter(({ finding }) => finding)
    .map(({ name, version, folder, sites }) => ({
      verdict: "review",
      rule: INSTALLED_PACKAGE,
      message: packageMessage({ name, version, sites }),
      // The same package is the same finding, wherever it is installed.
      fingerprint: fingerprint([INSTALLED_PACKAGE, name, version]),
      file: sites[0]?.file ?? folder,
      line: sites[0]?.line ?? 1,
      column: sites[0]?.column ?? 1,
    }));
}

function checkoutOf(draft: Draft): { readonly checkout: Checkout; readonly draft: Draft } {
  const { name, repository, reports, places, undecided } = draft;
  const { url, commit, date, clean } = repository ?? {};
  const counts = { rewrite: 0, review: 0, advice: 0 };
  for (const { verdict } of places.values()) counts[verdict]++;
  const checkout = {
    name,
    ...(url !== undefined && { url }),
    ...(commit !== undefined && { commit }),
    ...(date !== undefined && { date }),
    ...(clean !== undefined && { clean }),
    reports: [...reports].sort(),
    counts,
    undecided: [...undecided.values()].sort(byFailure),
  };
  return { checkout, draft };
}

/** How many findings a checkout has. */
export const findingsIn = ({ counts }: Pick<Checkout, "counts">): number =>
  counts.rewrite + counts.review + counts.advice;

type Ranked = ReturnType<typeof checkoutOf>;

const compare = <Value extends string | number>(a: Value, b: Value): number => (a < b ? -1 : Number(a > b));

const byFindings = ({ checkout: a }: Ranked, { checkout: b }: Ranked): number =>
  findingsIn(b) - findingsIn(a) ||
  b.counts.rewrite - a.counts.rewrite ||
  b.undecided.length - a.undecided.length ||
  compare(a.name, b.name) ||
  compare(b.date ?? "", a.date ?? "") ||
  compare(a.commit ?? "", b.commit ?? "") ||
  compare(a.reports[0] ?? "", b.reports[0] ?? "");

const byPlace = (a: Found, b: Found): number =>
  compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.fingerprint, b.fingerprint);

const byFailure = (a: Failure, b: Failure): number =>
  compare(a.file ?? "", b.file ?? "") ||
  (a.line ?? 0) - (b.line ?? 0) ||
  (a.column ?? 0) - (b.column ?? 0) ||
  compare(a.kind, b.kind);

const VERDICTS = { rewrite: 0, review: 1, advice: 2 } as const;

/** Sorting is stable, and what comes first is in the checkout that comes first. */
const byReach = (a: OverviewFinding, b: OverviewFinding): number =>
  b.places.length - a.places.length || VERDICTS[a.verdict] - VERDICTS[b.verdict];

import type { Failure } from "../../model/outcome.ts";
import { byFile } from "../json.ts";
import type { CheckDocument, Report, Summary } from "./document.ts";

/** The runs whose reports were given, whole, and what speaks against the reports. */
export interface Runs {
  readonly runs: readonly Report[];
  readonly failures: readonly Failure[];
}

/**
 * Joins the reports of parts (`--shard`) to those that whole runs would have given. Of a report that is given twice, the
 * first counts, and of a run of which parts are missing, what there is; each is a failure.
 *
 * @param reports each of another file
 */
export function joinShards(reports: readonly Report[]): Runs {
  const failures: Failure[] = [];
  const fail = (file: string, message: string) => failures.push({ kind: "usage", file, message });
  const groups = new Map<string, Map<number, Report>>();
  for (const report of reports) {
    const key = runOf(report);
    const { index = 1 } = report.document.provenance.shard ?? {};
    const group = groups.get(key) ?? new Map<number, Report>();
    const twin = group.get(index);
    if (twin) fail(report.file, `It is the same report as ${twin.file}. Give each once.`);
    else groups.set(key, group.set(index, report));
  }
  const runs = [...groups.values()].map((group) => {
    const parts = [...group].sort(([a], [b]) => a - b).map(([, report]) => report);
    const [first] = parts as [Report, ...Report[]];
    const { count = 1 } = first.document.provenance.shard ?? {};
    const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !group.has(index));
    if (missing.length > 0) fail(first.file, missingMessage(missing, count));
    const isPart = first.document.provenance.shard !== undefined;
    return isPart ? { file: first.file, document: joined(parts.map(({ document }) => document)) } : first;
  });
  return { runs, failures };
}

function missingMessage(missing: readonly number[], count: number): string {
  const shown = missing.slice(0, 5).map((index) => `${index}/${count}`);
  const names = [...shown, ...(missing.length > shown.length ? [`${missing.length - shown.length} more`] : [])];
  return `Of its run, no report of --shard ${names.join(", ")} is given with the same files, commit, options and version. Give the reports of all parts.`;
}

/** What tells the run of a report from others: parts of one have it in common, and so have copies of one report. */
function runOf({ file, document }: Report): string {
  const { tool, provenance, summary } = document;
  const { shard, time: _, ...made } = provenance;
  const run = [tool.version, made, summary.failOn];
  if (shard) return JSON.stringify([...run, shard.count, shard.files]);
  // Clean checkouts that git knows nothing of look alike, and are not one.
  const isKnown = provenance.repositories.some(({ commit }) => commit !== undefined);
  return JSON.stringify([...run, isKnown ? timeless(document) : file]);
}

function timeless({ provenance, summary, ...rest }: CheckDocument): string {
  const { time: _, ...made } = provenance;
  const { milliseconds: __, ...counts } = summary;
  return JSON.stringify([made, counts, rest]);
}

/** The document of a run of which these are the parts, in their order. */
function joined(parts: readonly CheckDocument[]): CheckDocument {
  const [first] = parts as [CheckDocument, ...CheckDocument[]];
  const { shard: _, time, ...made } = first.provenance;
  const times = parts.flatMap(({ provenance }) => provenance.time ?? []).sort();
  const all = <Entry>(of: (part: CheckDocument) => readonly Entry[]): Entry[] => parts.flatMap(of);
  const stale = first.stale && byFile(shared(parts.map((part) => part.stale ?? [])));
  const errors = byFile(shared(parts.map((part) => part.errors)));
  const dependencies = shared(parts.map((part) => part.dependencies)).sort((a, b) => (a.folder < b.folder ? -1 : 1));
  const fails = errors.length > 0 ? 2 : Number(parts.some(({ summary }) => summary.exitCode === 1));
  return {
    schemaVersion: first.schemaVersion,
    tool: first.tool,
    provenance: { ...made, ...(time !== undefined && { time: times[0] ?? time }) },
    summary: summed(parts, {
      ...(stale && { stale: stale.length }),
      errors: errors.length,
      exitCode: fails as Summary["exitCode"],
    }),
    sites: byFile(all(({ sites }) => sites)),
    suppressions: byFile(all(({ suppressions }) => suppressions)),
    dependencies,
    unrecognised: all(({ unrecognised }) => unrecognised).sort(),
    ...(stale && { stale }),
    remarks: byFile(shared(parts.map((part) => part.remarks))),
    errors,
  };
}

function summed(
  parts: readonly CheckDocument[],
  { stale, errors, exitCode }: Pick<Summary, "stale" | "errors" | "exitCode">,
): Summary {
  const all = parts.map(({ summary }) => summary);
  const [first] = all as [Summary, ...Summary[]];
  const sum = (of: (summary: Summary) => number): number => all.reduce((total, summary) => total + of(summary), 0);
  const table = (of: (summary: Summary) => Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.keys(of(first)).map((name) => [name, sum((summary) => of(summary)[name] ?? 0)]));
  return {
    findings: sum(({ findings }) => findings),
    verdicts: table(({ verdicts }) => verdicts),
    rules: table(({ rules }) => rules),
    suppressed: sum(({ suppressed }) => suppressed),
    baselined: sum(({ baselined }) => baselined),
    ...(stale !== undefined && { stale }),
    errors,
    files: {
      selected: sum(({ files }) => files.selected),
      read: sum(({ files }) => files.read),
      parsed: sum(({ files }) => files.parsed),
    },
    handlers: sum(({ handlers }) => handlers),
    ...(first.milliseconds !== undefined && { milliseconds: sum(({ milliseconds }) => milliseconds ?? 0) }),
    failOn: first.failOn,
    exitCode,
  };
}

/** What all parts tell is told once: an entry is there as often as in the part that has it most often. */
function shared<Entry>(lists: readonly (readonly Entry[])[]): Entry[] {
  const known = new Map<string, number>();
  return lists.flatMap((list) => {
    const own = new Map<string, number>();
    return list.filter((entry) => {
      const key = JSON.stringify(entry);
      const count = (own.get(key) ?? 0) + 1;
      own.set(key, count);
      if (count <= (known.get(key) ?? 0)) return false;
      known.set(key, count);
      return true;
    });
  });
}

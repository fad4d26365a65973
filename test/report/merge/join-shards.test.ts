import { describe, expect, test } from "vitest";
import type { Provenance } from "../../../src/model/provenance.ts";
import { joinShards } from "../../../src/report/merge/join-shards.ts";
import { checkedFile, outcomeOf, REVIEW, REWRITE } from "../outcomes.ts";
import { CLEAN, FINDINGS, reportFor, reportOf, repository } from "./documents.ts";

const PARTS = [outcomeOf([checkedFile("src/a.ts", REWRITE)]), outcomeOf([checkedFile("src/b.mjs", REVIEW)])];
const FILES = "0123456789abcdef";
const part = (index: number, more: Partial<Provenance> = {}, file = `${index}.json`) =>
  reportOf(file, PARTS[index - 1] ?? CLEAN, {
    repositories: [repository("one")],
    shard: { index, count: 2, files: FILES },
    ...more,
  });
const messages = (...reports: Parameters<typeof joinShards>[0]) =>
  joinShards(reports).failures.map(({ kind, file, message }) => `${kind} ${file}: ${message}`);

describe("parts", () => {
  test("are joined in any order, and are no part any more", () => {
    const { runs, failures } = joinShards([part(2), part(1)]);
    expect(failures).toEqual([]);
    const [run, ...others] = runs;
    expect(others).toEqual([]);
    expect(run?.document.provenance).not.toHaveProperty("shard");
    expect(run?.document.sites.map(({ file }) => file)).toEqual(["src/a.ts", "src/b.mjs"]);
    expect(run?.document.summary).toMatchObject({ findings: 2, verdicts: { rewrite: 1, review: 1 }, exitCode: 1 });
  });

  test("that are missing are named", () => {
    expect(messages(part(2))).toEqual([
      "usage 2.json: Of its run, no report of --shard 1/2 is given with the same files, commit, options and version. Give the reports of all parts.",
    ]);
    const many = reportOf("3.json", CLEAN, { shard: { index: 3, count: 9, files: FILES } });
    expect(messages(many)[0]).toContain("no report of --shard 1/9, 2/9, 4/9, 5/9, 6/9, 3 more is given");
  });

  test.each<[string, Partial<Provenance>]>([
    ["commit", { repositories: [repository("one", { commit: "a".repeat(40) })] }],
    ["repository", { repositories: [repository("two")] }],
    ["set of files", { shard: { index: 2, count: 2, files: "fedcba9876543210" } }],
    ["set of options", { options: { "on-401": "union" } }],
  ])("of another %s are parts of another run", (_, more) => {
    expect(joinShards([part(1), part(2, more)]).runs).toHaveLength(2);
    expect(messages(part(1), part(2, more))).toHaveLength(2);
  });

  test("have the time of the first of them", () => {
    const { runs } = joinShards([
      part(1, { time: "2026-01-01T00:00:09.000Z" }),
      part(2, { time: "2026-01-01T00:00:01.000Z" }),
    ]);
    expect(runs.map(({ document }) => document.provenance.time)).toEqual(["2026-01-01T00:00:01.000Z"]);
    expect(runs[0]?.document.summary.milliseconds).toBe(824);
  });
});

describe("a report that is given twice", () => {
  test("is told, and counts once", () => {
    const twice = [reportFor("one", FINDINGS), { ...reportFor("one", FINDINGS), file: "copy.json" }];
    expect(messages(...twice)).toEqual(["usage copy.json: It is the same report as one.json. Give each once."]);
    expect(joinShards(twice).runs.map(({ file }) => file)).toEqual(["one.json"]);
    expect(messages(part(1), part(2), part(2, {}, "again.json"))).toEqual([
      "usage again.json: It is the same report as 2.json. Give each once.",
    ]);
  });

  test("is not one of another commit, of other files, or of what git knows nothing of", () => {
    const others = { ...reportFor("one", CLEAN), file: "others.json" };
    const older = { ...reportFor("one", FINDINGS, { commit: "b".repeat(40) }), file: "older.json" };
    expect(messages(reportFor("one", FINDINGS), others, older)).toEqual([]);
    expect(messages(reportOf("a.json", CLEAN), reportOf("b.json", CLEAN))).toEqual([]);
  });
});

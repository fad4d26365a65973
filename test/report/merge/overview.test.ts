import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../src/model/outcome.ts";
import { overviewOf } from "../../../src/report/merge/overview.ts";
import { FAILURES, OUTCOMES } from "../format-cases.ts";
import { checkedFile, outcomeOf, REWRITE } from "../outcomes.ts";
import { CLEAN, FINDINGS, reportFor, reportOf, repository } from "./documents.ts";

const ONE = outcomeOf([checkedFile("src/a.ts", REWRITE)]);
const rows = ({ checkouts }: ReturnType<typeof overviewOf>) =>
  checkouts.map(
    ({ name, counts, undecided }) => `${name} ${counts.rewrite} ${counts.review} ${counts.advice} ${undecided.length}`,
  );

describe("repositories", () => {
  test("come in the order of their findings, whatever order the reports have", () => {
    const reports = [
      reportFor("clean", CLEAN),
      reportFor("one", ONE),
      reportFor("broken", outcomeOf([], { failures: FAILURES })),
      reportFor("two", FINDINGS),
      reportOf("no-git.json", ONE),
    ];
    const ranked = [
      "example.test/acme/two 1 1 0 0",
      "example.test/acme/one 1 0 0 0",
      "no-git.json 1 0 0 0",
      "example.test/acme/broken 0 0 0 5",
      "example.test/acme/clean 0 0 0 0",
    ];
    expect(rows(overviewOf(reports, []))).toEqual(ranked);
    expect(overviewOf(reports.toReversed(), [])).toEqual(overviewOf(reports, []));
  });

  test("are one for each address and commit, whichever reports tell of it", () => {
    const packages = ["a", "b"].map((name) => {
      const file = checkedFile("src/a.ts", REWRITE);
      const at = repository("mono", { folder: "../..", workingFolder: `packages/${name}` });
      return reportOf(`${name}.json`, outcomeOf([file]), { repositories: [at] });
    });
    const whole = outcomeOf([checkedFile("packages/a/src/a.ts", REWRITE)]);
    const { checkouts, findings } = overviewOf([...packages, reportFor("mono", whole)], []);
    expect(checkouts).toMatchObject([
      { name: "example.test/acme/mono", reports: ["a.json", "b.json", "mono.json"], counts: { rewrite: 2 } },
    ]);
    expect(findings.flatMap(({ places }) => places.map(({ file }) => file))).toEqual([
      "packages/a/src/a.ts",
      "packages/b/src/a.ts",
    ]);
    const commits = [reportFor("one", ONE), reportFor("one", ONE, { commit: "b".repeat(40) })];
    expect(overviewOf(commits, []).checkouts).toHaveLength(2);
  });

  test("of one report are told apart, and what lies in none belongs to the report", () => {
    const files = ["x/src/a.ts", "y/src/a.ts", "loose.ts"].map((file) => checkedFile(file, REWRITE));
    const inner = [
      { folder: "x", url: "https://example.test/acme/x" },
      { folder: "y" },
      { folder: "z", url: "https://example.test/acme/z" },
    ];
    const broken = [{ kind: "syntax", file: "y/b.ts", message: "It does not parse." }] as const;
    const report = reportOf("all.json", outcomeOf(files, { failures: broken }), { repositories: inner });
    expect(rows(overviewOf([report], []))).toEqual([
      "all.json:y 1 0 0 1",
      "all.json 1 0 0 0",
      "example.test/acme/x 1 0 0 0",
      "example.test/acme/z 0 0 0 0",
    ]);
  });
});

describe("findings", () => {
  test("that several repositories have are one, and come first", () => {
    const { findings } = overviewOf(
      [reportFor("fork", ONE), reportFor("origin", FINDINGS), reportFor("clean", CLEAN)],
      [],
    );
    expect(findings.map(({ rule, places }) => `${rule} ${places.map(({ checkout }) => checkout)}`)).toEqual([
      "replaced-scope 0,1",
      "shared-401-403-handler 0",
    ]);
  });

  test("are those of the reports: no union, nothing suppressed or known, and advice where it counts", () => {
    const silent = (outcome: Outcome) => overviewOf([reportFor("one", outcome)], []).findings;
    expect(silent(OUTCOMES.silent)).toEqual([]);
    expect(silent(OUTCOMES.findings).map(({ verdict }) => verdict)).toEqual(["rewrite", "review"]);
  });

  test("in installed packages are one for each version", () => {
    const { findings } = overviewOf([reportFor("one", OUTCOMES.installed), reportFor("two", OUTCOMES.installed)], []);
    expect(findings).toMatchObject([
      {
        rule: "installed-package",
        verdict: "review",
        message: "the installed `@modelcontextprotocol/sdk 1.32.2` replaces the requested scope (1 place)",
        places: [{ file: "node_modules/@modelcontextprotocol/sdk/dist/a.js" }, {}],
      },
    ]);
  });
});

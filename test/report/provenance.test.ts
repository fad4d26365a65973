import { describe, expect, test } from "vitest";
import { NO_PROVENANCE, type Provenance } from "../../src/model/provenance.ts";
import { explainAll } from "../../src/report/explain/explain.ts";
import { EXPLANATION_REPORTS } from "../../src/report/explain/formats.ts";
import type { CheckFormat } from "../../src/report/format-names.ts";
import { tellsProvenance } from "../../src/report/format-names.ts";
import { madeSentence } from "../../src/report/provenance.ts";
import { plain } from "../../src/rules/sentence.ts";
import { CHECK_REPORTS } from "./check-reports.ts";
import { checkedFile, outcomeOf, REVIEW, REWRITE, VIEW } from "./outcomes.ts";

interface Located {
  readonly locations: readonly [{ physicalLocation: { artifactLocation: { uriBaseId?: string } } }];
}

const COMMIT = "1f2e3d4c5b6a79880123456789abcdef01234567";
const PROVENANCE: Provenance = {
  options: { helper: "auto", "on-401": "union", tokens: "auto", project: "tsconfig.json" },
  repositories: [
    {
      folder: "..",
      workingFolder: "client",
      url: "https://example.test/acme/one",
      commit: COMMIT,
      date: "2026-03-04T05:06:07Z",
      clean: false,
    },
  ],
  sdks: [{ name: "@modelcontextprotocol/sdk", version: "1.32.2", folder: "node_modules/@modelcontextprotocol/sdk" }],
  time: "2026-05-06T07:08:09.000Z",
};
const FILE = checkedFile("src/a.ts", REWRITE);
const OUTCOME = outcomeOf([FILE, checkedFile("src/b.mjs", REVIEW)]);
const report = (format: CheckFormat, provenance = PROVENANCE) =>
  CHECK_REPORTS[format](OUTCOME, { ...VIEW, provenance });

describe("what people are told", () => {
  const told = (more: Partial<Provenance>) =>
    plain(madeSentence({ version: "1.2.3", provenance: { ...NO_PROVENANCE, ...more } }));

  test("is what there is to say, in one sentence", () => {
    expect(told({})).toBe("Made by `step-up-union 1.2.3`.");
    expect(told(PROVENANCE)).toBe(
      "Made by `step-up-union 1.2.3` from `example.test/acme/one` at `1f2e3d4c5b6a` (2026-03-04), with changes that are not committed; options: `--on-401=union`, `--project=tsconfig.json`; installed: `@modelcontextprotocol/sdk 1.32.2`; on 2026-05-06T07:08:09.000Z.",
    );
    expect(told({ repositories: ["a", "b", "c", "d"].map((folder) => ({ folder })) })).toBe(
      "Made by `step-up-union 1.2.3` from `a`, `b`, `c` and 1 more.",
    );
  });

  test.each(["markdown", "agent"] as const)("stands at the end of %s", (format) => {
    expect(report(format)).toMatch(/\n\nMade by `step-up-union 1\.2\.3` from `example\.test\/acme\/one` at .*\n$/);
  });

  test("stands at the end of explanations, too, and of a page", () => {
    const made = { version: "1.2.3", provenance: PROVENANCE };
    expect(EXPLANATION_REPORTS.markdown(explainAll([FILE]), { made })).toMatch(
      /\n\nMade by `step-up-union 1\.2\.3` .*\n$/,
    );
    expect(EXPLANATION_REPORTS.markdown([], { made })).toMatch(/\n\nMade by `step-up-union 1\.2\.3` .*\n$/);
    const page = EXPLANATION_REPORTS.html(explainAll([FILE]), { made });
    expect(page).toContain(
      "<footer><p>Made by <code>step-up-union 1.2.3</code> from <code>example.test/acme/one</code>",
    );
    expect(EXPLANATION_REPORTS.html(explainAll([FILE]), {})).not.toContain("<footer>");
  });
});

describe("what programs are told", () => {
  test("is all of it, in json and sarif", () => {
    expect(JSON.parse(report("json")).provenance).toEqual(PROVENANCE);
    expect(
      JSON.parse(EXPLANATION_REPORTS.json([], { made: { version: "1.2.3", provenance: PROVENANCE } })),
    ).toMatchObject({
      tool: { name: "step-up-union", version: "1.2.3" },
      provenance: PROVENANCE,
    });
    const [run] = JSON.parse(report("sarif")).runs;
    expect(run).toMatchObject({
      versionControlProvenance: [
        { repositoryUri: "https://example.test/acme/one", revisionId: COMMIT, asOfTimeUtc: "2026-03-04T05:06:07Z" },
      ],
      properties: PROVENANCE,
      invocations: [{ startTimeUtc: "2026-05-06T07:08:09.000Z" }],
    });
    expect(run.versionControlProvenance[0].mappedTo).toEqual({ uriBaseId: "%SRCROOT%" });
    expect(run.originalUriBaseIds).toHaveProperty(["%SRCROOT%"]);
    const places = run.results.map(({ locations }: Located) => locations[0].physicalLocation.artifactLocation);
    expect(places.length).toBeGreaterThan(0);
    for (const { uriBaseId } of places) expect(uriBaseId).toBe("%SRCROOT%");
  });

  test("says in sarif where a repository inside another is", () => {
    const repositories = [
      { folder: ".", workingFolder: "." },
      { folder: "vendor/my client", url: "https://example.test/acme/inner" },
    ];
    const [run] = JSON.parse(report("sarif", { ...PROVENANCE, repositories })).runs;
    expect(run.versionControlProvenance).toEqual([
      {
        repositoryUri: "https://example.test/acme/inner",
        mappedTo: { uri: "vendor/my%20client/", uriBaseId: "%SRCROOT%" },
      },
    ]);
  });

  test.each(["sarif", "github", "gitlab"] as const)("are paths from the root of the repository, in %s", (format) => {
    expect(report(format)).toMatch(/client\/src\/a\.ts/);
    expect(report(format, NO_PROVENANCE)).not.toContain("client/src");
    const failures = [{ kind: "syntax", file: "src/c.ts", message: "It does not parse." }] as const;
    const failed = CHECK_REPORTS[format]({ ...OUTCOME, failures }, { ...VIEW, provenance: PROVENANCE });
    expect(failed).toMatch(/client\/src\/c\.ts/);
  });
});

test.each(Object.keys(CHECK_REPORTS) as CheckFormat[])(
  "git is asked for %s where that depends on it, and else not",
  (format) => {
    expect(report(format) !== report(format, NO_PROVENANCE)).toBe(tellsProvenance(format, true));
  },
);

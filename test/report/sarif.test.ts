import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/model/outcome.ts";
import { sarifReport } from "../../src/report/sarif.ts";
import type { ReportView } from "../../src/report/view.ts";
import { RULES } from "../../src/rules/table.ts";
import { discoverFixtures } from "../fixtures/discover.ts";
import { engineOptions } from "../fixtures/engine-options.ts";
import { FAILURES, ODD_PATHS, OUTCOMES, WIDE } from "./format-cases.ts";
import { checkedFile, fileWith, outcomeOf, REWRITE, siteAt, VIEW } from "./outcomes.ts";
import { sarifFaults } from "./sarif-shape.ts";

function runOf(outcome: Outcome, view: Partial<ReportView> = {}) {
  const document = JSON.parse(sarifReport(outcome, { ...VIEW, ...view }));
  expect(sarifFaults(document)).toEqual([]);
  expect(document.runs).toHaveLength(1);
  return document.runs[0];
}

type Result = ReturnType<typeof runOf>["results"][number];
const told = ({ ruleId, level, locations }: Result) =>
  `${level} ${ruleId} ${locations[0].physicalLocation.artifactLocation.uri}`;

describe("the results", () => {
  test("are the findings and the advice beside them", () => {
    const { results } = runOf(OUTCOMES.findings);
    expect(results.map(told)).toEqual([
      "error replaced-scope src/a.ts",
      "note refresh-cannot-widen src/a.ts",
      "warning shared-401-403-handler src/b.mjs",
      "note refresh-cannot-widen src/b.mjs",
    ]);
    expect(results[0].message.text).toMatch(/^`this\.scope` is overwritten with the challenged scope `scope`;/);
    expect(results[0].locations[0].physicalLocation.region).toEqual({
      startLine: 17,
      startColumn: 18,
      endLine: 17,
      endColumn: 36,
    });
  });

  test("are none where nothing is a finding, and only the advice of a union under --fail-on=advice", () => {
    expect(runOf(OUTCOMES.nothing).results).toEqual([]);
    expect(runOf(OUTCOMES.silent).results).toEqual([]);
    expect(runOf(OUTCOMES.findings, { failOn: "rewrite" }).results.map(told)).toEqual([
      "error replaced-scope src/a.ts",
      "note refresh-cannot-widen src/a.ts",
    ]);
    const advised = runOf(OUTCOMES.silent, { failOn: "advice" }).results.map(told);
    expect(advised).toEqual(["note refresh-cannot-widen src/suppressed.mjs", "note unbounded-step-up src/union.js"]);
  });

  test("tell of installed packages that fail the run, and of no others", () => {
    const { results } = runOf(OUTCOMES.installed);
    expect(results.map(told)).toEqual(["warning installed-package node_modules/%40modelcontextprotocol/sdk/dist/a.js"]);
    expect(results[0].message.text).toContain("@modelcontextprotocol/sdk 1.32.2");
  });

  test("name the rules by their index, and each rule as documentation does", () => {
    const { results, tool } = runOf(OUTCOMES.findings);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    const ids = tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([...Object.keys(RULES).filter((id) => id !== "union-kept"), "installed-package"]);
    const [replaced] = tool.driver.rules;
    expect(replaced).toMatchObject({ helpUri: "https://example.test/rules#replaced-scope", name: "ReplacedScope" });
    expect(replaced.help.markdown).toContain("](https://www.rfc-editor.org/rfc/rfc6750#section-3.1)");
  });

  test("have fingerprints that outlive a move, and tell alike ones apart", () => {
    const prints = (source: string) =>
      runOf(outcomeOf([checkedFile("src/a.ts", source)])).results.map(
        ({ partialFingerprints }: Result) => partialFingerprints["stepUpUnionSite/v1"],
      );
    const [first, ...others] = prints(REWRITE);
    expect(prints(`// moved\n\n${REWRITE}`)).toEqual([first, ...others]);
    expect(prints(REWRITE.replaceAll("Transport", "Client"))[0]).not.toBe(first);
    const source = "x = scope; x = scope;";
    const twins = outcomeOf([fileWith("a.js", source, [siteAt(source, "x = scope"), siteAt(source, "x = scope")])]);
    const [one, other] = runOf(twins).results;
    expect(one.partialFingerprints).not.toEqual(other.partialFingerprints);
  });
});

test("the code flow leads from the challenge by its tests to the sink and the request", () => {
  const [result, advice] = runOf(OUTCOMES.findings).results;
  const steps = result.codeFlows[0].threadFlows[0].locations.map((step: Result) => {
    const { physicalLocation, message } = step.location;
    return `${physicalLocation.region.startLine} ${step.importance} ${message.text}`;
  });
  expect(steps).toEqual([
    "12 essential `response: Response`: the challenge arrives",
    "13 essential `{ error, scope } = extractWWWAuthenticateParams(response)`: the scope passes here",
    '14 important `error === "insufficient_scope"`: compares the error code',
    "17 essential `this.scope`: the scope ends here",
    "19 essential `auth(this.provider, { serverUrl: this.url, scope: this.scope })`: asks the authorization server for it",
  ]);
  expect(advice).not.toHaveProperty("codeFlows");
});

test("columns count UTF-16 code units, and lines end with line feeds alone", () => {
  const [{ locations }] = runOf(outcomeOf([WIDE])).results;
  expect(locations[0].physicalLocation.region).toEqual({ startLine: 2, startColumn: 17, endLine: 3, endColumn: 5 });
  const first = fileWith("a.js", "\ufeffx = scope", [siteAt("\ufeffx = scope", "x = scope")]);
  const [{ locations: places }] = runOf(outcomeOf([first])).results;
  expect(places[0].physicalLocation.region).toMatchObject({ startLine: 1, startColumn: 1, endColumn: 10 });
});

test("paths are relative references that lead back to the file", () => {
  const { results } = runOf(outcomeOf(ODD_PATHS.map((file) => checkedFile(file, REWRITE))));
  const uris = [
    ...new Set<string>(results.map(({ locations }: Result) => locations[0].physicalLocation.artifactLocation.uri)),
  ];
  expect(uris.map(decodeURIComponent)).toEqual(ODD_PATHS);
  expect(uris.map((uri) => new URL(uri, "file:///a/b/").protocol)).toEqual(ODD_PATHS.map(() => "file:"));
  const [drive] = runOf(outcomeOf([checkedFile("D:/my x/a.ts", REWRITE)])).results;
  expect(drive.locations[0].physicalLocation.artifactLocation.uri).toBe("file:///D:/my%20x/a.ts");
});

test("what could not be decided is told by the invocation", () => {
  expect(runOf(OUTCOMES.nothing, { exitCode: 0 }).invocations).toEqual([
    { executionSuccessful: true, exitCode: 0, toolExecutionNotifications: [] },
  ]);
  const [{ executionSuccessful, exitCode, toolExecutionNotifications: told }] = runOf(OUTCOMES.failures, {
    exitCode: 2,
  }).invocations;
  expect({ executionSuccessful, exitCode }).toEqual({ executionSuccessful: false, exitCode: 2 });
  expect(told.map(({ level, descriptor }: Result) => [level, descriptor?.id])).toEqual([
    ...FAILURES.map(({ kind }) => ["error", kind]),
    ["note", undefined],
  ]);
  expect(told[0]).toMatchObject({ message: { text: "--since: There is no ref main." } });
  expect(told[0]).not.toHaveProperty("locations");
  expect(told[3].locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: "src/broken.ts" },
    region: { startLine: 3, startColumn: 5 },
  });
});

test("a message holds no link and no place for an argument", () => {
  const site = siteAt("x = scope", "x = scope", { message: "`a[0](b)` and [click](https://evil.test) {0}" });
  const [{ message }] = runOf(outcomeOf([fileWith("a.js", "x = scope", [site])])).results;
  expect(message.text).toBe("`a[0] (b)` and [click] (https://evil.test) { 0}");
});

test("the document of all fixtures is well-formed", () => {
  const files = discoverFixtures().fixtures.map(({ kind, name, extension, input, options }) =>
    checkedFile(`${kind}/${name}${extension}`, input, engineOptions(options, extension)),
  );
  const { results } = runOf(outcomeOf(files), { failOn: "advice" });
  expect(results.length).toBeGreaterThan(200);
  const prints = results.map(({ partialFingerprints }: Result) => partialFingerprints["stepUpUnionSite/v1"]);
  expect(new Set(prints).size).toBe(prints.length);
});

describe("the test's own shape refuses", () => {
  test.each<[string, (run: Result) => void]>([
    ["a result without a text", (run) => delete run.results[0].message.text],
    [
      "an address that is not escaped",
      (run) => {
        run.results[0].locations[0].physicalLocation.artifactLocation.uri = "a b.ts";
      },
    ],
    [
      "an absolute path",
      (run) => {
        run.results[0].locations[0].physicalLocation.artifactLocation.uri = "/a.ts";
      },
    ],
    [
      "GitHub's own fingerprint",
      (run) => {
        run.results[0].partialFingerprints.primaryLocationLineHash = "x";
      },
    ],
    ["a rule without help", (run) => delete run.tool.driver.rules[0].help],
    [
      "what SARIF does not know",
      (run) => {
        run.results[0].severity = "high";
      },
    ],
    [
      "a column 0",
      (run) => {
        run.results[0].locations[0].physicalLocation.region.startColumn = 0;
      },
    ],
  ])("%s", (_, breakIt) => {
    const document = JSON.parse(sarifReport(OUTCOMES.findings, VIEW));
    breakIt(document.runs[0]);
    expect(sarifFaults(document)).not.toEqual([]);
  });
});

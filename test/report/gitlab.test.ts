import { expect, test } from "vitest";
import { gitlabReport } from "../../src/report/gitlab.ts";
import { ODD_PATHS, OUTCOMES, WIDE } from "./format-cases.ts";
import { checkedFile, outcomeOf, REVIEW, REWRITE, VIEW } from "./outcomes.ts";

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end?: number } };
}

function issuesOf(...[outcome, view]: [Parameters<typeof gitlabReport>[0], Partial<typeof VIEW>?]): Issue[] {
  const report = gitlabReport(outcome, { ...VIEW, ...view });
  expect(report[0]).toBe("[");
  const issues: Issue[] = JSON.parse(report);
  for (const issue of issues) {
    expect(Object.keys(issue)).toEqual(["description", "check_name", "fingerprint", "severity", "location"]);
    expect(["info", "minor", "major", "critical", "blocker"]).toContain(issue.severity);
    expect(issue.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(issue.location.lines.begin).toBeGreaterThan(0);
  }
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  return issues;
}

const told = ({ severity, check_name: rule, location }: Issue) => `${severity} ${rule} ${location.path}`;

test("findings and their advice are issues", () => {
  const issues = issuesOf(OUTCOMES.findings);
  expect(issues.map(told)).toEqual([
    "critical replaced-scope src/a.ts",
    "info refresh-cannot-widen src/a.ts",
    "major shared-401-403-handler src/b.mjs",
    "info refresh-cannot-widen src/b.mjs",
  ]);
  expect(issues[0]).toMatchObject({
    description: expect.stringContaining("`this.scope` is overwritten"),
    location: { lines: { begin: 17, end: 17 } },
  });
});

test("what is no finding is no issue", () => {
  expect(gitlabReport(OUTCOMES.nothing, VIEW)).toBe("[]\n");
  expect(issuesOf(OUTCOMES.silent)).toEqual([]);
  expect(issuesOf(OUTCOMES.silent, { failOn: "advice" }).map(told)).toEqual([
    "info refresh-cannot-widen src/suppressed.mjs",
    "info unbounded-step-up src/union.js",
  ]);
  expect(issuesOf(OUTCOMES.installed).map(told)).toEqual([
    "major installed-package node_modules/@modelcontextprotocol/sdk/dist/a.js",
  ]);
});

test("what could not be decided are issues; what is about no file stands at the working folder", () => {
  expect(issuesOf(OUTCOMES.failures).map(told)).toEqual([
    "blocker usage .",
    "blocker unreadable src/gone.ts",
    "blocker nothing-matched .",
    "blocker syntax src/broken.ts",
    "blocker crash src/odd.ts",
  ]);
  expect(issuesOf(OUTCOMES.failures)[0]?.description).toBe("Could not decide: --since: There is no ref main.");
  expect(issuesOf(OUTCOMES.failures)[3]?.location.lines).toEqual({ begin: 3 });
});

test("fingerprints are unique among many files, and stay where the code moves", () => {
  const twice = `${REVIEW}${REVIEW.replace(/^import.*\n/, "").replace("Transport", "Other")}`;
  const files = ["a.mjs", "b.mjs"].map((file) => checkedFile(file, twice));
  const before = issuesOf(outcomeOf(files));
  expect(before.length).toBeGreaterThan(4);
  const moved = issuesOf(outcomeOf(files.map(({ file, source }) => checkedFile(file, `\n\n${source}`))));
  expect(moved.map(({ fingerprint }) => fingerprint)).toEqual(before.map(({ fingerprint }) => fingerprint));
  expect(moved[0]?.location.lines.begin).toBe((before[0]?.location.lines.begin ?? 0) + 2);
});

test("lines end with line feeds alone, and paths are as they are", () => {
  expect(issuesOf(outcomeOf([WIDE]))[0]?.location.lines).toEqual({ begin: 2, end: 3 });
  const paths = issuesOf(outcomeOf(ODD_PATHS.map((file) => checkedFile(file, REWRITE)))).map(
    (each) => each.location.path,
  );
  expect([...new Set(paths)]).toEqual(ODD_PATHS);
});

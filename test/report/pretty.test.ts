import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import type { CheckedFile, CheckedSite } from "../../src/model/outcome.ts";
import { columnsOf } from "../../src/report/glyphs.ts";
import { prettyReport } from "../../src/report/pretty.ts";
import { checkedFile, fileWith, outcomeOf, REVIEW, REWRITE, siteAt, VIEW } from "./outcomes.ts";

const SUPPRESSED = REVIEW.replace(
  "      this.scope = scope;",
  "      // step-up-union-ignore-next-line shared-401-403-handler -- one thing only\n$&",
);

/** A file with its sites taken as listed in the baseline. */
const baselined = (file: CheckedFile): CheckedFile => ({
  ...file,
  sites: file.sites.map((site): CheckedSite => ({ ...site, baselined: true })),
});

const lastLines = (report: string, count: number) => report.trimEnd().split("\n").slice(-count);

describe("pretty", () => {
  test("shows a rewrite: where, what, the code, the change, why, and where to read on", () => {
    const report = prettyReport(outcomeOf([checkedFile("src/transport.ts", REWRITE)]), { ...VIEW, width: 100 });
    expect(report).toMatchInlineSnapshot(`
      "src/transport.ts
        17:18  rewrite  replaced-scope  \`this.scope\` is overwritten with the challenged scope \`scope\`;
               request the union instead

            15 |       const header = response.headers.get("WWW-Authenticate");
            16 |       if (this.lastHeader === header) throw new Error("Stepping up did not help.");
        >   17 |       if (scope) this.scope = scope;
               |                  ^^^^^^^^^^^^^^^^^^
            18 |       this.lastHeader = header;

        change
               +       const tokens = await this.provider.tokens();
            15         const header = response.headers.get("WWW-Authenticate");
            16         if (this.lastHeader === header) throw new Error("Stepping up did not help.");
            17 -       if (scope) this.scope = scope;
               +       if (scope) this.scope = unionScopes(tokens?.scope, this.scope, scope);

        evidence  14:9  error === "insufficient_scope"  (comparison)
        advice    refresh-cannot-widen: a stored refresh token makes \`auth()\` refresh, which cannot widen
                  the scope: drop that token first
        rule      npx step-up-union explain --rule replaced-scope
        docs      https://example.test/rules#replaced-scope
        id        339aafd5fb0bffd0

      1 finding in 1 file: 1 rewrite
        1  replaced-scope  a step-up handler overwrites the requested scope with the challenged one
      123 files checked, 2 parsed, 2 step-up handlers recognised, 0.4 s
      Made by \`step-up-union 1.2.3\`.
      "
    `);
  });

  test("shows a review with the change that a person might want", () => {
    const report = prettyReport(outcomeOf([checkedFile("src/shared.mjs", REVIEW)]), VIEW);
    expect(report).toMatchInlineSnapshot(`
      "src/shared.mjs
        7:7  review  shared-401-403-handler  \`this.scope\` gets the challenged scope \`scope\`: the same code answers 401 and 403; decide whether a 401 may keep the scope, or only a 403

             5 |     if (response.status === 401 || response.status === 403) {
             6 |       const { scope } = extractWWWAuthenticateParams(response); if (!scope) return;
        >    7 |       this.scope = scope;
               |       ^^^^^^^^^^^^^^^^^^
             8 |       await auth(this.provider, { serverUrl: this.url, scope: this.scope });

        suggested change
               +       const tokens = await this.provider?.tokens();
             6         const { scope } = extractWWWAuthenticateParams(response); if (!scope) return;
             7 -       this.scope = scope;
               +       this.scope = response.status === 403 ? unionScopes(tokens?.scope, this.scope, scope) : scope;

        evidence  5:9   response.status === 401  (status)
                  5:36  response.status === 403  (status)
        advice    refresh-cannot-widen: a stored refresh token makes \`auth()\` refresh, which cannot widen the scope: drop that token first
        rule      npx step-up-union explain --rule shared-401-403-handler
        docs      https://example.test/rules#shared-401-403-handler
        id        5800d353391dd0a5

      1 finding in 1 file: 1 review
        1  shared-401-403-handler  the same code serves 401 and 403
      123 files checked, 2 parsed, 2 step-up handlers recognised, 0.4 s
      Made by \`step-up-union 1.2.3\`.
      "
    `);
  });

  test("says once what sites have in common: advice in the same words, and where to read on", () => {
    const report = prettyReport(outcomeOf([checkedFile("src/a.ts", REWRITE), checkedFile("src/b.ts", REWRITE)]), VIEW);
    const [first = "", second = ""] = report.split("\nsrc/b.ts\n");
    expect(first).toMatch(/\n {2}advice {4}refresh-cannot-widen: a stored .*\n {2}rule {6}npx .*\n {2}docs {6}https:/);
    expect(second).toMatch(/\n {2}advice {4}refresh-cannot-widen: as above\n {2}id {8}[0-9a-f]{16}\n\n/);
    expect(second).toContain("  change\n");
    expect(second).not.toMatch(/https:|--rule/);
  });

  test("shows what other code puts a site in doubt, and whose code it is not", () => {
    const compared = REWRITE.replace("if (this.lastHeader === header)", "if (this.scope === scope)");
    const report = prettyReport(outcomeOf([checkedFile("src/a.ts", compared)]), VIEW);
    expect(report).toContain('evidence  14:9  error === "insufficient_scope"  (comparison)\n');
    expect(report).toContain("\n  doubt     16:7  if (this.scope === scope) throw ");
    expect(prettyReport(outcomeOf([checkedFile("src/a.ts", REWRITE)]), VIEW)).not.toContain("  doubt ");
  });

  test("says what it was made of where it has findings, and not where it is to be quiet", () => {
    const repository = { folder: ".", workingFolder: ".", commit: "0123456789abcdef", clean: false };
    const view = { ...VIEW, provenance: { ...VIEW.provenance, repositories: [repository] } };
    const outcome = outcomeOf([checkedFile("src/a.ts", REWRITE)]);
    expect(prettyReport(outcome, view)).toContain(
      "\nMade by `step-up-union 1.2.3` from `.` at `0123456789ab`, with changes that are not committed.\n",
    );
    expect(prettyReport(outcome, { ...view, quiet: true })).not.toContain("Made by");
    expect(prettyReport(outcomeOf([]), view)).not.toContain("Made by");
  });

  test("says in one line that all is well", () => {
    expect(prettyReport(outcomeOf([]), VIEW)).toBe(
      "No step-up handler replaces the requested scope: 123 files checked, 2 parsed, 2 step-up handlers recognised, 0.4 s\n",
    );
  });

  test("names the first files in which nothing was recognised, and all of them with --list", () => {
    const outcome = outcomeOf([], { unrecognised: ["a.ts", "b.ts", "c\u001b.ts", "d.ts", "e.ts"] });
    const title = "No step-up handler was recognised in 5 files that hold the error code of a challenge:";
    expect(prettyReport(outcome, VIEW)).toMatch(
      `${title} a.ts, b.ts, c\\u{1b}.ts and 2 more (--list names them).\n\nNo step-up handler replaces`,
    );
    expect(prettyReport(outcome, { ...VIEW, list: true })).toMatch(
      `${title}\n  a.ts\n  b.ts\n  c\\u{1b}.ts\n  d.ts\n  e.ts\n\nNo step-up`,
    );
    expect(prettyReport(outcome, { ...VIEW, quiet: true })).toBe("");
  });

  test("counts what it does not list", () => {
    const files = [
      checkedFile("src/a.mjs", SUPPRESSED),
      baselined(checkedFile("src/b.ts", REWRITE)),
      checkedFile("src/d.mjs", SUPPRESSED),
    ];
    const union = { ...siteAt(REWRITE, "this.scope = scope"), rule: "union-kept", verdict: "already-union" } as const;
    const report = prettyReport(outcomeOf([...files, fileWith("src/e.ts", REWRITE, [union])]), VIEW);
    expect(report).toBe(
      "No findings: 123 files checked, 2 parsed, 2 step-up handlers recognised, 1 union already, 2 suppressed, 1 in the baseline, 0.4 s\n",
    );
  });

  test("does not say that all is well where something could not be judged", () => {
    const failures = [{ kind: "syntax", file: "a.ts", message: "Unexpected token." }] as const;
    expect(prettyReport(outcomeOf([], { failures }), VIEW)).toBe(
      "No findings, but not everything could be judged (1 failure): 123 files checked, 2 parsed, 2 step-up handlers recognised, 0.4 s\n",
    );
    const report = prettyReport(outcomeOf([checkedFile("a.ts", REWRITE)], { failures }), VIEW);
    expect(lastLines(report, 1)).toEqual(["Not everything could be judged (1 failure)."]);
  });

  test("names a file once, its findings in order", () => {
    const sites = [siteAt("a = b; c = d", "a = b"), siteAt("a = b; c = d", "c = d")];
    const report = prettyReport(outcomeOf([fileWith("two.js", "a = b; c = d", sites)]), VIEW);
    expect(report.match(/two\.js/g)).toHaveLength(1);
    expect(report.indexOf("1:1  rewrite")).toBeLessThan(report.indexOf("1:8  rewrite"));
    expect(report).toContain("2 findings in 1 file: 2 rewrite\n  2  replaced-scope  ");
  });

  test("lists what is no finding under --fail-on behind the findings, in a line", () => {
    const files = [checkedFile("a.mjs", REVIEW), checkedFile("b.ts", REWRITE)];
    const report = prettyReport(outcomeOf(files), { ...VIEW, failOn: "rewrite" });
    const title =
      "No findings under --fail-on=rewrite:\n  a.mjs:7:7  review  shared-401-403-handler  `this.scope` gets";
    expect(report).toContain(title);
    expect(report.indexOf(title)).toBeGreaterThan(report.indexOf("17:18  rewrite"));
    expect(report).toContain("1 finding in 1 file: 1 rewrite\n");
    const alone = prettyReport(outcomeOf([checkedFile("a.mjs", REVIEW)]), { ...VIEW, failOn: "rewrite" });
    expect(lastLines(alone, 1)).toEqual([
      "No findings: 123 files checked, 2 parsed, 2 step-up handlers recognised, 0.4 s",
    ]);
  });

  test("says under --fail-on=never that findings do not fail the run", () => {
    const report = prettyReport(outcomeOf([checkedFile("a.mjs", REVIEW)]), { ...VIEW, failOn: "never", exitCode: 0 });
    expect(report).toContain("1 finding in 1 file: 1 review (--fail-on=never: none fails the run)\n");
  });

  test("shows the advice of a suppressed site where that is a finding, without the change", () => {
    const outcome = outcomeOf([checkedFile("a.mjs", SUPPRESSED)]);
    const report = prettyReport(outcome, { ...VIEW, failOn: "advice" });
    expect(report).toContain("8:7  advice  refresh-cannot-widen  a stored refresh token makes `auth()` refresh");
    expect(report).toContain("rule      npx step-up-union explain --rule refresh-cannot-widen\n");
    expect(report).toContain("docs      https://example.test/rules#refresh-cannot-widen");
    expect(report).not.toContain("change\n");
    expect(report).toContain("1 finding in 1 file: 1 advice\n  1  refresh-cannot-widen  ");
    expect(prettyReport(outcome, VIEW)).toMatch(/^No findings: .* 1 suppressed/);
  });

  test("has sections for suppressions, the baseline and dependencies", () => {
    const unused = "// step-up-union-ignore-line replaced-scope -- because\n";
    const outcome = outcomeOf([checkedFile("src/a.ts", unused)], {
      stale: [{ rule: "replaced-scope", file: "src/gone.ts", symbols: ["Transport", "send"] }],
      dependencies: [
        {
          name: "@modelcontextprotocol/sdk",
          version: "1.32.2",
          folder: "node_modules/@modelcontextprotocol/sdk",
          sites: [
            { file: "a.js", line: 1, column: 1 },
            { file: "b.js", line: 1, column: 1 },
          ],
        },
      ],
    });
    expect(prettyReport(outcome, VIEW)).toMatchInlineSnapshot(`
      "Suppressions to mend:
        src/a.ts:1:1  unused  line 1 has no finding of replaced-scope

      Entries of the baseline without a site; --prune-baseline takes them out:
        src/gone.ts  replaced-scope  Transport > send

      The installed @modelcontextprotocol/sdk 1.32.2 replaces the requested scope (2 places); see: npx step-up-union check node_modules/@modelcontextprotocol/sdk

      No step-up handler of your own replaces the requested scope: 123 files checked, 2 parsed, 2 step-up handlers recognised, 1 entry of the baseline without a site, 0.4 s
      "
    `);
  });

  test("keeps to findings when it is to be quiet", () => {
    const quiet = { ...VIEW, quiet: true, next: ["npx step-up-union fix src"] };
    expect(prettyReport(outcomeOf([], { stale: [{ rule: "r", file: "f", symbols: [] }] }), quiet)).toBe("");
    const files = [checkedFile("a.mjs", REVIEW), checkedFile("b.ts", REWRITE)];
    const report = prettyReport(outcomeOf(files), { ...quiet, failOn: "rewrite" });
    expect(report).toMatch(/^b\.ts\n/);
    expect(report).not.toMatch(/a\.mjs|finding|fix src/);
    expect(lastLines(report, 2)).toEqual([
      "  docs      https://example.test/rules#replaced-scope",
      expect.stringMatching(/^ {2}id {8}[0-9a-f]{16}$/),
    ]);
  });

  test("says what to do next", () => {
    const next = ["npx step-up-union explain src/a.ts:17", "npx step-up-union fix src"];
    const report = prettyReport(outcomeOf([checkedFile("src/a.ts", REWRITE)]), { ...VIEW, next });
    expect(lastLines(report, 3)).toEqual(["Next:", ...next.map((command) => `  ${command}`)]);
  });

  test("wraps words and cuts frames to the terminal; changes are shown in full", () => {
    const files = [checkedFile("src/shared.mjs", REVIEW), checkedFile("src/transport.ts", REWRITE)];
    const narrow = prettyReport(outcomeOf(files), { ...VIEW, width: 60 });
    const tooLong = narrow.split("\n").filter((line) => columnsOf(line) > 60);
    expect(tooLong.filter((line) => !/^(?=.{8} [-+ ] ) *\d* |^ {2}docs /.test(line))).toEqual([]);
    expect(narrow).toContain(
      "+       this.scope = response.status === 403 ? unionScopes(tokens?.scope, this.scope, scope) : scope;",
    );
    const words = (report: string) => report.replace(/^ *>? *\d+ \|.*$/gm, "").replace(/\s+/g, " ");
    expect(words(narrow)).toBe(words(prettyReport(outcomeOf(files), VIEW)));
  });

  test("is the same with colours but for the colours", () => {
    const colors = picocolors.createColors(true);
    const outcome = outcomeOf([checkedFile("src/shared.mjs", REVIEW), checkedFile("src/transport.ts", REWRITE)]);
    for (const width of [80, 200]) {
      const colored = prettyReport(outcome, { ...VIEW, colors, width });
      expect(colored).toContain(colors.red("rewrite"));
      expect(colored).toContain(colors.green("+       const tokens = await this.provider.tokens();"));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what a colour begins with
      const uncolored = colored.replace(/\x1b\[\d+m/g, "").replace(/ +$/gm, "");
      expect(uncolored).toBe(prettyReport(outcome, { ...VIEW, width }));
    }
  });

  test("shows the published SDK", () => {
    const file = "node_modules/@modelcontextprotocol/sdk/dist/cjs/client/streamableHttp.js";
    const source = readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), "utf8");
    const report = prettyReport(outcomeOf([checkedFile(file, source)]), VIEW);
    expect(report).toContain(
      "  change\n         +                         const tokens = await this._authProvider.tokens();\n",
    );
    expect(report).toMatch(/> {2}363 \| {29}this\._scope = scope;\n {9}\| {29}\^{19}\n/);
  });
});

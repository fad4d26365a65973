import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { discoverFixtures } from "../../fixtures/discover.ts";
import { command } from "../../installed/command.ts";
import { tempProject } from "../../temp-project.ts";
import { testWhere } from "../../where.ts";
import { rewriteFixture } from "./command.ts";
import { inTerminal, isScript } from "./in-terminal.ts";

const SITE = rewriteFixture("braced-guard-in-the-sdk-transport");
const REVIEW =
  discoverFixtures().fixtures.find(({ name }) => name === "array-of-scopes-compared-with-the-last")?.input ?? "";
const FILES = { "package.json": { name: "project", type: "module" }, "src/a.ts": SITE, "src/r.ts": REVIEW };

const DOWN = "\u001b[B";
const ENTER = "\r";

/** Where the rewrite's site is before any change. */
const LINE = SITE.split("\n").findLastIndex((line) => line.includes("this._scope = scope;")) + 1;

const summaries = (report: string) =>
  [...report.matchAll(/<summary><b>(.*?)<\/b> <code>(.*?)<\/code>/g)].map(
    ([, verdict, place]) => `${verdict} ${place}`,
  );

describe("fix --report", () => {
  test("tells in Markdown what was changed, where it was before, and what is left for a person", async () => {
    const project = tempProject(FILES);
    const before = tempProject(FILES);
    const { code, stdout } = await command(project.root, ["fix", "--report", "report.md"]);
    expect(code).toBe(1);
    expect(stdout).toContain("1 site rewritten in 1 file");
    const report = project.read("report.md");
    expect(summaries(report)).toEqual([
      expect.stringMatching(/^review \(open\) src\/r\.ts:/),
      expect.stringMatching(new RegExp(`^rewrite \\(applied\\) src/a\\.ts:${LINE}:`)),
    ]);
    expect(report).toContain("2 sites in 2 files: 1 review, 1 rewrite; 1 applied, 1 open.");
    expect(report).toContain("Written after the migration. Lines and columns are those of the files before it.");
    expect(report).toMatch(/It was applied\. .*`unionScopes` came with it, in the new file `src\/union-scopes\.ts`/);
    expect(report).toContain("\n\nOn an insufficient_scope challenge `this._scope` was replaced");
    expect(report).toMatch(/^-\s+this\._scope = scope;$/m);
    expect(report).toMatch(/^\+\s+this\._scope = unionScopes\(/m);
    expect(report).not.toContain("The migration applies it");
    expect(report).toContain("Needs your decision; nothing was changed.");
    const { sites } = JSON.parse((await command(before.root, ["check", "--format", "json"])).stdout);
    for (const { fingerprint } of sites) expect(report).toContain(`Fingerprint \`${fingerprint}\``);
    expect(project.read("src/a.ts")).toContain("unionScopes(");
  });

  test("writes the same as a page", async () => {
    const project = tempProject(FILES);
    await command(project.root, ["fix", "--report", "report.html"]);
    const page = project.read("report.html");
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain("rewrite</span> (applied)");
    expect(page).toContain("review</span> (open)");
    expect(page).toContain("It was applied.");
  });

  test("tells under --dry-run what would be changed, and nothing else is written", async () => {
    const project = tempProject(FILES);
    const { code, stdout } = await command(project.root, ["fix", "--dry-run", "--report", "report.md"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^\+.*unionScopes\(/m);
    const { "report.md": report, ...others } = project.files();
    expect(Object.keys(others)).toEqual(Object.keys(FILES));
    expect(others["src/a.ts"]).toBe(SITE);
    expect(report).toContain("The migration applies it.");
    expect(report).not.toMatch(/It was applied|\(applied\)|Written after/);
  });

  test("does not call applied what could not be written, and says why", async () => {
    const project = tempProject({ ...FILES, "src/b.ts": SITE });
    chmodSync(project.path("src/a.ts"), 0o444);
    expect((await command(project.root, ["fix", "--report", "report.md"])).code).toBe(2);
    const report = project.read("report.md");
    expect(summaries(report).slice(1, 3)).toEqual([
      expect.stringMatching(/^rewrite \(not applied\) src\/a\.ts:/),
      expect.stringMatching(/^rewrite \(applied\) src\/b\.ts:/),
    ]);
    expect(report).toMatch(/Could not decide[\s\S]*- `src\/a\.ts` It is read-only/);
    expect(report).toContain("Proved, but not applied: the code is as it was.");
  });

  test("tells what the compiler had against a rewrite, with --verify", async () => {
    const project = tempProject({
      ...FILES,
      "tsconfig.json": {
        compilerOptions: {
          ...{ strict: true, exactOptionalPropertyTypes: true },
          ...{ types: [], noEmit: true, module: "nodenext" },
        },
        include: ["src"],
      },
      "src/sdk.d.ts": `declare module "@modelcontextprotocol/sdk/client/auth.js" {
  interface OAuthTokens { access_token: string; scope?: string }
  export interface OAuthClientProvider { tokens(): Promise<OAuthTokens | undefined> }
  interface AuthOptions { serverUrl: string; scope?: string }
  export function auth(provider: OAuthClientProvider, options: AuthOptions): Promise<void>;
  export function extractWWWAuthenticateParams(response: Response): { error?: string; scope?: string };
}
`,
      "src/a.ts": `import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
export class Client {
  constructor(private url: string, private provider: OAuthClientProvider) {}
  async on(response: Response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      await auth(this.provider, { serverUrl: this.url, ...challenge });
    }
  }
}
`,
    });
    const before = project.read("src/a.ts");
    await command(project.root, ["fix", "--verify", "--report", "report.md", "src/a.ts"]);
    expect(project.read("src/a.ts")).toBe(before);
    const report = project.read("report.md");
    expect(summaries(report)).toEqual([expect.stringMatching(/^review \(open\) src\/a\.ts:7:/)]);
    expect(report).toContain("TS2379");
    expect(report).toMatch(
      /\n\nType-checked before and after, by TypeScript \d+\.\d+\.\d+: `tsconfig\.json` \(0 changed files of 2; 1 rewrite withdrawn\)\.\n\n/,
    );
    await command(project.root, ["fix", "--verify", "--dry-run", "--report", "report.html"]);
    expect(project.read("report.html")).toMatch(
      /<p>Type-checked before [^<]*<code>tsconfig\.json<\/code> \(0 [^<]*\)\.<\/p>/,
    );
  });

  testWhere(isScript)(
    "tells with --interactive what was taken, what was left, and the reason of a comment",
    async () => {
      const names = ["a", "b", "c"];
      const project = tempProject({
        "package.json": FILES["package.json"],
        ...Object.fromEntries(names.map((name) => [`src/${name}.ts`, SITE])),
      });
      const keys = [ENTER, DOWN + ENTER, DOWN + DOWN + DOWN + ENTER, `only one scope${ENTER}`];
      const { status } = await inTerminal(project, keys, { args: ["--report", "report.md"] });
      expect(status).toBe(1);
      const report = project.read("report.md");
      expect(summaries(report).map((summary) => summary.replace(/:.*/, ""))).toEqual([
        "rewrite (applied) src/a.ts",
        "rewrite (not applied) src/b.ts",
        "rewrite (left by a comment) src/c.ts",
      ]);
      expect(report).toContain("Left as it was, by a comment that was added: `only one scope`.");
    },
  );

  testWhere(isScript)("tells what was done before Ctrl-C", async () => {
    const project = tempProject({ "package.json": FILES["package.json"], "src/a.ts": SITE, "src/b.ts": SITE });
    const { status } = await inTerminal(project, [ENTER, "\u0003"], { args: ["--report", "report.md"] });
    expect(status).toBe(130);
    expect(project.read("report.md")).toContain("1 applied, 1 not applied.");
  });

  test("says that there was nothing where there was nothing", async () => {
    const project = tempProject({ "package.json": FILES["package.json"], "a.ts": "export const a = 1;\n" });
    expect((await command(project.root, ["fix", "--report", "report.md"])).code).toBe(0);
    expect(project.read("report.md")).toContain("No step-up handler replaces the requested scope.");
  });

  test.each([
    ["of another extension", "report.txt", /--report=report\.txt .*\.md or \.html/],
    ["without one", "report", /\.md or \.html/],
    ["in no folder", "no/report.md", /--report=no\/report\.md: The report cannot be written\. Its folder/],
    ["that is a folder", "folder.md", /This is a folder; name a file in it/],
  ])("refuses a file %s before it changes anything", async (_, file, says) => {
    const project = tempProject(FILES);
    mkdirSync(project.path("folder.md"));
    const { code, stdout, stderr } = await command(project.root, ["fix", "--report", file]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(says);
    expect(project.read("src/a.ts")).toBe(SITE);
    expect(existsSync(project.path("src/union-scopes.ts"))).toBe(false);
  });
});

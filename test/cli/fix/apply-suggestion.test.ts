import { describe, expect, test } from "vitest";
import { tempProject } from "../../temp-project.ts";
import { testWhere } from "../../where.ts";
import { rewriteFixture, runFix } from "./command.ts";
import { inTerminal, isScript } from "./in-terminal.ts";

const SITE = rewriteFixture("braced-guard-in-the-sdk-transport");
/** Line 6: a status alone does not prove a step-up. */
const LIKELY = `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export class Client {
  async onRefused(response) {
    const { scope } = extractWWWAuthenticateParams(response);
    if (response.status === 403) {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
`;
const UNION = "this.scope = unionScopes(tokens?.scope, this.scope, scope);";
const MANIFEST = { name: "project", type: "module" };
const FILES = { "package.json": MANIFEST, "src/likely.js": LIKELY, "src/proved.ts": SITE };

describe("fix --apply-suggestion", () => {
  test("applies that change with its helper, and nothing else, and says what was not proved", () => {
    const project = tempProject(FILES);
    const { status, stdout, stderr } = runFix(
      project.root,
      "--apply-suggestion",
      "src/likely.js:6",
      "--report=report.md",
    );
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("1 site rewritten in 1 file");
    expect(stdout).toContain(
      "Applied by your decision:\n  src/likely.js:6:7  not proved: nothing but an insufficient_scope challenge leads here",
    );
    expect(project.read("src/likely.js")).toContain(UNION);
    expect(project.read("src/union-scopes.js")).toContain("export function unionScopes(");
    expect(project.read("src/proved.ts")).toBe(SITE);
    expect(project.read("report.md")).toContain("review (applied by decision)");
    expect(project.read("report.md")).toContain("Not proved; a person decided to apply the change.");
    expect(project.read("report.md")).not.toContain("Decision needed");
    expect(runFix(project.root, "src/likely.js").stdout).toContain("Nothing was changed.");
  });

  test("is not type-checked by --verify, and says so", () => {
    const tsconfig = { compilerOptions: { allowJs: true, checkJs: true, noEmit: true, types: [] }, include: ["src"] };
    const project = tempProject({ ...FILES, "tsconfig.json": tsconfig });
    const { stdout, stderr } = runFix(project.root, "--verify", "--apply-suggestion=src/likely.js:6");
    expect(stderr).toBe("");
    expect(stdout).not.toContain("Type-checked");
    expect(stdout).toContain(
      "\n\nNot type-checked:\n  src/likely.js  a suggestion that was chosen: only rewrites are checked\n",
    );
  });

  test("shows the patch first, where that is asked for", () => {
    const project = tempProject(FILES);
    const { status, stdout, stderr } = runFix(project.root, "--apply-suggestion=src/likely.js:6", "--dry-run");
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Would be applied by your decision:\n {2}src\/likely\.js:6:\d+ {2}not proved: /m);
    expect(stderr).not.toContain("No finding is left");
    expect(stdout).toContain(`+      ${UNION}`);
    expect(stdout).toContain("+++ b/src/union-scopes.js");
    expect(stdout).not.toContain("proved.ts");
    expect(project.read("src/likely.js")).toBe(LIKELY);
  });

  test.each<[string[], RegExp]>([
    [["--apply-suggestion=src/proved.ts:99"], /src\/proved\.ts:99 {2}No site that is left to a person is there/],
    [["--apply-suggestion=src/likely.js"], /names no line; write --apply-suggestion <file>:<line>/],
    [["--apply-suggestion=src/likely.js:6", "src"], /leave the paths away/],
    [["--apply-suggestion=src/none.js:6"], /none\.js/],
  ])("changes nothing, and ends with 2: %j", (args, says) => {
    const project = tempProject(FILES);
    const { status, stderr } = runFix(project.root, ...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(says);
    expect([project.read("src/likely.js"), project.read("src/proved.ts")]).toEqual([LIKELY, SITE]);
  });

  testWhere(isScript)("is a choice of a session, which is never the first", async () => {
    const project = tempProject({ "package.json": MANIFEST, "src/likely.js": LIKELY });
    const { status, screen } = await inTerminal(project, ["\u001b[B\r"]);
    expect(screen).toContain("not proved: nothing but an insufficient_scope challenge leads here");
    expect(status).toBe(0);
    expect(project.read("src/likely.js")).toContain(UNION);
  });
});

import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, lstatSync, symlinkSync, writeFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { ts } from "ts-morph";
import { describe, expect, test } from "vitest";
import { discoverFixtures } from "../../fixtures/discover.ts";
import { mayMountDisk, smallDisk } from "../../full-disk.ts";
import { command } from "../../installed/command.ts";
import { projectIn, type TempProject, tempProject } from "../../temp-project.ts";
import { testWhere } from "../../where.ts";
import { rewriteFixture, runFix } from "./command.ts";

const SITE = rewriteFixture("braced-guard-in-the-sdk-transport");
const BUILT = transformSync(SITE, { loader: "ts", target: "es2022" }).code;
const TWO = rewriteFixture("two-providers-in-one-block");
const REVIEW =
  discoverFixtures().fixtures.find(({ name }) => name === "array-of-scopes-compared-with-the-last")?.input ?? "";
const MANIFEST = { name: "project", type: "module" };

/** A project whose site is in `src/a.ts`. */
const withSite = (more: Record<string, string | object> = {}) =>
  tempProject({ "package.json": MANIFEST, "src/a.ts": SITE, ...more });

function commit(project: TempProject): void {
  const who = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  for (const args of [
    ["init", "--quiet"],
    ["add", "--all"],
    ["commit", "--quiet", "--message=all"],
  ]) {
    execFileSync("git", [...who, ...args], { cwd: project.root, stdio: "pipe" });
  }
}

describe("fix", () => {
  test("applies the rewrites, brings the helper, and ends with 0 where nothing is left", () => {
    const project = withSite({ ".prettierrc": "{}" });
    const { status, stdout, stderr } = runFix(project.root);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toBe(`1 site rewritten in 1 file
  src/union-scopes.ts  new: the union helper
  src/a.ts  1 site rewritten

Advice on what was rewritten:
  src/a.ts:61:21  advice  refresh-cannot-widen  a stored refresh token makes \`auth()\` refresh, which cannot widen the scope: drop that token first, or write \`auth(this._authProvider, { …, forceReauthorization: true })\` if it takes that

No finding is left.

Format what was changed:
  npx prettier --write src/union-scopes.ts src/a.ts
`);
    expect(project.read("src/a.ts")).toContain("unionScopes(tokens?.scope, this._scope, scope)");
    expect(runFix(project.root).stdout).toBe("Nothing was changed.\n\nNo finding is left.\n");
  });

  test("says that nothing keeps an installed package, where the package manager has no known command", () => {
    const files = { "node_modules/p/package.json": { name: "p", version: "1.0.0" }, "node_modules/p/a.ts": SITE };
    const { stdout } = runFix(tempProject({ "deno.lock": "{}", ...files }).root, "node_modules/p");
    expect(stdout).toMatch(/\nNothing keeps the change of the installed p 1\.0\.0:\n {2}No command of deno /);
  });

  test("says what is left for a person, where it stands now, and ends with 1", () => {
    const project = withSite({ "src/a.ts": `${SITE}\n${REVIEW.replace(/^import.*$/gm, "")}`, "src/r.ts": REVIEW });
    const { status, stdout } = runFix(project.root);
    expect(status).toBe(1);
    const place = /^ {2}src\/a\.ts:(\d+):\d+ {2}review {2}scope-collection/m.exec(stdout);
    const line = project.read("src/a.ts").split("\n")[Number(place?.[1]) - 1];
    expect(line).toContain("this.scopes =");
    expect(stdout).toContain("Left for a person: 2 findings");
    expect(stdout).not.toContain("Not rewritten");
  });

  test("names no formatter for what was built or minified", () => {
    const minified = transformSync(TWO, { minify: true }).code;
    const project = withSite({ ".prettierrc": "{}", "lib/client.min.js": minified, "dist/b.js": TWO });
    const { status, stdout } = runFix(project.root);
    expect(status).toBe(0);
    expect(stdout).toContain("  dist/b.js  2 sites rewritten\n  lib/client.min.js  2 sites rewritten\n");
    expect(stdout).toContain("\n  npx prettier --write src/union-scopes.ts src/a.ts\n");
  });

  test("leaves files with uncommitted changes as they are, unless told otherwise, and fixes the others", () => {
    const project = withSite({ "src/b.ts": SITE });
    commit(project);
    appendFileSync(project.path("src/a.ts"), "// work in progress\n");
    const held = project.read("src/a.ts");
    const { status, stderr } = runFix(project.root);
    expect(status).toBe(2);
    expect(stderr).toContain("src/a.ts  It has changes that are not committed");
    expect(project.read("src/a.ts")).toBe(held);
    expect(project.read("src/b.ts")).toContain("unionScopes(");
    expect(runFix(project.root, "--allow-dirty").status).toBe(0);
    expect(project.read("src/a.ts")).toContain("unionScopes(");
  });

  test("leaves a read-only file as it is, says so, and ends with 2", () => {
    const project = withSite({ "src/b.ts": SITE });
    chmodSync(project.path("src/a.ts"), 0o444);
    const { status, stderr } = runFix(project.root);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("src/a.ts  It is read-only") });
    expect(project.read("src/a.ts")).toBe(SITE);
    expect(project.read("src/b.ts")).toContain("unionScopes(");
  });

  test("changes no file that is not in UTF-8", () => {
    const project = withSite();
    const bytes = Buffer.from(`// Zo\u00eb\n${SITE.replace(/[^\0-\xff]/g, "")}`, "latin1");
    writeFileSync(project.path("src/a.ts"), bytes);
    const { status, stderr } = runFix(project.root);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("It is not in UTF-8") });
    expect(Object.keys(project.files())).toEqual(["package.json", "src/a.ts"]);
  });

  testWhere(mayMountDisk)("leaves whole files on a full disk, and ends with 2", () => {
    const disk = smallDisk(tempProject({}).root, "256k");
    const long = `${SITE}// ${"x".repeat(100_000)}\n`;
    const project = projectIn(disk, { "package.json": MANIFEST, "src/a.ts": long, "src/b.ts": SITE });
    writeFileSync(project.path("filler"), "x".repeat(60_000));
    const { status, stderr } = runFix(project.root, "src");
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("no room left") });
    expect(project.read("src/a.ts")).toBe(long);
    expect(project.read("src/b.ts")).toContain("unionScopes(");
    expect(Object.keys(project.files()).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("withdraws what adds an error of the compiler, with --verify", async () => {
    const tsconfig = {
      compilerOptions: { strict: true, types: [], noEmit: true, module: "nodenext" },
      include: ["src"],
    };
    const typed = `declare function auth(provider: unknown, options: unknown): Promise<string>;
declare function extractWWWAuthenticateParams(response: unknown): { error?: string; scope?: "mcp:read" };
export class Client {
  private _scope: "mcp:read" | undefined;
  constructor(private provider: unknown) {}
  async onForbidden(response: unknown) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this._scope = scope;
      await auth(this.provider, { scope: this._scope });
    }
  }
}
`;
    const project = tempProject({
      "package.json": MANIFEST,
      "tsconfig.json": tsconfig,
      "src/a.ts": typed,
      "b.ts": SITE,
    });
    // As built: the compiler runs in a thread, and one does not run TypeScript.
    const { code, stdout, stderr } = await command(project.root, ["fix", "--verify"]);
    expect(project.read("src/a.ts")).toBe(typed);
    expect(code).toBe(1);
    expect(stdout).toContain("unfit-sink");
    expect(stdout).toContain("  b.ts  the nearest tsconfig does not include it\n");
    expect(stderr).toBe("");
    expect(project.read("b.ts")).toContain("unionScopes(");
  });
});

const STRICT = { strict: true, types: [], noEmit: true, module: "nodenext" };

describe("fix --verify", () => {
  test("finds the program among those that the nearest tsconfig references", async () => {
    const project = withSite({
      "tsconfig.json": { files: [], references: [{ path: "./tsconfig.node.json" }, { path: "./tsconfig.app.json" }] },
      "tsconfig.node.json": { compilerOptions: STRICT, include: ["*.config.ts"] },
      "tsconfig.app.json": { compilerOptions: STRICT, include: ["src"] },
      "vite.config.ts": "export {};\n",
    });
    expect(await command(project.root, ["fix", "--verify"])).toMatchObject({ code: 0, stderr: "" });
    expect(project.read("src/a.ts")).toContain("unionScopes(");
  });

  test("says what was type-checked by what, and what was not, and why", async () => {
    const project = withSite({
      "tsconfig.json": { compilerOptions: { ...STRICT, allowJs: true }, include: ["src"] },
      "src/other.ts": "export const other = 1;\n",
      "src/b.mjs": BUILT,
      "src/c.mjs": `// @ts-check\n${BUILT}`,
      "src/n.ts": `// @ts-nocheck\n${SITE}`,
      "tools/e.mjs": BUILT,
    });
    const { stdout, stderr } = await command(project.root, ["fix", "--verify"]);
    expect(stdout).toContain(`Type-checked before and after, by TypeScript ${ts.version}:
  tsconfig.json  2 changed files of 5

Not type-checked:
  src/b.mjs    JavaScript that neither its tsconfig (checkJs) nor a comment wants checked
  src/n.ts     a comment in it, @ts-nocheck, keeps the compiler away
  tools/e.mjs  the nearest tsconfig does not include it
  Another tsconfig is named by --project=<tsconfig>.
`);
    expect(stderr).toBe("");
    expect(project.read("src/c.mjs")).toContain("unionScopes(");
  });

  test("says under --dry-run what would be, and the same with --project", async () => {
    const project = withSite({ "tsconfig.json": { compilerOptions: STRICT, include: ["src"] }, "tools/e.mjs": TWO });
    for (const option of ["--verify", "--project=tsconfig.json"]) {
      const { stderr } = await command(project.root, ["fix", "--dry-run", option]);
      expect(stderr).toContain("  tsconfig.json  1 changed file of 1\n");
      expect(stderr).toContain("  tools/e.mjs  the nearest tsconfig does not include it\n");
    }
  });

  test("changes nothing where the nearest tsconfig is broken, and says what to do", async () => {
    const project = withSite({ "tsconfig.json": "{ broken" });
    const { code, stderr } = await command(project.root, ["fix", "--verify"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/tsconfig\.json cannot be used: .* Name another with --project=<tsconfig>\.$/m);
    expect(project.read("src/a.ts")).toBe(SITE);
  });
});

describe("fix --dry-run", () => {
  test("prints a patch that makes of the files what fix does, changes nothing, and ends with 1", () => {
    const project = withSite({ "lib/ä b.mjs": TWO });
    const before = project.files();
    const { status, stdout, stderr } = runFix(project.root, "--dry-run");
    expect(status).toBe(1);
    expect(stderr).toBe(`3 sites to rewrite in 2 files
  lib/union-scopes.mjs  new: the union helper
  lib/ä b.mjs  2 sites
  src/union-scopes.ts  new: the union helper
  src/a.ts  1 site
`);
    expect(project.files()).toEqual(before);
    execFileSync("git", ["apply", "-"], { cwd: project.root, input: stdout });
    const patched = project.files();
    const other = withSite({ "lib/ä b.mjs": TWO });
    expect(runFix(other.root).status).toBe(0);
    expect(patched).toEqual(other.files());
    const nothing = "Nothing would be changed.\n\nNo finding is left.\n";
    expect(runFix(other.root, "--dry-run")).toMatchObject({ status: 0, stdout: "", stderr: nothing });
  });

  test("pipes into git apply, in a folder below the root of the work tree, too", () => {
    const project = tempProject({ "packages/a/package.json": MANIFEST, "packages/a/src/a.ts": SITE });
    commit(project);
    const folder = project.path("packages/a");
    execFileSync("git", ["apply", "-"], { cwd: folder, input: runFix(folder, "--dry-run").stdout });
    expect(project.read("packages/a/src/a.ts")).toContain("unionScopes(");
    expect(runFix(folder, "--dry-run").status).toBe(0);
  });

  test("names behind a symbolic link what fix writes: the file, and the helper where that file finds it", () => {
    const project = tempProject({ "package.json": MANIFEST, "real/src/a.ts": SITE, "src/other.ts": "" });
    symlinkSync("../real/src/a.ts", project.path("src/link.ts"));
    const { stdout, stderr } = runFix(project.root, "--dry-run", "src/link.ts");
    expect(stdout.match(/^\+\+\+ .*/gm)).toEqual(["+++ b/real/union-scopes.ts", "+++ b/real/src/a.ts"]);
    expect(stdout).toContain("from '../union-scopes.js'");
    expect(stderr).toContain("  src/link.ts -> real/src/a.ts  1 site\n");

    const fixed = runFix(project.root, "src/link.ts");
    expect(fixed).toMatchObject({ status: 0, stderr: "" });
    expect(fixed.stdout).toContain("  src/link.ts -> real/src/a.ts  1 site rewritten\n");
    expect(lstatSync(project.path("src/link.ts")).isSymbolicLink()).toBe(true);
    const written = project.files();
    expect(Object.keys(written)).toContain("real/union-scopes.ts");
    expect(written["real/src/a.ts"]).toContain("unionScopes(");
  });

  test("says why it ends with 1 where there is nothing to change", () => {
    const project = tempProject({ "package.json": MANIFEST, "src/r.ts": REVIEW });
    const { status, stdout, stderr } = runFix(project.root, "--dry-run");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^Nothing would be changed\.\n\nLeft for a person: 1 finding\n {2}src\/r\.ts:/);
  });
});

test("the advice about what was rewritten is repeated, where that stands now", () => {
  const source = `import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/client";

export const withRetry = (provider: OAuthClientProvider, serverUrl: string) => async (url: string): Promise<Response> => {
  let response = await fetch(url);
  while (response.status === 403) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") break;
    await auth(provider, { serverUrl, scope });
    response = await fetch(url);
  }
  return response;
};
`;
  const project = withSite({ "src/a.ts": source });
  const { stdout } = runFix(project.root);
  const advised = [...stdout.matchAll(/^ {2}src\/a\.ts:(\d+):(\d+) {2}advice {2}(\S+)/gm)];
  expect(advised.map(([, , , rule]) => rule)).toEqual([
    "refresh-cannot-widen",
    "unbounded-step-up",
    "scope-may-be-missing",
  ]);
  const lines = project.read("src/a.ts").split("\n");
  for (const [, line, column] of advised) {
    expect(lines[Number(line) - 1]?.slice(Number(column) - 1)).toMatch(/^scope: unionScopes\(/);
  }
});

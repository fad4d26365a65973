import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { command } from "../installed/command.ts";
import { shell } from "../installed/shell.ts";
import { SHARED, TYPESCRIPT } from "../runner/sources.ts";
import { tempProject } from "../temp-project.ts";

/** What must not reach a terminal; line feeds are the reports' own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const FORBIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;
const NASTY = "\u001b[2J\u001b]0;pwned\u0007\u009b31m\u202e\u200b";
const broken = 'const broken = { ; // "insufficient_scope"\n';

describe("hostile names and contents", () => {
  test("reach no terminal, in no format, from no part of a report", async () => {
    const code = TYPESCRIPT.replace("this._scope = scope;", `this._scope = /*${NASTY}*/ scope; // ${NASTY}\t\r`);
    const suppressed = SHARED.replace(
      "      this._scope = scope;",
      `      // step-up-union-ignore-next-line no-such-${NASTY} -- ${NASTY}\n$&`,
    );
    const project = tempProject({
      [`a${NASTY}\n::error::x.ts`]: code,
      [`b${NASTY}.js`]: suppressed,
      [`c${NASTY}.ts`]: broken,
      [`d${NASTY}.ts`]: "const broken = { ; // scope 403 auth()\n",
      [`known${NASTY}.json`]: {
        version: 1,
        sites: [{ rule: NASTY, file: `gone${NASTY}.ts`, symbols: [NASTY], code: "x", ordinal: 0 }],
      },
    });
    for (const args of [
      ["-f", "pretty"],
      ["-f", "json"],
      ["-f", "sarif"],
      ["-f", "gitlab"],
      ["-f", "rdjson"],
      ["-f", "oneline"],
      ["--baseline", `known${NASTY}.json`],
      ["--fail-on=advice"],
      [`nowhere${NASTY}`],
      ["--ignore-pattern", `a${NASTY}`, "--project", `no${NASTY}.json`],
    ]) {
      const { code: exit, stdout, stderr } = await command(project.root, ["check", ...args]);
      expect([args, exit]).toEqual([args, 2]);
      expect([args, FORBIDDEN.exec(stdout + stderr)]).toEqual([args, null]);
      expect(stdout + stderr).not.toMatch(/^::error/m);
    }
    // Their own commands, and tabs of code in an edit that is exact, are all that these two have.
    const { stdout: annotations } = await command(project.root, ["check", "-f", "github"]);
    expect(FORBIDDEN.exec(annotations)).toBeNull();
    expect(annotations.match(/^::/gm)?.length).toBe(
      annotations.match(/^::(error|warning|notice) (file|title)=/gm)?.length,
    );
    const { stdout: forAgents } = await command(project.root, ["check", "-f", "agent"]);
    expect(FORBIDDEN.exec(forAgents.replaceAll("\t", ""))).toBeNull();
  });
});

/** What GitHub's runner obeys: `::` at the beginning of a line, behind blanks, and `##[` anywhere. */
const OBEYED = /^\s*::|##\w*\[/m;

describe("names that are commands of a CI system", () => {
  const MASK = "::add-mask::pwn.js";
  const GROUP = "##[group]x.ts";

  test("are obeyed in nothing that is printed for people", async () => {
    const project = tempProject({ [MASK]: SHARED, [GROUP]: TYPESCRIPT, "::error::broken.ts": broken });
    await command(project.root, ["check", "-o", "json=::warning::report.json"]);
    for (const args of [
      ["check"],
      ["explain"],
      ["explain", "-f", "markdown"],
      ["explain", "##[error]none.ts"],
      ["fix", "--dry-run", "--color"],
      ["fix", "--apply-suggestion", `${MASK}:7`, "--dry-run", "--color"],
      ["merge", "::warning::report.json"],
      ["merge", "##[error]none.json"],
      ["check", "--##[error]none"],
      ["check", "--config", "##[error]none.json"],
      ["fix", "--report", "fixed.md"],
    ]) {
      const { stdout, stderr } = await command(project.root, args, { env: { GITHUB_ACTIONS: "true" } });
      expect([args, OBEYED.exec(stdout), OBEYED.exec(stderr)]).toEqual([args, null, null]);
    }
    expect(project.read("fixed.md")).toMatch(/u\{23\}#\[group\]x\.ts/);
    expect(OBEYED.exec(project.read("fixed.md"))).toBeNull();
  });

  test("are named by fix as by check", async () => {
    const { stdout } = await command(tempProject({ [GROUP]: TYPESCRIPT, [`${MASK}.ts`]: TYPESCRIPT }).root, ["fix"]);
    expect(stdout).toContain("\n  \\u{23}#[group]x.ts  1 site rewritten");
    expect(stdout).toContain("\n  \\u{3a}:add-mask::pwn.js.ts  1 site rewritten");
  });
});

describe("odd files", () => {
  test("are named by paths that begin with a dash, hold blanks, or are no UTF-8", async () => {
    const project = tempProject({ "-x.ts": TYPESCRIPT, "a b/'c'.ts": TYPESCRIPT });
    const dashed = await command(project.root, ["check", "--", "-x.ts"]);
    expect(dashed.code).toBe(1);
    expect(dashed.stdout).toContain("  step-up-union explain ./-x.ts:19\n  step-up-union fix ./-x.ts\n");
    expect((await command(project.root, ["check", "./-x.ts", "a b"])).stdout).toContain("2 findings in 2 files");
    expect((await command(project.root, ["check", "-x.ts"])).code).toBe(2);
    const empty = await command(project.root, ["check", ""]);
    expect(empty.code).toBe(2);
    expect(empty.stderr).toContain("An empty path was given");
    const latin = await shell(project.root, `mkdir odd; cp ./-x.ts $'odd/\\xe9.ts'; check odd`);
    expect([0, 1, 2]).toContain(latin.code);
    expect(latin.stdout + latin.stderr).not.toContain("please report it");
    // What cannot be looked at is never said to be clean.
    expect(latin.code).not.toBe(0);
  });

  test("that are no files, lead in circles or were removed are named, and the others reported", async () => {
    const project = tempProject({ "src/a.ts": TYPESCRIPT, "src/deep/b.ts": SHARED });
    symlinkSync("..", project.path("src/deep/up"), "dir");
    symlinkSync("loop.ts", project.path("loop.ts"));
    const cycle = await command(project.root, ["check", "src"]);
    expect(cycle).toMatchObject({ code: 1, stderr: "" });
    expect(cycle.stdout).toContain("2 files checked");
    const loop = await command(project.root, ["check", "loop.ts", "src"]);
    expect(loop.code).toBe(2);
    expect(loop.stderr).toContain("loop.ts");
    expect(loop.stdout).toContain("2 findings in 2 files");
    const pipe = await shell(project.root, "mkfifo pipe.ts; check pipe.ts src/a.ts; echo $?");
    expect(pipe.stdout).toMatch(/1 finding in 1 file[\s\S]*\n2\n$/);
    expect(pipe.stderr).toContain("pipe.ts  This is a named pipe");
  });

  test("are found through a working folder that is a link, and twice named read once", async () => {
    const project = tempProject({ "real/src/a.ts": TYPESCRIPT });
    symlinkSync("real", project.path("link"), "dir");
    const { code, stdout } = await shell(
      project.path("link"),
      "cd . && check -f json . src src/a.ts ./src/../src/a.ts 'src/*.ts'",
    );
    expect(code).toBe(1);
    const { sites, summary } = JSON.parse(stdout);
    expect(sites.map(({ file }: { file: string }) => file)).toEqual(["src/a.ts"]);
    expect(summary.files).toEqual({ selected: 1, read: 1, parsed: 1 });
  });

  test("by the ten thousand in one folder, without a site, are read once, and only candidates parsed", async () => {
    const project = tempProject({});
    mkdirSync(project.path("many"));
    for (let index = 0; index < 10_000; index++) writeFileSync(project.path(`many/${index}.ts`), "export {};\n");
    writeFileSync(project.path("many/candidate.ts"), 'export const code = "insufficient_scope";\n');
    const { code, stdout } = await command(project.root, ["check", "-f", "json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).summary.files).toEqual({ selected: 10_001, read: 10_001, parsed: 1 });
  });

  test("that vanish while the run is under way never crash it", async () => {
    const project = tempProject({});
    mkdirSync(project.path("many"));
    for (let index = 0; index < 20_000; index++) writeFileSync(project.path(`many/${index}.ts`), "export {};\n");
    const running = command(project.root, ["check"]);
    await new Promise((resolve) => setTimeout(resolve, 450));
    rmSync(project.path("many"), { recursive: true });
    const { code, stdout, stderr } = await running;
    expect([0, 2]).toContain(code);
    expect(stdout + stderr).not.toContain("please report it");
  });
});

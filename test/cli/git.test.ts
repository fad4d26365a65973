import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { command } from "../installed/command.ts";
import { SHARED, TYPESCRIPT, TYPESCRIPT_MIGRATED } from "../runner/sources.ts";
import { type TempProject, tempProject } from "../temp-project.ts";

function git({ root }: TempProject, ...args: string[]): void {
  const author = ["-c", "user.name=a", "-c", "user.email=a@example.test", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...author, ...args], { cwd: root, stdio: "ignore" });
}

/** A repository whose first commit holds a site in each of two files, and a clean one. */
function repository(): TempProject {
  const project = tempProject({ "src/old.ts": TYPESCRIPT, "src/shared.js": SHARED, "src/clean.ts": "export {};\n" });
  git(project, "init", "-q", "-b", "main");
  git(project, "add", ".");
  git(project, "commit", "-qm", "first");
  return project;
}

const check = async (project: TempProject, ...args: string[]) => {
  const { code, stdout, stderr } = await command(project.root, ["check", "-f", "json", ...args]);
  const { sites, summary } = JSON.parse(stdout);
  return { code, stderr, files: sites.map(({ file }: { file: string }) => file), summary };
};

describe("--staged and --since", () => {
  test("are clean where nothing changed", async () => {
    const project = repository();
    for (const option of ["--staged", "--since=main"]) {
      const { code, stderr, summary } = await check(project, option);
      expect({ code, stderr, files: summary.files }).toEqual({
        code: 0,
        stderr: "",
        files: { selected: 0, read: 0, parsed: 0 },
      });
    }
  });

  test("take the staged text, whatever the work tree holds", async () => {
    const project = repository();
    writeFileSync(project.path("src/clean.ts"), TYPESCRIPT);
    writeFileSync(project.path("src/new.ts"), TYPESCRIPT);
    writeFileSync(project.path("src/old.ts"), TYPESCRIPT_MIGRATED);
    git(project, "add", ".");
    writeFileSync(project.path("src/clean.ts"), "export {};\n");
    writeFileSync(project.path("src/old.ts"), TYPESCRIPT);
    rmSync(project.path("src/new.ts"));
    const staged = await check(project, "--staged");
    expect(staged).toMatchObject({ code: 1, files: ["src/clean.ts", "src/new.ts", "src/old.ts"], stderr: "" });
    expect(staged.summary).toMatchObject({
      findings: 2,
      verdicts: { "already-union": 1 },
      files: { selected: 3, read: 3 },
    });
    expect(await check(project, "--staged", "src/old.ts")).toMatchObject({ code: 0, files: ["src/old.ts"] });
    expect(await check(project, "--staged", "--ignore-pattern=*.ts")).toMatchObject({ code: 0, files: [] });
    expect(await check(project, "--since=main")).toMatchObject({ code: 0, files: [] });
    expect(await check(project, "--since=main", "--staged").catch(() => "refused")).toBe("refused");
  });

  test("tell of a staged file that does not parse, and of the others", async () => {
    const project = repository();
    writeFileSync(project.path("src/broken.ts"), 'const broken = { ; // "insufficient_scope"\n');
    writeFileSync(project.path("src/new.ts"), TYPESCRIPT);
    git(project, "add", ".");
    const { code, stderr, files } = await check(project, "--staged");
    expect({ code, files }).toEqual({ code: 2, files: ["src/new.ts"] });
    expect(stderr).toContain("src/broken.ts:1:18");
  });

  test("take what a branch changed, new files included, from a folder below, too", async () => {
    const project = repository();
    git(project, "checkout", "-qb", "feature");
    writeFileSync(project.path("src/added.ts"), TYPESCRIPT);
    git(project, "add", ".");
    git(project, "commit", "-qm", "second");
    writeFileSync(project.path("src/untracked.ts"), TYPESCRIPT);
    expect(await check(project, "--since=main")).toMatchObject({
      code: 1,
      files: ["src/added.ts", "src/untracked.ts"],
    });
    const below = await command(project.path("src"), ["check", "--since=main", "--quiet"]);
    expect(below.code).toBe(1);
    expect(below.stdout).toMatch(/^added\.ts$/m);
    const unknown = await command(project.root, ["check", "--since=maim"]);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain("Did you mean main?");
  });
});

describe("--ignore-pattern and --no-ignore", () => {
  test("leave out, and enter, what they say", async () => {
    const project = repository();
    writeFileSync(project.path(".gitignore"), "build/\nsrc/shared.js\n");
    for (const [args, code, files] of [
      [[], 1, ["src/old.ts"]],
      [["--no-ignore"], 1, ["src/old.ts", "src/shared.js"]],
      [["--ignore-pattern=old.*"], 0, []],
      [["--ignore-pattern=*.ts", "--no-ignore"], 1, ["src/shared.js"]],
      [["--ignore-pattern=src/*", "--ignore-pattern=!src/old.ts"], 1, ["src/old.ts"]],
      [["src/shared.js"], 1, ["src/shared.js"]],
      [["src/shared.js", "--ignore-pattern=*.js"], 2, []],
      [["--ignore-pattern="], 1, ["src/old.ts"]],
    ] as const) {
      expect([args, await check(project, ...args)]).toEqual([args, expect.objectContaining({ code, files })]);
    }
  });
});

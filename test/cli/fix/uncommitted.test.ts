import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { uncommitted } from "../../../src/cli/fix/uncommitted.ts";
import { type TempProject, tempProject } from "../../temp-project.ts";

afterEach(() => vi.unstubAllEnvs());

function git(folder: string, ...args: string[]): void {
  const who = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...who, ...args], {
    cwd: folder,
    stdio: "pipe",
    env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" },
  });
}

function commit(folder: string): void {
  git(folder, "init", "--quiet");
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message=all");
}

function committed(files: Record<string, string>): TempProject {
  const project = tempProject(files);
  commit(project.root);
  return project;
}

/** The names among some files of a project that have uncommitted changes. */
function dirty(project: TempProject, ...names: string[]): string[] {
  const found = uncommitted(names.map(project.path), project.root);
  expect(found.remarks).toEqual([]);
  return names.filter((name) => found.paths.includes(project.path(name)));
}

describe("files with uncommitted changes are", () => {
  test("those changed, staged and untracked, and no others", () => {
    const names = ["changed.ts", "staged.ts", "both.ts", "clean.ts", "folder/clean.ts"];
    const project = committed(Object.fromEntries(names.map((name) => [name, "1\n"])));
    appendFileSync(project.path("changed.ts"), "2\n");
    appendFileSync(project.path("staged.ts"), "2\n");
    appendFileSync(project.path("both.ts"), "2\n");
    git(project.root, "add", "staged.ts", "both.ts");
    appendFileSync(project.path("both.ts"), "3\n");
    mkdirSync(project.path("new"));
    writeFileSync(project.path("new/untracked.ts"), "1\n");
    expect(dirty(project, ...names, "new/untracked.ts")).toEqual([
      "changed.ts",
      "staged.ts",
      "both.ts",
      "new/untracked.ts",
    ]);
  });

  test("not ignored ones: what is installed or built", () => {
    const project = committed({ ".gitignore": "node_modules\ndist\n", "a.ts": "" });
    for (const name of ["node_modules/p/a.js", "dist/a.js"]) {
      mkdirSync(join(project.path(name), ".."), { recursive: true });
      writeFileSync(project.path(name), "1\n");
    }
    expect(dirty(project, "node_modules/p/a.js", "dist/a.js")).toEqual([]);
  });

  test("not those outside of any repository", () => {
    expect(dirty(tempProject({ "a.ts": "1\n" }), "a.ts")).toEqual([]);
  });

  test("found in several repositories, one within another", () => {
    const project = tempProject({ "one/a.ts": "1\n", "one/a.js": "1\n", "two/a.ts": "1\n", "two/in/a.ts": "1\n" });
    for (const folder of ["two/in", "one", "two"]) commit(project.path(folder));
    appendFileSync(project.path("one/a.ts"), "2\n");
    appendFileSync(project.path("two/in/a.ts"), "2\n");
    expect(dirty(project, "one/a.ts", "one/a.js", "two/a.ts", "two/in/a.ts")).toEqual(["one/a.ts", "two/in/a.ts"]);
  });

  test("found by odd names, and odd names are no patterns", () => {
    const names = ["*.ts", ":(top)x.ts", "-a.ts", "a b\tc\nd.ts", "ä😀.ts", '"q".ts'];
    const project = committed({ ...Object.fromEntries(names.map((name) => [name, "1\n"])), "plain.ts": "1\n" });
    expect(dirty(project, ...names)).toEqual([]);
    for (const name of names) appendFileSync(project.path(name), "2\n");
    expect(dirty(project, ...names, "plain.ts")).toEqual(names);
  });

  test("found behind symbolic links: what is replaced is the file behind", () => {
    const project = committed({ "real/a.ts": "1\n" });
    symlinkSync("real", project.path("linked"));
    symlinkSync("real/a.ts", project.path("b.ts"));
    git(project.root, "add", "--all");
    git(project.root, "commit", "--quiet", "--message=links");
    expect(dirty(project, "linked/a.ts", "b.ts")).toEqual([]);
    appendFileSync(project.path("real/a.ts"), "2\n");
    expect(dirty(project, "linked/a.ts", "b.ts", "real/a.ts")).toEqual(["linked/a.ts", "b.ts", "real/a.ts"]);
  });

  test("found among more than fit on one command line", () => {
    const names = Array.from({ length: 700 }, (_, number) => `${"n".repeat(60)}-${number}.ts`);
    const project = committed(Object.fromEntries(names.map((name) => [name, "1\n"])));
    for (const name of [names[0], names[699]]) appendFileSync(project.path(name as string), "2\n");
    expect(dirty(project, ...names)).toEqual([names[0], names[699]]);
  });

  test("those of the repository at hand, though a hook of another one runs us", () => {
    const other = committed({ "a.ts": "1\n" });
    const project = committed({ "a.ts": "1\n" });
    appendFileSync(project.path("a.ts"), "2\n");
    vi.stubEnv("GIT_DIR", other.path(".git"));
    vi.stubEnv("GIT_INDEX_FILE", other.path(".git/index"));
    expect(dirty(project, "a.ts")).toEqual(["a.ts"]);
  });
});

describe("where git cannot be asked", () => {
  test("and is not installed, all files of a repository are held back, and a remark says so", () => {
    const project = committed({ "a.ts": "1\n" });
    appendFileSync(project.path("a.ts"), "2\n");
    vi.stubEnv("PATH", ["/nowhere", "/nowhere/else"].join(delimiter));
    const { path: outside } = tempProject({ "b.ts": "1\n" });
    expect(uncommitted([project.path("a.ts"), outside("b.ts")], project.root)).toEqual({
      paths: [],
      unknown: [project.path("a.ts")],
      remarks: [{ file: ".", message: "Git cannot say what is committed here: Git is not installed." }],
    });
  });

  test("about a repository, all of its files are held back", () => {
    const project = committed({ "sub/a.ts": "1\n" });
    writeFileSync(project.path(".git/index"), "broken");
    expect(uncommitted([project.path("sub/a.ts")], project.path("sub"))).toEqual({
      paths: [],
      unknown: [project.path("sub/a.ts")],
      remarks: [{ file: "..", message: expect.stringContaining("index") }],
    });
  });
});

test("no monitor and no filter that a repository names is started", () => {
  const project = committed({ "a.ts": "1\n", "b.ts": "1\n", ".gitattributes": "*.ts filter=evil\n" });
  const script = project.path("script.sh");
  writeFileSync(script, `#!/bin/sh\ntouch ${project.path("started")}\ncat\n`, { mode: 0o755 });
  for (const setting of ["core.fsmonitor", "filter.evil.clean"]) git(project.root, "config", setting, script);
  git(project.root, "config", "filter.evil.required", "true");
  writeFileSync(project.path("b.ts"), "2\n");
  utimesSync(project.path("a.ts"), new Date(0), new Date(0));
  expect(dirty(project, "a.ts", "b.ts")).toEqual(["b.ts"]);
  expect(Object.keys(project.files())).not.toContain("started");
});

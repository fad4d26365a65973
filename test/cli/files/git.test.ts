import {
  chmodSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { relative } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { changedSince, type GitFile, type GitSet, stagedFiles, stagedTexts } from "../../../src/cli/files/git.ts";
import { type TempProject, tempProject } from "../../temp-project.ts";
import { git } from "./git-command.ts";

const PATH = process.env.PATH;
afterEach(() => {
  process.env.PATH = PATH;
});

function repository(files: Record<string, string>): TempProject {
  const project = tempProject(files);
  git(project.root, "init", "-q", "-b", "main");
  if (Object.keys(files).length > 0) commit(project.root);
  return project;
}

function commit(root: string): void {
  git(root, "add", "-A");
  git(root, "commit", "-qm", "Work");
}

/** Paths from a folder; the message where git could not answer. */
function named(set: GitSet<GitFile>, root: string): readonly string[] | string {
  return "failure" in set ? set.failure.message : set.files.map(({ path }) => relative(root, path));
}

function stagedIn(root: string): Record<string, string> {
  const set = stagedFiles(root);
  if ("failure" in set) throw new Error(set.failure.message);
  const files = set.files.map((file) => ({ ...file, file: relative(root, file.path) }));
  const texts = stagedTexts(files, root);
  return Object.fromEntries(
    files.map(({ file }, index) => [file, (texts[index] as { text?: string } | undefined)?.text ?? "(none)"]),
  );
}

describe("files changed since a reference", () => {
  it("are those committed on the branch, staged, changed and new, but not those that main got since", () => {
    const { root, path } = repository({
      "a.ts": "",
      "b.ts": "",
      "c.ts": "",
      "d.ts": "",
      "same.ts": "",
      ".gitignore": "ignored.ts\n",
    });
    git(root, "checkout", "-qb", "work");
    writeFileSync(path("a.ts"), "committed");
    commit(root);
    git(root, "checkout", "-q", "main");
    writeFileSync(path("on-main.ts"), "");
    commit(root);
    git(root, "checkout", "-q", "work");
    writeFileSync(path("b.ts"), "staged");
    git(root, "add", "b.ts");
    writeFileSync(path("c.ts"), "changed");
    writeFileSync(path("new\n–.ts"), "");
    writeFileSync(path("ignored.ts"), "");
    rmSync(path("d.ts"));
    expect(changedSince("main", root)).toEqual({
      files: ["a.ts", "b.ts", "c.ts", "new\n–.ts"].map((name) => ({ path: path(name) })),
      remarks: [],
    });
  });

  it("are those of the whole work tree, from a folder in it", () => {
    const { root, path } = repository({ "sub/a.ts": "", "b.ts": "" });
    writeFileSync(path("b.ts"), "changed");
    writeFileSync(path("new.ts"), "");
    git(root, "config", "diff.relative", "true");
    expect(named(changedSince("HEAD", path("sub")), root)).toEqual(["b.ts", "new.ts"]);
  });

  it("have their new names, and leave out links, submodules and repositories in the tree", () => {
    const { root, path } = repository({ "old.ts": "x\n".repeat(50), "b.ts": "" });
    const { root: other } = repository({ "x.ts": "" });
    git(root, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other, "module");
    git(root, "clone", "-q", other, path("nested"));
    renameSync(path("old.ts"), path("new.ts"));
    git(root, "add", "-A", "old.ts", "new.ts");
    symlinkSync("b.ts", path("link.ts"));
    expect(named(changedSince("HEAD", root), root)).toEqual([".gitmodules", "new.ts"]);
  });

  it("do not include those that were merely touched, and git's index stays as it is", () => {
    const { root, path } = repository({ "a.ts": "a", 'b\n"\\.ts': "b", "c.ts": "c" });
    for (const name of ["a.ts", 'b\n"\\.ts', "c.ts"]) utimesSync(path(name), 1, 1);
    const index = readFileSync(path(".git/index"));
    expect(named(changedSince("HEAD", root), root)).toEqual([]);
    expect(stagedIn(root)).toEqual({});
    expect(readFileSync(path(".git/index")).equals(index)).toBe(true);
  });

  it("are compared with the reference itself where there is no common history, and it is said", () => {
    const { root, path } = repository({ "a.ts": "", "b.ts": "" });
    git(root, "checkout", "-q", "--orphan", "alone");
    writeFileSync(path("b.ts"), "changed");
    commit(root);
    const set = changedSince("main", root);
    expect(named(set, root)).toEqual(["b.ts"]);
    expect("remarks" in set && set.remarks.map(({ message }) => message)).toEqual([
      expect.stringContaining("main and HEAD share no history in this clone"),
    ]);
  });

  it("need a reference that exists and is one", () => {
    const { root } = repository({ "a.ts": "" });
    git(root, "branch", "develop");
    expect(named(changedSince("develp", root), root)).toBe("git knows no commit develp here. Did you mean develop?");
    expect(named(changedSince("zzzzzzzz", root), root)).toContain("fetch it first");
    for (const ref of ["--output=x.ts", "-", "", "a\0b"])
      expect(named(changedSince(ref, root), root)).toContain("cannot be a git reference");
    expect(named(changedSince("main..develop", root), root)).toContain("git knows no commit");
    expect(existsSync(`${root}/x.ts`)).toBe(false);
    expect(named(changedSince("main", root), root)).toEqual([]);
  });

  it("need git, and a work tree", () => {
    const { root } = tempProject({});
    const bare = repository({ "a.ts": "" });
    expect(changedSince("main", root)).toMatchObject({ failure: { kind: "usage", file: "--since" } });
    expect(named(changedSince("main", root), root)).toMatch(
      /^This needs a git work tree, and git says: not a git repository .*\. Run it in one, or give paths instead\.$/,
    );
    expect(named(stagedFiles(bare.path(".git")), root)).toMatch(/^This needs a git work tree/);
    expect(stagedFiles(bare.path(".git"))).toMatchObject({ failure: { kind: "usage", file: "--staged" } });
    process.env.PATH = root;
    expect(named(changedSince("main", root), root)).toBe("git was not found; install it, or give paths instead.");
  });
});

describe("staged files", () => {
  it("have the text of the index, not that of the disk", () => {
    const { root, path } = repository({ "a.ts": "1", "b.ts": "1", "gone.ts": "1", "old.ts": "x\n".repeat(50) });
    writeFileSync(path("a.ts"), "staged …\n\nend");
    writeFileSync(path("empty.ts"), "");
    writeFileSync(path("only-staged.ts"), "only staged");
    writeFileSync(path("latin.ts"), Buffer.from([0x61, 0xe9, 0x62]));
    rmSync(path("gone.ts"));
    renameSync(path("old.ts"), path("new.ts"));
    symlinkSync("a.ts", path("link.ts"));
    git(root, "add", "-A");
    writeFileSync(path("a.ts"), "on the disk");
    writeFileSync(path("b.ts"), "not staged");
    rmSync(path("only-staged.ts"));
    expect(stagedIn(root)).toEqual({
      "a.ts": "staged …\n\nend",
      "empty.ts": "",
      "latin.ts": "a\ufffdb",
      "new.ts": "x\n".repeat(50),
      "only-staged.ts": "only staged",
    });
  });

  it("are all of the index before the first commit", () => {
    const { root, path } = repository({});
    writeFileSync(path("a.ts"), "first");
    git(root, "add", "a.ts");
    writeFileSync(path("b.ts"), "not staged");
    expect(stagedIn(root)).toEqual({ "a.ts": "first" });
  });

  it("do not include those in the middle of a merge, and it is said", () => {
    const { root, path } = repository({ "a.ts": "1", "b.ts": "1" });
    git(root, "checkout", "-qb", "other");
    writeFileSync(path("a.ts"), "2");
    commit(root);
    git(root, "checkout", "-q", "main");
    writeFileSync(path("a.ts"), "3");
    commit(root);
    expect(() => git(root, "merge", "other")).toThrow();
    const message = "It is in the middle of a merge, so there is no staged text of it yet.";
    expect(stagedFiles(root)).toEqual({ files: [], remarks: [{ file: "a.ts", message }] });
    expect(named(changedSince("HEAD", root), root)).toEqual(["a.ts"]);
  });
});

describe("the repository's configuration", () => {
  it("makes git run nothing", () => {
    const { root, path } = repository({ "a.ts": "1", "b.ts": "1", ".gitattributes": "*.ts filter=evil diff=evil\n" });
    const script = path("evil.sh");
    writeFileSync(script, `#!/bin/sh\necho "$0 $@" >> ${path("ran")}\ncat\n`);
    chmodSync(script, 0o755);
    const settings = {
      "core.fsmonitor": script,
      "diff.external": script,
      "diff.evil.textconv": script,
      "diff.evil.command": script,
      "filter.evil.clean": script,
      "filter.evil.smudge": script,
      "filter.evil.process": script,
      "filter.evil.required": "true",
      "core.pager": script,
      "core.sshCommand": script,
    };
    for (const [name, value] of Object.entries(settings)) git(root, "config", name, value);
    const touch = () => {
      for (const name of ["a.ts", "b.ts"])
        utimesSync(path(name), new Date(), new Date(Date.now() - 1e6 * Math.random()));
    };
    writeFileSync(path("b.ts"), "2");
    touch();
    expect(() => git(root, "diff")).toThrow("clean filter 'evil' failed");
    expect(existsSync(path("ran"))).toBe(true);
    rmSync(path("ran"));
    touch();
    expect(named(changedSince("HEAD", root), root)).toEqual(["b.ts", "evil.sh"]);
    touch();
    expect(stagedIn(root)).toEqual({});
    expect(existsSync(path("ran"))).toBe(false);
  });
});

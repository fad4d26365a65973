import { spawnSync } from "node:child_process";
import { createColors } from "picocolors";
import { describe, expect, test } from "vitest";
import { NO_COLORS } from "../../src/report/paint.ts";
import { shownDiff, unifiedDiff } from "../../src/report/unified-diff.ts";
import { discoverFixtures } from "../fixtures/discover.ts";
import { type TempProject, tempProject } from "../temp-project.ts";

type Texts = Readonly<Record<string, string>>;

const TOOLS: Record<string, readonly string[]> = {
  "git apply": ["git", "apply", "-"],
  "patch -p1": ["patch", "-p1", "--batch", "--quiet", "--no-backup-if-mismatch"],
};

/** Applies the changes by a tool, to files that are not in any repository, and returns what is there then. */
function applied(tool: readonly string[], before: Texts, after: Texts): Record<string, string> {
  const project = tempProject(before);
  const patch = Object.keys(after)
    .map((file) => unifiedDiff(file, before[file], after[file] ?? ""))
    .join("");
  const [command = "", ...args] = tool;
  // What the user's own configuration says of white space is not what is tested.
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CEILING_DIRECTORIES: project.root };
  const { status, stderr } = spawnSync(command, args, { cwd: project.root, input: patch, env, encoding: "utf8" });
  expect(status, stderr + patch).toBe(0);
  return project.files();
}

const CASES: Record<string, { before: Texts; after: Texts }> = {
  "a change in the middle": {
    before: { "a.ts": "1\n2\n3\n4\n5\n6\n7\n8\n9\n" },
    after: { "a.ts": "1\n2\n3\n4\nfive\n6\n7\n8\n9\n" },
  },
  "two changes far apart": {
    before: { "a.ts": `a\n${"x\n".repeat(20)}b\n` },
    after: { "a.ts": `A\n${"x\n".repeat(20)}B\n` },
  },
  "no newline at the end, before and after": { before: { "a.ts": "1\n2" }, after: { "a.ts": "1\n3" } },
  "a newline that comes": { before: { "a.ts": "1\n2" }, after: { "a.ts": "1\n2\n" } },
  "a newline that goes": { before: { "a.ts": "1\n2\n" }, after: { "a.ts": "1\n2" } },
  "CR LF": { before: { "a.ts": "1\r\n2\r\n3\r\n" }, after: { "a.ts": "1\r\ntwo\r\n3\r\n" } },
  "mixed line endings": { before: { "a.ts": "1\r\n2\n3\r4\n" }, after: { "a.ts": "1\r\ntwo\n3\r4\n" } },
  "a byte order mark": { before: { "a.ts": "\ufeff1\n2\n" }, after: { "a.ts": "\ufeff0\n1\n2\n" } },
  "line separators within lines": { before: { "a.ts": "1\u20282\n3\n" }, after: { "a.ts": "1\u20282\nthree\n" } },
  "lines that look like a patch": {
    before: { "a.ts": "-- a/x\n++ b/x\n@@ -1,1 +1,1 @@\n2\n" },
    after: { "a.ts": "-- a/y\n++ b/y\n@@ -1,1 +1,1 @@\ndiff --git a/x b/x\n2\n" },
  },
  "one line without an end": { before: { "a.js": "x".repeat(10_000) }, after: { "a.js": `${"x".repeat(9_999)}y` } },
  "a new file": { before: {}, after: { "src/union-scopes.ts": "export const a = 1;\n" } },
  "a new file and a change": {
    before: { "src/a.ts": "1\n" },
    after: { "src/union-scopes.ts": "new\n", "src/a.ts": "2\n" },
  },
  "a name with spaces": { before: { "my folder/a b.ts": "1\n" }, after: { "my folder/a b.ts": "2\n" } },
  "a new name with spaces": { before: {}, after: { "my folder/a b.ts": "2\n" } },
  "a name beyond ASCII": { before: { "größe/日本😀.ts": "1\n" }, after: { "größe/日本😀.ts": "2\n" } },
  "a name with quotation marks and a backslash": { before: { 'a"b\\c.ts': "1\n" }, after: { 'a"b\\c.ts': "2\n" } },
  "a name with controls": {
    before: { "a\u001b[31m\tb\nc\u007f.ts": "1\n" },
    after: { "a\u001b[31m\tb\nc\u007f.ts": "2\n" },
  },
  "a name that begins with a hyphen": { before: { "-rf.ts": "1\n" }, after: { "-rf.ts": "2\n" } },
};

for (const [tool, command] of Object.entries(TOOLS)) {
  describe(`${tool} applies`, () => {
    for (const [name, { before, after }] of Object.entries(CASES)) {
      test(name, () => {
        expect(applied(command, before, after)).toEqual({ ...before, ...after });
      });
    }

    test("the changes of all fixtures", () => {
      const rewrites = discoverFixtures().fixtures.filter(({ kind }) => kind === "rewrite");
      const texts = (side: "input" | "output") =>
        Object.fromEntries(rewrites.map((each) => [`src/${each.name}${each.extension}`, each[side]]));
      expect(rewrites.length).toBeGreaterThan(100);
      expect(applied(command, texts("input"), texts("output"))).toEqual(texts("output"));
    });
  });
}

test("git apply takes it in a folder below the root of the work tree", () => {
  const project = tempProject({ "packages/a/src/a.ts": "1\n" });
  const folder = project.path("packages/a");
  spawnSync("git", ["init", "--quiet"], { cwd: project.root });
  const patch = `${unifiedDiff("src/new.ts", undefined, "new\n")}${unifiedDiff("src/a.ts", "1\n", "2\n")}`;
  const { status } = spawnSync("git", ["apply", "-"], { cwd: folder, input: patch });
  expect(status).toBe(0);
  expect(project.read("packages/a/src/a.ts")).toBe("2\n");
  expect(project.read("packages/a/src/new.ts")).toBe("new\n");
});

test("the patch is git's own, up to what only git knows", () => {
  const files = { "a b/ä.ts": ["1\n2\n3\n4\n5\n", "1\n2\nthree\n4\n5\n"], "c.ts": ["1\n2\n", "1\n2\n3"] } as const;
  for (const [file, [before, after]] of Object.entries(files)) {
    const project = tempProject({ [`a/${file}`]: before, [`b/${file}`]: after });
    const git = gitDiff(project, `a/${file}`, `b/${file}`).replace(/^diff .*\nindex .*\n/, "");
    expect(unifiedDiff(file, before, after)).toBe(git);
  }
});

function gitDiff(project: TempProject, before: string, after: string): string {
  const args = ["-c", "core.quotePath=true", "diff", "--no-index", "--no-color", "--src-prefix=", "--dst-prefix="];
  const { stdout } = spawnSync("git", [...args, before, after], { cwd: project.root, encoding: "utf8" });
  return stdout;
}

test("nothing is said of what did not change", () => {
  expect(unifiedDiff("a.ts", "same", "same")).toBe("");
});

describe("a diff that is shown", () => {
  const patch = unifiedDiff(
    "a\u001b[2J.ts",
    "old\u001b]0;owned\u0007\r\n\tkept\u202e\r\n",
    "new\u009b2J\r\n\tkept\u202e\r\n",
  );

  test("holds nothing that a terminal obeys, and keeps tabs", () => {
    const shown = shownDiff(patch, NO_COLORS);
    expect(shown).not.toMatch(/[^\P{Cc}\n\t]|\p{Cf}/u);
    expect(shown).toContain("-old\\u{1b}]0;owned\\u{7}\n+new\\u{9b}2J\n \tkept\\u{202e}\n");
  });

  test("is coloured by what its lines are", () => {
    const shown = shownDiff(unifiedDiff("a.ts", "-- a\n1\n", "-- b\n1\n"), createColors(true)).split("\n");
    const color = (line: string | undefined) => /^.\[(\d+)m/.exec(line ?? "")?.[1];
    expect(shown.map(color)).toEqual(["1", "1", "36", "31", "32", undefined, undefined]);
  });
});

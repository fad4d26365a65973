import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { projectIn, tempProject } from "../../temp-project.ts";
import { IS_THOROUGH } from "../../thoroughness.ts";
import { git } from "./git-command.ts";
import { selected } from "./notices.ts";

/** What git calls neither ignored nor tracked, by path. */
const asGitSays = (root: string) =>
  git(root, "ls-files", "-co", "--exclude-standard", "-z").split("\0").filter(Boolean).sort();

const checkable = (names: string[]) => names.filter((name) => name.endsWith(".ts")).sort();

const name = fc.constantFrom("a", "b", "ab", "lib", "x.y", "#h", "!n", "sp ", "[i]");
const folderPath = fc.array(name, { maxLength: 3 }).map((names) => names.map((one) => `${one}/`).join(""));
const filePath = fc.tuple(folderPath, name).map(([folder, file]) => `${folder}${file}.ts`);
const segment = fc.oneof(
  name,
  fc.constantFrom(
    "*",
    "**",
    "a*",
    "*b",
    "?",
    "[ab]",
    "[!a]",
    "*.ts",
    "a.ts",
    "b.ts",
    "\\#h",
    "\\!n",
    "\\[i\\]",
    "sp\\ ",
  ),
);
const pattern = fc
  .tuple(
    fc.constantFrom("", "", "!"),
    fc.constantFrom("", "", "/"),
    fc.array(segment, { minLength: 1, maxLength: 3 }),
    fc.constantFrom("", "", "/", "/*", "/**", "  "),
  )
  .map(([negation, anchor, segments, end]) => negation + anchor + segments.join("/") + end);
const ignoreFile = fc
  .tuple(
    fc.array(fc.oneof(pattern, fc.constantFrom("", "# note")), { minLength: 1, maxLength: 5 }),
    fc.constantFrom("\n", "\r\n"),
  )
  .map(([lines, end]) => lines.join(end));

/** How many trees are made up, each of which git is asked about. */
const TREES = IS_THOROUGH ? 150 : 36;

describe("ignore files", () => {
  it("mean what they mean to git, nested, negated, anchored, in the repository's own excludes", () => {
    const { path } = tempProject({ "repository/x": "", "tree/x": "" });
    git(path("repository"), "init", "-q");
    const tree = fc.record({
      files: fc.uniqueArray(filePath, { minLength: 4, maxLength: 14 }),
      ignores: fc.array(fc.tuple(folderPath, ignoreFile), { minLength: 1, maxLength: 4 }),
      excludes: fc.option(ignoreFile, { nil: "" }),
    });
    let ignoredSomewhere = 0;
    const property = fc.property(tree, ({ files, ignores, excludes }) => {
      const texts = Object.fromEntries(files.map((file) => [file, ""]));
      for (const [folder, text] of ignores) texts[`${folder}.gitignore`] = text;
      writeFileSync(path("repository/.git/info/exclude"), excludes);
      projectIn(path("tree"), { ...texts, ".git": `gitdir: ${path("repository/.git")}\n` });
      const expected = checkable(asGitSays(path("tree")));
      if (expected.length < files.length) ignoredSomewhere++;
      expect(selected(path("tree")).files.sort()).toEqual(expected);
    });
    fc.assert(property, { numRuns: TREES });
    // About a quarter of the trees: far fewer would say that the generator no longer makes what is to be compared.
    expect(ignoredSomewhere).toBeGreaterThan(TREES / 18);
  });

  it("of a farther folder do not outlive a nearer one that lets a folder in again", () => {
    const { root } = tempProject({
      ".gitignore": "sub/dir\n*.gen.ts\n",
      "sub/.gitignore": "!dir\n",
      "sub/dir/x.ts": "",
      "sub/dir/deep/y.ts": "",
      "sub/dir/z.gen.ts": "",
    });
    git(root, "init", "-q");
    expect(selected(root).files.sort()).toEqual(checkable(asGitSays(root)));
    expect(selected(root).files.sort()).toEqual(["sub/dir/deep/y.ts", "sub/dir/x.ts"]);
  });

  it("count from the root of the work tree on, wherever the run starts", () => {
    const { root, path } = tempProject({
      ".gitignore": "/packages/a/out\n*.gen.ts\n",
      "packages/a/out/x.ts": "",
      "packages/a/x.gen.ts": "",
      "packages/a/x.ts": "",
    });
    git(root, "init", "-q");
    expect(selected(path("packages/a")).files).toEqual(["x.ts"]);
    expect(selected(path("packages/a"), [".."]).files).toEqual(["x.ts"]);
    expect(selected(root, ["packages"]).files).toEqual(["packages/a/x.ts"]);
  });

  it("stop at the border of a repository in another", () => {
    const { root, path } = tempProject({
      ".gitignore": "*.gen.ts\n",
      "inner/x.gen.ts": "",
      "inner/y.ts": "",
      "x.gen.ts": "",
    });
    git(root, "init", "-q");
    git(path("inner"), "init", "-q");
    expect(selected(root, [".", "inner"]).files).toEqual(["inner/x.gen.ts", "inner/y.ts"]);
    expect(selected(path("inner")).files).toEqual(["x.gen.ts", "y.ts"]);
  });

  it("do not stop at a folder that is merely called .git", () => {
    const { root, path } = tempProject({ ".gitignore": "*.gen.ts\n", "inner/x.gen.ts": "", "inner/y.ts": "" });
    git(root, "init", "-q");
    mkdirSync(path("inner/.git"));
    expect(selected(root).files).toEqual(checkable(asGitSays(root)));
    expect(selected(root).files).toEqual(["inner/y.ts"]);
  });

  it("count in a second work tree, where .git is a file, with the excludes of the first", () => {
    const { root, path } = tempProject({ "first/x.ts": "", "first/.gitignore": "*.gen.ts\n" });
    git(path("first"), "init", "-q");
    git(path("first"), "add", ".");
    git(path("first"), "commit", "-qm", "Begin");
    git(path("first"), "worktree", "add", "-q", path("second"));
    projectIn(path("second/more"), { "a.gen.ts": "", "b.own.ts": "", "c.ts": "" });
    projectIn(path("first/.git/info"), { exclude: "*.own.ts\n" });
    expect(selected(path("second")).files).toEqual(["x.ts", "more/c.ts"]);
    expect(selected(root, ["second/more"]).files).toEqual(["second/more/c.ts"]);
  });

  it("count without a repository, from the working folder on", () => {
    const { root, path } = tempProject({ ".gitignore": "*.gen.ts\n", "a/x.gen.ts": "", "a/y.ts": "" });
    expect(selected(root, ["a"]).files).toEqual(["a/y.ts"]);
    expect(selected(path("a")).files).toEqual(["x.gen.ts", "y.ts"]);
  });

  it("are not read through a link, as git does not", () => {
    const { root, path } = tempProject({ rules: "x.ts\n", "x.ts": "" });
    git(root, "init", "-q");
    symlinkSync(path("rules"), path(".gitignore"));
    expect(checkable(asGitSays(root))).toEqual(["x.ts"]);
    expect(selected(root).files).toEqual(["x.ts"]);
  });

  it("are switched off by --no-ignore, node_modules and .git are not gone into even so", () => {
    const { root } = tempProject({
      ".gitignore": "x.ts\n",
      "x.ts": "",
      "node_modules/a/i.js": "",
      ".git/hooks/h.js": "",
    });
    expect(selected(root, ["."], { gitignore: false }).files).toEqual(["x.ts"]);
  });

  it("that no run can hold are told by their line, and left out; the other rules and files go on", () => {
    const patterns = (count: number) => Array.from({ length: count }, (_, at) => `/a${at}/**/b*[xyz]?`).join("\n");
    const long = `# kept out\nout.ts\n${"(a*".repeat(2000)}\n`;
    const { root, path } = tempProject({
      "a.ts": "",
      "out.ts": "",
      "long/out.ts": "",
      "long/.gitignore": long,
      "many/b.ts": "",
      "many/.gitignore": `\n# many\n${patterns(50_001)}`,
      "most/c.ts": "",
      "most/.gitignore": `${patterns(49_999)}\nc.ts`,
      ".gitignore": "/out.ts",
    });
    git(root, "init", "-q");
    expect(selected(root)).toEqual({
      files: ["a.ts", "long/out.ts", "many/b.ts"],
      failures: [
        {
          kind: "too-large",
          file: "long/.gitignore",
          line: 3,
          message: "The pattern has 6000 characters, and at most 4096 are read; shorten or remove it.",
        },
        {
          kind: "too-large",
          file: "many/.gitignore",
          line: 50_003,
          message: "There are more than 50000 patterns; ignore whole folders instead.",
        },
      ],
      remarks: [],
    });
    writeFileSync(path(".git/info/exclude"), "x".repeat(4097));
    expect(selected(root, ["a.ts"]).failures).toEqual([]);
    expect(selected(root).failures[0]).toMatchObject({ file: ".git/info/exclude", line: 1 });
  });

  it("above the path that was named are told from the working folder, too", () => {
    const { root, path } = tempProject({ ".gitignore": "x".repeat(4097), "src/deep/a.ts": "", "src/.gitignore": "" });
    git(root, "init", "-q");
    expect(selected(root, ["src/deep"]).failures).toMatchObject([{ file: ".gitignore", line: 1 }]);
    expect(selected(path("src"), ["deep"]).failures).toMatchObject([{ file: "../.gitignore", line: 1 }]);
  });
});

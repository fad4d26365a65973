import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { selectFiles } from "../../../src/cli/files/select-files.ts";
import { tempProject } from "../../temp-project.ts";
import { testWhere } from "../../where.ts";
import { listening, selected } from "./notices.ts";

const NOTHING_SAID = { failures: [], remarks: [] };

describe("on the way down", () => {
  it("takes the eight extensions in any case, and no declaration file", () => {
    const taken = ["a.cjs", "b.js", "c.jsx", "d.mjs", "e.ts", "f.tsx", "g.cts", "h.mts", "i.TS", "d.ts"];
    const left = ["a.d.ts", "b.d.mts", "c.d.cts", "d.d.css.ts", "e.D.TS", "f.json", "g.es6", "js", ".ts", "h.ts.bak"];
    const { root } = tempProject(Object.fromEntries([...taken, ...left].map((name) => [name, ""])));
    expect(selected(root)).toEqual({ files: [...taken].sort(), ...NOTHING_SAID });
  });

  it("goes into folders with a dot, but not into node_modules and .git", () => {
    const { root } = tempProject({
      ".storybook/x.ts": "",
      ".git/x.ts": "",
      "node_modules/a/x.js": "",
      "a/node_modules/b/x.js": "",
      "a/node_modules.ts": "",
    });
    expect(selected(root)).toEqual({ files: [".storybook/x.ts", "a/node_modules.ts"], ...NOTHING_SAID });
  });

  it("follows no symbolic link, to a file, to a folder, in a circle, to nothing", () => {
    const { root, path } = tempProject({ "a/x.ts": "" });
    symlinkSync(path("a/x.ts"), path("link.ts"));
    symlinkSync(path("a"), path("linked"));
    symlinkSync(root, path("a/up"));
    symlinkSync(path("gone"), path("gone.ts"));
    expect(selected(root)).toEqual({ files: ["a/x.ts"], ...NOTHING_SAID });
  });

  it("lists the files of a folder before its folders, each by name, and reads nothing ahead", () => {
    const { root, path } = tempProject({ "b/x.ts": "", "a/z.ts": "", "a/y/x.ts": "", "c.ts": "", "z/x.ts": "" });
    expect(selected(root).files).toEqual(["c.ts", "a/z.ts", "a/y/x.ts", "b/x.ts", "z/x.ts"]);
    const { notice } = listening();
    const files = selectFiles({ paths: ["."], workingFolder: root, ignorePatterns: [], gitignore: true }, notice);
    expect(files.next().value).toEqual({ path: path("c.ts"), file: "c.ts" });
    writeFileSync(path("a/new.ts"), "");
    expect(files.next().value).toEqual({ path: path("a/new.ts"), file: "a/new.ts" });
  });

  it("remarks on a folder that vanishes, and goes on", () => {
    const { root, path } = tempProject({ "a/x.ts": "", "b/x.ts": "", "0.ts": "" });
    const { notice, failures, remarks } = listening();
    const files = selectFiles({ paths: ["."], workingFolder: root, ignorePatterns: [], gitignore: true }, notice);
    files.next();
    rmSync(path("a"), { recursive: true });
    expect([...files].map(({ file }) => file)).toEqual(["b/x.ts"]);
    expect(failures).toEqual([]);
    expect(remarks).toEqual([{ file: "a", message: "This folder vanished during the run, and was passed over." }]);
  });

  it("says which folder it may not read, and goes on", () => {
    const { root, path } = tempProject({ "a/x.ts": "", "b/x.ts": "" });
    chmodSync(path("a"), 0o000);
    onTestFinished(() => chmodSync(path("a"), 0o755));
    const message = "Permission denied; let the user that runs this read it, or leave it out.";
    const failure = { kind: "unreadable", file: "a", message };
    asNobody(root, () => {
      expect(selected(root)).toEqual({ files: ["b/x.ts"], failures: [failure], remarks: [] });
      expect(selected(root, ["a", "."])).toEqual({ files: ["b/x.ts"], failures: [failure], remarks: [] });
    });
  });

  it("opens no named pipe", () => {
    const { root, path } = tempProject({ "x.ts": "" });
    expect(spawnSync("mkfifo", [path("pipe.ts"), path("pipe"), path(".gitignore")]).status).toBe(0);
    const remarks = [{ file: "pipe.ts", message: "This is a named pipe, and was passed over." }];
    expect(selected(root)).toEqual({ files: ["x.ts"], failures: [], remarks });
    const message = "This is a named pipe; only files and folders are read.";
    expect(selected(root, ["pipe.ts"]).failures).toEqual([{ kind: "unreadable", file: "pipe.ts", message }]);
  });

  it("takes names with line ends, escape sequences and backslashes as they are", () => {
    const names = ["a\nb.ts", "a\u001b[31m.ts", "a\\b.ts", "#x.ts", "!y.ts", " z.ts", "…d.tsx"];
    const { root } = tempProject(Object.fromEntries(names.map((name) => [name, ""])));
    expect(selected(root)).toEqual({ files: [...names].sort(), ...NOTHING_SAID });
    expect(selected(root, names)).toEqual({ files: names, ...NOTHING_SAID });
  });

  // Other systems do not let such a name be.
  testWhere(process.platform === "linux")("says that a name is not UTF-8, where the file would be checked", () => {
    const { root } = tempProject({ "x.ts": "", "z\ufffd.ts": "" });
    const bytes = (name: string) => Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff]), Buffer.from(name)]);
    for (const name of [".ts", ".css"]) writeFileSync(bytes(name), "");
    mkdirSync(bytes("folder"));
    const message = "Its name is not valid UTF-8, so it cannot be opened; rename it, or ignore it.";
    expect(selected(root)).toEqual({
      files: ["x.ts", "z\ufffd.ts"],
      failures: ["\ufffd.ts", "\ufffdfolder"].map((file) => ({ kind: "unreadable", file, message })),
      remarks: [],
    });
  });

  it("goes as deep as the system lets it, and says where that ends", () => {
    const { root } = tempProject({ "x.ts": "" });
    onTestFinished(() => void spawnSync("rm", ["-rf", join(root, "dddd")]));
    const script = `for (let i = 0; i < 1300; i++) { fs.mkdirSync("dddd"); process.chdir("dddd"); }`;
    expect(spawnSync(process.execPath, ["-e", script], { cwd: root }).status).toBe(0);
    const { files, failures } = selected(root);
    expect(files).toEqual(["x.ts"]);
    expect(failures.map(({ kind, message }) => [kind, message])).toEqual([
      ["unreadable", "Its path is longer than this system allows; start the run in a folder nearer to it."],
    ]);
  });
});

describe("a path that is named", () => {
  it("is gone into, whatever it is: packages, ignored folders and files, declarations, links", () => {
    const { root, path } = tempProject({
      ".gitignore": "build\n*.gen.ts\n",
      "node_modules/a/dist/i.js": "",
      "node_modules/a/.gitignore": "dist\n",
      "node_modules/a/node_modules/b/i.js": "",
      "build/x.ts": "",
      "build/.gitignore": "tmp\n",
      "build/tmp/x.ts": "",
      "build/sub/y.ts": "",
      "x.gen.ts": "",
      "x.d.ts": "",
      "real/x.ts": "",
    });
    symlinkSync(path("real"), path("link"));
    symlinkSync(path("real/x.ts"), path("link.ts"));
    const files = (...paths: string[]) => selected(root, paths);
    expect(files("node_modules/a")).toEqual({ files: ["node_modules/a/dist/i.js"], ...NOTHING_SAID });
    expect(files("node_modules/a/node_modules")).toEqual({
      files: ["node_modules/a/node_modules/b/i.js"],
      ...NOTHING_SAID,
    });
    expect(files("build")).toEqual({ files: ["build/x.ts", "build/sub/y.ts"], ...NOTHING_SAID });
    expect(files("build/sub")).toEqual({ files: ["build/sub/y.ts"], ...NOTHING_SAID });
    expect(files("build/tmp")).toEqual({ files: ["build/tmp/x.ts"], ...NOTHING_SAID });
    expect(files("x.gen.ts", "x.d.ts")).toEqual({ files: ["x.gen.ts", "x.d.ts"], ...NOTHING_SAID });
    expect(files("link")).toEqual({ files: ["link/x.ts"], ...NOTHING_SAID });
    expect(files("link.ts")).toEqual({ files: ["link.ts"], ...NOTHING_SAID });
  });

  it("leads to each file once, by whichever ways", () => {
    const { root, path } = tempProject({ "a/x.ts": "", "a/y.ts": "" });
    symlinkSync(path("a"), path("link"));
    const ways = ["a/x.ts", "./a/x.ts", path("a/x.ts"), "a", "link", "link/y.ts", ".", "a/*.ts"];
    expect(selected(root, ways)).toEqual({ files: ["a/x.ts", "a/y.ts"], ...NOTHING_SAID });
  });

  it("may lie outside of the working folder, and lead back into it", () => {
    const { path } = tempProject({ "work/sub/x.ts": "", "work/y.ts": "", "other/z.ts": "" });
    expect(selected(path("work/sub"), ["../../other", ".."]).files).toEqual(["../../other/z.ts", "../y.ts", "x.ts"]);
  });

  it("says what does not exist, and what was probably meant", () => {
    const { root } = tempProject({ "src/client/auth.ts": "", "README.md": "" });
    const said = (given: string) => selected(root, [given, "src"]);
    const failure = (file: string, message: string) => [{ kind: "unreadable", file, message }];
    const there = "There is no such file or folder.";
    expect(said("sr").failures).toEqual(failure("sr", `${there} Did you mean src?`));
    expect(said("srcs/client/auth.ts").failures).toEqual(
      failure("srcs/client/auth.ts", `${there} Did you mean src/client/auth.ts?`),
    );
    expect(said("src/client/auht.ts").files).toEqual(["src/client/auth.ts"]);
    expect(said("src\\client").failures).toEqual(failure("src\\client", `${there} Did you mean src/client?`));
    expect(said("nowhere").failures).toEqual(
      failure("nowhere", `${there} Check the path; it counts from the working folder.`),
    );
    expect(said("README.md/x").failures).toEqual(
      failure("README.md/x", `${there} Check the path; it counts from the working folder.`),
    );
    expect(said("sr/**/*.ts").failures).toEqual(failure("sr/**/*.ts", "There is no folder sr. Did you mean src?"));
    expect(said("").failures).toHaveLength(1);
    expect(said("a\0b").failures.map(({ kind }) => kind)).toEqual(["unreadable"]);
    expect(said("n".repeat(300)).failures.map(({ message }) => message)).toEqual([
      "Its path is longer than this system allows; start the run in a folder nearer to it.",
    ]);
  });

  it("says of a link that it leads nowhere, or in a circle", () => {
    const { root, path } = tempProject({ "x.ts": "" });
    symlinkSync(path("gone"), path("dangling"));
    symlinkSync(path("b"), path("a"));
    symlinkSync(path("a"), path("b"));
    expect(selected(root, ["dangling", "a", "x.ts"])).toEqual({
      files: ["x.ts"],
      failures: [
        { kind: "unreadable", file: "dangling", message: "This symbolic link leads to nothing; mend or remove it." },
        { kind: "unreadable", file: "a", message: "Its symbolic links lead in a circle; mend or remove them." },
      ],
      remarks: [],
    });
  });

  it("says why it leads to no file", () => {
    const { root, path } = tempProject({
      ".gitignore": "gen\n",
      "style.css": "",
      "css/a.css": "",
      "types/a.d.ts": "",
      "out/gen/a.ts": "",
      "wrap/node_modules/a/i.js": "",
      "src/a.ts": "",
      "fresh/.git/HEAD": "",
    });
    mkdirSync(path("empty"));
    const why = (given: string[], ignorePatterns: string[] = []) => {
      const { files, failures } = selected(root, given, { ignorePatterns });
      expect(files).toEqual([]);
      expect(failures.map(({ kind }) => kind)).toEqual(["nothing-matched"]);
      return failures[0]?.message;
    };
    const eight = "cjs, js, jsx, mjs, ts, tsx, cts, mts";
    expect(why(["style.css"])).toBe(`Its extension is none of those that are checked: ${eight}.`);
    expect(why(["css"])).toBe(`No file here has an extension that is checked: ${eight}.`);
    expect(why(["types"])).toBe("Only declaration files are here; one is checked if it is named itself.");
    expect(why(["out"])).toContain("is ignored by .gitignore or .git/info/exclude; --no-ignore checks it");
    expect(why(["wrap"])).toContain("Only installed packages are here");
    expect(why(["empty"])).toBe("Nothing is here; name a folder with sources.");
    expect(why(["fresh"])).toBe("Nothing is here; name a folder with sources.");
    for (const pattern of ["client*.tsx", "*.ts", "{a,b}"]) {
      expect([pattern, why([pattern])]).toEqual([
        pattern,
        "No file matches this pattern; patterns count from the working folder.",
      ]);
    }
    expect(why(["src/*.tsx"])).toBe("No file matches this pattern; patterns count from the working folder.");
    const none = "No file matches this pattern; patterns count from the working folder. Not searched: ";
    const ignored = "what .gitignore or .git/info/exclude leaves out (--no-ignore)";
    expect(why(["**/none.ts"])).toBe(`${none}node_modules (name it in the pattern), ${ignored}.`);
    expect(why(["out/**/none.ts"])).toBe(`${none}${ignored}.`);
    expect(why(["out/*"])).toContain("is ignored by .gitignore");
    expect(why(["src/**/none.ts"], ["/src/*/"])).toBe(
      "No file matches this pattern; patterns count from the working folder.",
    );
    expect(why(["s*/**/none.ts"], ["/src"])).toBe(`${none}what an ignore pattern leaves out.`);
    expect(why(["src"], ["a.ts"])).toContain("left out by an ignore pattern");
    expect(why(["src/a.ts"], ["src"])).toContain("left out by an ignore pattern");
    expect(why(["src/a.ts", "!src"])).toContain("left out by a path or pattern with !");
  });
});

describe("--ignore-pattern", () => {
  it("counts from the working folder, also for what is named, and leaves ignore files in force", () => {
    const { root } = tempProject({
      ".gitignore": "ignored.ts\n",
      "ignored.ts": "",
      "a/gen/x.ts": "",
      "a/keep.test.ts": "",
      "a/x.test.ts": "",
      "a/x.ts": "",
    });
    const ignorePatterns = ["gen/", "*.test.ts", "!keep.test.ts"];
    expect(selected(root, [".", "a/gen/x.ts"], { ignorePatterns }).files).toEqual(["a/keep.test.ts", "a/x.ts"]);
    expect(selected(root, ["a/gen/x.ts", "a/x.ts"], { ignorePatterns: ["/x.ts"], gitignore: false }).files).toEqual([
      "a/gen/x.ts",
      "a/x.ts",
    ]);
  });
});

/** Runs a check as a user who has no rights of root's. */
function asNobody(root: string, check: () => void): void {
  if (process.getuid?.() !== 0) {
    check();
    return;
  }
  chmodSync(root, 0o755);
  process.seteuid?.(65534);
  try {
    check();
  } finally {
    process.seteuid?.(0);
  }
}

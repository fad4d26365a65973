import { win32 } from "node:path";
import { describe, expect, it } from "vitest";
import { readGlob } from "../../../src/cli/files/glob.ts";
import { tempProject } from "../../temp-project.ts";
import { selected } from "./notices.ts";

const files = (...names: string[]) => Object.fromEntries(names.map((name) => [name, ""]));

describe("a quoted pattern", () => {
  const tree = () =>
    tempProject({
      ...files("src/a.ts", "src/b/c.ts", "src/b/c.test.ts", "src/b/d.js", "src/.hid/e.ts", "src/b/f.d.ts", "lib/a.ts"),
      ...files(
        "packages/one/src/x.ts",
        "packages/one/test/x.ts",
        "packages/two/src/deep/y.ts",
        "packages/one/node_modules/z/src/z.js",
      ),
    }).root;
  const matched = (...paths: string[]) => {
    const { files, failures } = selected(tree(), paths);
    expect(failures).toEqual([]);
    return files;
  };

  it("matches files", () => {
    expect(matched("src/**/*.ts")).toEqual(["src/a.ts", "src/.hid/e.ts", "src/b/c.test.ts", "src/b/c.ts"]);
    expect(matched("src/*.ts")).toEqual(["src/a.ts"]);
    expect(matched("./src/b/?.[jt]s")).toEqual(["src/b/c.ts", "src/b/d.js"]);
    expect(matched("src/b/!(d).*")).toEqual(["src/b/c.test.ts", "src/b/c.ts"]);
  });

  it("matches folders, which are gone into as any other", () => {
    expect(matched("packages/*/src")).toEqual(["packages/one/src/x.ts", "packages/two/src/deep/y.ts"]);
    expect(matched("packages/*/src/")).toEqual(["packages/one/src/x.ts", "packages/two/src/deep/y.ts"]);
    expect(matched("src/*/")).toEqual(["src/.hid/e.ts", "src/b/c.test.ts", "src/b/c.ts", "src/b/d.js"]);
  });

  it("has braces, with slashes in them too", () => {
    expect(matched("{src,lib}/a.ts")).toEqual(["lib/a.ts", "src/a.ts"]);
    expect(matched("{src/b,lib}/*.ts")).toEqual(["lib/a.ts", "src/b/c.test.ts", "src/b/c.ts"]);
  });

  it("begins outside of the working folder, or at the root of the system", () => {
    const { root, path } = tempProject(files("a/x.ts", "b/c/y.ts"));
    expect(selected(path("a"), ["../b/**/*.ts"]).files).toEqual(["../b/c/y.ts"]);
    expect(selected(root, [`${root}/*/x.ts`]).files).toEqual(["a/x.ts"]);
  });

  it("subtracts from the others with a ! in front, from everything if alone", () => {
    expect(matched("src/**/*.ts", "!**/*.test.ts", "!src/.hid")).toEqual(["src/a.ts", "src/b/c.ts"]);
    expect(matched("!packages", "!./src/b")).toEqual(["lib/a.ts", "src/a.ts", "src/.hid/e.ts"]);
    expect(matched("src/b/c.ts", "src/a.ts", "!src/b")[0]).toBe("src/a.ts");
  });

  it("is no pattern where it exists as it stands", () => {
    const { root } = tempProject(
      files("app/[id]/page.tsx", "app/i/page.tsx", "app/(group)/x.ts", "!x.ts", "a*.ts", "ab.ts"),
    );
    expect(selected(root, ["app/[id]/page.tsx"]).files).toEqual(["app/[id]/page.tsx"]);
    expect(selected(root, ["app/[id]/*.tsx"]).files).toEqual(["app/[id]/page.tsx"]);
    expect(selected(root, ["app/(group)"]).files).toEqual(["app/(group)/x.ts"]);
    expect(selected(root, ["!x.ts"]).files).toEqual(["!x.ts"]);
    expect(selected(root, ["a*.ts"]).files).toEqual(["a*.ts"]);
    expect(selected(root, ["a\\*.ts"]).files).toEqual(["a*.ts"]);
    expect(selected(root, ["a?.ts"]).files).toEqual(["a*.ts", "ab.ts"]);
  });

  it("finds node_modules by name only, and is gone into at the folder it begins with", () => {
    const { root } = tempProject({
      ".gitignore": "dist\n",
      ...files("node_modules/a/i.js", "dist/x/y.js", "b/dist/z.js"),
    });
    expect(selected(root, ["**/i.js"]).failures.map(({ kind }) => kind)).toEqual(["nothing-matched"]);
    expect(selected(root, ["**/node_modules/**"]).files).toEqual(["node_modules/a/i.js"]);
    expect(selected(root, ["node_modules/*/*.js"]).files).toEqual(["node_modules/a/i.js"]);
    expect(selected(root, ["dist/**/*.js"]).files).toEqual(["dist/x/y.js"]);
    expect(selected(root, ["*/dist"]).failures.map(({ message }) => message)).toEqual([
      "What could be checked here is ignored by .gitignore or .git/info/exclude; --no-ignore checks it.",
    ]);
  });

  it("needs a folder to begin with", () => {
    const { root } = tempProject(files("a.ts"));
    const message = "There is no folder a.ts. Check the path; it counts from the working folder.";
    expect(selected(root, ["a.ts/*.ts"])).toEqual({
      files: [],
      failures: [{ kind: "unreadable", file: "a.ts/*.ts", message }],
      remarks: [],
    });
  });

  it.each([
    ["D:\\code\\src\\**\\*.ts", "D:\\code\\src"],
    ["D:/code/src/**/*.ts", "D:\\code\\src"],
    ["d:/**/*.ts", "d:\\"],
    ["\\\\server\\share\\src\\*.ts", "\\\\server\\share\\src"],
    ["\\src\\**\\*.ts", "C:\\src"],
    ["src\\**\\*.ts", "C:\\project\\src"],
  ])("begins on Windows at its drive, its share or the working folder: %s", (pattern, folder) => {
    const glob = readGlob(pattern, "C:\\project", win32);
    if (typeof glob === "string") throw new Error("This is a pattern.");
    expect(glob.folder).toBe(folder);
    expect([glob.matches("a.ts", false), glob.matches("a.js", false)]).toEqual([true, false]);
  });

  it("asks on Windows for folders only where it ends with its separator", () => {
    const glob = readGlob("src\\*\\", "C:\\project", win32);
    if (typeof glob === "string") throw new Error("This is a pattern.");
    expect([glob.matches("a", true), glob.matches("a", false)]).toEqual([true, false]);
  });

  it("is looked for only where it can be", () => {
    const glob = readGlob("packages/*/src/**/*.ts", "/project");
    if (typeof glob === "string") throw new Error("This is a pattern.");
    expect(glob.folder).toBe("/project/packages");
    expect([glob.mayReachInto("one", 0), glob.mayReachInto("test", 1), glob.mayReachInto("src", 1)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(glob.mayReachInto("anything", 2)).toBe(true);
    const flat = readGlob("/x/*.ts", "/project");
    expect(typeof flat === "string" || flat.mayReachInto("y.ts", 0)).toBe(false);
  });
});

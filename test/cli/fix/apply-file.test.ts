import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { applyFile } from "../../../src/place/apply-file.ts";
import { mayMountDisk, smallDisk } from "../../full-disk.ts";
import { projectIn, tempProject } from "../../temp-project.ts";
import { testWhere } from "../../where.ts";

const isRoot = process.getuid?.() === 0;

describe("a file is replaced", () => {
  test("by exactly the new text, and nothing else is left in its folder", () => {
    const text = "\ufeffconst a = 1;\r\n// ä 😀\r\nno newline at the end";
    const project = tempProject({ "a.ts": text });
    expect(applyFile(project.path("a.ts"), text, text.replace("1", "2"))).toBeUndefined();
    expect(project.files()).toEqual({ "a.ts": text.replace("1", "2") });
  });

  test("with its permissions", () => {
    const project = tempProject({ "a.sh": "old" });
    for (const mode of [0o755, 0o640, 0o4755]) {
      chmodSync(project.path("a.sh"), mode);
      expect(applyFile(project.path("a.sh"), project.read("a.sh"), `new ${mode}`)).toBeUndefined();
      expect(statSync(project.path("a.sh")).mode & 0o7777).toBe(mode);
    }
  });

  testWhere(isRoot)("with its owner, where we may say so", () => {
    const project = tempProject({ "a.ts": "old" });
    chownSync(project.path("a.ts"), 1234, 2345);
    expect(applyFile(project.path("a.ts"), "old", "new")).toBeUndefined();
    expect(statSync(project.path("a.ts"))).toMatchObject({ uid: 1234, gid: 2345 });
  });

  test("behind a symbolic link, which stays", () => {
    const project = tempProject({ "real/a.ts": "old", "linked/b.ts": "" });
    rmSync(project.path("linked/b.ts"));
    symlinkSync("../real/a.ts", project.path("linked/b.ts"));
    expect(applyFile(project.path("linked/b.ts"), "old", "new")).toBeUndefined();
    expect(lstatSync(project.path("linked/b.ts")).isSymbolicLink()).toBe(true);
    expect(readdirSync(project.path("linked"))).toEqual(["b.ts"]);
    expect(project.read("real/a.ts")).toBe("new");
  });

  test("under the name that is given; its other names keep what a store may hold", () => {
    const project = tempProject({ "store/a.js": "old", "node_modules/p/package.json": {} });
    linkSync(project.path("store/a.js"), project.path("node_modules/p/a.js"));
    expect(applyFile(project.path("node_modules/p/a.js"), "old", "new")).toBeUndefined();
    expect(project.read("node_modules/p/a.js")).toBe("new");
    expect(project.read("store/a.js")).toBe("old");
  });

  test("though its name is as long as a name may be", () => {
    const name = `${"n".repeat(252)}.ts`;
    const project = tempProject({ [name]: "old" });
    expect(applyFile(project.path(name), "old", "new")).toBeUndefined();
    expect(project.files()).toEqual({ [name]: "new" });
  });
});

describe("a file is left as it is, to the byte and without a trace,", () => {
  test("if its text is another by now", () => {
    const project = tempProject({ "a.ts": "edited meanwhile" });
    expect(applyFile(project.path("a.ts"), "old", "new")).toMatchObject({ reason: "changed" });
    expect(project.files()).toEqual({ "a.ts": "edited meanwhile" });
  });

  test("but not if only its time is another", () => {
    const project = tempProject({ "a.ts": "old" });
    utimesSync(project.path("a.ts"), 1, 1);
    expect(applyFile(project.path("a.ts"), "old", "new")).toBeUndefined();
  });

  test("if it is a folder by now, or gone", () => {
    const project = tempProject({ "a.ts": "old" });
    rmSync(project.path("a.ts"));
    expect(applyFile(project.path("a.ts"), "old", "new")).toMatchObject({ reason: "vanished" });
    expect(project.files()).toEqual({});
    mkdirSync(project.path("a.ts"));
    expect(applyFile(project.path("a.ts"), "old", "new")).toMatchObject({ reason: "changed" });
  });

  test("if it is read-only, even for a user whom that does not stop", () => {
    const project = tempProject({ "a.ts": "old" });
    chmodSync(project.path("a.ts"), 0o444);
    expect(applyFile(project.path("a.ts"), "old", "new")).toMatchObject({ reason: "read-only" });
    expect(statSync(project.path("a.ts")).mode & 0o777).toBe(0o444);
    expect(project.files()).toEqual({ "a.ts": "old" });
  });

  for (const [name, bytes] of [
    ["Latin-1", Buffer.from("const name = 'Zo\u00eb';", "latin1")],
    ["UTF-16", Buffer.from("\ufeffconst a = 1;", "utf16le")],
  ] as const) {
    test(`if it is in ${name}`, () => {
      const project = tempProject({});
      writeFileSync(project.path("a.js"), bytes);
      const read = readFileSync(project.path("a.js"), "utf8");
      expect(applyFile(project.path("a.js"), read, `${read} `)).toMatchObject({ reason: "not-utf-8" });
      expect(readFileSync(project.path("a.js"))).toEqual(bytes);
    });
  }

  testWhere(!isRoot)("if its folder cannot be written to", () => {
    const project = tempProject({ "sub/a.ts": "old" });
    chmodSync(project.path("sub"), 0o555);
    onTestFinished(() => chmodSync(project.path("sub"), 0o755));
    expect(applyFile(project.path("sub/a.ts"), "old", "new")).toMatchObject({ reason: "unwritable" });
    expect(project.read("sub/a.ts")).toBe("old");
  });

  testWhere(mayMountDisk)("if the disk is full, also where a part of the text still fits", () => {
    const disk = smallDisk(tempProject({}).root, "64k");
    const old = "x".repeat(40_000);
    const project = projectIn(disk, { "a.ts": old });
    const refusal = applyFile(project.path("a.ts"), old, "y".repeat(40_000));
    expect(refusal).toMatchObject({ reason: "unwritable", message: expect.stringContaining("no room left") });
    expect(project.files()).toEqual({ "a.ts": old });
  });
});

describe("the draft of a run that was killed", () => {
  test("is removed by the next one that writes there, and that of a running process is not", () => {
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    const abandoned = `.step-up-union-${dead}-0123456789ab.tmp`;
    const written = `.step-up-union-${process.ppid}-0123456789ab.tmp`;
    const others = `.step-up-union-notes.tmp`;
    const project = tempProject({ "a.ts": "old", [abandoned]: "ne", [written]: "ne", [others]: "keep" });
    expect(applyFile(project.path("a.ts"), "old", "new")).toBeUndefined();
    expect(Object.keys(project.files()).sort()).toEqual([written, others, "a.ts"].sort());
  });
});

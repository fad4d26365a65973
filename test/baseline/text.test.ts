import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { BaselineEntry, BaselinePlace } from "../../src/baseline/baseline.ts";
import { readBaseline } from "../../src/baseline/read.ts";
import { baselineText } from "../../src/baseline/text.ts";
import { tempProject } from "../temp-project.ts";
import { accepted, checked, client, REPLACED } from "./checked.ts";

const PLACE: BaselinePlace = { path: "/project/baseline.json", workingFolder: "/project" };

function entry(more: Partial<BaselineEntry> = {}): BaselineEntry {
  return { file: "a.ts", symbols: ["A"], rule: "replaced-scope", code: "0123456789abcdef", ordinal: 1, ...more };
}

/** Entries that differ in the given files only. */
const of = (...files: string[]): BaselineEntry[] => files.map((file) => entry({ file }));

test("a baseline is JSON with an entry on each line", () => {
  const entries = accepted(checked("src/b.ts", client({ b: REPLACED })), checked("src/a.ts", client({ a: REPLACED })));
  expect(baselineText(entries, PLACE)).toBe(`{
"version": 1,
"sites": [
{"file":"src/a.ts","symbols":["Client","a"],"rule":"replaced-scope","text":"this.scope = scope","code":"63a0b68b78b07c8a","ordinal":1},
{"file":"src/b.ts","symbols":["Client","b"],"rule":"replaced-scope","text":"this.scope = scope","code":"63a0b68b78b07c8a","ordinal":1}
]
}
`);
});

test("an empty one is JSON, too", () => {
  expect(JSON.parse(baselineText([], PLACE))).toEqual({ version: 1, sites: [] });
});

test("the entries are in order, whatever order they come in", () => {
  const sorted = [
    entry({ file: "B.ts" }),
    entry({ symbols: [] }),
    entry({ symbols: ["A"], rule: "challenge-only-scope" }),
    entry({ symbols: ["A"], code: "0123456789abcdee", ordinal: 3 }),
    entry({ symbols: ["A"], ordinal: 2 }),
    entry({ symbols: ["A"], ordinal: 10 }),
    entry({ symbols: ["A", "a"] }),
    entry({ symbols: ["B"] }),
    entry({ file: "a/a.ts" }),
    entry({ file: "ä.ts" }),
  ];
  const text = baselineText(sorted, PLACE);
  expect((JSON.parse(text) as { sites: unknown }).sites).toEqual(sorted);
  expect(baselineText([...sorted].reverse(), PLACE)).toBe(text);
  expect(baselineText([...sorted.slice(5), ...sorted.slice(0, 5)], PLACE)).toBe(text);
});

test("paths are written from the baseline's own folder", () => {
  const place = { path: "/project/ci/baseline.json", workingFolder: "/project/packages/a" };
  expect(baselineText(of("src/a.ts", "../b/b.ts"), place)).toMatch(
    /"file":"\.\.\/packages\/a\/src\/a\.ts"[\s\S]*"file":"\.\.\/packages\/b\/b\.ts"/,
  );
});

test("no character of a name or of code acts where the baseline is looked at", () => {
  const text = baselineText(
    [entry({ file: "a\n\u001b[2J\u009b\u202e\u2028\u{e0001}é漢.ts", symbols: ["\u200b"], text: "\u0000\u007f" })],
    PLACE,
  );
  expect(text.split("\n")).toHaveLength(7);
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(text).toContain("é漢.ts");
  expect((JSON.parse(text) as { sites: BaselineEntry[] }).sites[0]?.file).toContain("\u202e\u2028\u{e0001}é漢");
});

test("long code is shortened, and not within a character", () => {
  const [{ text = "" } = {}] = accepted(checked("a.ts", client({ a: `this.scope = scope ?? "${"🔐".repeat(100)}";` })));
  expect(text).toMatch(/^this\.scope = \(?scope \?\? "🔐+…$/u);
  expect([...text].length).toBe(81);
});

describe("a merge by git", () => {
  const base = of("a.ts", "c.ts", "e.ts", "g.ts", "i.ts");

  /** What `git merge-file` makes of two changes of the base, and whether it found a conflict. */
  function merged(ours: BaselineEntry[], theirs: BaselineEntry[], ...flags: string[]) {
    const project = tempProject({
      "ours.json": baselineText(ours, PLACE),
      "base.json": baselineText(base, PLACE),
      "theirs.json": baselineText(theirs, PLACE),
    });
    const args = ["merge-file", ...flags, "ours.json", "base.json", "theirs.json"];
    const { status, error } = spawnSync("git", args, { cwd: project.root });
    if (error) throw error;
    const place = { path: project.path("ours.json"), workingFolder: project.root };
    return { status, project, files: () => readBaseline(place).entries.map(({ file }) => file) };
  }

  test("takes additions of different files", () => {
    const { status, files } = merged([...base, ...of("b.ts")], [...base, ...of("f.ts", "j.ts")]);
    expect(status).toBe(0);
    expect(files()).toEqual(["a.ts", "b.ts", "c.ts", "e.ts", "f.ts", "g.ts", "i.ts", "j.ts"]);
  });

  test("takes an addition and what the other side has pruned", () => {
    const { status, files } = merged([...base, ...of("b.ts")], base.slice(0, -1));
    expect(status).toBe(0);
    expect(files()).toEqual(["a.ts", "b.ts", "c.ts", "e.ts", "g.ts"]);
  });

  test("takes the same addition once", () => {
    const { status, files } = merged([...base, ...of("b.ts")], [...base, ...of("b.ts")]);
    expect(status).toBe(0);
    expect(files()).toEqual(["a.ts", "b.ts", "c.ts", "e.ts", "g.ts", "i.ts"]);
  });

  test("that keeps both sides' lines is read, though commas are missing and entries are there twice", () => {
    const { status, project, files } = merged([...base, ...of("j.ts")], [...base, ...of("k.ts")], "--union");
    expect(status).toBe(0);
    expect(() => JSON.parse(project.read("ours.json"))).toThrow();
    expect(files()).toEqual(["a.ts", "c.ts", "e.ts", "g.ts", "i.ts", "j.ts", "k.ts"]);
  });

  test("that keeps both sides' lines after one side has pruned the last one is read", () => {
    const { files } = merged(base.slice(0, -1), [...base, ...of("k.ts")], "--union");
    expect(new Set(files())).toEqual(new Set(["a.ts", "c.ts", "e.ts", "g.ts", "i.ts", "k.ts"]));
  });

  test("that stops at a conflict says on which line, and is read once the marks are gone", () => {
    const { status, project, files } = merged([...base, ...of("j.ts")], [...base, ...of("k.ts")], "--diff3");
    expect(status).toBe(1);
    const lines = project.read("ours.json").split("\n");
    expect(files).toThrow(
      expect.objectContaining({
        failure: {
          kind: "usage",
          file: "ours.json",
          line: lines.findIndex((line) => line.startsWith("<<<<<<<")) + 1,
          message: expect.stringMatching(/marks of a merge conflict\. Delete the marks and keep .* --prune-baseline/),
        },
      }),
    );
    writeFileSync(project.path("ours.json"), lines.filter((line) => !/^[<|=>]{7}/.test(line)).join("\n"));
    expect(new Set(files())).toEqual(new Set(["a.ts", "c.ts", "e.ts", "g.ts", "i.ts", "j.ts", "k.ts"]));
  });
});

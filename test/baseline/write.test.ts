import { lstatSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { matchBaseline, updatedBaseline } from "../../src/baseline/match.ts";
import { readBaseline } from "../../src/baseline/read.ts";
import { writeBaseline } from "../../src/baseline/write.ts";
import { type TempProject, tempProject } from "../temp-project.ts";
import { accepted, checked, client, findings, REPLACED } from "./checked.ts";

const FILES = [checked("a.ts", client({ a: REPLACED })), checked("b.ts", client({ b: REPLACED, c: REPLACED }))];
const everything = () => true;
const placeIn = (project: TempProject, name = "baseline.json") => ({
  path: project.path(name),
  workingFolder: project.root,
});

/** A folder with a baseline of `FILES`. */
function written(): TempProject {
  const project = tempProject({});
  expect(writeBaseline(readBaseline(placeIn(project), true), accepted(...FILES))).toBe(true);
  return project;
}

test("what is written is read again, and hides what it lists", () => {
  const { entries } = readBaseline(placeIn(written()));
  expect(entries).toEqual(accepted(...FILES));
  const { files, stale } = matchBaseline(entries, FILES, everything);
  expect({ findings: findings(files), stale }).toEqual({ findings: [], stale: [] });
});

test("files of strange names are read again as they were", () => {
  const names = ["__proto__", "a\nb.ts", "\u001b[31m.ts", "\u202e.ts", '"],', "../a.ts", "ä/漢.ts", "<<<<<<< a.ts"];
  const files = names.map((file) => ({ ...checked("a.ts", client({ a: REPLACED })), file }));
  const project = tempProject({ "ci/a.ts": "" });
  const place = placeIn(project, "ci/baseline.json");
  writeBaseline(readBaseline(place, true), accepted(...files));
  const { entries } = readBaseline(place);
  expect(new Set(entries.map(({ file }) => file))).toEqual(new Set(names));
  expect(findings(matchBaseline(entries, files, everything).files)).toEqual([]);
});

describe("nothing is written where nothing changes,", () => {
  const LONG_AGO = new Date("2020-01-01");

  test.each([
    ["after an update", (text: string) => text],
    ["though a checkout has changed the line endings", (text: string) => text.replaceAll("\n", "\r\n")],
    ["though a formatter has laid it out", (text: string) => JSON.stringify(JSON.parse(text), null, 2)],
    ["though an editor has put a byte order mark before it", (text: string) => `\uFEFF${text}`],
  ])("%s", (_, change) => {
    const project = written();
    const place = placeIn(project);
    const text = change(project.read("baseline.json"));
    writeFileSync(place.path, text);
    utimesSync(place.path, LONG_AGO, LONG_AGO);
    const { ino } = statSync(place.path);
    const baseline = readBaseline(place);
    expect(writeBaseline(baseline, updatedBaseline(baseline.entries, FILES, everything))).toBe(false);
    expect(writeBaseline(baseline, matchBaseline(baseline.entries, FILES, everything).kept)).toBe(false);
    expect(statSync(place.path)).toMatchObject({ ino, mtime: LONG_AGO });
    expect(project.read("baseline.json")).toBe(text);
  });
});

test("what a merge has left twice or in disorder is put in order", () => {
  const project = written();
  const lines = project.read("baseline.json").trimEnd().split("\n");
  const entries = lines.slice(3, -2).map((line) => line.replace(/,$/, ""));
  const place = placeIn(project);
  writeFileSync(place.path, `{"version":1,"sites":[\n${[...entries, ...entries].reverse().join(",\n")}\n]}`);
  const baseline = readBaseline(place);
  expect(baseline.entries).toHaveLength(6);
  expect(writeBaseline(baseline, matchBaseline(baseline.entries, FILES, everything).kept)).toBe(true);
  expect(project.read("baseline.json").trimEnd().split("\n")).toEqual(lines);
});

test("a file that was written by something else meanwhile stays as it is", () => {
  const project = written();
  const place = placeIn(project);
  const baseline = readBaseline(place);
  writeFileSync(place.path, "theirs");
  expect(() => writeBaseline(baseline, [])).toThrow(
    expect.objectContaining({
      failure: { kind: "unreadable", file: "baseline.json", message: expect.stringContaining("Run again") },
    }),
  );
  expect(project.files()).toEqual({ "baseline.json": "theirs" });
});

test("a file that has appeared meanwhile stays as it is", () => {
  const project = tempProject({});
  const place = placeIn(project);
  const baseline = readBaseline(place, true);
  writeFileSync(place.path, "theirs");
  expect(() => writeBaseline(baseline, [])).toThrow("Run again");
  expect(project.files()).toEqual({ "baseline.json": "theirs" });
});

test("a folder that is not there is not made", () => {
  const project = tempProject({});
  const place = placeIn(project, "ci/baseline.json");
  expect(() => writeBaseline(readBaseline(place, true), [])).toThrow(
    expect.objectContaining({
      failure: {
        kind: "unreadable",
        file: "ci/baseline.json",
        message: "The baseline cannot be written. Its folder does not exist; create it, or name another file.",
      },
    }),
  );
  expect(project.files()).toEqual({});
});

test("nothing but the baseline is left behind", () => {
  const project = written();
  expect(Object.keys(project.files())).toEqual(["baseline.json"]);
});

test("a link to a baseline stays a link", () => {
  const project = written();
  const place = placeIn(project, "link.json");
  symlinkSync("baseline.json", place.path);
  expect(writeBaseline(readBaseline(place), [])).toBe(true);
  expect(lstatSync(place.path).isSymbolicLink()).toBe(true);
  expect(JSON.parse(project.read("baseline.json"))).toEqual({ version: 1, sites: [] });
});

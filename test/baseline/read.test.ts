import { describe, expect, test } from "vitest";
import type { BaselineEntry } from "../../src/baseline/baseline.ts";
import { BaselineError } from "../../src/baseline/baseline-error.ts";
import { readBaseline } from "../../src/baseline/read.ts";
import { baselineText } from "../../src/baseline/text.ts";
import type { Failure } from "../../src/model/outcome.ts";
import { tempProject } from "../temp-project.ts";
import { testWhere } from "../where.ts";
import { accepted, checked, client, REPLACED } from "./checked.ts";

const ENTRY = { file: "a.ts", symbols: ["A"], rule: "replaced-scope", code: "0123456789abcdef", ordinal: 1 };
const json = (entry: object, version: unknown = 1) => JSON.stringify({ version, sites: [ENTRY, entry] }, null, 2);

function entriesOf(text: string, files: Record<string, string> = {}): readonly BaselineEntry[] {
  const project = tempProject({ ...files, "ci/baseline.json": text });
  return readBaseline({ path: project.path("ci/baseline.json"), workingFolder: project.root }).entries;
}

function failureOf(text: string): Failure {
  try {
    entriesOf(text);
  } catch (error) {
    if (error instanceof BaselineError) return error.failure;
    throw error;
  }
  throw new Error("It was read");
}

describe("a baseline reads the same", () => {
  const place = { path: "/project/baseline.json", workingFolder: "/project" };
  const entries = accepted(checked("a.ts", client({ a: REPLACED, b: `${REPLACED} ${REPLACED}` })));
  const text = baselineText(entries, place);
  const inFolder = entries.map((entry) => ({ ...entry, file: `ci/${entry.file}` }));

  test.each([
    ["as it is written", text],
    ["with CRLF line endings", text.replaceAll("\n", "\r\n")],
    ["with a byte order mark", `\uFEFF${text}`],
    ["as a formatter lays it out", JSON.stringify(JSON.parse(text), null, "\t")],
    ["on one line", JSON.stringify(JSON.parse(text))],
    ["without the commas", text.replaceAll("},\n", "}\n")],
    ["with one comma too many", text.replace("}\n]", "},\n\n]")],
  ])("%s", (_, source) => {
    expect(entriesOf(source)).toEqual(inFolder);
  });
});

describe("a path in a baseline stands for", () => {
  const fileOf = (file: string, files?: Record<string, string>) => entriesOf(json({ ...ENTRY, file }), files)[1]?.file;

  test.each([
    ["a file next to the baseline", "a.ts", "ci/a.ts"],
    ["a file above it", "../src/a.ts", "src/a.ts"],
    ["the same, less plainly written", ".././src//b/../a.ts", "src/a.ts"],
    ["the same, with the separators of Windows", "..\\src\\a.ts", "src/a.ts"],
    ["a file outside of the working folder", "../../a.ts", "../a.ts"],
    ["a file of a strange name", "__proto__", "ci/__proto__"],
    ["a file with a line break in its name", "a\nb.ts", "ci/a\nb.ts"],
  ])("%s", (_, written, file) => {
    expect(fileOf(written)).toBe(file);
  });

  testWhere(process.platform !== "win32")("a file with a backslash in its name, where there is one", () => {
    expect(fileOf("..\\a.ts", { "ci/..\\a.ts": "" })).toBe("ci/..\\a.ts");
  });
});

describe("a failure says what is wrong, and where:", () => {
  const without = (name: string) => Object.fromEntries(Object.entries(ENTRY).filter(([key]) => key !== name));

  test.each([
    ["an empty file", "", 1, "It is not JSON."],
    ["a text that ends too early", baselineStart(), 4, "It is not JSON."],
    ["what is no JSON", '{\n"version": 1,\n"sites": [\n{"file" "a.ts"}\n]\n}\n', 4, "It is not JSON."],
    ["what is JavaScript, but no JSON", "{ 'version': 1, sites: [] }", undefined, "It is not JSON."],
    [
      "marks of a conflict",
      '{\n"version": 1,\n"sites": [\n<<<<<<< HEAD\n=======\n>>>>>>> b\n]\n}',
      4,
      "merge conflict",
    ],
    ["a list", "[]", undefined, "It is no baseline"],
    ["null", "null", undefined, "It is no baseline"],
    ["no version", '{ "sites": [] }', undefined, "It is no baseline"],
    ["no sites", '{ "version": 1 }', undefined, "It is no baseline"],
    ["sites that are no list", '{ "version": 1, "sites": {} }', undefined, "It is no baseline"],
    ["a later version", json(ENTRY, 2), undefined, "a newer step-up-union wrote"],
    ["a version that never was", json(ENTRY, "1"), undefined, 'Its "version" must be 1.'],
    ["a property too many", '{ "version": 1, "sites": [], "__proto__": 1 }', undefined, '"__proto__"'],
    ["an entry that is none", '{\n"version": 1,\n"sites": [\n"a.ts"\n]\n}', 4, "An entry must be an object."],
    ["an entry without a file", json(without("file")), 13, 'An entry lacks "file".'],
    ["an entry without symbols", json(without("symbols")), 13, 'An entry lacks "symbols".'],
    ["an empty path", json({ ...ENTRY, file: "" }), 13, 'The entry\'s "file" must be a path.'],
    ["symbols that are a text", json({ ...ENTRY, symbols: "A" }), 13, '"symbols" must be a list of names'],
    ["a symbol that is no name", json({ ...ENTRY, symbols: [null] }), 13, '"symbols" must be a list of names'],
    ["a rule that is no name", json({ ...ENTRY, rule: 1 }), 13, '"rule" must be the name of a rule'],
    ["code that is no hash", json({ ...ENTRY, code: "this.scope = scope" }), 13, '"code" must be 16 hexadecimal'],
    ["an ordinal of nothing", json({ ...ENTRY, ordinal: 0 }), 13, '"ordinal" must be a whole number from 1 on'],
    ["half an ordinal", json({ ...ENTRY, ordinal: 1.5 }), 13, '"ordinal" must be a whole number from 1 on'],
    ["a text that is none", json({ ...ENTRY, text: 1 }), 13, '"text" must be a text'],
    ["an entry with a property too many", json({ ...ENTRY, reason: "later" }), 13, '"reason"'],
    [
      "nesting too deep for JavaScript",
      `{"version":1,"sites":[${"[".repeat(50_000)}${"]".repeat(50_000)}]}`,
      undefined,
      "An entry must be",
    ],
  ])("%s", (_, text, line, message) => {
    const failure = failureOf(text);
    expect(failure.message).toContain(message);
    expect(failure).toEqual({
      kind: "usage",
      file: "ci/baseline.json",
      message: failure.message,
      ...(line !== undefined && { line }),
    });
  });

  function baselineStart(): string {
    return `{\n"version": 1,\n"sites": [\n${JSON.stringify(ENTRY)}`;
  }

  test("no file", () => {
    const project = tempProject({});
    const place = { path: project.path("baseline.json"), workingFolder: project.root };
    expect(() => readBaseline(place)).toThrow(
      expect.objectContaining({
        failure: { kind: "usage", file: "baseline.json", message: expect.stringContaining("--update-baseline") },
      }),
    );
    expect(readBaseline(place, true)).toEqual({ place, entries: [] });
  });

  test("a folder", () => {
    const project = tempProject({ "baseline.json/a.ts": "" });
    const place = { path: project.path("baseline.json"), workingFolder: project.root };
    for (const mayBeMissing of [false, true]) {
      expect(() => readBaseline(place, mayBeMissing)).toThrow(
        expect.objectContaining({
          failure: {
            kind: "unreadable",
            file: "baseline.json",
            message: "The baseline cannot be read. This is a folder, not a file.",
          },
        }),
      );
    }
  });
});

test("a rule that is not known any more is read: its entry is stale", () => {
  expect(entriesOf(json({ ...ENTRY, rule: "a-rule-of-old" }))[1]?.rule).toBe("a-rule-of-old");
});

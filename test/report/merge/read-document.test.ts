import { describe, expect, test } from "vitest";
import { readDocument } from "../../../src/report/merge/read-document.ts";
import { sarifReport } from "../../../src/report/sarif.ts";
import { VIEW } from "../outcomes.ts";
import { FINDINGS, repository, textOf } from "./documents.ts";

const TEXT = textOf(FINDINGS, { repositories: [repository("one")], time: "2026-03-04T05:06:07.890Z" });
const AGAIN = "Write it again: step-up-union check --output-file json=<file>.";

const messageOf = (text: string): string | undefined => {
  const found = readDocument(text);
  return "message" in found ? found.message : undefined;
};

test("what check wrote is read, with a byte order mark, too", () => {
  expect(readDocument(TEXT)).toEqual(JSON.parse(TEXT));
  expect(messageOf(`\ufeff${TEXT}`)).toBeUndefined();
});

describe("it is said of", () => {
  test.each([
    ["an empty file", " \n", `It is empty. ${AGAIN}`],
    ["text", "step-up", `It is not JSON. ${AGAIN}`],
    [
      "a file that was cut off",
      TEXT.slice(0, TEXT.indexOf("overwritten")),
      `It ends in the middle, as a file does whose writing was cut off. ${AGAIN}`,
    ],
    [
      "a file that was cut off behind a line",
      TEXT.slice(0, TEXT.indexOf("\n", TEXT.indexOf('"tool"')) + 1),
      `It ends in the middle, as a file does whose writing was cut off. ${AGAIN}`,
    ],
    ["other JSON", "[]", `It is JSON, but no report of check. ${AGAIN}`],
    ["null", "null", `It is JSON, but no report of check. ${AGAIN}`],
    ["SARIF", sarifReport(FINDINGS, VIEW), `It is JSON, but no report of check. ${AGAIN}`],
    [
      "an older report",
      TEXT.replace('"schemaVersion": 5', '"schemaVersion": 3'),
      "It has the schemaVersion 3, and this version of step-up-union reads 5. Check and merge with the same version.",
    ],
  ])("%s", (_, text, message) => {
    expect(messageOf(text)).toBe(message);
  });

  test("every cut of a report that it is empty or cut", () => {
    for (let end = 0; end < TEXT.trimEnd().length; end += 97) {
      expect(messageOf(TEXT.slice(0, end))).toMatch(/^It (?:is empty|ends in the middle)/);
    }
  });

  test.each<[string, (document: ReturnType<typeof JSON.parse>) => void]>([
    ["sites", (document) => Object.assign(document, { sites: {} })],
    ["sites[0].line", ({ sites }) => Object.assign(sites[0], { line: 0 })],
    ["sites[0].rule", ({ sites }) => Object.assign(sites[0], { rule: "__proto__" })],
    ["sites[1].fingerprint", ({ sites }) => Object.assign(sites[1], { fingerprint: "=1+1" })],
    ["sites[0].advice[0].message", ({ sites }) => Object.assign(sites[0].advice[0], { message: 1 })],
    ["summary.files.read", ({ summary }) => Object.assign(summary.files, { read: "1" })],
    ["provenance.repositories[0].url", ({ provenance }) => evil(provenance, "url", "javascript:alert(1)")],
    ["provenance.repositories[0].url", ({ provenance }) => evil(provenance, "url", "https://x/\u001b[2J")],
    ["provenance.repositories[0].commit", ({ provenance }) => evil(provenance, "commit", "$(id)")],
    ["provenance.repositories[0].date", ({ provenance }) => evil(provenance, "date", "=now()")],
    [
      "provenance.shard.index",
      ({ provenance }) => Object.assign(provenance, { shard: { index: 0, count: 1, files: "0123456789abcdef" } }),
    ],
  ])("a report whose %s was changed", (path, change) => {
    const document = JSON.parse(TEXT);
    change(document);
    expect(messageOf(JSON.stringify(document))).toBe(
      `It was changed since it was written: ${path} cannot be so. ${AGAIN}`,
    );
  });

  test("a report that is nested without end", () => {
    const nested = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(messageOf(TEXT.replace('"reasons": {', `"reasons": { "x": ${nested},`))).toBe(
      `It was changed since it was written: its nesting cannot be so. ${AGAIN}`,
    );
  });
});

const evil = ({ repositories }: { readonly repositories: readonly object[] }, name: string, value: string): object =>
  Object.assign(repositories[0] as object, { [name]: value });

import { beforeEach, describe, expect, test } from "vitest";
import { checkJson } from "../../src/report/json.ts";
import { LONGEST_TEXT } from "../../src/report/schema/versions.ts";
import { checkedFile, outcomeOf, REWRITE, VIEW } from "./outcomes.ts";
import { CHECK_SCHEMA, refusals, type Schema, schemasWithin } from "./schema.ts";

const all = new Map(schemasWithin(CHECK_SCHEMA));
const at = (path: string): Schema => {
  const schema = all.get(path);
  if (!schema) throw new Error(`the schema has no ${path}`);
  return schema;
};
describe("the schema", () => {
  test("says how much code is shown", () => {
    expect(at("#/$defs/excerpt/properties/text")).toMatchObject({ maxLength: LONGEST_TEXT });
    expect(at("#/$defs/excerpt/properties/text").description).toContain(`${LONGEST_TEXT} UTF-16 code units`);
  });

  test("describes every property, and lets no other pass", () => {
    const objects = [...all].filter(([, schema]) => schema.type === "object");
    expect(objects.length).toBeGreaterThan(15);
    expect(objects.filter(([, schema]) => schema.additionalProperties !== false)).toEqual([]);
    const bare = [...all].filter(
      ([path, { description, $ref }]) => /properties\/\w+$/.test(path) && !description && !$ref,
    );
    expect(bare).toEqual([]);
  });
});

interface Document {
  [key: string]: unknown;
  summary: Record<string, unknown>;
  sites: Record<string, unknown>[];
}

describe("the schema refuses", () => {
  let document: Document;
  let site: Record<string, unknown>;
  beforeEach(() => {
    document = JSON.parse(checkJson(outcomeOf([checkedFile("a.ts", REWRITE)]), VIEW));
    site = document.sites[0] ?? {};
    expect(refusals(document)).toEqual([]);
  });

  test.each<[string, () => void]>([
    ["another version", () => Object.assign(document, { schemaVersion: 1 })],
    ["a document without a summary", () => Reflect.deleteProperty(document, "summary")],
    ["what it does not know", () => Object.assign(document, { more: 1 })],
    ["a number that is none", () => Object.assign(document.summary, { findings: "1" })],
    ["an exit code that the command does not have", () => Object.assign(document.summary, { exitCode: 3 })],
    ["a count that is negative", () => Object.assign(document.summary, { baselined: -1 })],
    ["a rule that does not exist", () => Object.assign(site, { rule: "replaced" })],
    ["advice as the rule of a site", () => Object.assign(site, { rule: "unbounded-step-up" })],
    ["a verdict that does not exist", () => Object.assign(site, { verdict: "maybe" })],
    ["a line of a file that begins at 0", () => Object.assign(site, { line: 0 })],
    ["a site without its file", () => Reflect.deleteProperty(site, "file")],
    ["a doubt that does not exist", () => Object.assign(site.reasons as object, { doubt: "none" })],
    ["tokens of no kind", () => Object.assign(site.reasons as object, { granted: { kind: "none" } })],
    ["an edit without its text", () => Object.assign(site, { edits: [{ start: 0, end: 0 }] })],
    ["baselined: false", () => Object.assign(site, { baselined: false })],
    ["a failure without a message", () => Object.assign(document, { errors: [{ kind: "crash" }] })],
    ["a remark with a kind", () => Object.assign(document, { remarks: [{ kind: "crash", message: "" }] })],
  ])("%s", (_, breakIt) => {
    breakIt();
    expect(refusals(document)).not.toEqual([]);
  });
});

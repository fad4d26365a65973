import { beforeEach, describe, expect, test } from "vitest";
import { FAIL_ON, type FailureKind } from "../../src/model/outcome.ts";
import type { Verdict } from "../../src/model/rule-ids.ts";
import type { EvidenceKind, SinkKind } from "../../src/model/site.ts";
import type { SuppressionState } from "../../src/model/suppression.ts";
import { checkJson, LONGEST_TEXT, SCHEMA_VERSION } from "../../src/report/json.ts";
import { DOUBTS } from "../../src/rules/doubts.ts";
import { NO_TOKENS } from "../../src/rules/no-tokens.ts";
import { OBLIGATIONS } from "../../src/rules/obligations.ts";
import { RULES } from "../../src/rules/table.ts";
import { checkedFile, outcomeOf, REWRITE, VIEW } from "./outcomes.ts";
import { CHECK_SCHEMA, refusals, type Schema, schemasWithin } from "./schema.ts";

/** All members of a union of the model: the compiler refuses a list that lacks one, or has one too many. */
const members = <Member extends string>(all: Record<Member, true>): string[] => Object.keys(all);

const VERDICTS = members<Verdict>({ rewrite: true, review: true, "already-union": true });
const EVIDENCE = members<EvidenceKind>({
  comparison: true,
  "text-test": true,
  "switch-case": true,
  "error-class": true,
  "early-exit": true,
  predicate: true,
  callers: true,
  status: true,
});
const SINKS = members<SinkKind>({
  field: true,
  variable: true,
  property: true,
  argument: true,
  parameter: true,
  record: true,
  return: true,
  call: true,
});
const STATES = members<SuppressionState>({
  used: true,
  unused: true,
  "unknown-rule": true,
  "no-reason": true,
  "unknown-form": true,
});
const FAILURES = members<FailureKind>({
  usage: true,
  unreadable: true,
  "nothing-matched": true,
  syntax: true,
  "too-large": true,
  crash: true,
});

const all = new Map(schemasWithin(CHECK_SCHEMA));
const at = (path: string): Schema => {
  const schema = all.get(path);
  if (!schema) throw new Error(`the schema has no ${path}`);
  return schema;
};
const rulesOf = (isAdvice: boolean) =>
  Object.entries(RULES).flatMap(([rule, { verdict }]) => ((verdict === "advice") === isAdvice ? [rule] : []));

describe("the schema", () => {
  test.each([
    ["#/$defs/verdict", VERDICTS],
    ["#/$defs/rule", rulesOf(false)],
    ["#/$defs/adviceRule", rulesOf(true)],
    ["#/$defs/anyRule", Object.keys(RULES)],
    ["#/$defs/reasons/properties/evidence/items/properties/kind", EVIDENCE],
    ["#/$defs/reasons/properties/sink/properties/kind", SINKS],
    ["#/$defs/reasons/properties/doubt", Object.keys(DOUBTS)],
    ["#/$defs/proof/properties/obligation", Object.keys(OBLIGATIONS)],
    ["#/$defs/reasons/properties/granted/oneOf/2/properties/why", Object.keys(NO_TOKENS)],
    ["#/$defs/suppression/properties/state", STATES],
    ["#/$defs/error/properties/kind", FAILURES],
    ["#/properties/summary/properties/failOn", [...FAIL_ON]],
  ])("lists at %s what the model knows", (path, expected) => {
    expect(at(path).enum).toEqual(expected);
  });

  test("counts every verdict and every rule", () => {
    expect(at("#/properties/summary/properties/verdicts").required).toEqual(VERDICTS);
    expect(at("#/properties/summary/properties/rules").required).toEqual(Object.keys(RULES));
  });

  test("has the version of the documents, in its name too", () => {
    expect(at("#/properties/schemaVersion").const).toBe(SCHEMA_VERSION);
    expect(CHECK_SCHEMA).toMatchObject({ $id: `urn:step-up-union:check:${SCHEMA_VERSION}` });
  });

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

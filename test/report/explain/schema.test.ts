import { readFileSync } from "node:fs";
import { Validator } from "@cfworker/json-schema";
import { expect, test } from "vitest";
import type { Provenance } from "../../../src/model/provenance.ts";
import { explainAll } from "../../../src/report/explain/explain.ts";
import { jsonExplanations } from "../../../src/report/explain/json.ts";
import { fingerprintsOf } from "../../../src/report/fingerprint.ts";
import { fixturesByTurn } from "../../fixtures/by-turn.ts";
import { engineOptions } from "../../fixtures/engine-options.ts";
import { IS_THOROUGH } from "../../thoroughness.ts";
import { checkedFile } from "../outcomes.ts";
import { type Schema, schemasWithin } from "../schema.ts";

const SCHEMA: Schema = JSON.parse(
  readFileSync(new URL("../../../schemas/explain.schema.json", import.meta.url), "utf8"),
);
const validator = new Validator(SCHEMA as object, "2020-12", false);
const refusals = (document: unknown) =>
  validator.validate(document).errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
const all = new Map(schemasWithin(SCHEMA));

const PROVENANCE: Provenance = {
  options: { helper: "inline" },
  repositories: [
    { folder: ".", workingFolder: ".", commit: "0".repeat(40), date: "2026-01-02T03:04:05Z", clean: true },
  ],
  sdks: [{ name: "@modelcontextprotocol/sdk", version: "1.32.2", folder: "node_modules/@modelcontextprotocol/sdk" }],
  time: "2026-01-02T03:04:05.678Z",
};

function documentOf(file: ReturnType<typeof checkedFile>) {
  const prints = fingerprintsOf(file, []);
  const known = new Map(file.sites.map((site) => [site, prints(site, site.rule)]));
  return JSON.parse(
    jsonExplanations(explainAll([file], undefined, known), { version: "1.2.3", provenance: PROVENANCE }),
  );
}

test("the fixtures are explained as the schema says", () => {
  const fixtures = fixturesByTurn("as the schema says", 3).filter(({ kind }) => kind !== "untouched");
  expect(fixtures.length).toBeGreaterThan(300);
  const rules = new Set<string>();
  for (const { name, extension, input, options } of fixtures) {
    const document = documentOf(checkedFile(`${name}${extension}`, input, engineOptions(options, extension)));
    for (const { rule } of document.explanations) rules.add(rule);
    expect([name, refusals(document)]).toEqual([name, []]);
  }
  expect(rules.size).toBeGreaterThan(IS_THOROUGH ? 8 : 4);
});

test("the schema describes every property, and lets no other pass", () => {
  const objects = [...all].filter(([, schema]) => schema.type === "object");
  expect(objects.length).toBeGreaterThan(15);
  expect(objects.filter(([, schema]) => schema.additionalProperties !== false)).toEqual([]);
  expect([...all].filter(([, { description, $ref }]) => !description && !$ref)).toEqual([]);
});

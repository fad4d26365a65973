import { readFileSync } from "node:fs";
import { Validator } from "@cfworker/json-schema";
import { describe, expect, test } from "vitest";
import { CONFIG_KEYS, parseConfig } from "../../src/config/parse-config.ts";
import { OPTIONS } from "../../src/model/options.ts";
import { FAIL_ON } from "../../src/model/outcome.ts";
import { ROLES } from "../../src/model/own-names.ts";

const SCHEMA = JSON.parse(readFileSync(new URL("../../schemas/config.schema.json", import.meta.url), "utf8"));

const valid = (content: unknown) => new Validator(SCHEMA, "2020-12").validate(content).valid;
const accepted = (content: unknown) => !("problems" in parseConfig(content, "/app/step-up-union.config.json"));

describe("the schema of a configuration", () => {
  test("has the keys, values and words of the options", () => {
    expect(Object.keys(SCHEMA.properties).sort()).toEqual([...CONFIG_KEYS].sort());
    for (const [name, entry] of Object.entries(OPTIONS)) {
      const property = SCHEMA.properties[name];
      expect(property.description).toBe(
        entry.meaning
          .replace("with --helper=import", "with `helper`: `import`")
          .replace("with --helper=vendor or auto", "with `helper`: `vendor` or `auto`"),
      );
      expect(property.enum).toEqual("values" in entry ? entry.values : undefined);
      expect(property.default).toBe("default" in entry ? entry.default : undefined);
    }
    expect(SCHEMA.properties["fail-on"].enum).toEqual(FAIL_ON);
    const { properties } = SCHEMA.properties.names;
    expect(Object.keys(properties)).toEqual(Object.keys(ROLES));
    for (const [role, meaning] of Object.entries(ROLES)) expect(properties[role].description).toBe(meaning);
  });

  const NAME = { module: "@acme/oauth", export: "login" };
  test.each<[unknown, boolean]>([
    [{}, true],
    [
      { $schema: "x.json", helper: "inline", "fail-on": "rewrite", "ignore-pattern": ["a", "!b"], baseline: "b.json" },
      true,
    ],
    [{ names: { authorization: [NAME], provider: [] } }, true],
    [{ helper: "import", "helper-source": "@acme/oauth", "helper-name": "union" }, true],
    [{ "vendor-path": "src/scopes.ts" }, true],
    [{ helper: "vendor", "vendor-path": "src/scopes.ts" }, true],
    [{ helper: "import" }, false],
    [{ "helper-source": "@acme/oauth" }, false],
    [{ helper: "vendor", "helper-name": "union" }, false],
    [{ helper: "inline", "vendor-path": "src/scopes.ts" }, false],
    [{ helper: "none" }, false],
    [{ other: 1 }, false],
    [{ "ignore-pattern": "a" }, false],
    [{ baseline: "" }, false],
    [{ names: { authorisation: [NAME] } }, false],
    [{ names: { provider: NAME } }, false],
    [{ names: { provider: [{ ...NAME, more: 1 }] } }, false],
    [{ names: { provider: [{ module: "x" }] } }, false],
    [[], false],
    [null, false],
  ])("takes what is read, and refuses what is refused: %j", (content, isRight) => {
    expect(valid(content)).toBe(isRight);
    expect(accepted(content)).toBe(isRight);
  });
});

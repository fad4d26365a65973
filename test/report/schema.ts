import { readFileSync } from "node:fs";
import { Validator } from "@cfworker/json-schema";

/** A schema, as far as tests look into it. */
export interface Schema {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
  readonly const?: unknown;
}

/** The published schema of `check --format=json`. */
export const CHECK_SCHEMA: Schema = JSON.parse(
  readFileSync(new URL("../../schemas/check.schema.json", import.meta.url), "utf8"),
);

const validator = new Validator(CHECK_SCHEMA as object, "2020-12", false);

/** What the schema refuses in a document: where, and why. Empty where it is valid. */
export function refusals(document: unknown): string[] {
  return validator.validate(document).errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
}

/** Every schema within one, with its path. */
export function* schemasWithin(schema: Schema, path = "#"): Generator<[string, Schema]> {
  yield [path, schema];
  for (const key of ["properties", "$defs"] as const) {
    for (const [name, inner] of Object.entries(schema[key] ?? {}))
      yield* schemasWithin(inner, `${path}/${key}/${name}`);
  }
  if (schema.items) yield* schemasWithin(schema.items, `${path}/items`);
  for (const [index, inner] of (schema.oneOf ?? []).entries()) yield* schemasWithin(inner, `${path}/oneOf/${index}`);
}

import { Validator } from "@cfworker/json-schema";

/** An object of which every property is named: what reviewdog does not know, it refuses. */
const object = (properties: Record<string, object>, required: readonly string[]) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
const list = (items: object) => ({ type: "array", items });
const text = { type: "string", minLength: 1 };
const count = { type: "integer", minimum: 1 };

const position = object({ line: count, column: count }, ["line"]);
const range = object({ start: position, end: position }, ["start"]);

/** What reviewdog takes as a `DiagnosticResult`: of its form, as its field names are in JSON. */
const RESULT = object(
  {
    source: object({ name: text, url: { type: "string", pattern: "^https://" } }, ["name"]),
    diagnostics: list(
      object(
        {
          message: text,
          location: object({ path: text, range }, ["path"]),
          severity: { enum: ["ERROR", "WARNING", "INFO"] },
          code: object({ value: text, url: { type: "string", pattern: "^https://" } }, ["value"]),
          // Both ends are needed where text is replaced.
          suggestions: list(
            object({ range: { ...range, required: ["start", "end"] }, text: { type: "string" } }, ["range", "text"]),
          ),
        },
        ["message", "location", "severity"],
      ),
    ),
  },
  ["diagnostics"],
);

const validator = new Validator(RESULT as object, "2020-12", false);

/** What is wrong with a document for reviewdog. */
export const rdjsonFaults = (document: unknown): string[] =>
  validator.validate(document).errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);

import { Validator } from "@cfworker/json-schema";

/** An object of which every property is named: what SARIF 2.1.0 does not know, it refuses. */
const object = (properties: Record<string, object>, required: readonly string[] = []) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
const list = (items: object) => ({ type: "array", items });
const text = { type: "string", minLength: 1 };
const count = { type: "integer", minimum: 1 };
const level = { enum: ["none", "note", "warning", "error"] };

// A message without a text of its own is an error for GitHub.
const message = object({ text }, ["text"]);
const region = object({ startLine: count, startColumn: count, endLine: count, endColumn: count }, ["startLine"]);
// A relative reference, or a file's address: no scheme of another kind, no blanks, nothing that is not escaped.
const uri = { type: "string", pattern: "^(file:///[A-Za-z]:/)?(?!/)([A-Za-z0-9._~!*'()/-]|%[0-9A-F]{2})+$" };
const root = { const: "%SRCROOT%" };
const physicalLocation = object({ artifactLocation: object({ uri, uriBaseId: root }, ["uri"]), region }, [
  "artifactLocation",
]);
const location = object({ physicalLocation, message }, ["physicalLocation"]);
const step = object({ location, importance: { enum: ["important", "essential", "unimportant"] } }, ["location"]);

const rule = object(
  {
    id: text,
    name: { type: "string", pattern: "^([A-Z][a-z0-9]*)+$" },
    shortDescription: message,
    fullDescription: message,
    help: object({ text, markdown: text }, ["text", "markdown"]),
    helpUri: { type: "string", pattern: "^https://" },
    defaultConfiguration: object({ level }, ["level"]),
    properties: object(
      {
        precision: { enum: ["very-high", "high", "medium", "low"] },
        "problem.severity": { enum: ["error", "warning", "recommendation"] },
        tags: { ...list(text), maxItems: 20 },
      },
      ["precision", "problem.severity", "tags"],
    ),
  },
  ["id", "name", "shortDescription", "fullDescription", "help", "helpUri", "defaultConfiguration", "properties"],
);

const result = object(
  {
    ruleId: text,
    ruleIndex: { type: "integer", minimum: 0 },
    level,
    message,
    locations: { ...list(location), minItems: 1, maxItems: 1 },
    partialFingerprints: { type: "object", not: { required: ["primaryLocationLineHash"] } },
    codeFlows: list(object({ threadFlows: { ...list(object({ locations: list(step) })), minItems: 1 } })),
  },
  ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
);

const notification = object({ level, message, descriptor: object({ id: text }), locations: list(location) }, [
  "level",
  "message",
]);
const invocation = object(
  {
    executionSuccessful: { type: "boolean" },
    startTimeUtc: { type: "string", format: "date-time" },
    exitCode: { type: "integer" },
    toolExecutionNotifications: list(notification),
  },
  ["executionSuccessful"],
);
const driver = object({ name: text, version: text, semanticVersion: text, informationUri: text, rules: list(rule) }, [
  "name",
  "rules",
]);
const versionControl = object(
  {
    repositoryUri: { type: "string", pattern: "^https://[!-~]+$" },
    revisionId: { type: "string", pattern: "^[0-9a-f]{40,64}$" },
    asOfTimeUtc: { type: "string", format: "date-time" },
    mappedTo: object({ uri: { type: "string", pattern: "^[!-~]+/$" }, uriBaseId: root }, ["uriBaseId"]),
  },
  // Without it, Microsoft's validator warns that results can't be told to be of the repository (SARIF2007).
  ["repositoryUri", "mappedTo"],
);
const run = object(
  {
    tool: object({ driver }, ["driver"]),
    invocations: list(invocation),
    columnKind: { const: "utf16CodeUnits" },
    newlineSequences: list(text),
    automationDetails: object({ id: text }, ["id"]),
    originalUriBaseIds: object({ "%SRCROOT%": object({ description: object({ text }, ["text"]) }) }, ["%SRCROOT%"]),
    versionControlProvenance: { ...list(versionControl), minItems: 1 },
    properties: { type: "object" },
    results: { ...list(result), maxItems: 25_000 },
  },
  ["tool", "invocations", "columnKind", "results"],
);

const SHAPE: object = object(
  { $schema: { type: "string" }, version: { const: "2.1.0" }, runs: { ...list(run), minItems: 1 } },
  ["$schema", "version", "runs"],
);
const validator = new Validator(SHAPE, "2020-12", false);

/**
 * What is wrong with a SARIF document: where, and why. It knows the part of SARIF 2.1.0 that the report uses, and what
 * GitHub code scanning asks for beyond that.
 */
export function sarifFaults(document: unknown): string[] {
  return validator.validate(document).errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
}

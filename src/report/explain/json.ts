import { plain, type Sentence } from "../../rules/sentence.ts";
import { withoutHidden } from "../json-text.ts";
import { type Made, provenanceJson } from "../provenance.ts";
import type { ExplanationDocument } from "../schema/explain.ts";
import { EXPLANATION_SCHEMA_VERSION } from "../schema/versions.ts";
import type { Explanation } from "./explanation.ts";

/**
 * Explanations as JSON (`schemas/explain.schema.json`): the same data, each sentence as one text with its code in
 * backticks.
 */
export function jsonExplanations(explanations: readonly Explanation[], { version, provenance }: Made): string {
  const data = explanations.map(({ page, general, ...told }) => told);
  const report: Told<Written> = {
    schemaVersion: EXPLANATION_SCHEMA_VERSION,
    tool: { name: "step-up-union", version },
    provenance: provenanceJson(provenance),
    explanations: data,
  };
  return `${withoutHidden(JSON.stringify(report, (_, value) => (isSentence(value) ? plain(value) : value), 2))}\n`;
}

type Explained = ExplanationDocument["explanations"][number];

/** The document: in that of the command, each site has the fingerprint that it was told. */
type Written = Omit<ExplanationDocument, "explanations"> & {
  readonly explanations: readonly (Omit<Explained, "fingerprint"> & Partial<Pick<Explained, "fingerprint">>)[];
};

/** A document before its sentences are written as texts. */
type Told<Document> = string extends Document
  ? string | Sentence
  : Document extends readonly (infer Item)[]
    ? readonly Told<Item>[]
    : Document extends object
      ? { readonly [Key in keyof Document]: Told<Document[Key]> }
      : Document;

/** Whether a value is a sentence, which no other list of the data looks like: prose first, or code among prose. */
function isSentence(value: unknown): value is Sentence {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((part) => typeof part === "string" || (isRecord(part) && Object.keys(part).join() === "code"))
  );
}

const isRecord = (value: unknown): value is object => typeof value === "object" && value !== null;

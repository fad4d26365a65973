import { type Sentence, say } from "./sentence.ts";

/** A paragraph of a specification. */
export interface Reference {
  readonly document: string;
  readonly section: string;
  readonly url: string;
  /** What it says, in short. */
  readonly sentence: Sentence;
}

/** The paragraphs that explanations rest on. */
export const REFERENCES = {
  union: {
    document: "MCP 2026-07-28 basic/authorization",
    section: "Step-Up Authorization Flow, step 2 (SEP-2350)",
    url: "https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization#step-up-authorization-flow",
    sentence: say`ask for the union of what was asked for before and what the challenge names.`,
  },
  limit: {
    document: "MCP 2026-07-28 basic/authorization",
    section: "Step-Up Authorization Flow",
    url: "https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization#step-up-authorization-flow",
    sentence: say`bound the retries.`,
  },
  challenge: {
    document: "RFC 6750",
    section: "3.1",
    url: "https://www.rfc-editor.org/rfc/rfc6750#section-3.1",
    sentence: say`the challenge names what this request needs, not all that the client had.`,
  },
  scope: {
    document: "RFC 6749",
    section: "3.3",
    url: "https://www.rfc-editor.org/rfc/rfc6749#section-3.3",
    sentence: say`a scope is a list of strings with spaces between, in any order.`,
  },
  refresh: {
    document: "RFC 6749",
    section: "6",
    url: "https://www.rfc-editor.org/rfc/rfc6749#section-6",
    sentence: say`a refresh can't ask for more than was granted at first.`,
  },
  response: {
    document: "RFC 6749",
    section: "5.1",
    url: "https://www.rfc-editor.org/rfc/rfc6749#section-5.1",
    sentence: say`a token response may leave out a scope that is the one asked for.`,
  },
} satisfies Record<string, Reference>;

export type ReferenceId = keyof typeof REFERENCES;

import type { Failure } from "../../model/outcome.ts";
import { NO_PROVENANCE } from "../../model/provenance.ts";
import type { Sentence } from "../../rules/sentence.ts";
import type { ExplainFormat } from "../format-names.ts";
import { type Colors, NO_COLORS } from "../paint.ts";
import { type Made, madeSentence } from "../provenance.ts";
import type { Explanation } from "./explanation.ts";
import { htmlExplanations } from "./html.ts";
import { markdownOf } from "./inert-markdown.ts";
import { jsonExplanations } from "./json.ts";
import { COMMENT_LIMIT, markdownExplanations } from "./markdown.ts";
import { prettyExplanations } from "./pretty.ts";

/** How explanations are shown. */
export interface ExplanationView {
  /** What could not be explained, for formats that are handed on without what a terminal shows beside them. */
  readonly failures?: readonly Failure[];
  /** What the explanations were made of, and with what; absent where nothing is to be said of it. */
  readonly made?: Made;
  /** What else is to be said of all of it, in documents: what was type-checked. */
  readonly notes?: readonly Sentence[];
  /** What a terminal can show; a file can't. */
  readonly colors?: Colors;
  /** The terminal's width in columns. */
  readonly width?: number;
}

type Renderer = (explanations: readonly Explanation[], view: ExplanationView) => string;

const NOTHING_KNOWN: Made = { version: "", provenance: NO_PROVENANCE };

/** How wide text is that goes to no terminal, in columns. */
const COMMON_WIDTH = 80;

/** What writes each format of `explain`. */
export const EXPLANATION_REPORTS: Readonly<Record<ExplainFormat, Renderer>> = {
  pretty: (explanations, { colors = NO_COLORS, width = COMMON_WIDTH, made }) =>
    prettyExplanations(explanations, width, colors, made && madeSentence(made)),
  markdown: (explanations, { failures, made, notes = [] }) =>
    markdownExplanations(explanations, COMMENT_LIMIT, failures, {
      notes: notes.map(markdownOf),
      made: made && madeSentence(made),
    }),
  html: (explanations, { failures, made, notes }) =>
    htmlExplanations(explanations, failures, made && madeSentence(made), notes),
  json: (explanations, { made = NOTHING_KNOWN }) => jsonExplanations(explanations, made),
};

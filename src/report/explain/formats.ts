import type { ExplainFormat } from "../format-names.ts";
import type { Explanation } from "./explanation.ts";
import { jsonExplanations } from "./json.ts";
import { markdownExplanations } from "./markdown.ts";
import { NO_PAINT, type Paint, prettyExplanations } from "./pretty.ts";

/** What a terminal can show; a file can't. */
export interface ExplanationView {
  readonly paint?: Paint;
  /** Its width in columns. */
  readonly width?: number;
}

type Renderer = (explanations: readonly Explanation[], view: ExplanationView) => string;

/** How wide text is that goes to no terminal, in columns. */
const COMMON_WIDTH = 80;

/** What writes each format of `explain`. */
export const EXPLANATION_REPORTS: Readonly<Record<ExplainFormat, Renderer>> = {
  pretty: (explanations, { paint = NO_PAINT, width = COMMON_WIDTH }) => prettyExplanations(explanations, width, paint),
  markdown: (explanations) => markdownExplanations(explanations),
  json: (explanations) => jsonExplanations(explanations),
};

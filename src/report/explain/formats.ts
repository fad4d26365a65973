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

interface ExplanationFormat {
  /** One clause, without a full stop: whom it is for. */
  readonly meaning: string;
  render(explanations: readonly Explanation[], view: ExplanationView): string;
}

/** How wide text is that goes to no terminal, in columns. */
const COMMON_WIDTH = 80;

/** The formats of `explain`, by the name under which they are asked for; the first is the default. */
export const EXPLANATION_FORMATS = {
  pretty: {
    meaning: "for people at a terminal",
    render: (explanations, { paint = NO_PAINT, width = COMMON_WIDTH }) =>
      prettyExplanations(explanations, width, paint),
  },
  markdown: {
    meaning: "for a pull request: a table, and a section to open for each site",
    render: (explanations) => markdownExplanations(explanations),
  },
  json: {
    meaning: "for programs: the same sentences as data",
    render: (explanations) => jsonExplanations(explanations),
  },
} as const satisfies Record<string, ExplanationFormat>;

export type ExplanationFormatName = keyof typeof EXPLANATION_FORMATS;

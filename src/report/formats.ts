import type { Outcome } from "../model/outcome.ts";
import { checkJson } from "./json.ts";
import { prettyReport } from "./pretty.ts";
import type { ReportView } from "./view.ts";

/** A way to write down what a run found. */
export interface Format {
  /** One clause, without a full stop: whom it is for. */
  readonly meaning: string;
  /** Whether it shows colours, where the view has them. */
  readonly isColored: boolean;
  /**
   * The whole report, each line with its line feed; empty where nothing is to be said.
   *
   * @param view colours and width are left out where the report goes to a file
   */
  render(outcome: Outcome, view: ReportView): string;
}

/** The formats of `check`, by the name under which they are asked for; the first is the default. */
export const FORMATS = {
  pretty: {
    meaning: "for people: findings with their code and change, and a summary",
    isColored: true,
    render: prettyReport,
  },
  json: {
    meaning: "for programs: one document, described by schemas/check.schema.json",
    isColored: false,
    render: checkJson,
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

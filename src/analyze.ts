import type { EngineOptions } from "./model/options.ts";
import type { Edit, Site } from "./model/site.ts";

/** What the engine finds in one file. */
export interface Analysis {
  /** Sites in source order, `already-union` ones included. */
  readonly sites: readonly Site[];
  /** The edits of all `rewrite` sites and of the helper, sorted, not overlapping. */
  readonly edits: readonly Edit[];
  /** The source with the edits applied; the source itself where there are none. */
  readonly text: string;
  /** How the edits bring the helper in; absent without edits. */
  readonly helper?: "existing" | "import" | "inline" | "vendor";
}

export declare function analyze(source: string, path: string, options?: Partial<EngineOptions>): Analysis;

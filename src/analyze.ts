import { type HelperUse, helperUse } from "./edit/helper-edits.ts";
import { siteEdits } from "./edit/site-edits.ts";
import { ordered, splice } from "./edit/splice.ts";
import { type Style, styleOf } from "./edit/style.ts";
import { findCandidates } from "./find/find.ts";
import { adviceFor } from "./judge/advice.ts";
import { type Judgement, judge } from "./judge/judge.ts";
import { reasonsFor } from "./judge/reasons.ts";
import { messageFor } from "./judge/words.ts";
import { DEFAULT_OPTIONS, type EngineOptions, HELPER_NAME } from "./model/options.ts";
import type { Edit, Site } from "./model/site.ts";
import { type Code, readCode } from "./parse/code.ts";
import { mayHoldSite } from "./parse/text-test.ts";

/** What the engine finds in one file. */
export interface Analysis {
  /** Sites in source order, `already-union` ones included. */
  readonly sites: readonly Site[];
  /** The edits of all `rewrite` sites and of the helper, sorted, not overlapping. */
  readonly edits: readonly Edit[];
  /** The source with the edits applied; the source itself where there are none. */
  readonly text: string;
  /** How the edits bring the helper in; absent without edits. */
  readonly helper?: HelperUse["kind"];
}

/**
 * Finds the step-up handlers of a file that replace the requested scope, and the edits that make them request the
 * union. Pure: it reads and writes nothing.
 *
 * @param source the file's raw text
 * @param path its name, used for its extension
 * @param options those left out are `DEFAULT_OPTIONS`
 * @throws {import("./parse/parse.ts").SourceSyntaxError} for a file that passes the text test and does not parse
 */
export function analyze(source: string, path: string, options: Partial<EngineOptions> = {}): Analysis {
  if (!mayHoldSite(source)) return { sites: [], edits: [], text: source };
  const chosen = { ...DEFAULT_OPTIONS, ...options };
  const code = readCode(source, path);
  const candidates = findCandidates(code);
  const judgements = candidates
    .map((candidate) => judge(code, candidate, chosen, candidates))
    .filter((judgement) => judgement !== undefined);
  if (judgements.length === 0) return { sites: [], edits: [], text: source };
  const style = styleOf(code);
  const rewrites = judgements.filter(({ verdict }) => verdict === "rewrite");
  const helper =
    rewrites.length > 0
      ? helperUse(
          code,
          chosen.helper,
          rewrites.map(({ candidate }) => candidate.node),
          style,
        )
      : undefined;
  const sites = judgements.map((judgement) => siteOf(code, judgement, helper?.name ?? HELPER_NAME, style));
  const applied = sites.flatMap(({ verdict, edits }) => (verdict === "rewrite" ? (edits ?? []) : []));
  const edits = ordered([...applied, ...(helper?.edits ?? [])]);
  return { sites, edits, text: splice(source, edits), ...(helper && { helper: helper.kind }) };
}

function siteOf(code: Code, judgement: Judgement, helper: string, style: Style): Site {
  const { candidate, rule, verdict } = judgement;
  const { edits, granted } = siteEdits(code, judgement, helper, style);
  const reasons = reasonsFor(code, judgement, granted);
  return {
    ...code.lines.locate({ start: candidate.node.start ?? 0, end: candidate.node.end ?? 0 }),
    rule,
    verdict,
    message: messageFor(rule, reasons),
    reasons,
    advice: adviceFor(code, judgement),
    ...(edits.length > 0 && { edits: ordered(edits) }),
  };
}

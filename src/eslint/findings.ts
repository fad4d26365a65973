import { type Analysis, analyze } from "../analyze.ts";
import { factsOfNames } from "../config/roles.ts";
import { changedAlongWith, chosenEdits } from "../edit/chosen-edits.ts";
import type { OutsideFacts } from "../model/facts.ts";
import { type EngineOptions, engineOptions } from "../model/options.ts";
import type { CheckedSite } from "../model/outcome.ts";
import type { RuleId } from "../model/rule-ids.ts";
import type { Edit, Range, Site } from "../model/site.ts";
import { mayHoldSuppression } from "../model/suppression.ts";
import { Lines } from "../parse/lines.ts";
import { SourceSyntaxError } from "../parse/syntax-error.ts";
import { holdsErrorCode, mayHoldSite } from "../parse/text-test.ts";
import { PlacementError } from "../place/placement-error.ts";
import { helperPlan } from "./helper-plan.ts";
import type { LintedText } from "./linted-text.ts";
import type { PluginSettings } from "./settings.ts";

/** What the plugin reports beside sites and advice. */
export type ProblemId =
  /** A suppression comment of ours that is not in order, or of no use. */
  | "suppression"
  /** A file that could not be judged, so that its silence says nothing. */
  | "not-judged";

/** One thing to report, and what can be done about it. */
export interface Finding {
  readonly rule: RuleId | ProblemId;
  readonly message: string;
  readonly range: Range;
  /** The change that is proved; sorted, not overlapping. */
  readonly fix?: readonly Edit[];
  /** The change that a person may choose. */
  readonly suggestion?: readonly Edit[];
}

/** What the engine is asked. */
interface Asked {
  readonly text: LintedText;
  readonly options: EngineOptions;
  readonly facts: OutsideFacts | undefined;
}

/**
 * Judges one text by itself.
 *
 * @param settings asked once the text may hold something
 * @returns in source order; nothing of what the configuration leaves out, or its baseline lists
 */
export function findingsOf(text: LintedText, settings: () => PluginSettings): readonly Finding[] {
  const { source, path } = text;
  if (!mayHoldSite(source) && !mayHoldSuppression(source)) return [];
  const { chosen, configuration } = settings();
  if (configuration.leavesOut(path)) return [];
  const { values, names } = chosen;
  try {
    const { plan, isWritable } = helperPlan(text, values);
    const asked: Asked = { text, options: engineOptions(values, plan), facts: factsOfNames(names, path) };
    const analysis = analyze(source, path, asked.options, asked.facts);
    const sites = configuration.sitesOf(path, source, analysis);
    return [
      ...sites.flatMap((site) => findingsAt(site, () => changeOf(asked, analysis, site), isWritable)),
      ...analysis.suppressions.flatMap(({ message, start, end }) =>
        message === undefined ? [] : [{ rule: "suppression" as const, message, range: { start, end } }],
      ),
    ];
  } catch (error) {
    return [unjudged(source, error)].filter((each) => each !== undefined);
  }
}

function findingsAt(site: CheckedSite, change: () => readonly Edit[], isWritable: boolean): Finding[] {
  if (site.baselined) return [];
  const range = { start: site.start, end: site.end };
  const advice = site.advice
    .filter(({ suppressed }) => !suppressed)
    .map(({ rule, message }): Finding => ({ rule, message, range }));
  if (site.suppressed || site.verdict === "already-union") return advice;
  const isAtHand = isWritable || site.helper === undefined;
  const edits = isAtHand && site.edits ? change() : [];
  const way = site.verdict === "rewrite" ? "fix" : "suggestion";
  const { rule, message } = site;
  const needsCommand = site.edits !== undefined && !isAtHand;
  return [
    {
      rule,
      message: needsCommand ? `${message} (the helper's file is not there yet: run \`step-up-union fix\`)` : message,
      range,
      ...(edits.length > 0 && { [way]: edits }),
    },
    ...advice,
  ];
}

/**
 * The edits of one site with those of the helper, and of sites that share a read of the tokens with it: so that the text
 * is whole when no other change is made.
 */
function changeOf({ text, options, facts }: Asked, analysis: Analysis, site: Site): readonly Edit[] {
  if (site.verdict === "rewrite") return chosenEdits(analysis, changedAlongWith(analysis.sites, site));
  const accepted = analyze(text.source, text.path, { ...options, accepted: [site.start] }, facts);
  return chosenEdits(accepted, new Set(accepted.sites.filter(({ start }) => start === site.start)));
}

/** What stands in the way of a judgement; nothing where the text shows no step-up anyway. */
function unjudged(source: string, error: unknown): Finding | undefined {
  if (error instanceof PlacementError) return notJudged(error.message, 0);
  if (!(error instanceof SourceSyntaxError)) throw error;
  if (!holdsErrorCode(source)) return undefined;
  const start = new Lines(source).range(error.line).start + error.column - 1;
  return notJudged(`it could not be judged: ${error.message}`, start);
}

const notJudged = (message: string, start: number): Finding => ({
  rule: "not-judged",
  message,
  range: { start, end: start },
});

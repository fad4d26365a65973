import { helperUse } from "./edit/helper-edits.ts";
import type { HelperUse } from "./edit/helper-use.ts";
import { type SiteEdits, siteEdits, type TokenReads } from "./edit/site-edits.ts";
import { ordered, splice } from "./edit/splice.ts";
import { styleOf } from "./edit/style.ts";
import { type Candidate, findCandidates, JOINED_THERE } from "./find/find.ts";
import { isStepUp } from "./find/kinds.ts";
import { isCall } from "./find/syntax.ts";
import { adviceFor } from "./judge/advice.ts";
import { identityOf } from "./judge/identity.ts";
import { type Judgement, judge } from "./judge/judge.ts";
import { withoutJudgedWhereGiven } from "./judge/judged-where-given.ts";
import { reasonsFor } from "./judge/reasons.ts";
import { directivesOf, settled, suppressionAt, withSuppressions } from "./judge/suppressions.ts";
import { withoutToldByTag } from "./judge/told-by-tag.ts";
import { withoutToldWhereTaken } from "./judge/told-where-taken.ts";
import { unlessWithdrawn } from "./judge/withdrawn.ts";
import type { OutsideFacts } from "./model/facts.ts";
import { DEFAULT_OPTIONS, type EngineOptions, HELPER_NAME } from "./model/options.ts";
import type { Location, Site, SiteEdit } from "./model/site.ts";
import { mayHoldSuppression, type Suppression } from "./model/suppression.ts";
import { type Code, rangeOf, readCode } from "./parse/code.ts";
import { asTooDeep } from "./parse/syntax-error.ts";
import { mayHoldSite } from "./parse/text-test.ts";
import type { FunctionNode, Node } from "./parse/tree.ts";
import { messageOf } from "./rules/message.ts";

/** What the engine finds in one file. */
export interface Analysis {
  /** Sites in source order, `already-union` and suppressed ones included. */
  readonly sites: readonly Site[];
  /** The edits of all `rewrite` sites and accepted reviews that are not suppressed, and of the helper, sorted, not overlapping. */
  readonly edits: readonly SiteEdit[];
  /** The source with the edits applied; the source itself where there are none. */
  readonly text: string;
  /** How the edits bring the helper in; absent without edits. */
  readonly helper?: HelperUse["kind"];
  /** The suppression comments in source order, those that are not in order included. */
  readonly suppressions: readonly Suppression[];
  /** How many functions were recognised as step-up handlers, those that ask for the union included. */
  readonly handlers: number;
}

/**
 * Finds the step-up handlers of a file that replace the requested scope, and the edits that make them request the
 * union. Pure: it reads and writes nothing.
 *
 * @param source the file's raw text
 * @param path its name, used for its extension
 * @param options those left out are `DEFAULT_OPTIONS`
 * @param facts what is known of the file from outside of it, if anything is
 * @throws {import("./parse/syntax-error.ts").SourceSyntaxError} for a file that passes the text test and does not parse, or is
 *   nested too deeply for the stack
 */
export function analyze(
  source: string,
  path: string,
  options: Partial<EngineOptions> = {},
  facts?: OutsideFacts,
): Analysis {
  if (!mayHoldSite(source) && !mayHoldSuppression(source) && !facts?.mayHoldSite) {
    return { sites: [], edits: [], text: source, suppressions: [], handlers: 0 };
  }
  try {
    return analysisOf(readCode(source, path, facts), { ...DEFAULT_OPTIONS, ...options });
  } catch (error) {
    throw asTooDeep(error);
  }
}

function analysisOf(code: Code, chosen: EngineOptions): Analysis {
  const { source } = code;
  const joined: Node[] = [];
  const candidates = findCandidates(code, (_node, why, value) => {
    if (why === JOINED_THERE) joined.push(value);
  });
  const judged = candidates
    .map((candidate) => judge(code, candidate, chosen, candidates))
    .filter((judgement) => judgement !== undefined)
    .map((judgement) => unlessWithdrawn(code, judgement));
  const judgements = withoutToldWhereTaken(code, withoutToldByTag(code, withoutJudgedWhereGiven(code, judged)), joined);
  const directives = directivesOf(code);
  const handlers = handlersOf(code, candidates, judgements);
  if (judgements.length === 0) {
    return { sites: [], edits: [], text: source, suppressions: settled(directives, []), handlers };
  }
  const style = styleOf(source);
  const rewrites = judgements.filter(
    (judgement) =>
      isToApply(judgement, chosen) &&
      !suppressionAt(directives, placeOf(code, judgement.candidate).line, judgement.rule),
  );
  // A list is joined without the helper.
  const calling = rewrites.filter(({ change }) => change?.list === undefined).map(({ candidate }) => candidate.node);
  const helper = calling.length > 0 ? helperUse(code, chosen.helper, calling, style) : undefined;
  const applying = new Set(rewrites);
  const reads: TokenReads = [];
  const planned = new Map<Judgement, SiteEdits>();
  // What is applied comes first, so that a suggestion takes no name from it.
  for (const judgement of [...rewrites, ...judgements.filter((each) => !applying.has(each))]) {
    planned.set(judgement, siteEdits(code, judgement, helper?.name ?? HELPER_NAME, style, reads));
  }
  const reported = new Set(judgements.map(({ candidate }) => candidate));
  const left = candidates.filter((candidate) => !reported.has(candidate));
  const sites = judgements.map((judgement) =>
    withSuppressions(directives, siteOf(code, judgement, planned.get(judgement) as SiteEdits, left)),
  );
  const applied = rewrites.flatMap((judgement) => planned.get(judgement) ?? []);
  const edits = ordered([
    ...applied.flatMap(({ value }) => value),
    ...applied.flatMap(({ read }) => read),
    ...(helper?.edits ?? []).map((edit) => ({ ...edit, role: "helper" as const })),
  ]);
  return {
    sites,
    edits,
    text: splice(source, edits),
    ...(helper && { helper: helper.kind }),
    suppressions: settled(directives, sites),
    handlers,
  };
}

/** Whether a change is proved, or a suggestion that a person has chosen. */
function isToApply({ verdict, candidate, change }: Judgement, { accepted = [] }: EngineOptions): boolean {
  return verdict === "rewrite" || (verdict === "review" && !!change && accepted.includes(candidate.node.start ?? 0));
}

/** The functions in which something is done about a step-up: a site, or what is no fault. A callback is a part of what gives it. */
function handlersOf(code: Code, candidates: readonly Candidate[], judgements: readonly Judgement[]): number {
  const judged = new Set(judgements.map(({ candidate }) => candidate));
  const recognised = candidates.filter((each) => judged.has(each) || isStepUp(each.facts.proved));
  const around = new Set(recognised.map(({ node }) => code.tree.functionAround(node)));
  const isPart = (each: FunctionNode | undefined): boolean => {
    const call = each && code.tree.parent(each);
    const outer = isCall(call) && call.callee !== each ? code.tree.functionAround(call) : undefined;
    return outer !== undefined && (around.has(outer) || isPart(outer));
  };
  return [...around].filter((each) => !isPart(each)).length;
}

function placeOf(code: Code, { node }: Judgement["candidate"]): Location {
  return code.lines.locate({ start: node.start ?? 0, end: node.end ?? 0 });
}

function siteOf(
  code: Code,
  judgement: Judgement,
  { value, read, granted, helper }: SiteEdits,
  left: readonly Candidate[],
): Site {
  const { candidate, rule, verdict } = judgement;
  const reasons = reasonsFor(code, judgement, granted, left);
  const edits = ordered([...value, ...read]);
  const excerpt = (node: Node) => code.lines.excerpt(rangeOf(node));
  return {
    ...placeOf(code, candidate),
    rule,
    verdict,
    message: messageOf(rule, verdict, reasons),
    reasons,
    proof: judgement.proof.map(({ on, ...answered }) => ({ ...answered, evidence: on.map(excerpt) })),
    advice: adviceFor(code, judgement, helper),
    identity: identityOf(code, candidate),
    ...(edits.length > 0 && { edits }),
    ...(helper !== undefined && { helper }),
  };
}

import type { Excerpt, Reasons, Site } from "../../model/site.ts";
import { Lines } from "../../parse/lines.ts";
import { DOUBTS } from "../../rules/doubts.ts";
import { NO_TOKENS } from "../../rules/no-tokens.ts";
import { REFERENCES, type Reference, type ReferenceId } from "../../rules/references.ts";
import { code, fromMessage, type Sentence, say } from "../../rules/sentence.ts";
import { ADVICE_RULES, SITE_RULES } from "../../rules/table.ts";
import type { Change } from "./block.ts";
import { changeKind } from "./change-kind.ts";
import { changeRemarks, type HelperSource } from "./change-remarks.ts";
import { changedLines } from "./changed-lines.ts";
import { decisionsOf } from "./decisions.ts";
import { exampleOf } from "./example.ts";
import { excerptOf } from "./excerpt.ts";
import type { ExplainedFile, Explanation, Part, Step } from "./explanation.ts";
import type { Fate } from "./fate.ts";
import type { FixCall } from "./fix-call.ts";
import { limitSentences, limitsOf } from "./limits.ts";
import { withLinesAround } from "./lines-around.ts";
import { namesOf } from "./names.ts";
import { pageOf, type Told } from "./page.ts";
import { distinct } from "./places.ts";
import { Playbill } from "./playbill.ts";
import { proofSentences } from "./proof-sentences.ts";
import { questionsOf } from "./questions.ts";
import { unseenRequest } from "./unseen-request.ts";
import {
  CHALLENGED,
  CHANGES,
  type ChangeKind,
  CONCLUSION_BY_OPTION,
  CONCLUSION_WITHOUT_GRANTED,
  CONCLUSIONS,
  CONCLUSIONS_OF_FATES,
  EVIDENCE,
  GRANTED,
  GRANTED_UNKNOWN,
  LEFT,
  PREVIOUS,
  PROOFS,
  SINKS,
  SUPPRESSION,
} from "./words.ts";

/**
 * Explains the sites of some files, in their order, suppressed ones included.
 *
 * Pure: everything that is said of a site comes from the site and the text in which it was found.
 *
 * @param fix how `fix` is called
 * @param fingerprints those of the sites, where reports are to tell them
 */
export function explainAll(
  files: readonly ExplainedFile[],
  fix?: FixCall,
  fingerprints?: ReadonlyMap<Site, string>,
): Explanation[] {
  return files.flatMap(({ file, source, sites, fates, edits, vendored }) => {
    const lines = new Lines(source);
    const playbill = new Playbill(source, file, sites);
    return sites.map((site) => {
      const known = { fate: fates?.get(site), fingerprint: fingerprints?.get(site) };
      const helper = { file, source, ...(edits && { edits }), ...(vendored && { vendored }) };
      return explain(site, source, file, { ...known, lines, playbill, fix, helper });
    });
  });
}

/** What is known beside a site and its text. */
interface Circumstances {
  /** What `fix` made of the site, which is the one that there was before. */
  readonly fate?: Fate | undefined;
  readonly fingerprint?: string | undefined;
  /** Those of the text. */
  readonly lines?: Lines;
  /** What plays the sites of the text. */
  readonly playbill?: Playbill;
  /** Whether the worked example is not shown, so that nothing has to be played. */
  readonly isWithoutExample?: boolean;
  readonly fix?: FixCall | undefined;
  /** How the helper comes into the file. */
  readonly helper?: HelperSource;
}

/**
 * Explains one site.
 *
 * @param source the text in which it was found
 * @param file the name under which it is shown
 */
export function explain(site: Site, source: string, file: string, circumstances: Circumstances = {}): Explanation {
  const { fate, fingerprint, lines = new Lines(source), fix, helper = { file, source } } = circumstances;
  const { isWithoutExample, playbill = new Playbill(source, file, [site]) } = circumstances;
  const known = { file, ...(fingerprint !== undefined && { fingerprint }) };
  const played = isWithoutExample ? {} : playbill.play(site);
  const example = exampleOf(site, fate, played);
  const unseen = unseenRequest(site, source, played.before !== undefined);
  const { limits, ...others } = toldOf(site, source, helper, fate, fix);
  const told = { ...known, ...others, limits: [...limits, ...unseen], example };
  const change = { ...told.change, blocks: withLinesAround(source, told.change.blocks) };
  return {
    ...told,
    page: pageOf(site, { ...told, change }, excerptOf(site, source, lines), unseen),
    general: limitSentences(site, "general"),
  };
}

function toldOf(
  site: Site,
  source: string,
  helper: HelperSource,
  fate: Fate | undefined,
  fix: FixCall | undefined,
): Omit<Told, "example"> {
  const { line, column, endLine, endColumn, rule, verdict, message, reasons, advice, suppressed } = site;
  const { file } = helper;
  return {
    file,
    line,
    column,
    endLine,
    endColumn,
    rule,
    verdict,
    isSuppressed: suppressed !== undefined,
    ...(fate && { fate: fate.kind }),
    message,
    finding: findingOf(site, fate),
    conclusion: conclusionOf(site, fate),
    today: todayOf(site, fate),
    evidence: {
      steps: distinct(reasons.evidence).map((each) => ({
        ...stepOf(each, say`${EVIDENCE[each.kind]}`),
        kind: each.kind,
      })),
      sentence: proofOf(site),
    },
    proof: proofSentences(site),
    parts: partsOf(site, source),
    change: changeOf(site, source, fate, helper),
    left: leftOf(reasons),
    limits: limitSentences(site),
    decisions: fate?.kind === "decided" ? [] : decisionsOf(site, file, fix),
    questions: questionsOf(site),
    advice: advice.map((each) => ({
      rule: each.rule,
      message: each.message,
      ...(each.suppressed && { suppressed: each.suppressed.reason }),
    })),
    specification: referencesOf(site),
  };
}

const stepOf = ({ line, column, text }: Excerpt, sentence: Sentence): Step => ({
  line,
  column,
  text: code(text).code,
  sentence,
});

function findingOf({ rule, verdict, message, reasons }: Site, fate: Fate | undefined): Sentence {
  const { past, today } = SITE_RULES[rule];
  if (fate?.kind === "applied" && past) return past(namesOf(reasons));
  return verdict === "review" ? [...fromMessage(message), "."] : today(namesOf(reasons));
}

/** Whether the union lacks a granted scope that there may be. */
const isLacking = ({ granted }: Reasons): boolean => granted?.kind === "none" && !NO_TOKENS[granted.why].isWhole;

function conclusionOf({ verdict, rule, suppressed, reasons }: Site, fate: Fate | undefined): Sentence {
  if (suppressed) return SUPPRESSION(code(suppressed.reason), suppressed.at.line);
  // A rewrite that an option asks for proves nothing.
  const option = verdict === "rewrite" ? SITE_RULES[rule].option : undefined;
  switch (fate?.kind) {
    case "applied":
      return option ? CONCLUSIONS_OF_FATES.appliedBy(option) : CONCLUSIONS_OF_FATES.applied;
    case "decided":
      return CONCLUSIONS_OF_FATES.decided;
    case "left":
      return option ? CONCLUSIONS_OF_FATES.leftDespite(option) : CONCLUSIONS_OF_FATES.left[verdict];
    case "silenced":
      return CONCLUSIONS_OF_FATES.silenced(code(fate.reason));
    case undefined:
      if (option) return CONCLUSION_BY_OPTION(option);
      return verdict === "rewrite" && isLacking(reasons) ? CONCLUSION_WITHOUT_GRANTED : CONCLUSIONS[verdict];
  }
}

function todayOf({ rule, reasons }: Site, fate: Fate | undefined): Sentence[] {
  const names = namesOf(reasons);
  const { past, today } = SITE_RULES[rule];
  const words = (fate?.kind === "applied" && past) || today;
  const isUnknown = reasons.doubt && DOUBTS[reasons.doubt].isRequestUnknown;
  return [words(names), ...(isUnknown ? [] : [SINKS[reasons.sink.kind](names)])];
}

function proofOf({ reasons }: Site): Sentence {
  const { doubt, proof = "open", evidence } = reasons;
  const doubted = doubt && DOUBTS[doubt].evidence;
  const isOfCallers = proof === "step-up" && evidence.every(({ kind }) => kind === "callers");
  return doubted ?? PROOFS[isOfCallers ? "called" : proof];
}

function partsOf(site: Site, source: string): Part[] {
  const { challenged, challengedFrom = [], previous, sink } = site.reasons;
  const way = challengedFrom.map((each, index) =>
    stepOf(each, say`${index === 0 ? CHALLENGED.first : CHALLENGED.next}`),
  );
  const arrival = stepOf(sink, say`${CHALLENGED.last}`);
  const parts: Part[] = [
    {
      name: "challenged",
      text: code(challenged.text).code,
      sentence: CHALLENGED.all(code(challenged.text)),
      steps: [...way, arrival],
    },
  ];
  if (site.verdict === "already-union") return parts;
  const isSink = previous === sink.text;
  const unseen = site.reasons.granted ? PREVIOUS.none : PREVIOUS.unknown;
  const kept = previous === undefined ? unseen : (isSink ? PREVIOUS.sink : PREVIOUS.other)(code(previous));
  parts.push({
    name: "previous",
    sentence: kept,
    steps: [],
    ...(previous !== undefined && { text: code(previous).code }),
  });
  const { granted } = site.reasons;
  const text = granted && granted.kind !== "none" ? { text: code(granted.text).code } : {};
  return [...parts, { name: "granted", sentence: grantedSentence(site, source), steps: [], ...text }];
}

function grantedSentence({ reasons: { granted }, edits = [] }: Site, source: string): Sentence {
  if (!granted) return GRANTED_UNKNOWN;
  if (granted.kind === "none") return GRANTED.none({ text: NO_TOKENS[granted.why].clause });
  const isStatement = granted.kind === "provider" && !granted.inline;
  const read = isStatement ? edits.find(({ role }) => role === "tokens") : undefined;
  const before = read ? changedLines(source, [read])[0]?.line : undefined;
  return GRANTED[granted.kind]({ text: code(granted.text), line: before });
}

function changeOf(site: Site, source: string, fate: Fate | undefined, from: HelperSource): Change {
  const kind = changeKind(site, fate);
  const { helper } = site;
  const blocks = changedLines(source, site.edits ?? []);
  const isThere = helper !== undefined && source.match(/[\w$]+/g)?.includes(helper) === true;
  return {
    isApplied: isApplied(kind),
    sentence: CHANGES[kind],
    blocks,
    remarks: blocks.length === 0 ? [] : changeRemarks(site, isThere ? "there" : (APPLIED[kind] ?? "missing"), from),
    ...(helper !== undefined && !isThere && { missing: helper }),
  };
}

const isApplied = (kind: ChangeKind): boolean => APPLIED[kind] !== undefined;

/** The changes that are applied, each with what is said of the helper that comes with it. */
const APPLIED: Partial<Record<ChangeKind, "brought" | "done">> = {
  applied: "brought",
  guarded: "brought",
  done: "done",
  "done-guarded": "done",
  decided: "done",
};

function leftOf({ unauthorized = [], retryLimit }: Reasons): Step[] {
  return [
    ...unauthorized.map((each) => stepOf(each, say`${LEFT.unauthorized}`)),
    ...(retryLimit ? [stepOf(retryLimit.test, say`${LEFT.limit}`)] : []),
    ...(retryLimit?.mark ? [stepOf(retryLimit.mark, say`${LEFT.mark}`)] : []),
  ];
}

/** The references of a site: those of its rule, and those that its limits and its advice call for. */
function referencesOf(site: Site): Reference[] {
  const ids: readonly ReferenceId[] = [
    ...SITE_RULES[site.rule].references,
    ...limitsOf(site).flatMap(({ references }) => references),
    ...site.advice.flatMap(({ rule }) => ADVICE_RULES[rule].references ?? []),
  ];
  return [...new Set(ids)].map((id) => REFERENCES[id]);
}

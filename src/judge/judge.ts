import { type Alternative, CHALLENGED, GRANTED, isReplacement, isUnion, PREVIOUS } from "../find/alternatives.ts";
import { doubtOf } from "../find/facts.ts";
import { type Candidate, isNamedScope } from "../find/find.ts";
import { joinedAtRequests } from "../find/joined-request.ts";
import {
  INSUFFICIENT,
  isForbidden,
  isShared,
  isStepUp,
  isUnauthorized,
  type Kinds,
  mayStepUp,
  NONE,
} from "../find/kinds.ts";
import { challengeRecord } from "../find/records.ts";
import { isCall, isMember, unwrap } from "../find/syntax.ts";
import { declaredType } from "../find/types.ts";
import { keepsValue } from "../find/written.ts";
import type { EngineOptions } from "../model/options.ts";
import { RULES, type SiteRuleId, type Verdict } from "../model/rules.ts";
import type { Doubt } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import { covers, type Node } from "../parse/tree.ts";
import { type Change, changeOf, hasNothingToJoin, suggestionFor } from "./change.ts";
import { isCollection, listForm } from "./collection.ts";
import { decidesByEquality } from "./compared.ts";
import { DOUBT_OF, sideChannel } from "./side-channel.ts";
import { statusAt } from "./status.ts";
import { decidesByPresence } from "./tested-scope.ts";
import { planTokens } from "./tokens.ts";

/** What is concluded about a candidate, and what a change would consist of. */
export interface Judgement {
  readonly candidate: Candidate;
  readonly rule: SiteRuleId;
  readonly verdict: Verdict;
  readonly doubt?: Doubt;
  /** Where the challenged scope enters; for reports. */
  readonly challenged: Node;
  /** The change; absent where none could be computed. */
  readonly change?: Change;
}

/**
 * Decides about one candidate.
 *
 * @param all the candidates of the file: what the same handler keeps is the memory of arguments that have none
 */
export function judge(
  code: Code,
  candidate: Candidate,
  options: EngineOptions,
  all: readonly Candidate[],
): Judgement | undefined {
  const known = candidate.path === undefined ? keepersFor(code, candidate, options, all) : all;
  const replacing = candidate.alternatives.filter(isReplacement);
  const kinds = kindsOf(replacing, "kinds");
  const proved = kindsOf(replacing, "proved");
  const joining = candidate.alternatives.filter((each) => isUnion(each) && mayStepUp(each.facts.kinds));
  const challenged = (replacing[0] ?? joining[0])?.challenged ?? candidate.value;
  const judgement = (rule: SiteRuleId, doubt?: Doubt, change?: Change): Judgement => ({
    candidate,
    rule,
    verdict: RULES[rule].verdict as Verdict,
    challenged,
    ...(doubt && { doubt }),
    ...(change && { change }),
  });
  if (isUnauthorized(kinds) && isUnauthorized(candidate.facts.kinds)) {
    if (options.on401 === "keep" || !isUnauthorized(proved) || !isPlain(code, candidate)) return undefined;
    // As SDK v2 does: what was asked for is kept; a token that a 401 refuses tells nothing more.
    const change = changeOf(code, candidate, known, { kind: "none", why: "unauthorized" });
    const isFit = typeof change !== "string" && !hasNothingToJoin(change);
    return isFit ? judgement("replaced-scope-401", undefined, change) : undefined;
  }
  if (!mayStepUp(kinds)) {
    return joining.length > 0 && tellsStepUp(candidate.facts.kinds) ? judgement("union-kept") : undefined;
  }
  if (!tellsStepUp(kinds)) return undefined;
  const isProved = isStepUp(proved) && !candidate.alternatives.some(({ isPartial }) => isPartial);
  const channel = sideChannel(code, candidate);
  if (channel !== undefined) return isProved && channel ? judgement(channel, DOUBT_OF[channel]) : undefined;
  if (candidate.use === "unseen" && !isLikelySink(code, candidate, isProved || isShared(kinds))) return undefined;
  const given = candidate.alternatives.flatMap((each) => each.challenged ?? []);
  const joined =
    keepsValue(candidate.kind) && candidate.path ? joinedAtRequests(code, candidate, candidate.path, given) : undefined;
  // The request is a union with what was granted: what the sink holds is the challenge, and may be.
  if (joined === "granted") return undefined;
  if (joined === "other") return judgement("scope-precedence", "precedence");
  if (candidate.by === "pattern") return judgement("unfit-sink", "pattern");
  const suggestion = () => suggestionFor(code, candidate, known, options, isStepUp(kinds) ? INSUFFICIENT : kinds);
  if (isCollection(code, candidate)) {
    const change = suggestion();
    return judgement("scope-collection", "collection", change && { ...change, list: listForm(code, candidate) });
  }
  if (keepsValue(candidate.kind) && !isReadable(code, candidate)) return judgement("unfit-sink", "single-read");
  if (candidate.by === "choice") return judgement("scope-precedence", "precedence");
  if (candidate.by === "spread" && challengeRecord(code, candidate.value, candidate.facts.tests) !== "proved")
    return judgement("scope-side-channel", "side-channel");
  if (joining.length > 0) return judgement("scope-precedence", "discarded-union");
  if (candidate.alternatives.some(isOtherChoice)) {
    const change = suggestion();
    // The union takes the place of the challenged scope alone; what it was preferred to stays behind it.
    const core = replacing[0]?.challenged;
    const isPart = core !== undefined && covers(candidate.value, core);
    return judgement(
      "scope-precedence",
      "precedence",
      isPart && change ? { ...change, core, around: core } : undefined,
    );
  }
  if (isEncoded(candidate.value)) return judgement("unfit-sink", "transformed");
  if (isShared(kinds)) return judgeShared(code, candidate, options, known, kinds, judgement);
  const tokens = planTokens(code, candidate, isStepUp(kinds) ? INSUFFICIENT : kinds, options.tokens);
  const change = changeOf(code, candidate, known, tokens);
  const suggested = typeof change === "string" ? undefined : change;
  if (isForbidden(kinds)) return judgement("unproven-step-up", "status-only", suggested);
  if (!isProved) return judgement("unproven-step-up", doubtOfEvidence(candidate), suggested);
  if (!candidate.isRelated) return judgement("unproven-step-up", "unrelated-evidence", suggested);
  if (candidate.use === "unseen" || candidate.mayChange)
    return judgement("unproven-step-up", "unknown-sink", suggested);
  if (typeof change === "string") return judgement("unfit-sink", change);
  if (decidesByEquality(code, candidate)) return judgement("unfit-sink", "compared-scope", suggested);
  if (decidesByPresence(code, candidate)) return judgement("unfit-sink", "tested-scope", suggested);
  if (candidate.path === undefined) {
    return hasNothingToJoin(change)
      ? judgement("unfit-sink", "nothing-to-join")
      : judgement("challenge-only-scope", undefined, change);
  }
  return judgement("replaced-scope", undefined, change);
}

/** The candidates of the same handler, without those that only remember a challenge: to compare it, or for a log. */
function keepersFor(code: Code, { node }: Candidate, options: EngineOptions, all: readonly Candidate[]): Candidate[] {
  const around = code.tree.functionAround(node);
  return all.filter(
    (each) =>
      each.path !== undefined &&
      code.tree.functionAround(each.node) === around &&
      (!each.alternatives.some(isReplacement) || judge(code, each, options, all) !== undefined),
  );
}

/** Whether the previous scope can be read from a sink: what `Object.assign` adds, a type may not know. */
function isReadable(code: Code, { holder, path }: Candidate): boolean {
  if (path === undefined) return false;
  const isAdded = holder !== undefined && isCall(code.tree.parent(holder));
  return !isAdded || !code.typescript || declaredType(code, holder)?.members?.includes("scope") === true;
}

/** Whether a sink is one whose value is a single scope text, kept for requests, that nothing speaks against. */
function isPlain(code: Code, candidate: Candidate): boolean {
  const { alternatives, by, kind, path, use, value } = candidate;
  if (by === "choice" || by === "pattern") return false;
  if (use !== "request" || (keepsValue(kind) && path === undefined)) return false;
  if (alternatives.some((each) => isOtherChoice(each) || isUnion(each) || each.isPartial)) return false;
  return !isEncoded(value) && sideChannel(code, candidate) === undefined && !isCollection(code, candidate);
}

/** Whether a value is written down in another form: `encodeURIComponent(scope)`. */
function isEncoded(value: Node): boolean {
  const call = unwrap(value);
  if (!isCall(call)) return false;
  const callee = unwrap(call.callee);
  if (callee.type === "Identifier") return /^(?:encodeURI(?:Component)?|escape|btoa)$/.test(callee.name);
  const object = isMember(callee) ? unwrap(callee.object) : undefined;
  return object?.type === "Identifier" && object.name === "JSON";
}

/** Whether a sink whose use is not seen in this file may still be one: by its name, and by how long it lives. */
function isLikelySink(code: Code, candidate: Candidate, isCertainHandler: boolean): boolean {
  if (!isCertainHandler || !isNamedScope(code, candidate)) return false;
  if (candidate.kind !== "variable") return true;
  const name = unwrap(candidate.target);
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  return binding !== undefined && code.tree.functionAround(binding.identifier) !== code.tree.functionAround(name);
}

/** Whether the code answers step-ups, alone or along with 401, and not just anything. */
const tellsStepUp = (kinds: Kinds): boolean => isStepUp(kinds) || isShared(kinds) || isForbidden(kinds);

function kindsOf(alternatives: readonly Alternative[], which: "kinds" | "proved"): Kinds {
  return alternatives.reduce((kinds, { facts }) => kinds | facts[which], NONE);
}

/** A scope from elsewhere, taken instead of the challenged one: a chain of alternatives with an order of its own. */
function isOtherChoice({ parts }: Alternative): boolean {
  return (parts & CHALLENGED) === 0 && (parts & ~(PREVIOUS | GRANTED)) !== 0 && !isConstant(parts);
}

const isConstant = (parts: number): boolean => (parts & ~16) === 0;

function doubtOfEvidence({ facts }: Candidate): Doubt {
  return doubtOf(facts.tests).doubt ?? "other-causes";
}

type Conclude = (rule: SiteRuleId, doubt?: Doubt, change?: Change) => Judgement;

function judgeShared(
  code: Code,
  candidate: Candidate,
  options: EngineOptions,
  known: readonly Candidate[],
  kinds: Kinds,
  conclude: Conclude,
): Judgement {
  const status = statusAt(code, candidate);
  const tokens = planTokens(code, candidate, kinds, options.tokens);
  const change = changeOf(code, candidate, known, tokens);
  if (status === undefined || typeof change === "string") return conclude("shared-401-403-handler", "shared-handler");
  const guarded: Change = { ...change, guard: `${status} === 403` };
  const judgement = conclude("shared-401-403-handler", "shared-handler", guarded);
  const applies = options.sharedHandlers === "guard" && candidate.use === "request" && !hasNothingToJoin(change);
  return applies ? { ...judgement, verdict: "rewrite" } : judgement;
}

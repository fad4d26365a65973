import { type Alternative, CHALLENGED, GRANTED, isReplacement, isUnion, PREVIOUS } from "../find/alternatives.ts";
import { handsOn, roleOf } from "../find/calls.ts";
import { type Candidate, isNamedScope } from "../find/find.ts";
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
import { isAuthorization } from "../find/provider.ts";
import { isCall, isMember, unwrap } from "../find/syntax.ts";
import { isThisMember } from "../find/this.ts";
import { keepsValue } from "../find/written.ts";
import type { EngineOptions } from "../model/options.ts";
import { RULES, type SiteRuleId, type Verdict } from "../model/rules.ts";
import type { Doubt } from "../model/site.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, type Node } from "../parse/tree.ts";
import { isCollection } from "./collection.ts";
import { fitOf } from "./fit.ts";
import { statusAt } from "./status.ts";
import { planTokens, type TokensPlan } from "./tokens.ts";

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

/** The parts of a rewrite, still without text positions. */
export interface Change {
  /** The expression that stays as the third part of the union. */
  readonly core: Node;
  /** The text of the second part. */
  readonly previous?: string;
  readonly tokens: TokensPlan;
  /** What the sink gets where the union is undefined. */
  readonly fallback?: string;
  /** The condition under which the union is taken at all: the guarded form of a shared handler. */
  readonly guard?: string;
}

/**
 * Decides about one candidate.
 *
 * @param known the fields that other candidates of the same handler keep, for arguments that have no memory themselves
 */
export function judge(
  code: Code,
  candidate: Candidate,
  options: EngineOptions,
  known: readonly Candidate[],
): Judgement | undefined {
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
  if (isCollection(code, candidate)) return judgement("scope-collection", "collection");
  if (keepsValue(candidate.kind) && candidate.path === undefined) return judgement("unfit-sink", "single-read");
  if (joining.length > 0) return judgement("scope-precedence", "discarded-union");
  if (candidate.alternatives.some(isOtherChoice)) return judgement("scope-precedence", "precedence");
  if (isEncoded(candidate.value)) return judgement("unfit-sink", "transformed");
  if (isShared(kinds)) return judgeShared(code, candidate, options, known, kinds, judgement);
  const tokens = planTokens(code, candidate, isStepUp(kinds) ? INSUFFICIENT : kinds, options.tokens);
  const change = changeOf(code, candidate, known, tokens);
  const suggested = typeof change === "string" ? undefined : change;
  if (isForbidden(kinds)) return judgement("unproven-step-up", "status-only", suggested);
  if (!isProved) return judgement("unproven-step-up", doubtOfEvidence(candidate), suggested);
  if (!candidate.isRelated) return judgement("unproven-step-up", "unrelated-evidence", suggested);
  if (candidate.use === "unseen") return judgement("unproven-step-up", "unknown-sink", suggested);
  if (typeof change === "string") return judgement("unfit-sink", change);
  if (candidate.path === undefined) {
    return hasNothingToJoin(change)
      ? judgement("unfit-sink", "nothing-to-join")
      : judgement("challenge-only-scope", undefined, change);
  }
  return judgement("replaced-scope", undefined, change);
}

/** Whether a sink is one whose value is a single scope text, kept for requests, that nothing speaks against. */
function isPlain(code: Code, candidate: Candidate): boolean {
  const { alternatives, kind, path, use, value } = candidate;
  if (use !== "request" || (keepsValue(kind) && path === undefined)) return false;
  if (alternatives.some((each) => isOtherChoice(each) || isUnion(each) || each.isPartial)) return false;
  return !isEncoded(value) && sideChannel(code, candidate) === undefined && !isCollection(code, candidate);
}

const DOUBT_OF = { "scope-collection": "collection", "scope-side-channel": "side-channel" } as const;

/**
 * The rule for a scope that leaves the handler otherwise than by a request of its own; `false` where it is of no
 * concern, undefined for the sinks proper.
 */
function sideChannel(code: Code, candidate: Candidate): keyof typeof DOUBT_OF | false | undefined {
  switch (candidate.kind) {
    case "argument":
      // What a caller hands over is judged where it does so.
      if (!isOwn(code, candidate)) return undefined;
      if (!candidate.call || isAuthorization(code, candidate.call)) return undefined;
      return handsOn(code, candidate.call) && "scope-side-channel";
    case "record":
      if (!isOwn(code, candidate)) return false;
      if (!candidate.call || !handsOn(code, candidate.call)) return false;
      return roleOf(code, candidate.call) === "authorization" ? "scope-collection" : "scope-side-channel";
    case "call":
      return isOwn(code, candidate) && "scope-side-channel";
    case "return":
      return isOwn(code, candidate) && "scope-side-channel";
    case "property":
      if (candidate.use !== "unseen" || candidate.path === undefined) return undefined;
      return isReturnedRecord(code, candidate.target) && "scope-side-channel";
    default:
      return candidate.use === "compared" ? false : undefined;
  }
}

/** Whether the challenged scope enters in the function of the site itself, not through its parameters. */
function isOwn(code: Code, { alternatives, node }: Candidate): boolean {
  const challenged = alternatives.find(isReplacement)?.challenged;
  return challenged !== undefined && code.tree.functionAround(challenged) === code.tree.functionAround(node);
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

/** Whether the object of a member expression is what the function returns. */
function isReturnedRecord(code: Code, target: Node): boolean {
  const member = unwrap(target);
  const object = isMember(member) ? unwrap(member.object) : undefined;
  const binding = object?.type === "Identifier" ? code.bindings.resolve(object) : undefined;
  return (binding && code.bindings.references(binding))?.some((reference) => isReturned(code, reference)) === true;
}

/** Whether an expression is what a `return` gives, alone or as the last of a sequence. */
function isReturned(code: Code, expression: Node): boolean {
  const parent = code.tree.parent(expression);
  if (parent?.type === "SequenceExpression" && parent.expressions.at(-1) === expression)
    return isReturned(code, parent);
  return parent?.type === "ReturnStatement";
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
  return facts.tests.some(({ kind }) => kind === "callers") ? "escaping-function" : "unresolved-constant";
}

const hasNothingToJoin = ({ tokens, previous }: Change): boolean => tokens.kind === "none" && previous === undefined;

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

/** The change for a replaced scope, or the doubt that forbids one. */
function changeOf(code: Code, candidate: Candidate, known: readonly Candidate[], tokens: TokensPlan): Change | Doubt {
  if (tokens.kind === "unsafe") return "state-before-tokens";
  const fit = fitOf(code, candidate);
  if (fit === "unfit") return "sink-needs-string";
  const previous = previousText(code, candidate, known);
  return {
    core: coreOf(code, candidate),
    ...(previous !== undefined && { previous }),
    tokens,
    ...(fit !== "fits" && { fallback: fit.fallback }),
  };
}

/** The expression that holds the requested scope so far: the sink itself, or the field kept by the same handler. */
function previousText(code: Code, candidate: Candidate, known: readonly Candidate[]): string | undefined {
  if (candidate.path !== undefined) return textOf(code, candidate.target);
  const around = code.tree.functionAround(candidate.node);
  const keeper = known.find(
    (each) =>
      isThisMember(each.path) &&
      code.tree.functionAround(each.node) === around &&
      (each.node.start ?? 0) < (candidate.node.start ?? 0) &&
      mayStepUp(each.facts.kinds),
  );
  return keeper && textOf(code, keeper.target);
}

/** What is kept of the old value: of `scope ?? this._scope` the challenged operand, else all of it. */
function coreOf(code: Code, candidate: Candidate): Node {
  const value = candidate.value;
  const dropped =
    value.type === "LogicalExpression" && value.operator !== "&&"
      ? { core: value.left, rest: value.right }
      : value.type === "ConditionalExpression"
        ? conditionalParts(value, candidate)
        : undefined;
  if (!dropped) return value;
  const onlyPrevious = candidate.alternatives.every(
    ({ parts }) => (parts & CHALLENGED) !== 0 || (parts & ~(PREVIOUS | GRANTED)) === 0,
  );
  const holdsComment = code.comments.some(
    ({ start = 0, end = 0 }) =>
      start >= (value.start ?? 0) &&
      end <= (value.end ?? 0) &&
      !(start >= (dropped.core.start ?? 0) && end <= (dropped.core.end ?? 0)),
  );
  return onlyPrevious && keepsPrevious(candidate) && !holdsComment ? dropped.core : value;
}

const keepsPrevious = ({ alternatives }: Candidate): boolean =>
  alternatives.some(({ parts }) => (parts & CHALLENGED) === 0 && (parts & (PREVIOUS | GRANTED)) !== 0);

function conditionalParts(value: { test: Node; consequent: Node; alternate: Node }, candidate: Candidate) {
  const holds = (node: Node) =>
    candidate.alternatives.some(
      ({ challenged }) =>
        challenged && (challenged.start ?? 0) >= (node.start ?? 0) && (challenged.end ?? 0) <= (node.end ?? 0),
    );
  if (holds(value.consequent)) return { core: value.consequent, rest: value.alternate };
  if (holds(value.alternate)) return { core: value.alternate, rest: value.consequent };
  // A compiler's `(_a = challenge.scope) !== null && _a !== void 0 ? _a : this.scope`.
  const core = candidate.alternatives.find(isReplacement)?.challenged;
  return core && covers(value.test, core) ? { core, rest: value } : undefined;
}

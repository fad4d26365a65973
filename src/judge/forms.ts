import { type Alternative, CHALLENGED, CONSTANT, GRANTED, isUnion, PREVIOUS } from "../find/alternatives.ts";
import { roleOf } from "../find/calls.ts";
import { type Candidate, isNamedScope } from "../find/find.ts";
import { joinedAtRequests } from "../find/joined-request.ts";
import { isForbidden, isShared, isStepUp, isUnauthorized, type Kinds, mayStepUp } from "../find/kinds.ts";
import { originOf } from "../find/origins.ts";
import { challengeRecord } from "../find/records.ts";
import { isScopeOfRecord } from "../find/returned-scopes.ts";
import { isCall, unwrap } from "../find/syntax.ts";
import { isByTag } from "../find/tagged.ts";
import { declaredType } from "../find/types.ts";
import { keepsValue } from "../find/written.ts";
import type { ObligationId } from "../model/proof.ts";
import type { Doubt } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { DOUBTS } from "../rules/doubts.ts";
import { isAltered } from "./altered.ts";
import { amongOthers } from "./among-others.ts";
import { type Change, changeOf, hasNothingToJoin } from "./change.ts";
import { type Claim, suggestionFor, tokensFor } from "./claim.ts";
import { isCollection, listForm } from "./collection.ts";
import { joinsConfiguredOnly } from "./configured-only.ts";
import { isEncoded } from "./encoded.ts";
import type { Conclusion, Judgement } from "./judgement.ts";
import { lossOfUnion } from "./lost-union.ts";
import { isGivenAsScope, sideChannel } from "./side-channel.ts";

import { noText } from "./sink-text.ts";
import { statusAt } from "./status.ts";

/** What a form check says: the site is none, or it is of this kind; undefined where it says nothing. */
type Said = Conclusion | "no-site" | undefined;

/** What a candidate may be other than one text replaced by another. */
export interface FormCheck {
  readonly name: string;
  /** Why a claim of this form is not put to the proof. */
  readonly why: string;
  readonly conclude: (claim: Claim) => Said;
}

/**
 * The forms that a candidate may have other than one text replaced by another, in the order in which they are asked
 * for. The first that says something decides; a claim that passes all of them is put to the proof.
 */
export const FORMS: readonly FormCheck[] = [
  {
    name: "on a 401",
    why: "A 401 carries initial-authorization semantics: it is left alone, or joined without tokens on request.",
    conclude: ofUnauthorized,
  },
  {
    name: "no replacement",
    why: "Where the scope is not replaced on a step-up, it is a union, or of no concern.",
    conclude: (claim) => {
      const { candidate, joining, kinds } = claim;
      if (mayStepUp(kinds)) return tellsStepUp(kinds) ? undefined : "no-site";
      if (joining.length === 0 || !tellsStepUp(candidate.facts.kinds)) return "no-site";
      if (joinsConfiguredOnly(claim)) return open("configured-only", "still-there", claim);
      const loss = lossOfUnion(claim);
      return loss
        ? { ...refuted("cleared-before", "still-there", claim), proof: lostBy(loss) }
        : { rule: "union-kept" };
    },
  },
  {
    name: "named otherwise",
    why: "A part of the challenge that no name calls a scope is one where it is asked for, or else may be anything.",
    conclude: (claim) => {
      const { code, candidate, replacing } = claim;
      const { call, kind, use } = candidate;
      if (!replacing.every((each) => isNamedOtherwise(code, each))) return undefined;
      const isKeptForRequest = use === "request" || isGivenAsScope(code, candidate);
      const isAsked = keepsValue(kind) ? isKeptForRequest : call && roleOf(code, call) === "authorization";
      return isAsked && isLikelyProved(claim) ? undefined : "no-site";
    },
  },
  {
    name: "handed on",
    why: "What leaves the handler is joined, or not, by code that is not seen.",
    conclude: (claim) => {
      const channel = sideChannel(claim.code, claim.candidate);
      if (channel === undefined) return undefined;
      const { call, facts, node } = claim.candidate;
      const isByName = isByTag(claim.code, facts.tests) || isScopeOfRecord(claim.code, node);
      const isTold = call !== undefined || isByName || isByTable(claim);
      const isLikely = claim.isProved || (isTold && isLikelyProved(claim));
      return isLikely && channel ? open(channel, "this-challenge", claim) : "no-site";
    },
  },
  {
    name: "of no use that is seen",
    why: "What only might be a scope, in code that only might answer a step-up, is noise.",
    conclude: (claim) => {
      const { code, candidate, isProved, kinds } = claim;
      const isCertain = isProved || isShared(kinds) || (candidate.kind === "field" && isLikelyProved(claim));
      return candidate.use === "unseen" && !isLikelySink(code, candidate, isCertain) ? "no-site" : undefined;
    },
  },
  {
    name: "joined where it is asked for",
    why: "Where the request joins what the sink holds with the granted scope, the sink may hold the challenge alone.",
    conclude: (claim) => {
      const { code, candidate } = claim;
      if (!keepsValue(candidate.kind) || !candidate.path) return undefined;
      const given = candidate.alternatives.flatMap((each) => each.challenged ?? []);
      const joined = joinedAtRequests(code, candidate, candidate.path, given);
      if (joined === "granted") return "no-site";
      return joined === "other" ? open("joined-elsewhere", "still-there", claim) : undefined;
    },
  },
  {
    name: "by a pattern",
    why: "A pattern has no expression that a union could take the place of.",
    conclude: (claim) => (claim.candidate.by === "pattern" ? open("pattern", "one-text", claim) : undefined),
  },
  {
    name: "a list",
    why: "A list of scopes is joined otherwise than a text, and what else is done with it has to change as well.",
    conclude: (claim) => {
      const { code, candidate } = claim;
      if (!isCollection(code, candidate)) return undefined;
      const change = suggestionFor(claim);
      const list = change && { ...change, list: listForm(code, candidate) };
      return refuted("collection", "one-text", claim, list);
    },
  },
  {
    name: "read once",
    why: "The previous scope is read from the sink's own expression, which must give the same a second time.",
    conclude: (claim) =>
      keepsValue(claim.candidate.kind) && !isReadable(claim.code, claim.candidate)
        ? open("single-read", "one-text", claim)
        : undefined,
  },
  {
    name: "one of several",
    why: "Which of several scopes comes first is a decision that the code's author made.",
    conclude: ofSeveral,
  },
  {
    name: "encoded",
    why: "Encoded or renamed scopes can't be joined, nor those between which no blanks stand.",
    conclude: (claim) => {
      const { code, candidate } = claim;
      if (isEncoded(code, candidate.value) || isAltered(code, candidate.value))
        return refuted("transformed", "one-text", claim);
      const contrary = noText(code, candidate);
      if (contrary?.kind !== "separated") return undefined;
      const on = [candidate.node, contrary.node];
      const proof = [{ obligation: "one-text", answer: "refuted", on, doubt: "transformed" } as const];
      return { ...refuted("transformed", "one-text", claim), proof };
    },
  },
  {
    name: "shared by 401 and 403",
    why: "Whether a 401 may keep the scope is a person's decision; three projects decided in three ways.",
    conclude: ofShared,
  },
];

/** Whether a value is a part of the challenge that is not named for a scope: `error.required`. */
const isNamedOtherwise = (code: Code, { challenged, unread }: Alternative): boolean =>
  challenged !== undefined && unread === challenged && !originOf(code, challenged).namesScope;

const lostBy = (loss: Node): Judgement["proof"] => [
  { obligation: "still-there", answer: "refuted", on: [loss], doubt: "cleared-before" },
];

/** Whether the error code was tested, though by what proves nothing alone: a class of errors that others may throw too. */
const isLikelyProved = ({ candidate, kinds }: Claim): boolean =>
  isStepUp(kinds) && candidate.facts.tests.some(({ ofErrorCode }) => ofErrorCode);

/** Whether a table says that the function that keeps a scope answers a step-up: by the key of its entry, or the guard beside it. */
const isByTable = ({ code, candidate: { facts, kind } }: Claim): boolean =>
  kind === "property" &&
  facts.tests.some(
    (test) => test.kind === "switch-case" && test.ofErrorCode && code.tree.parent(test.node)?.type !== "SwitchCase",
  );

const open = (doubt: Doubt, obligation: ObligationId, claim: Claim, change?: Change): Conclusion =>
  unproved(doubt, { obligation, answer: "open" }, claim, change);

const refuted = (doubt: Doubt, obligation: ObligationId, claim: Claim, change?: Change): Conclusion =>
  unproved(doubt, { obligation, answer: "refuted" }, claim, change);

function unproved(
  doubt: Doubt,
  answer: { obligation: ObligationId; answer: "open" | "refuted" },
  { candidate }: Claim,
  change: Change | undefined,
): Conclusion {
  return {
    rule: DOUBTS[doubt].rule,
    doubt,
    ...(change && { change }),
    proof: [{ ...answer, on: [candidate.node], doubt }],
  };
}

function ofUnauthorized(claim: Claim): Said {
  const { code, candidate, options, known, kinds, proved } = claim;
  if (!isUnauthorized(kinds) || !isUnauthorized(candidate.facts.kinds)) return undefined;
  if (options.on401 === "keep" || !isUnauthorized(proved) || !isPlain(code, candidate)) return "no-site";
  // As SDK v2 does: what was asked for is kept; a token that a 401 refuses tells nothing more.
  const change = changeOf(code, candidate, known, { kind: "none", why: "unauthorized" });
  const isFit = typeof change !== "string" && !hasNothingToJoin(change);
  return isFit ? { rule: "replaced-scope-401", change } : "no-site";
}

function ofSeveral(claim: Claim): Said {
  const { code, candidate, joining, replacing } = claim;
  if (candidate.by === "record") return open("side-channel", "this-challenge", claim);
  if (candidate.by === "choice") return open("precedence", "this-challenge", claim);
  if (candidate.by === "spread" && challengeRecord(code, candidate.value, candidate.facts.tests) !== "proved")
    return open("side-channel", "this-challenge", claim);
  if (joining.length > 0) return open("discarded-union", "this-challenge", claim);
  if (!candidate.alternatives.some(isOtherChoice)) return undefined;
  const change = suggestionFor(claim);
  return open("precedence", "this-challenge", claim, change && amongOthers(code, candidate, replacing, change));
}

function ofShared(claim: Claim): Said {
  const { code, candidate, known, kinds, options } = claim;
  if (!isShared(kinds)) return undefined;
  const status = statusAt(code, candidate);
  const change = changeOf(code, candidate, known, tokensFor(claim));
  if (status === undefined || typeof change === "string") return refuted("shared-handler", "only-step-up", claim);
  const guarded: Change = { ...change, guard: `${status} === 403` };
  const conclusion = refuted("shared-handler", "only-step-up", claim, guarded);
  const applies = options.sharedHandlers === "guard" && candidate.use === "request" && !hasNothingToJoin(change);
  return applies ? { ...conclusion, verdict: "rewrite" } : conclusion;
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
  return !isEncoded(code, value) && sideChannel(code, candidate) === undefined && !isCollection(code, candidate);
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

/** A scope from elsewhere, taken instead of the challenged one: a chain of alternatives with an order of its own. */
function isOtherChoice({ parts }: Alternative): boolean {
  return (parts & CHALLENGED) === 0 && (parts & ~(PREVIOUS | GRANTED)) !== 0 && (parts & ~CONSTANT) !== 0;
}

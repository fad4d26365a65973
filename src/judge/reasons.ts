import { isReplacement, isUnion } from "../find/alternatives.ts";
import { authorizationCalls, mayBeSdk } from "../find/authorization.ts";
import { calleeName } from "../find/calls.ts";
import type { Candidate } from "../find/find.ts";
import { isStepUp, isUnauthorized, NONE } from "../find/kinds.ts";
import { isCall } from "../find/syntax.ts";
import { wayOf } from "../find/trace.ts";
import type { Authorization, Evidence, Granted, Reasons, SinkKind } from "../model/site.ts";
import { type Code, rangeOf, textOf } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { asItStands } from "./as-it-stands.ts";
import { isFilledAtFirst } from "./filled-at-first.ts";
import type { Judgement } from "./judgement.ts";
import { joinedText, receiverOf } from "./receiver.ts";
import { retryLimitOf } from "./retry-limit.ts";
import { versionOfSdk } from "./sdk-version.ts";
import { rewriteError } from "./withdrawn.ts";

/**
 * What a judgement rests on, as data for reports.
 *
 * @param granted the text of the union's first part, if it has one
 * @param left the candidates of the file that no judgement is about
 */
export function reasonsFor(
  code: Code,
  judgement: Judgement,
  granted: string | undefined,
  left: readonly Candidate[],
): Reasons {
  const { candidate, challenged, change, doubt } = judgement;
  const { holder, kind, target } = candidate;
  const error = rewriteError(code, judgement);
  const excerpt = (node: Node) => code.lines.excerpt(rangeOf(node));
  const tests = candidate.facts.tests.filter(({ kind }) => kind !== "callers");
  const evidence = tests.map(({ node, kind }): Evidence => ({ ...excerpt(node), kind }));
  const source = grantedOf(change?.tokens.kind, change, granted);
  const from = wayOf(code, challenged, candidate.value).map(excerpt);
  const authorization = authorizationOf(code, candidate);
  const unauthorized = left
    .filter((each) => isUnauthorizedTwin(code, each, candidate))
    .map(({ node }) => excerpt(node));
  const limit = retryLimitOf(code, candidate);
  const proof = proofOf(candidate);
  const joined = joinedText(code, judgement);
  const receiver = doubt === "side-channel" ? receiverOf(code, judgement) : undefined;
  return {
    evidence: evidence.sort((a, b) => a.start - b.start),
    ...(proof && { proof }),
    sink: { ...excerpt(holder && target.type === "ObjectProperty" ? target.key : target), kind },
    challenged: excerpt(asItStands(candidate, challenged)),
    ...(joined !== undefined && { joined }),
    ...(receiver && { receiver }),
    ...(from.length > 0 && { challengedFrom: from }),
    ...(change?.previous !== undefined && { previous: change.previous }),
    ...(isFilledAtFirst(code, candidate) && { isFilledAtFirst: true }),
    ...(source && { granted: source }),
    ...(doubt && { doubt }),
    ...(doubt === "type-error" && error && { error }),
    ...(authorization.length > 0 && { authorization }),
    ...(unauthorized.length > 0 && { unauthorized }),
    ...(limit && { retryLimit: { test: excerpt(limit.test), ...(limit.mark && { mark: excerpt(limit.mark) }) } }),
  };
}

function proofOf({ alternatives }: Candidate): Reasons["proof"] {
  const relevant = alternatives.filter((each) => isReplacement(each) || isUnion(each));
  const proved = relevant.reduce((kinds, { facts }) => kinds | facts.proved, NONE);
  if (isStepUp(proved)) return "step-up";
  return isUnauthorized(proved) ? "401" : undefined;
}

/** Sinks whose call is not known to ask the authorization server itself. */
const ELSEWHERE: ReadonlySet<SinkKind> = new Set(["parameter", "record", "return", "call"]);

function authorizationOf(code: Code, candidate: Candidate): Authorization[] {
  const calls = ELSEWHERE.has(candidate.kind) ? [] : authorizationCalls(code, candidate);
  const found = calls.map((call) => {
    const sdkVersion = versionOfSdk(code, call);
    return {
      ...code.lines.excerpt(rangeOf(call)),
      callee: calleeName(code, call) ?? textOf(code, call.callee),
      isSdk: isCall(call) && mayBeSdk(code, call),
      ...(sdkVersion && { sdkVersion }),
    };
  });
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a 401 alone leads to a candidate, and it writes to the sink of another: the two look the same. */
function isUnauthorizedTwin(code: Code, one: Candidate, other: Candidate): boolean {
  if (!isUnauthorized(one.facts.kinds) || one.kind !== other.kind) return false;
  if (code.tree.classAround(one.node) !== code.tree.classAround(other.node)) return false;
  return one.path === other.path;
}

function grantedOf(
  kind: string | undefined,
  change: Judgement["change"],
  text: string | undefined,
): Granted | undefined {
  if (!change || kind === undefined) return undefined;
  if (change.tokens.kind === "none") return { kind: "none", why: change.tokens.why };
  if (text === undefined) return undefined;
  return kind === "handler" ? { kind: "handler", text } : { kind: "provider", text, inline: kind === "inline" };
}

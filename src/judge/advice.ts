import { authorizationCalls, mayBeSdk } from "../find/authorization.ts";
import { calleeName, literalOf, propertyNames } from "../find/calls.ts";
import { isUnauthorized } from "../find/kinds.ts";
import { isMember, pathOf } from "../find/syntax.ts";
import type { Advice } from "../model/site.ts";
import { type Code, textOf } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { advise } from "../rules/message.ts";
import { NO_TOKENS } from "../rules/no-tokens.ts";
import type { RefreshingCall } from "../rules/refresh-cannot-widen.ts";
import { retriesUnbounded } from "./bounds.ts";
import { type Change, sinkText } from "./change.ts";
import { dropsTokensBefore } from "./dropped-tokens.ts";
import type { Judgement } from "./judgement.ts";
import { missingScope } from "./missing-scope.ts";
import { versionOfSdk } from "./sdk-version.ts";

/**
 * The remarks that stand beside a verdict.
 *
 * @param helper the function by which the change joins scopes
 */
export function adviceFor(code: Code, judgement: Judgement, helper: string | undefined): Advice[] {
  const { change, candidate } = judgement;
  const call = refreshingCall(code, judgement);
  const lacking =
    change?.tokens.kind === "none" && !NO_TOKENS[change.tokens.why].isWhole ? change.tokens.why : undefined;
  const missing = missingScope(code, judgement);
  return [
    call && advise("refresh-cannot-widen", refreshing(code, call, judgement)),
    retriesUnbounded(code, candidate) && advise("unbounded-step-up", undefined),
    lacking && advise("granted-scope-unknown", lacking),
    missing && advise("scope-may-be-missing", missingIn(code, missing, change, helper)),
  ].filter((each) => each !== undefined && each !== false);
}

/** A text that is short enough to stand in a sentence as a name. */
function nameIn(code: Code, node: Node): string | undefined {
  const line = textOf(code, node).replace(/\s+/g, " ");
  return line === "" || line.length > 40 ? undefined : line;
}

/** What a union without a challenged scope can be replaced by: where a union stands in the place of a mere name. */
function missingIn(code: Code, missing: Node, change: Change | undefined, helper: string | undefined) {
  const challenged = nameIn(code, missing);
  const isPlain = change?.around === undefined && change?.guard === undefined && change?.fallback === undefined;
  const isName = isPlain && missing === change?.core && pathOf(code, missing) !== undefined;
  if (!isName || challenged === undefined || helper === undefined) return { challenged };
  return { challenged, guarded: `${challenged} ? ${helper}(…) : undefined` };
}

type AuthorizationCall = ReturnType<typeof authorizationCalls>[number];

/** What the call that may refresh can be told: v2 of the SDK takes `forceReauthorization`. */
function refreshing(code: Code, call: AuthorizationCall, { candidate }: Judgement): RefreshingCall {
  const [first] = call.arguments;
  const sdk = versionOfSdk(code, call);
  return {
    callee: (isMember(call.callee) ? nameIn(code, call.callee) : calleeName(code, call)) ?? textOf(code, call.callee),
    provider: (first && nameIn(code, first)) ?? "…",
    ...(sdk && { sdk }),
    ...(candidate.path !== undefined && { kept: sinkText(code, candidate) }),
  };
}

/**
 * An authorization call of the SDK's kind that may take the refresh branch, and so defeat a union, whether it is made,
 * to be made, or there already. None on a 401, which may be answered by a refresh; nor where the tokens are gone by
 * then, or may be, and with them the one that refreshes, or where none is granted.
 */
function refreshingCall(code: Code, { candidate, doubt }: Judgement): AuthorizationCall | undefined {
  if (isUnauthorized(candidate.facts.kinds) || doubt === "cleared-before" || doubt === "unasked-scope")
    return undefined;
  for (const call of authorizationCalls(code, candidate)) {
    const keys = call.arguments.flatMap((argument) => propertyNames(code, literalOf(code, argument) ?? argument));
    if (
      mayBeSdk(code, call) &&
      !keys.includes("forceReauthorization") &&
      !keys.includes("authorizationCode") &&
      !dropsTokensBefore(code, call)
    ) {
      return call;
    }
  }
  return undefined;
}

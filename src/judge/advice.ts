import { authorizationCalls, isLikeSdk } from "../find/authorization.ts";
import { calleeName, literalOf, propertyNames } from "../find/calls.ts";
import { moduleOf } from "../find/imported.ts";
import type { SiteRuleId } from "../model/rules.ts";
import type { Advice } from "../model/site.ts";
import { type Code, textOf } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { retriesUnbounded } from "./bounds.ts";
import { sinkText } from "./change.ts";
import type { Judgement } from "./judgement.ts";
import { missingScope } from "./missing-scope.ts";
import { NO_TOKENS } from "./words.ts";

/** The remarks that stand beside a verdict. */
export function adviceFor(code: Code, judgement: Judgement): Advice[] {
  const found: Advice[] = [];
  const { change, candidate, verdict } = judgement;
  if (verdict === "already-union") return found;
  const call = refreshingCall(code, judgement);
  if (call !== undefined) {
    found.push({ rule: "refresh-cannot-widen", message: refreshWords(code, call, judgement) });
  }
  if (retriesUnbounded(code, candidate)) {
    found.push({
      rule: "unbounded-step-up",
      message: "the handler retries without a visible bound; stop after a fixed number of step-ups",
    });
  }
  if (change?.tokens.kind === "none" && change.tokens.why !== "unauthorized") {
    const why = NO_TOKENS[change.tokens.why];
    found.push({ rule: "granted-scope-unknown", message: `the union lacks the granted scope: ${why}` });
  }
  const missing = missingScope(code, judgement);
  if (missing) found.push({ rule: "scope-may-be-missing", message: missingWords(code, missing) });
  return found;
}

/** What changes where a challenge names no scope, and how to keep that as it was. */
function missingWords(code: Code, challenged: Node): string {
  const text = textOf(code, challenged).replace(/\s+/g, " ");
  const name = text.length > 40 ? "the challenged scope" : text;
  return `a challenge may name no scope: the union then asks for what is held, where the call fell back to its default before; take the union only where ${name} is there, if the default is wider`;
}

type AuthorizationCall = ReturnType<typeof authorizationCalls>[number];

/** What to do about a refresh, by what the called function can do: v2 of the SDK takes `forceReauthorization`. */
function refreshWords(code: Code, call: AuthorizationCall, { candidate }: Judgement): string {
  const name = calleeName(code, call) ?? textOf(code, call.callee);
  const fact = `${name}() uses a stored refresh token first, and a refresh cannot widen the scope (RFC 6749 section 6)`;
  const form = (value: string) => `${name}(${firstArgument(code, call)}, { …, forceReauthorization: ${value} })`;
  switch (moduleOf(code, call)?.match(/^@modelcontextprotocol\/(?:client|sdk)\b/)?.[0]) {
    case "@modelcontextprotocol/client": {
      const isWider = `isStrictScopeSuperset(${sinkText(code, candidate)}, tokens?.scope)`;
      return `${fact}; write ${form(candidate.path === undefined ? "true" : isWider)}, which 2.0.0-beta.1 and later take`;
    }
    case "@modelcontextprotocol/sdk":
      return `${fact}; version 1 of the SDK can't be told otherwise: drop the refresh token before the call`;
    default:
      return `${fact}; write ${form("true")} where the installed version takes it, or drop the refresh token before the call`;
  }
}

/** The provider as a call writes it, if that is short. */
function firstArgument(code: Code, call: AuthorizationCall): string {
  const [first] = call.arguments;
  const text = first ? textOf(code, first).replace(/\s+/g, " ") : "";
  return text === "" || text.length > 40 ? "…" : text;
}

/** The rules whose sites become a union, now or by a person: a union that a refresh can defeat. */
const WIDENING: ReadonlySet<SiteRuleId> = new Set([
  "replaced-scope",
  "challenge-only-scope",
  "shared-401-403-handler",
  "unproven-step-up",
]);

/** An authorization call of the SDK's kind that may take the refresh branch. */
function refreshingCall(code: Code, { candidate, change, rule }: Judgement): AuthorizationCall | undefined {
  if (!change || !WIDENING.has(rule)) return undefined;
  for (const call of authorizationCalls(code, candidate)) {
    const keys = call.arguments.flatMap((argument) => propertyNames(code, literalOf(code, argument) ?? argument));
    if (isLikeSdk(code, call) && !keys.includes("forceReauthorization") && !keys.includes("authorizationCode")) {
      return call;
    }
  }
  return undefined;
}

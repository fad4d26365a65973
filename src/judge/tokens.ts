import type * as t from "@babel/types";
import { authorizationCalls } from "../find/authorization.ts";
import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { isWithin, type Kinds } from "../find/kinds.ts";
import { isVisible, type Provider, providerOf } from "../find/provider.ts";
import { proofOfProvider } from "../find/provider-proof.ts";
import { writesScope } from "../find/records.ts";
import { isCall, isMember, isNeverWritten, isNothing, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { declaredType } from "../find/types.ts";
import type { NoTokens } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, indexFrom, isFunction, type Node, startOf } from "../parse/tree.ts";
import { isAwaitedTooLate } from "./at-once.ts";
import { changesOf } from "./changes.ts";
import { holdsLock } from "./held-locks.ts";
import { challengeStart } from "./lost-before.ts";
import { isMarkedBefore, isMarkTestedOutside } from "./marked-before.ts";
import { blockOf, type Place, readableBefore } from "./place.ts";
import { reliedOn } from "./relied-on.ts";
import { isSharedChallenge } from "./shared-challenge.ts";
import { bodyOf, type Surroundings } from "./state.ts";
import { actOfReading } from "./tokens-givers.ts";
import { waitsBefore } from "./waits.ts";

/** How a site gets at the granted scope. */
export type TokensPlan =
  /** Tokens that the handler has read already. */
  | { readonly kind: "handler"; readonly name: string; readonly call: Node }
  /** A statement that reads them. */
  | { readonly kind: "statement"; readonly place: Place; readonly read: string; readonly provider: Provider }
  /** A read within the expression. */
  | { readonly kind: "inline"; readonly read: string; readonly provider: Provider }
  | { readonly kind: "none"; readonly why: NoTokens }
  /** Any read here would stand between a retry guard's test and its mark, or come too late for what relies on the site. */
  | { readonly kind: "unsafe"; readonly doubt: "state-before-tokens" | "runs-at-once" };

/**
 * Decides where the stored tokens are read for a site.
 *
 * @param kinds what the code around the read may answer: the read may move out as far as this still holds
 */
export function planTokens(code: Code, candidate: Candidate, kinds: Kinds, tokens: "auto" | "omit"): TokensPlan {
  if (tokens === "omit") return { kind: "none", why: "omitted" };
  const provider = providerOf(code, candidate);
  const around = code.tree.functionAround(candidate.node) ?? code.tree.program;
  const known = handlerTokens(code, candidate, around, provider);
  if (known) return known;
  if (!provider) return { kind: "none", why: "no-provider" };
  if (actOfReading(code, around, provider.node)) return { kind: "none", why: "reading-acts" };
  if (!canAwait(code, around) || isElsewhere(code, candidate.node, around))
    return { kind: "none", why: "cannot-await" };
  const holds = (statement: Node) => isWithin(factsAt(code, statement).kinds, kinds);
  const caught = caughtBlock(code, candidate, around);
  const writes = changesOf(code, candidate, provider.node, around);
  // The tokens of the provider as it is here are not those of the one that is asked in the end.
  if (writes.some((at) => at >= endOf(candidate.node))) return { kind: "none", why: "no-provider" };
  const changed = writes.filter((at) => at < startOf(candidate.node));
  // Tokens that are read before the challenge comes are old by then, and would be read for every other answer too.
  const challenged = challengeStart(code, candidate, around);
  if (caught === "by-promise") return { kind: "none", why: "uncaught-read" };
  const isCaught = (statement: Node) => !caught || covers(caught, statement);
  const isFinal = (statement: Node) =>
    startOf(statement) >= challenged && !changed.some((at) => at >= startOf(statement));
  const block = blockOf(
    code,
    candidate.node,
    (statement) =>
      isFinal(statement) && isCaught(statement) && holds(statement) && isVisible(code, provider, statement),
  );
  const isUsable = ({ before }: Place) => isFinal(before) && isVisible(code, provider, before);
  const place = readableBefore(code, candidate, around, block, isUsable);
  if (place === "unsafe" || (place && startOf(place.before) < challenged))
    return { kind: "unsafe", doubt: "state-before-tokens" };
  if (!isCaught(place?.before ?? candidate.node)) return { kind: "none", why: "uncaught-read" };
  const from = place?.before ?? candidate.node;
  const relied =
    around.type === "Program" || waitsBefore(code, from, around) ? undefined : reliedOn(code, candidate, around, from);
  // Who counts on the scope alone gets it at once from a union without the tokens.
  if (relied === "scope") return { kind: "none", why: "cannot-await" };
  if (isMarkedBefore(code, candidate, around, from) || isMarkTestedOutside(code, candidate, around, from))
    return { kind: "unsafe", doubt: "state-before-tokens" };
  const isHeld = around.type !== "Program" && holdsLock(code, candidate, around, from);
  if (
    relied ||
    isHeld ||
    isSharedChallenge(code, candidate, around, from) ||
    isAwaitedTooLate(code, candidate, around, from)
  )
    return { kind: "unsafe", doubt: "runs-at-once" };
  const read = `await ${readOf(code, provider, place?.before ?? candidate.node)}`;
  if (!place)
    return isVisible(code, provider, candidate.node)
      ? { kind: "inline", read, provider }
      : { kind: "none", why: "no-provider" };
  if (!isVisible(code, provider, place.before)) return { kind: "none", why: "no-provider" };
  return { kind: "statement", place, read, provider };
}

/**
 * The block whose exceptions are caught where the handler asks, or that its promise is. `auth` reads the tokens first:
 * what a store throws there is dealt with, and elsewhere nobody may expect it.
 */
function caughtBlock(code: Code, candidate: Candidate, around: Surroundings): Node | "by-promise" | undefined {
  const asking = authorizationCalls(code, candidate).find((call) => endOf(call) > startOf(candidate.node));
  if (asking && isCaughtByPromise(code, asking)) return "by-promise";
  for (const ancestor of asking ? code.tree.ancestors(asking) : []) {
    if (ancestor === around) return undefined;
    if (ancestor.type !== "TryStatement" || !covers(ancestor.block, asking as Node)) continue;
    if (ancestor.handler && !throwsOn(ancestor.handler.body)) return ancestor.block;
  }
  return undefined;
}

/** What is thrown on is not dealt with. */
const throwsOn = (body: Node): boolean => body.type === "BlockStatement" && body.body.at(-1)?.type === "ThrowStatement";

/** `auth(…).catch(report)`, `auth(…).then(done, report)`, `Promise.allSettled([auth(…)])`. */
function isCaughtByPromise(code: Code, asking: Node): boolean {
  let promise = asking;
  for (const parent of code.tree.ancestors(asking)) {
    if (isCall(parent) && parent.callee !== promise && !isMember(promise)) {
      return pathOf(code, parent.callee) === "Promise.allSettled";
    }
    if (isCall(parent) && isMember(parent.callee)) {
      const name = memberName(code, parent.callee);
      const handler = name === "catch" ? parent.arguments[0] : name === "then" ? parent.arguments[1] : undefined;
      if (handler && !isNothing(handler) && !(isFunction(handler) && throwsOn(handler.body))) return true;
    }
    const isChained = isCall(parent) || (isMember(parent) && parent.object === promise);
    if (!isChained && parent.type !== "ArrayExpression" && unwrap(parent) !== unwrap(promise)) return false;
    promise = parent;
  }
  return false;
}

/** Whether code of a function may await; at the top of a module, whether it does so already. */
function canAwait(code: Code, around: Surroundings): boolean {
  if (around.type !== "Program") return around.async === true;
  return code.tree.own(around, "AwaitExpression").length > 0;
}

/** Whether a node belongs to a function without running in its body: in a parameter, or a class made inside it. */
function isElsewhere(code: Code, node: Node, around: Surroundings): boolean {
  if (around.type !== "Program" && around.params.some((parameter) => covers(parameter, node))) return true;
  for (const ancestor of code.tree.ancestors(node)) {
    if (ancestor === around) return false;
    if (/^(?:StaticBlock|Class(?:Private|Accessor)?Property|TSModuleBlock)$/.test(ancestor.type)) return true;
  }
  return false;
}

/** `provider.tokens()`, or `provider?.tokens()` where the provider is not proved present. */
function readOf(code: Code, provider: Provider, at: Node): string {
  return `${provider.text}${isPresent(code, provider, at) ? "." : "?."}tokens()`;
}

function isPresent(code: Code, provider: Provider, at: Node): boolean {
  if (provider.node.type === "TSNonNullExpression") return true;
  if (factsAt(code, at).present.includes(provider.path)) return true;
  if (provider.isOptional !== undefined) return !provider.isOptional;
  const type = declaredType(code, provider.node);
  if (type) return !type.isNullable;
  const node = unwrap(provider.node);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  const declarator = binding?.declaration;
  return (
    declarator?.type === "VariableDeclarator" &&
    declarator.init?.type === "NewExpression" &&
    binding !== undefined &&
    isNeverWritten(code, binding)
  );
}

/** The variable that holds tokens which the handler read before the site, if nothing can have changed them since. */
function handlerTokens(
  code: Code,
  candidate: Candidate,
  around: Surroundings,
  provider: Provider | undefined,
): TokensPlan | undefined {
  const declarators = code.tree.own(bodyOf(around), "VariableDeclarator");
  for (const node of declarators.slice(0, indexFrom(declarators, startOf(candidate.node))).reverse()) {
    if (node.id.type !== "Identifier" || node.init?.type !== "AwaitExpression") continue;
    const call = unwrap(node.init.argument);
    if (!isCall(call) || !isMember(call.callee) || memberName(code, call.callee) !== "tokens") continue;
    const path = pathOf(code, call.callee.object);
    const binding = code.bindings.resolve(node.id);
    if (call.arguments.length > 0 || !proofOfProvider(code, call.callee.object)) continue;
    if (path === undefined || !binding || (provider && provider.path !== path)) continue;
    if (writesScope(code, node.id)) continue;
    // Seen and made: in a switch, the declaration of another case is seen without having run.
    const list = code.tree.parent(code.tree.parent(node) ?? node);
    const isMade = list !== undefined && covers(list, candidate.node);
    const isKnown =
      isMade && isNeverWritten(code, binding) && code.bindings.lookup(node.id.name, candidate.node) === binding;
    if (isKnown && endOf(node) <= startOf(candidate.node) && isCurrent(code, around, node, candidate.node, path))
      return { kind: "handler", name: node.id.name, call };
  }
  return undefined;
}

/**
 * Whether nothing between a read of the tokens and a site can have stored others: not this handler, and not another
 * one that ran while this one waited.
 */
function isCurrent(code: Code, around: Surroundings, read: Node, site: Node, provider: string): boolean {
  const nodes = code.tree.own(
    bodyOf(around),
    "AwaitExpression",
    "YieldExpression",
    "CallExpression",
    "OptionalCallExpression",
  );
  for (let index = indexFrom(nodes, endOf(read)); index < nodes.length; index++) {
    const node = nodes[index] as (typeof nodes)[number];
    if (startOf(node) >= startOf(site)) return true;
    if (!isCall(node)) return false;
    if (endOf(node) > startOf(site)) continue;
    const takesProvider = node.arguments.some((argument) => pathOf(code, argument) === provider);
    const onProvider = isMember(node.callee) && pathOf(code, node.callee.object) === provider;
    const isOther = onProvider && memberName(code, node.callee as t.MemberExpression) !== "tokens";
    if (takesProvider || isOther) return false;
  }
  return true;
}

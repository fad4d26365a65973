import type * as t from "@babel/types";
import { authorizationCalls, isAuthorization, isLikeSdk } from "../../find/authorization.ts";
import { callTaking, copiesRecords, literalOf, roleOf } from "../../find/calls.ts";
import type { Candidate } from "../../find/find.ts";
import { originOf, testedSources } from "../../find/origins.ts";
import { isWritten } from "../../find/request-use.ts";
import { type Call, isCall, isMember, memberName, pathOf, propertyName, unwrap } from "../../find/syntax.ts";
import type { Code } from "../../parse/code.ts";
import { covers, isFunction, type Node } from "../../parse/tree.ts";
import { OWNER_OPTION } from "../../rules/names.ts";
import { otherPaths } from "../holders.ts";
import { looksUp } from "../reader-names.ts";
import { readsOf } from "../sink-reads.ts";
import type { TokensPlan } from "../tokens.ts";
import { addressesOf } from "./addresses.ts";
import { distinct } from "./distinct.ts";
import { unsteadyIn } from "./unsteady.ts";

/** The expressions that tell whose scopes a sink's requests ask for: a provider, a server, an account, a resource. */
export const askedOf = (code: Code, candidate: Candidate, tokens: TokensPlan): readonly Node[] =>
  code.answers.ofBoth(askedOf, candidate, tokens, () => whomAsked(code, candidate, tokens));

function whomAsked(code: Code, candidate: Candidate, tokens: TokensPlan): Node[] {
  const provider = providerIn(tokens);
  const calls = authorizationCalls(code, candidate);
  const told = calls.flatMap((call) => whose(code, call, candidate));
  const reads = readsOf(code, candidate);
  const isKnown = otherPaths(code, candidate).length > 0;
  const elsewhere = isKnown ? reads.flatMap((read) => whoseElsewhere(code, read, candidate)) : [];
  const found = distinct(code, [...provider, ...told, ...elsewhere, ...addressesOf(code, reads, calls).nodes]);
  // Where no request says whom it asks, what is called knows.
  return found.length > 0 ? found : calls.map(({ callee }) => callee);
}

/** Where a sink's scope goes into a request of which it is not seen whom it asks, or that may ask another at another time. */
export function unseenAddress(code: Code, candidate: Candidate): Node | undefined {
  const asked = addressesOf(code, readsOf(code, candidate), authorizationCalls(code, candidate));
  const unsteady = code.answers.of(unseenAddress, asked, () => asked.addresses?.find((each) => unsteadyIn(code, each)));
  return unsteady ?? asked.unseen;
}

/** What answers the person who is asked by a redirect, one for each run: see `Asked.answering`. */
export const answeredFor = (code: Code, candidate: Candidate): Node | undefined =>
  addressesOf(code, readsOf(code, candidate), authorizationCalls(code, candidate)).answering?.[0];

/** The provider whose tokens a plan reads, or has read. */
function providerIn(tokens: TokensPlan): Node[] {
  if ("provider" in tokens) return [tokens.provider.node];
  const callee = tokens.kind === "handler" && isCall(tokens.call) ? tokens.call.callee : undefined;
  return callee && isMember(callee) ? [callee.object] : [];
}

/** The expression on which the stored tokens hang that a union takes the granted scope of. */
export function lenderOf(tokens: TokensPlan): Node | undefined {
  if ("provider" in tokens) return tokens.provider.node;
  const callee = tokens.kind === "handler" && isCall(tokens.call) ? unwrap(tokens.call.callee) : undefined;
  return callee && isMember(callee) ? callee.object : undefined;
}

function whose(code: Code, call: Call | t.NewExpression, candidate: Candidate): Node[] {
  // What is put into a collection, under a key, asks nobody.
  if (copiesRecords(code, call) || (isMember(call.callee) && looksUp(memberName(code, call.callee), 0))) return [];
  return call.arguments.flatMap((argument, index) => {
    const options = optionsIn(code, argument, candidate);
    if (options) return options;
    const isFirst = index === 0 && (isLikeSdk(code, call) || !isOfChallenge(code, argument, candidate));
    return isFirst && !covers(argument, candidate.node) ? [argument] : [];
  });
}

/** The same where another name leads to the sink: in `login(link)`, of `auth(link.provider, { scope: link.scope })`. */
function whoseElsewhere(code: Code, read: Node, candidate: Candidate): Node[] {
  const path = pathOf(code, read);
  if (path === undefined || path === candidate.path) return [];
  for (const ancestor of code.tree.ancestors(read)) {
    if (ancestor.type.endsWith("Statement")) return [];
    if (ancestor.type !== "ObjectProperty") continue;
    const call = callTaking(code, ancestor);
    const isAsking = call && (roleOf(code, call) === "authorization" || isAuthorization(code, call));
    return isAsking ? whose(code, call, { ...candidate, node: read, target: read, path }) : [];
  }
  return [];
}

/** The options in a record, or in what it is a copy of, that tell whom it asks; undefined for what is no record. */
function optionsIn(code: Code, record: Node, candidate: Candidate, seen = new Set<Node>()): Node[] | undefined {
  const written = optionsWritten(code, record, candidate);
  if (written.length > 0) return written;
  const literal = literalOf(code, record);
  // A record may be made of itself, or many times of another.
  if (literal && seen.has(literal)) return [];
  if (literal) return whoseOptions(code, literal, candidate, seen.add(literal));
  const copy = unwrap(record);
  if (!isCall(copy) || !copiesRecords(code, copy)) return undefined;
  const parts = copy.arguments.flatMap((part) => optionsIn(code, part, candidate, seen) ?? []);
  return parts.length > 0 || copy.arguments.some((part) => literalOf(code, part)) ? parts : undefined;
}

/** The options of a record that is handed over by its name, and written anywhere: `active.serverUrl = url`. */
function optionsWritten(code: Code, record: Node, candidate: Candidate): Node[] {
  const name = unwrap(record);
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  return ((binding && code.bindings.references(binding)) ?? []).flatMap((mention) => {
    const member = code.tree.parent(mention);
    if (!isMember(member) || member.object !== mention || covers(member, candidate.target)) return [];
    const isOwner = OWNER_OPTION.test(memberName(code, member) ?? "");
    return isOwner && isWritten(code, member) ? [member] : [];
  });
}

function whoseOptions(code: Code, record: t.ObjectExpression, candidate: Candidate, seen: Set<Node>): Node[] {
  return record.properties.flatMap((property): Node[] => {
    if (property.type === "SpreadElement") return optionsIn(code, property.argument, candidate, seen) ?? [];
    if (property.type !== "ObjectProperty" || isFunction(property.value) || covers(property, candidate.node)) return [];
    return OWNER_OPTION.test(propertyName(code, property.key, property.computed) ?? "") ? [property.value] : [];
  });
}

/** Whether a value is the challenged scope, or the response or error that told it: an answer, and nobody to ask. */
function isOfChallenge(code: Code, value: Node, { path, facts, alternatives }: Candidate): boolean {
  const own = pathOf(code, value);
  if (own !== undefined && own === path) return true;
  const tested = testedSources(code, facts.tests);
  const isTold = [...originOf(code, value).own].some((each) => tested.own.has(each) || tested.given.has(each));
  return isTold || alternatives.some(({ challenged }) => challenged !== undefined && pathOf(code, challenged) === own);
}

import type * as t from "@babel/types";
import { callTaking, copiesRecords } from "../../find/calls.ts";
import { calledFunction, parametersOf } from "../../find/functions.ts";
import { namesScope } from "../../find/origins.ts";
import { setParameter } from "../../find/request-parameters.ts";
import { type Call, isCall, isMember, memberName, pathOf, unwrap } from "../../find/syntax.ts";
import type { Binding } from "../../parse/bindings.ts";
import type { Code } from "../../parse/code.ts";
import { covers, isFunction, type Node } from "../../parse/tree.ts";
import { SCOPE_PARAMETER } from "../../rules/names.ts";
import { textAhead, textBefore } from "../readers.ts";
import { namesOwner, ownersIn, writtenInto } from "./beside.ts";
import { distinct } from "./distinct.ts";
import { type Asked, isScopeOf, type Search, sentByName, sentTo, together } from "./sent.ts";

/**
 * Whom the requests ask of which some expressions are the scope: all that their addresses are put together of, what else
 * their parameters say of whom they ask, and what is called. Where any of it is not seen, so is whom they ask.
 *
 * @param calls the authorization calls that are looked at by themselves: what a record says that these are given
 */
export const addressesOf = (code: Code, reads: readonly Node[], calls: readonly Node[]): Asked =>
  code.answers.of(addressesOf, reads, () => {
    const search: Search = { code, seen: new Set(), followed: new Set(), reads };
    const given = new Set<Node | undefined>(calls);
    const all = reads.map((read) => addressesFor(search, read, given));
    const asked = together(all);
    return { ...asked, nodes: distinct(code, asked.nodes) };
  });

/**
 * The same of one expression, from where it becomes the scope of a request: outwards, and in the functions of this file
 * that are given it on the way, which may send it, or give it back.
 */
function addressesFor(search: Search, read: Node, calls: ReadonlySet<Node | undefined>): Asked {
  const received: Asked[] = [];
  return together([outwards(search, read, calls, received), ...received]);
}

function outwards(search: Search, read: Node, calls: ReadonlySet<Node | undefined>, received: Asked[]): Asked {
  const { code } = search;
  let child = read;
  for (const parent of code.tree.ancestors(read)) {
    if (isFunction(parent)) return { nodes: [] };
    if (isCall(parent) && setParameter(code, parent) === "scope" && isMember(parent.callee))
      return ofReceiver(search, parent.callee.object);
    const isPart =
      (parent.type === "TemplateLiteral" && SCOPE_PARAMETER.test(textBefore(parent, child))) ||
      (parent.type === "BinaryExpression" &&
        parent.right === child &&
        SCOPE_PARAMETER.test(textAhead(code, parent, child)));
    if (isPart) return seenToBeSent(sentTo(search, child), parent);
    const inside = isCall(parent) && parent.callee !== child ? receivedBy(code, parent, child) : undefined;
    if (inside) received.push(withGiven(code, parent as Call, byName(search, inside, calls)));
    if (parent.type === "ConditionalExpression" && parent.test === child && !isKeptByTest(parent, read))
      return { nodes: [] };
    if (parent.type === "ObjectProperty" && !isScopeOf(code, parent)) return { nodes: [] };
    if (parent.type === "ObjectExpression") {
      const taking = callTaking(code, parent);
      if (!calls.has(taking)) return ofRecord(search, parent, read);
      const taken = isCall(taking) ? receivedBy(code, taking, parent) : undefined;
      return taken ? ofTaken(search, taken, calls, () => ofRecord(search, parent, read)) : { nodes: [] };
    }
    const named = parent.type === "VariableDeclarator" && parent.init === child ? parent.id : undefined;
    const binding = named?.type === "Identifier" ? code.bindings.resolve(named) : undefined;
    if (binding) return byName(search, binding, calls);
    child = parent;
  }
  return { nodes: [] };
}

/**
 * The same of a record that a function of the file has by a name, with which it asks whom the record tells: that it does
 * not choose another itself, whatever it is called.
 *
 * @param ofWhole what is asked where it hands the record on
 */
function ofTaken(search: Search, record: Binding, calls: ReadonlySet<Node | undefined>, ofWhole: () => Asked): Asked {
  const { code } = search;
  const mentions = (code.bindings.references(record) ?? []).filter((each) => each !== record.identifier);
  const parts = mentions.flatMap((mention) => {
    const part = code.tree.parent(mention);
    return isMember(part) && part.object === mention ? [part] : [];
  });
  const scopes = parts.filter((part) => namesScope(memberName(code, part)));
  const all = scopes.map((part) => addressesFor(search, part, calls));
  const { nodes, addresses = [] } = together(parts.length < mentions.length ? [...all, ofWhole()] : all);
  return { nodes: [], addresses: [...nodes, ...addresses] };
}

/** The name by which a function of this file has what a call gives it: `scope` of `authorize(this.scope)`. */
function receivedBy(code: Code, call: Call, given: Node): Binding | undefined {
  const target = calledFunction(code, call);
  const at = (call.arguments as readonly Node[]).indexOf(given);
  if (!target || call.arguments.slice(0, at).some(({ type }) => type === "SpreadElement")) return undefined;
  return parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest)?.binding;
}

/** What a call gives for the parameters by which its function asks: `session.issuer` of `exchange(session.issuer, scope)`. */
function withGiven(code: Code, call: Call, asked: Asked): Asked {
  const target = calledFunction(code, call);
  const parameters = target ? parametersOf(code, target) : [];
  const givenFor = (made: readonly Node[]): readonly Node[] =>
    parameters.flatMap(({ binding, index }) => {
      const mentions = code.bindings.references(binding) ?? [];
      const isUsed = mentions.some((mention) => made.some((node) => covers(node, mention)));
      return (isUsed && call.arguments[index]) || [];
    });
  const { nodes, addresses = [] } = asked;
  return { ...asked, nodes: [...nodes, ...givenFor(nodes)], addresses: [...addresses, ...givenFor(addresses)] };
}

/** The same of all mentions of the name that an expression is given. */
function byName(search: Search, binding: Binding, calls: ReadonlySet<Node | undefined>): Asked {
  const { code, seen } = search;
  if (seen.has(binding)) return { nodes: [] };
  seen.add(binding);
  const all = (code.bindings.references(binding) ?? []).map((each) => addressesFor(search, each, calls));
  return together(all);
}

/** Whether a test keeps what it reads for what stands behind it, as compilers make of `??`: `(a = this.scope) != null ? a : ""`. */
function isKeptByTest({ test, consequent }: t.ConditionalExpression, read: Node): boolean {
  let kept: Node = unwrap(test);
  while (kept.type === "BinaryExpression" || kept.type === "LogicalExpression") kept = unwrap(kept.left);
  if (kept.type !== "AssignmentExpression" || kept.left.type !== "Identifier" || !covers(kept.right, read))
    return false;
  return consequent.type === "Identifier" && consequent.name === kept.left.name;
}

function ofRecord(search: Search, record: t.ObjectExpression, read: Node): Asked {
  const { code } = search;
  // What is a copy of itself with another scope is no request yet: `this.options = { ...this.options, scope }`.
  if (replacesItself(code, record, read)) return { nodes: [] };
  const owners = ownersIn(code, record).filter((each) => !covers(each, read));
  // Options that say themselves whose they are, `{ serverUrl, scope }`, are those of a call that is looked at by itself.
  if (namesOwner(code, record)) return { nodes: [] };
  const sent = seenToBeSent(sentTo(search, record), record);
  return { ...sent, nodes: [...owners, ...sent.nodes] };
}

/** Without a request that is found, it is not seen whom it asks, whatever stands beside the scope. */
const seenToBeSent = (asked: Asked, parameters: Node): Asked =>
  asked.isSent || asked.unseen ? asked : { ...asked, unseen: parameters };

function replacesItself(code: Code, record: t.ObjectExpression, read: Node): boolean {
  const around = code.tree.parent(record);
  // `Object.assign(this.options, { scope: join(this.options.scope, scope) })`
  if (isCall(around) && copiesRecords(code, around)) {
    const [first] = around.arguments;
    const path = first && first !== record ? pathOf(code, first) : undefined;
    return path !== undefined && pathOf(code, read)?.startsWith(`${path}.`) === true;
  }
  const path =
    around?.type === "AssignmentExpression" && around.right === record ? pathOf(code, around.left) : undefined;
  if (path === undefined) return false;
  return record.properties.some((each) => each.type === "SpreadElement" && pathOf(code, each.argument) === path);
}

/** Whom the request asks whose parameters are set one by one: `url.searchParams.set(…)`, `form.set(…)`. */
function ofReceiver(search: Search, receiver: Node): Asked {
  const { code } = search;
  const place = unwrap(receiver);
  const name = isMember(place) ? unwrap(place.object) : place;
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  const isVariable = binding?.kind === "variable" && binding.declaration.type === "VariableDeclarator";
  if (!binding || !isVariable) return { nodes: [receiver] };
  // What becomes of an address does not matter: it is itself whom it asks.
  if (isMember(place)) return { nodes: [receiver, ...writtenInto(code, binding)] };
  const isFollowed = search.seen.has(binding);
  const sent = sentByName(search, binding);
  return isFollowed ? sent : seenToBeSent(sent, receiver);
}

import type * as t from "@babel/types";
import { copiesRecords } from "../../find/calls.ts";
import { calledFunction, parametersOf } from "../../find/functions.ts";
import { libraryOf, makesParameters, methodOf } from "../../find/library/lookup.ts";
import { namesScope } from "../../find/origins.ts";
import {
  type Call,
  constantText,
  initialValue,
  isCall,
  isMember,
  memberName,
  outOfCasts,
  pathOf,
  propertyName,
  unwrap,
} from "../../find/syntax.ts";
import { usesOf } from "../../find/uses.ts";
import type { Binding } from "../../parse/bindings.ts";
import type { Code } from "../../parse/code.ts";
import { covers, isFunction, type Node } from "../../parse/tree.ts";
import { GOING_TO, LOGGED, MAKING_ADDRESS } from "../../rules/names-beside.ts";
import { ABSOLUTE, isAddress, piecesBeside } from "./address-pieces.ts";
import { answeredBy } from "./answered.ts";
import { addressBeside, optionsBeside, ownerPut, ownersIn, writtenInto } from "./beside.ts";

/** What is asked of whom requests ask. */
export interface Asked {
  readonly nodes: readonly Node[];
  /** Those of them that addresses are made of. */
  readonly addresses?: readonly Node[];
  /** The first place behind which it is not seen. */
  readonly unseen?: Node;
  /** What answers a person by whose browser they are asked: `response` of `response.redirect(url)`. */
  readonly answering?: readonly Node[];
  /** Whether a request was found that asks them: all else may be anything that stands beside its parameters. */
  readonly isSent?: boolean;
}

/** A search for the addresses of requests, from their parameters outwards. */
export interface Search {
  readonly code: Code;
  /** The names that were followed. */
  readonly seen: Set<Binding>;
  /** The functions whose calls were followed. */
  readonly followed: Set<Node>;
  /** The expressions that are the scope itself. */
  readonly reads: readonly Node[];
}

/** All that several ask, and the first of them that is not seen. */
export function together(all: readonly Asked[]): Asked {
  const found = all.find((each) => each.unseen)?.unseen;
  return {
    nodes: all.flatMap(({ nodes }) => nodes),
    addresses: all.flatMap(({ addresses = [] }) => addresses),
    answering: all.flatMap(({ answering = [] }) => answering),
    isSent: all.some(({ isSent }) => isSent),
    ...(found && { unseen: found }),
  };
}

const NONE: Asked = { nodes: [] };
/** A request that asks no more than what was found on the way to it. */
const SENT: Asked = { nodes: [], isSent: true };

/** Where what a call gives is used, other than waited for or returned. */
const GOING_FURTHER =
  /^(?:(?:Optional)?(?:Member|Call)Expression|NewExpression|VariableDeclarator|AssignmentExpression|ObjectProperty|ArrayExpression|TemplateLiteral|BinaryExpression|SpreadElement)$/;
/** Whether a property of a record is its scope. */
export const isScopeOf = (code: Code, property: t.ObjectProperty): boolean =>
  namesScope(propertyName(code, property.key, property.computed));

/**
 * Whom a request asks whose parameters an expression is, or holds: from it outwards to where it is sent.
 *
 * @param isWhole whether the expression is an address already
 */
export function sentTo(search: Search, parameters: Node, isWhole = false): Asked {
  const { code } = search;
  const nodes: Node[] = [];
  let isAddressed = isWhole;
  let hasPath = false;
  const address = (given: readonly Node[]) => {
    nodes.push(...given);
    pieces.push(...given);
    isAddressed ||= given.some((each) => isAddress(code, each));
    hasPath ||= given.some((each) => constantText(code, each)?.startsWith("/"));
  };
  const pieces: Node[] = [];
  const addressed: Node[] = [];
  const end = (asked: Asked): Asked => together([{ nodes, addresses: pieces }, asked]);
  let child = parameters;
  for (const parent of code.tree.ancestors(parameters)) {
    if (isFunction(parent) || parent.type === "ReturnStatement") return end(sentByCallers(search, parent, isAddressed));
    switch (parent.type) {
      case "TemplateLiteral": {
        address(piecesBeside(parent, child));
        const [first] = parent.quasis;
        isAddressed ||= ABSOLUTE.test(first?.value.raw ?? "");
        hasPath ||= first?.value.raw.startsWith("/") ?? false;
        // An address that is all written out is one for all.
        if (first && (isAddressed || hasPath)) nodes.push(first);
        break;
      }
      case "BinaryExpression":
        if (parent.operator === "+") address([parent.left === child ? parent.right : parent.left]);
        break;
      case "ArrayExpression":
        address(parent.elements.flatMap((each) => (each && !covers(each, child) ? [each] : [])));
        break;
      case "ConditionalExpression":
        if (parent.test === child) return end(NONE);
        break;
      case "ExpressionStatement":
        return end(NONE);
      case "AssignmentExpression":
        return end(parent.right === child ? sentByPlace(search, parent.left, isAddressed) : NONE);
      case "VariableDeclarator": {
        const binding = parent.id.type === "Identifier" ? code.bindings.resolve(parent.id) : undefined;
        return end(binding ? sentByName(search, binding, isAddressed) : { nodes: [], unseen: parent });
      }
      case "ObjectExpression":
        // Beside the body or query of a request stand its other options; the parameters themselves stand in none.
        if (child === parameters) break;
        nodes.push(...optionsBeside(code, parent, child));
        addressed.push(...addressBeside(code, parent, child));
        address(addressed);
        break;
      case "CallExpression":
      case "OptionalCallExpression":
      case "NewExpression": {
        // What is put into a text is a part of it: `address.replace("{tenant}", tenant)`.
        if (parent.callee === child) nodes.push(...parent.arguments);
        if (parent.callee === child) break;
        if (LOGGED.test(pathOf(code, parent.callee) ?? "")) return NONE;
        const others = parent.arguments.filter((each) => !covers(each, child) && !isFunction(unwrap(each)));
        const isForm = goesOn(code, parent);
        // What makes an address of a record knows the server: `client.authorizeURL({ scope })`.
        if (makesAddress(code, parent)) address([unwrap((parent.callee as t.MemberExpression).object)]);
        const isFirst = others[0] !== undefined && others[0] === parent.arguments[0];
        address(isForm || isFirst ? others.slice(0, 1) : []);
        nodes.push(...others);
        if (isForm) break;
        nodes.push(...namedBy(code, parent));
        const isOwn = isCall(parent) && calledFunction(code, parent) !== undefined;
        // What is made of parameters that have no address yet may get one later.
        if (!isOwn && !isAddressed && (goesFurther(code, parent) || !isSent(code, parent, hasPath)))
          return end({ nodes: [], unseen: parent });
        // Who opens a page by its name, or sends by options, may know whose it is: `account.open(page)`.
        const mayKnow = isWhole || addressed.length > 0;
        if (mayKnow && !isOwn && isMember(parent.callee)) nodes.push(parent.callee.object);
        const sent = sentByCall(search, parent, child);
        return end(isAddressed && !isOwn && !sent.unseen ? { ...SENT, ...answeredBy(code, parent) } : sent);
      }
      case "MemberExpression":
      case "OptionalMemberExpression": {
        // What is made of the parameters by a method goes on; a part of them does not.
        const call = code.tree.parent(parent);
        const method = isCall(call) && call.callee === parent ? methodOf(code, parent) : undefined;
        if (!method?.keeps) return end(method ? NONE : { nodes: [], unseen: parent });
        break;
      }
    }
    child = parent;
  }
  return end({ nodes: [], unseen: child });
}

/** What a function gives is used where it is called; where no call of it is seen, it is an address by then, or it is not seen. */
function sentByCallers(search: Search, end: Node, isWhole: boolean): Asked {
  const { code, followed } = search;
  const around = isFunction(end) ? end : code.tree.functionAround(end);
  if (!around || followed.has(around)) return NONE;
  followed.add(around);
  const calls = (usesOf(code, around)?.mentions ?? []).flatMap((mention) => {
    const call = code.tree.parent(mention);
    return isCall(call) && call.callee === mention ? [call] : [];
  });
  if (calls.length > 0) return together(calls.map((call) => sentTo(search, call, isWhole)));
  return isWhole ? SENT : { nodes: [], unseen: end };
}

/** The name that what a call makes is given: a request, into which more may be put before it is sent. */
function namedBy(code: Code, call: Node): Node[] {
  const declarator = code.tree.parent(call);
  return declarator?.type === "VariableDeclarator" && declarator.id.type === "Identifier" ? [declarator.id] : [];
}

const makesAddress = (code: Code, call: Call | t.NewExpression): boolean =>
  isCall(call) &&
  isMember(call.callee) &&
  MAKING_ADDRESS.test(memberName(code, call.callee) ?? "") &&
  !calledFunction(code, call);

/** Whether a call gives what it is given, in another form: a text, parameters, an address, a copy of a record. */
function goesOn(code: Code, call: Call | t.NewExpression): boolean {
  const library = libraryOf(code, call.callee);
  const makes = library?.makes;
  return (
    makesParameters(call.callee) ||
    library?.keepsText === true ||
    makes === "parameters" ||
    makes === "address" ||
    copiesRecords(code, call) ||
    pathOf(code, call.callee) === "JSON.stringify"
  );
}

/** Whether a call that is not read sends what has no address yet: by a path of a page, or of a client that it is a method of. */
function isSent(code: Code, call: Call | t.NewExpression, hasPath: boolean): boolean {
  const [first] = call.arguments;
  return hasPath || (isMember(call.callee) && first !== undefined && constantText(code, first) !== undefined);
}

/** Whether more is done with what a call gives than to wait for it: `sign(parameters).send(server)`. */
function goesFurther(code: Code, call: Node): boolean {
  const parent = code.tree.parent(call);
  return GOING_FURTHER.test(parent?.type ?? "");
}

/** Whom a call asks that is given the parameters: a function of the file sends them itself, another is asked by its callee. */
function sentByCall(search: Search, call: Call | t.NewExpression, parameters: Node): Asked {
  const { code } = search;
  const callee = unwrap(call.callee);
  const target = isCall(call) ? calledFunction(code, call) : undefined;
  if (target) {
    const at = call.arguments.findIndex((each) => covers(each, parameters));
    const parameter = parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest);
    if (!parameter || call.arguments.some(({ type }) => type === "SpreadElement")) return { nodes: [], unseen: call };
    const sent = sentByName(search, parameter.binding);
    return sent.isSent || sent.unseen ? sent : { nodes: [], unseen: call };
  }
  const method = methodOf(code, callee);
  // What is put into a list, a map or a storage is sent by who takes it out.
  if (method?.changes) return { nodes: [], unseen: call };
  return { nodes: [callee], addresses: isMember(callee) ? [callee.object] : [], isSent: true };
}

/** Where parameters are put: `url.search = params` is of that address, a variable of what becomes of it. */
function sentByPlace(search: Search, place: Node, isAddressed: boolean): Asked {
  const { code } = search;
  const target = unwrap(place);
  const binding = target.type === "Identifier" ? code.bindings.resolve(target) : undefined;
  if (binding) return sentByName(search, binding);
  if (GOING_TO.test(pathOf(code, target) ?? "")) return SENT;
  if (!isMember(target)) return { nodes: [], unseen: place };
  const name = memberName(code, target);
  const object = unwrap(target.object);
  if (name !== "search" && isAddressed) return SENT;
  const address = object.type === "Identifier" ? code.bindings.resolve(object) : undefined;
  if (name !== "search" || !address) return { nodes: [], unseen: place };
  return { nodes: [object, ...writtenInto(code, address)], addresses: [object], isSent: true };
}

/**
 * Whom is asked with what a name holds: all of its mentions count, as parameters may be put into it behind its sending.
 *
 * @param isWhole whether it holds an address already
 */
export function sentByName(search: Search, binding: Binding, isWhole = false): Asked {
  const { code, seen } = search;
  if (seen.has(binding)) return NONE;
  seen.add(binding);
  const mentions = code.bindings.references(binding);
  if (!mentions) return { nodes: [], unseen: binding.identifier };
  const all = mentions.map((mention) => sentByMention(search, binding, mention, isWhole));
  return together([{ nodes: ownersAtFirst(search, binding) }, ...all]);
}

/** What the record says of whom is asked with which parameters begin: `new URLSearchParams({ audience })`. */
function ownersAtFirst({ code, reads }: Search, binding: Binding): readonly Node[] {
  const made = initialValue(code, binding);
  const first = made && unwrap(made);
  const [given] = first?.type === "NewExpression" ? first.arguments : [first];
  const record = given && unwrap(given);
  const owners = record?.type === "ObjectExpression" ? ownersIn(code, record) : [];
  return owners.filter((each) => !reads.some((read) => covers(each, read)));
}

function sentByMention(search: Search, binding: Binding, mention: Node, isWhole: boolean): Asked {
  const { code, reads } = search;
  const whole = outOfCasts(code, mention);
  const parent = code.tree.parent(whole);
  if (mention === binding.identifier) return NONE;
  if (parent?.type === "AssignmentExpression" && parent.left === whole) return { nodes: [parent.right] };
  if (!isMember(parent) || parent.object !== whole) return sentTo(search, whole, isWhole);
  const put = ownerPut(code, whole);
  const around = code.tree.parent(parent);
  const isWritten = around?.type === "AssignmentExpression" && around.left === parent;
  const isPutting = isCall(around) && around.callee === parent && methodOf(code, parent)?.changes !== undefined;
  if (isWritten || isPutting) return { nodes: put.filter((each) => !reads.some((read) => covers(each, read))) };
  // An address goes on by its text, a record and parameters by what is made of them; a part of them tells nothing.
  const isText = /^(?:href|search)$/.test(memberName(code, parent) ?? "");
  const isMade = isCall(around) && around.callee === parent && methodOf(code, parent)?.keeps !== undefined;
  if (isText) return memberName(code, parent) === "href" ? NONE : sentTo(search, parent, isWhole);
  return isMade ? sentTo(search, whole, isWhole) : { nodes: put };
}

import type * as t from "@babel/types";
import { isReplacement } from "../find/alternatives.ts";
import { isGivenAway } from "../find/asked-elsewhere.ts";
import { isAskedUnderOther } from "../find/asked-under-other.ts";
import { isAuthorization } from "../find/authorization.ts";
import { calleeName, copiesRecords, hasRequestKeys, propertyNames, roleOf } from "../find/calls.ts";
import { factsAt } from "../find/dominance.ts";
import { type Candidate, isNamedScope } from "../find/find.ts";
import { isBlind, isTold, leavesForElsewhere } from "../find/handed-on.ts";
import { isStepUp, isWithin } from "../find/kinds.ts";
import { isScopeOfRecord } from "../find/returned-scopes.ts";
import { isSentence } from "../find/scope-texts.ts";
import { isLookedAt } from "../find/shown.ts";
import {
  type Call,
  constantText,
  initialValue,
  isCall,
  isMember,
  isNothing,
  pathOf,
  propertyName,
  propertyValue,
  unwrap,
} from "../find/syntax.ts";
import { isByTag } from "../find/tagged.ts";
import { valueAtFirst } from "../find/text-of.ts";
import { isThisMember } from "../find/this.ts";
import { usesOf } from "../find/uses.ts";
import { lastName } from "../find/written.ts";
import type { Site } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import { CLIENT_METADATA, CREDENTIALS, DESCRIBING, KEEPING_METHOD, LOGGING_IN, SPEAKING } from "../rules/names.ts";
import { STATE_TO_SHOW } from "../rules/names-beside.ts";

/**
 * The doubt about a scope that leaves the handler otherwise than by a request of its own; `false` where it is of no
 * concern, undefined for the sinks proper.
 */
export function sideChannel(code: Code, candidate: Candidate): "collection" | "side-channel" | false | undefined {
  switch (candidate.kind) {
    case "argument":
      // What a caller hands over is judged where it does so.
      if (!isOwn(code, candidate)) return undefined;
      if (!candidate.call || isAuthorization(code, candidate.call)) return undefined;
      return isHandedOver(code, candidate) && "side-channel";
    case "record":
      // What a caller hands over is judged where it does so, but for a list that is asked for.
      if (!isOwn(code, candidate)) return !isBlind(code, candidate) && isAsked(code, candidate) ? undefined : false;
      if (!candidate.call || !isHandedOver(code, candidate)) return false;
      return isAsked(code, candidate) ? "collection" : "side-channel";
    case "call":
      return isOwn(code, candidate) && isHandedOver(code, candidate) && "side-channel";
    case "return":
      if (isScopeOfRecord(code, candidate.node)) return "side-channel";
      if (describesError(code, candidate.node) || isStateToShow(code, candidate.node)) return false;
      // The next state that a message makes: `case "scope/refused": return { ...state, scope: action.scope };`.
      if (isByTag(code, candidate.facts.tests)) return "side-channel";
      return (isOwn(code, candidate) || isGivenToAuthorization(code, candidate.node)) && "side-channel";
    case "property":
      if (candidate.use !== "unseen" || candidate.path === undefined) return undefined;
      if (CLIENT_METADATA.test(candidate.path)) return "side-channel";
      if (isReturnedRecord(code, candidate.target)) return "side-channel";
      // What an object of `this` keeps lives as long as a field does.
      if (isThisMember(candidate.path) && !candidate.holder) return undefined;
      // What a handler keeps elsewhere before it sends the user to log in is likely to be asked for there.
      if (isAskedUnderOther(code, candidate.target, candidate.holder) || isGivenToAuthorization(code, candidate.node))
        return "side-channel";
      if (isOfRequest(code, candidate)) return "side-channel";
      return sendsToLogIn(code, candidate) || isSaved(code, candidate) || isGivenAsScope(code, candidate)
        ? undefined
        : false;
    default:
      if (candidate.use === "unseen" && !isNamedScope(code, candidate) && isAskedUnderOther(code, candidate.target))
        return "side-channel";
      return candidate.use === "compared" ? false : undefined;
  }
}

/** Whether the record of a sink begins with the parameters of an authorization request: `{ client_id, redirect_uri, scope }`. */
function isOfRequest(code: Code, { holder, target }: Candidate): boolean {
  const member = unwrap(target);
  const record = holder ?? (isMember(member) ? member.object : undefined);
  const first = record && valueAtFirst(code, record);
  return first !== undefined && hasRequestKeys(code, first);
}

/** Whether what is kept under a scope's name is given to code that is not seen: `this.code = await this.consent.ask(this.scope)`. */
export const isGivenAsScope = (code: Code, candidate: Candidate): boolean =>
  isNamedScope(code, candidate) && isGivenAway(code, candidate);

/** Whether a site is but where a scope leaves for code that is not seen. */
export const isHandedElsewhere = ({ reasons }: Pick<Site, "reasons">): boolean => reasons.doubt === "side-channel";

/** Whether what is given goes into an authorization call, by its name or its parameters. */
const isAsked = (code: Code, { call }: Candidate): boolean =>
  call !== undefined &&
  roleOf(code, call) === "authorization" &&
  // An error that is thrown tells what is asked for.
  !(call.type === "NewExpression" && isTold(code, call));

/** Whether a call is named for what it is to do with a scope, or does what is not seen in answer to a step-up alone. */
const isHandedOver = (code: Code, candidate: Candidate): boolean =>
  !isBlind(code, candidate) ||
  (isStepUp(candidate.facts.proved) && candidate.call !== undefined && leavesForElsewhere(code, candidate.call));

/** Whether the challenged scope enters in the function of the site itself, not through its parameters. */
function isOwn(code: Code, { alternatives, node }: Candidate): boolean {
  const challenged = alternatives.find(isReplacement)?.challenged;
  const source = challenged && (code.tree.functionAround(challenged) ?? code.tree.program);
  return source !== undefined && (covers(source, node) || isReadBy(code, source, node));
}

/** Whether the function in which a scope is found is one that the site's own calls for it, or one that gives that to a call. */
function isReadBy(code: Code, source: Node, node: Node): boolean {
  // A function that is called in place is used by being there.
  const calls = isFunction(source) ? (usesOf(code, source)?.mentions ?? [source]) : [];
  for (let around = code.tree.functionAround(node); around; around = aroundCallback(code, around)) {
    const own = around;
    if (calls.some((mention) => covers(own, mention))) return true;
  }
  return false;
}

/** The function around one that a call is given: around `(done) => …` of `new Promise((done) => …)`. */
function aroundCallback(code: Code, callback: FunctionNode): FunctionNode | undefined {
  const call = code.tree.parent(callback);
  const isGiven = (isCall(call) || call?.type === "NewExpression") && call.callee !== callback;
  return isGiven ? code.tree.functionAround(callback) : undefined;
}

/** Whether what the function around a node gives goes into an authorization call: `auth(provider, this.options(scope))`. */
function isGivenToAuthorization(code: Code, node: Node): boolean {
  const inner = code.tree.functionAround(node);
  // `const withScope = (scope) => (options) => { options.scope = scope; }`
  const isGiven = inner?.type === "ArrowFunctionExpression" && isFunction(code.tree.parent(inner));
  const around = isGiven ? code.tree.functionAround(inner) : inner;
  return ((around && usesOf(code, around)?.mentions) ?? []).some((mention) => {
    const made = code.tree.parent(mention);
    const call = isCall(made) && made.callee === mention ? code.tree.parent(made) : undefined;
    return (
      isCall(call) && call.callee !== made && (roleOf(code, call) === "authorization" || isAuthorization(code, call))
    );
  });
}

/** Whether a scope is returned in a record that describes an error: `{ code: "NEEDS_SCOPE", status: 403, scope }`. */
function describesError(code: Code, node: Node): boolean {
  const record = code.tree.parent(node);
  return record?.type === "ObjectExpression" && !isGivenToAuthorization(code, node) && describes(code, record);
}

/** Whether a record describes an error or speaks to a person, by the names in it. */
function describes(code: Code, record: t.ObjectExpression, telling = DESCRIBING): boolean {
  // The next state of something, whatever its status is called.
  const copy = code.tree.parent(record);
  const isCopied = isCall(copy) && copiesRecords(code, copy);
  if (isCopied || record.properties.some(({ type }) => type === "SpreadElement")) return false;
  const names = propertyNames(code, record);
  const texts = record.properties.flatMap((each) =>
    each.type === "ObjectProperty" ? (constantText(code, each.value) ?? []) : [],
  );
  return names.some((name) => telling.test(name)) && ![...names, ...texts].some((text) => LOGGING_IN.test(text));
}

/** Whether the object of a member expression is what the function returns. */
function isReturnedRecord(code: Code, target: Node): boolean {
  const member = unwrap(target);
  const object = isMember(member) ? unwrap(member.object) : undefined;
  const binding = object?.type === "Identifier" ? code.bindings.resolve(object) : undefined;
  const made = binding && initialValue(code, binding);
  if (!binding || (made?.type === "ObjectExpression" && describes(code, made, SPEAKING))) return false;
  return code.bindings.references(binding)?.some((reference) => isReturned(code, reference)) === true;
}

/** Whether the handler has the object saved that it wrote a scope into: `session.requestedScope = scope; await session.save();`. */
function isSaved(code: Code, { node, target }: Candidate): boolean {
  const around = code.tree.functionAround(node);
  const object = isMember(target) ? pathOf(code, target.object) : undefined;
  // A record of something else, as for an audit, is asked by nobody.
  if (!isMember(target) || !CREDENTIALS.test(lastName(code, target.object) ?? "")) return false;
  return code.tree.own(around?.body ?? code.tree.program, "CallExpression", "OptionalCallExpression").some((call) => {
    if (startOf(call) < endOf(node) || !isMember(call.callee) || !KEEPING_METHOD.test(calleeName(code, call) ?? ""))
      return false;
    return object !== undefined && pathOf(code, call.callee.object) === object;
  });
}

/** Whether what a function gives is the state of a component that failed, which shows that. */
function isStateToShow(code: Code, node: Node): boolean {
  const around = code.tree.functionAround(node);
  const owner = code.tree.classAround(node);
  const isState = around && "key" in around && STATE_TO_SHOW.test(propertyName(code, around.key, false) ?? "");
  if (!isState || !owner) return false;
  return (code.bindings.mentions("scope", owner) ?? []).every((mention) => {
    if (covers(around, mention)) return true;
    const place = code.tree.parent(mention);
    if (place?.type === "ObjectProperty")
      return code.tree.parent(place)?.type === "ObjectPattern" || isNothing(place.value);
    return isLookedAt(code, isMember(place) ? place : mention);
  });
}

/** Whether the handler, once it has written a scope, calls what begins a login by its name or by an address. */
function sendsToLogIn(code: Code, { node, facts, target }: Candidate): boolean {
  const around = code.tree.functionAround(node);
  return code.tree.own(around?.body ?? code.tree.program, "CallExpression").some((call) => {
    if (startOf(call) < endOf(node) || roleOf(code, call) === "telling" || hasOwnScope(code, call)) return false;
    const texts = call.arguments.map((argument) => constantText(code, argument));
    const addresses = texts.filter((text) => /^(?:\/|https?:)/.test(text ?? ""));
    const isNamed =
      [calleeName(code, call), ...addresses].some((name) => name !== undefined && LOGGING_IN.test(name)) ||
      call.arguments.some((argument) => isCommandToLogIn(code, argument, target));
    return isNamed && isWithin(factsAt(code, call).kinds, facts.kinds);
  });
}

/** Whether a text says to log in, and what was written stands in it: `` `gcloud auth login --scopes ${pending.scope}` ``. */
function isCommandToLogIn(code: Code, argument: Node, target: Node): boolean {
  const text = unwrap(argument);
  if (text.type !== "TemplateLiteral" || isSentence(text)) return false;
  const path = pathOf(code, target);
  return (
    text.quasis.some(({ value }) => LOGGING_IN.test(value.raw)) &&
    text.expressions.some((each) => path !== undefined && pathOf(code, each) === path)
  );
}

/** Whether a call is given a constant scope to ask for: then it asks for no other. */
const hasOwnScope = (code: Code, call: Call): boolean =>
  call.arguments.some((argument) => {
    const record = unwrap(argument);
    const scope = record.type === "ObjectExpression" ? propertyValue(code, record, "scope") : undefined;
    return scope !== undefined && (constantText(code, scope) ?? "") !== "";
  });

/** Whether an expression is what a `return` gives, alone or as the last of a sequence. */
function isReturned(code: Code, expression: Node): boolean {
  const parent = code.tree.parent(expression);
  if (parent?.type === "SequenceExpression" && parent.expressions.at(-1) === expression)
    return isReturned(code, parent);
  return parent?.type === "ReturnStatement";
}

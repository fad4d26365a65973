import type * as t from "@babel/types";
import { isProvedAuthorization } from "../find/authorization.ts";
import { isMember, unwrap } from "../find/syntax.ts";
import { textOf } from "../parse/code.ts";
import { PLAIN_SCOPE } from "../rules/names.ts";
import { lastName } from "./elsewhere.ts";
import { callGlobal, callMethod, elementsOf, makeGlobal } from "./library.ts";
import { memberKey } from "./members.ts";
import { isAt, leadsOn, type Player, Thrown } from "./player.ts";
import { Answer, Fn, isNullish, Klass, type Names, Native, Rec, Unknown, type Value } from "./values.ts";
import { Stuck, type World } from "./world.ts";

type Call = t.CallExpression | t.OptionalCallExpression;

/** Plays a call: of a function of the text, of the language, of the authorization server, or of what is not seen. */
export function evaluateCall(player: Player, node: Call, names: Names): Value {
  if (node.callee.type === "Super") return superCall(player, node, names);
  const callee = unwrap(node.callee);
  if (callee.type === "Import" || callee.type === "V8IntrinsicIdentifier") return new Unknown(true);
  let self: Value;
  let name: string | undefined;
  let called: Value;
  if (isMember(callee)) {
    self = callee.object.type === "Super" ? names.self?.value : player.evaluate(callee.object, names);
    name = memberKey(player, callee, names);
    // A client that holds a token has somewhere to read it from.
    if (isNullish(self) && name === "tokens") return player.world.tokens();
    if (isNullish(self) && (callee.optional || node.optional || callee.type === "OptionalMemberExpression"))
      return undefined;
    called = name === undefined || isNullish(self) ? new Unknown(true) : player.read(self, name);
  } else called = player.evaluate(callee, names);
  if (isNullish(called) && node.optional) return undefined;
  const args = argumentsOf(player, node.arguments, names);
  noteRequest(player, args);
  const asked = player.world.asks.length;
  const isAsking = player.part.authorizations.some((each) => isAt(node, each));
  const run = () => resultOf(player, node, called, self, name, args, names);
  const result = isAsking ? askingResult(player.world, run) : run();
  if (!isAsking || player.world.asks.length > asked) return result;
  player.world.ask(scopeIn(args) ?? textAmong(player, args));
  return result instanceof Unknown ? "AUTHORIZED" : result;
}

/** The same of a call that asks: what it fetches is of the authorization server, which gives what it is asked for. */
function askingResult(world: World, result: () => Value): Value {
  const { isAsking } = world;
  world.isAsking = true;
  try {
    return result();
  } catch (error) {
    if (error instanceof Thrown) return new Unknown(true);
    throw error;
  } finally {
    world.isAsking = isAsking;
  }
}

function resultOf(
  player: Player,
  node: Call,
  called: Value,
  self: Value,
  name: string | undefined,
  args: readonly Value[],
  names: Names,
): Value {
  const { part, world } = player;
  const runner = args.at(-1);
  // What a compiler makes of an async function, in whatever way it runs it.
  if (runner instanceof Fn && "generator" in runner.node && runner.node.generator) {
    return player.enter(runner, args[0], []);
  }
  if (part.helper !== undefined && textOf(player.code, node.callee) === part.helper) return union(args);
  if (called instanceof Fn || called instanceof Native) return player.call(called, self, args);
  if (name !== undefined && !(self instanceof Rec && self.members.has(name))) {
    const settled = settledCall(player, self, name, args);
    if (settled) return settled.value;
  }
  if (self instanceof Answer && name !== undefined) return self.call(name, args);
  if (isOfLanguage(self) && name !== undefined) {
    noteChange(player, node, self, name);
    return callMethod(
      self,
      name,
      args.map((each) => callable(player, each, name)),
    );
  }
  if (called instanceof Unknown && called.name !== undefined) {
    const known = callGlobal(called.name, args);
    if (known !== undefined) return known;
    if (/^(?:(?:globalThis|window|self)\.)?fetch$/.test(called.name)) {
      return world.isAsking || (player.isHandler && world.asks.length === 0) ? new Unknown(true) : world.answer();
    }
    if (called.name === "setTimeout" && args[0] instanceof Fn) {
      // What else a timer does comes at some time.
      if (leadsOn(player, args[0].node)) player.later.push(args[0]);
      return new Unknown(false);
    }
  }
  if (name === "tokens" && self instanceof Unknown) return world.tokens();
  return unseen(player, node, args, names);
}

const isOfLanguage = (value: Value): boolean =>
  typeof value === "string" || Array.isArray(value) || value instanceof Map || value instanceof Set;

/** What `then`, `catch` and `finally` give: waiting takes no time here, and what is waited for is what is there. */
function settledCall(
  player: Player,
  value: Value,
  name: string,
  [first]: readonly Value[],
): { readonly value: Value } | undefined {
  if (!(first instanceof Fn)) return undefined;
  switch (name) {
    case "then":
      return { value: player.call(first, undefined, [value]) };
    case "catch":
      return { value };
    case "finally":
      player.call(first, undefined, []);
      return { value };
    default:
      return undefined;
  }
}

/** Notes that what keeps marks has changed. */
function noteChange(player: Player, { callee }: Call, self: Value, name: string): void {
  if (typeof self === "string" || /^(?:has|get|keys|values|entries|includes|some|every|find|join)$/.test(name)) return;
  const kept = isMember(callee) ? lastName(callee.object) : undefined;
  if (kept !== undefined) player.changed.add(kept);
}

/** Methods that take what a function gives as it is; others ask whether it holds. */
const TAKING = /^(?:map|flatMap|forEach|reduce|reduceRight)$/;

/** A function of the text as the language's own methods call it. */
function callable(player: Player, value: Value, name: string): Value | ((...args: Value[]) => Value) {
  if (!(value instanceof Fn)) return value;
  return (...args) => {
    const result = player.call(value, undefined, args);
    if (result instanceof Unknown && !TAKING.test(name)) throw new Stuck("what a function gives is not known");
    return result;
  };
}

/** What a call of code gives that is not seen. */
function unseen(player: Player, node: Call, args: readonly Value[], names: Names): Value {
  const { world } = player;
  if (isProvedAuthorization(player.code, node)) {
    world.ask(scopeIn(args));
    return "AUTHORIZED";
  }
  if (player.sending !== undefined && textOf(player.code, node.callee) === player.sending) return world.answer();
  const inner = args.find((each) => each instanceof Fn && leadsOn(player, each.node));
  if (inner instanceof Fn) return hand(player, node, inner, names);
  const { current } = world;
  if (current && args.some((each) => each === current || (each !== null && each === current.header))) return current;
  return new Unknown(true);
}

/** Hands a function to code that is not seen, which calls it. */
function hand(player: Player, { callee }: Call, handed: Fn, names: Names): Value {
  let root = unwrap(callee);
  while (isMember(root)) root = unwrap(root.object);
  player.handed.push({
    node: handed.node,
    within: player.code.tree.functionAround(handed.node),
    to: root.type === "Identifier" ? player.lookUp(root, names) : undefined,
    isMadeOnce: false,
  });
  return player.call(handed, undefined, [new Unknown(true)]);
}

function argumentsOf(player: Player, nodes: Call["arguments"], names: Names): Value[] {
  return nodes.flatMap((each): readonly Value[] => {
    if (each.type === "ArgumentPlaceholder") return [undefined];
    if (each.type !== "SpreadElement") return [player.evaluate(each, names)];
    return elementsOf(player.evaluate(each.argument, names)) ?? [new Unknown(true)];
  });
}

/** The scope among what an authorization is given: a member of a record that is called so. */
function scopeIn(args: readonly Value[]): Value {
  for (const each of args) {
    if (!(each instanceof Rec) || each.isOpen) continue;
    for (const [name, value] of each.members) {
      if (!PLAIN_SCOPE.test(name)) continue;
      const list = elementsOf(value);
      return list?.every((one) => typeof one === "string") ? list.join(" ") : value;
    }
  }
  return undefined;
}

/**
 * Notes the text in which a request of the client's own asks for what the sink got: `openid read` of
 * ``new URLSearchParams({ scope: `openid ${scope}` })``, or of `parameters.set("scope", …)`.
 */
function noteRequest(player: Player, args: readonly Value[]): void {
  const { sinkValue } = player;
  const [name, value] = args;
  const text = typeof name === "string" && PLAIN_SCOPE.test(name) ? value : scopeIn(args);
  if (typeof sinkValue !== "string" || typeof text !== "string") return;
  const names = text.split(/\s+/);
  if (sinkValue.split(/\s+/).every((each) => names.includes(each))) player.requested = text;
}

/** A text that is given by itself, where it is what the sink got. */
const textAmong = ({ sinkValue }: Player, args: readonly Value[]): Value =>
  args.find((each) => typeof each === "string" && each === sinkValue);

/** What the helper of the change gives. */
function union(given: readonly Value[]): Value {
  const args = given.map((each) => (each instanceof Answer ? each.member("scope") : each));
  if (args.some((each) => typeof each !== "string" && !isNullish(each))) return new Unknown(true);
  const scopes = args.flatMap((each) => (typeof each === "string" ? each.split(/\s+/) : []));
  return [...new Set(scopes.filter((each) => each !== ""))].join(" ") || undefined;
}

function superCall(player: Player, node: Call, names: Names): Value {
  const self = names.self?.value;
  const args = argumentsOf(player, node.arguments, names);
  if (self instanceof Rec) player.raise(self, args);
  return undefined;
}

/** Plays `new`. */
export function evaluateNew(player: Player, node: t.NewExpression, names: Names): Value {
  const callee = player.evaluate(node.callee, names);
  const args = argumentsOf(player, node.arguments, names);
  noteRequest(player, args);
  if (callee instanceof Klass) return player.construct(callee, args);
  if (callee instanceof Unknown && callee.name !== undefined) {
    if (callee.name === "Promise" && args[0] instanceof Fn) return executed(player, args[0]);
    const made = makeGlobal(callee.name, args);
    if (made !== undefined) return made;
  }
  return new Unknown(false);
}

/** What a promise's executor resolves it with. */
function executed(player: Player, executor: Fn): Value {
  let result: Value = new Unknown(true);
  const resolve = new Native(([value]) => {
    result = value;
    return undefined;
  });
  const reject = new Native(([value]) => {
    throw new Thrown(value);
  });
  player.call(executor, undefined, [resolve, reject]);
  return result;
}

/** Calls what is a function of the text, or of the player. */
export function call(player: Player, callee: Value, self: Value, args: readonly Value[]): Value {
  if (callee instanceof Native) return callee.run(args);
  if (callee instanceof Fn) return player.enter(callee, callee.self ? callee.self.value : self, args);
  throw new Stuck("what is called is not seen");
}

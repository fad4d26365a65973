import type * as t from "@babel/types";
import { methodOf } from "../../find/library/lookup.ts";
import { namesScope } from "../../find/origins.ts";
import {
  constantText,
  isCall,
  isMember,
  memberName,
  pathOf,
  propertyName,
  propertyValue,
  unwrap,
} from "../../find/syntax.ts";
import { usesOf } from "../../find/uses.ts";
import type { Binding } from "../../parse/bindings.ts";
import type { Code } from "../../parse/code.ts";
import { covers, isFunction, type Node } from "../../parse/tree.ts";
import { ENDPOINT } from "../../rules/names-beside.ts";
import { followsComponent, isGivenAnew } from "./components.ts";
import { type Frame, frameOfBinding, frameOfThis, outlives } from "./frames.ts";

/** More steps than a person takes from a parameter to what is asked. */
const MOST_STEPS = 10;

/** What is asked of an expression: whether its value can change while a sink lives. */
export interface Question {
  readonly code: Code;
  /** The frame of the sink. */
  readonly home: Frame;
  /** Of places, whether they are known to stay the same as long as what the sink hangs on, or to change. */
  readonly known?: (place: Node) => "same" | "another" | undefined;
  /** The names that were looked at: each is asked once. */
  readonly seen?: Set<Binding>;
}

/** The first thing by which a value differs while a sink stays the same; undefined where nothing is seen. */
export function variesBy(question: Question, expression: Node, depth = 0): Node | undefined {
  const { code, home } = question;
  const node = unwrap(expression);
  if (depth > MOST_STEPS || isFunction(node)) return undefined;
  const known = question.known?.(node);
  if (known) return known === "another" ? node : undefined;
  const first = (parts: readonly (Node | null | undefined)[]) => {
    for (const part of parts) {
      const found = part && variesBy(question, part, depth + 1);
      if (found) return found;
    }
    return undefined;
  };
  switch (node.type) {
    case "ThisExpression":
      return outlives(frameOfThis(code, node), home) ? undefined : node;
    case "Identifier": {
      const binding = code.bindings.resolve(node);
      return binding && variesByName({ ...question, seen: question.seen ?? new Set() }, binding, node, depth);
    }
    case "MemberExpression":
    case "OptionalMemberExpression":
      if (home.renewedBy?.includes(pathOf(code, node) ?? "")) return undefined;
      if (isGivenAnew(code, node)) return node;
      return first([node.object, node.computed ? node.property : undefined]);
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
      return first([node.callee, ...node.arguments]);
    case "ConditionalExpression":
      return first([node.test, node.consequent, node.alternate]);
    case "ObjectExpression":
      return first(
        node.properties.map((each) => ("value" in each ? each.value : "argument" in each ? each.argument : undefined)),
      );
    case "AwaitExpression":
    case "YieldExpression":
    case "SpreadElement":
    case "UnaryExpression":
      return first([node.argument]);
    case "LogicalExpression":
    case "BinaryExpression":
      return first([node.left, node.right]);
    case "TemplateLiteral":
      return first(node.expressions);
    case "TaggedTemplateExpression":
      return first([node.tag, ...node.quasi.expressions]);
    case "UpdateExpression":
      return node;
    case "ArrayExpression":
      return first(node.elements);
    case "AssignmentExpression":
      return first([node.right]);
    default:
      return undefined;
  }
}

function variesByName(question: Question, binding: Binding, mention: Node, depth: number): Node | undefined {
  const { code, home, seen } = question;
  const { declaration, kind } = binding;
  if (seen?.has(binding)) return undefined;
  seen?.add(binding);
  if (kind !== "variable" && kind !== "parameter" && kind !== "catch") return undefined;
  if (home.renewedBy?.includes(binding.id)) return undefined;
  const isOneRun = outlives(frameOfBinding(code, binding), home);
  if (followsComponent(code, binding, isOneRun)) return mention;
  if (isOneRun) return undefined;
  if (kind === "parameter") return variesByCallers(question, binding, mention, depth);
  const init = declaration.type === "VariableDeclarator" ? declaration.init : undefined;
  const writes = code.bindings.writes(binding);
  // What a loop gives it is another value in each round.
  if (!writes || (!init && writes.length === 0)) return mention;
  const given = [
    ...(init ? [init] : []),
    ...writes.map((write) => valueWritten(code, write) ?? write),
    ...putInto(code, binding),
  ];
  for (const value of given) {
    if (value === mention || (value.type === "Identifier" && code.bindings.resolve(value) === binding)) continue;
    const found = variesBy(question, value, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** What is put into the options or headers that a variable is: `options.url = server`, `headers.set("x-tenant", tenant)`. */
const putInto = (code: Code, binding: Binding): Node[] =>
  (code.bindings.references(binding) ?? []).flatMap((mention): Node[] => {
    let place: Node = mention;
    for (let up = code.tree.parent(place); isMember(up) && up.object === place; up = code.tree.parent(place))
      place = up;
    if (place === mention) return [];
    const around = code.tree.parent(place);
    const isScope = isMember(place) && namesScope(memberName(code, place));
    if (around?.type === "AssignmentExpression" && around.left === place) return isScope ? [] : [around.right];
    const isPut = isCall(around) && around.callee === place && methodOf(code, place)?.changes !== undefined;
    const isOfAddress = isMember(place) && isMember(place.object) && memberName(code, place.object) === "searchParams";
    return isPut && !isOfAddress ? around.arguments : [];
  });

/** A parameter is one thing for all calls where all of them are seen, and pass the same. */
function variesByCallers(question: Question, binding: Binding, mention: Node, depth: number): Node | undefined {
  const { code } = question;
  const passed = argumentsOf(code, binding);
  const [first] = passed ?? [];
  if (!passed || !first) return mention;
  const path = pathOf(code, first);
  if (areEndpoints(code, passed)) return undefined;
  const isSame = passed.length === 1 || (path !== undefined && passed.every((each) => pathOf(code, each) === path));
  return isSame ? variesBy(question, first, depth + 1) : mention;
}

/** Whether all values are paths of endpoints of one server: `"/oauth/authorize"`, `"/oauth/token"`. */
function areEndpoints(code: Code, values: readonly Node[]): boolean {
  const paths = values.map((each) => constantText(code, each) ?? "");
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf("/"))));
  const areNamed = paths.every((path) => /^\/(?!\/)/.test(path) && ENDPOINT.test(path.slice(path.lastIndexOf("/"))));
  return areNamed && folders.size === 1;
}

/** What all calls of a function pass for a parameter; undefined where some are not seen. */
function argumentsOf(code: Code, { declaration, identifier }: Binding): Node[] | undefined {
  if (!isFunction(declaration)) return undefined;
  const index = declaration.params.findIndex((parameter) => covers(parameter, identifier));
  const parameter = declaration.params[index];
  const uses = usesOf(code, declaration) ?? { mentions: [declaration], complete: true };
  if (!uses.complete || uses.mentions.length === 0) return undefined;
  const found: Node[] = [];
  for (const use of uses.mentions) {
    const call = code.tree.parent(use);
    const argument = isCall(call) && call.callee === use ? call.arguments[index] : undefined;
    if (!argument || argument.type === "SpreadElement") return undefined;
    found.push(argument);
  }
  return parameter?.type === "ObjectPattern"
    ? found.map((each) => partTaken(code, parameter, identifier, each))
    : found;
}

/** The part of an argument that a pattern takes, where it is written out; else all of it. */
function partTaken(code: Code, pattern: t.ObjectPattern, identifier: Node, argument: Node): Node {
  const record = unwrap(argument);
  const property = pattern.properties.find((each) => covers(each, identifier));
  if (record.type !== "ObjectExpression" || property?.type !== "ObjectProperty") return argument;
  const name = propertyName(code, property.key, property.computed);
  return (name !== undefined && propertyValue(code, record, name)) || argument;
}

/** What a plain assignment gives a place. */
function valueWritten(code: Code, place: Node): Node | undefined {
  const parent = code.tree.parent(place);
  const isWrite = parent?.type === "AssignmentExpression" && parent.left === place && parent.operator === "=";
  return isWrite ? parent.right : undefined;
}

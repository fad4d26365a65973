import type * as t from "@babel/types";
import { getterOf } from "../find/accessors.ts";
import { takesRequestKeys } from "../find/calls.ts";
import { functionNamed } from "../find/functions.ts";
import { isOfTexts, methodNamed, methodOf, runsSettled } from "../find/library/lookup.ts";
import { assignmentAround, destructuredNames } from "../find/patterns.ts";
import { coreRunBy } from "../find/shells.ts";
import {
  type Call,
  constantValue,
  isCall,
  isMember,
  type Member,
  memberName,
  pathOf,
  propertyValue,
  unwrap,
} from "../find/syntax.ts";
import { isThis } from "../find/this.ts";
import { argumentsFor, usesOf } from "../find/uses.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { CARRYING, COMPARING } from "../rules/names.ts";
import {
  CHALLENGED,
  type Given,
  HELD,
  inList,
  isAnswer,
  isHeldTwice,
  parametersGiven,
  partsGiven,
  RELATED,
  relationOf,
  STORED,
  UNSEEN,
  WHOLE,
} from "./track-kinds.ts";

/** What is asked of a value. */
export interface TracksQuestion {
  readonly code: Code;
  /** What is known to hold something by itself: the challenge, stored tokens, the write of the sink. */
  readonly leaf: (expression: Node) => number;
  /** The paths of the sink, of what it is copied to, and of the collections that it is put into. */
  readonly holding: ReadonlySet<string>;
  readonly memory: Map<Node, number>;
}

const NONE_GIVEN: Given = new Map();
/** More calls and names behind each other than people write. */
const DEEPEST = 14;

/** What has come into an expression's value. */
export function tracksOf(question: TracksQuestion, expression: Node): number {
  return read({ question, given: NONE_GIVEN, depth: 0 }, expression);
}

interface At {
  readonly question: TracksQuestion;
  readonly given: Given;
  readonly depth: number;
}

function read(at: At, expression: Node): number {
  const { memory } = at.question;
  if (at.depth > DEEPEST) return 0;
  if (at.given.size > 0) return readFresh(at, expression);
  const known = memory.get(expression);
  if (known !== undefined) return known;
  memory.set(expression, 0);
  const found = readFresh(at, expression);
  memory.set(expression, found);
  return found;
}

function readFresh(at: At, expression: Node): number {
  const { code } = at.question;
  const node = unwrap(expression);
  const inner: At = { ...at, depth: at.depth + 1 };
  const all = (parts: readonly (Node | null | undefined)[]) =>
    parts.reduce((found, part) => found | (part ? read(inner, part) : 0), 0);
  const own = ownTracks(at.question, node);
  switch (node.type) {
    case "Identifier": {
      const binding = code.bindings.resolve(node);
      return own & HELD || !binding ? own : own | ofBinding(inner, binding);
    }
    case "MemberExpression":
    case "OptionalMemberExpression":
      return own || ofMember(inner, node);
    case "CallExpression":
    case "OptionalCallExpression":
      return (own & CHALLENGED) | ofCall(inner, node);
    case "NewExpression":
      return all(node.arguments) | relationOf(node.arguments.flatMap(inList).map((part) => read(inner, part)));
    case "AssignmentExpression":
      return own | (node.operator === "=" ? read(inner, node.right) : all([node.left, node.right]));
    case "AwaitExpression":
      return isAnswer(code, node.argument) ? own : own | read(inner, node.argument);
    case "YieldExpression":
      return node.argument && !isAnswer(code, node.argument) ? own | read(inner, node.argument) : own;
    case "ConditionalExpression":
      return all([node.consequent, node.alternate]) | (read(inner, node.test) & RELATED);
    case "LogicalExpression":
      return all([node.left, node.right]);
    case "BinaryExpression":
      return node.operator === "+" ? all([node.left, node.right]) : ofComparison(inner, node);
    case "UnaryExpression":
      return read(inner, node.argument) & RELATED;
    case "TemplateLiteral":
      return all(node.expressions);
    case "ArrayExpression":
      return all(node.elements);
    case "ObjectExpression":
      return all(
        node.properties.map((part) =>
          part.type === "ObjectProperty" ? part.value : part.type === "SpreadElement" ? part.argument : undefined,
        ),
      );
    case "SpreadElement":
      return read(inner, node.argument);
    default:
      return isFunction(node) ? withinFunction(inner, node) : own;
  }
}

/** What an expression holds by what it is. */
function ownTracks({ code, holding, leaf }: TracksQuestion, node: Node): number {
  const path = node.type === "Identifier" || isMember(node) ? pathOf(code, node) : undefined;
  if (path === undefined) return leaf(node);
  return holding.has(path) ? HELD : leaf(node) | (isAbove(path, holding) ? WHOLE : 0);
}

/** Whether a record holds the sink, or a copy of it: `JSON.stringify(state)` tells of `state.scope`. */
const isAbove = (path: string, holding: ReadonlySet<string>): boolean =>
  !isThis(path) && [...holding].some((each) => each.startsWith(`${path}.`));

function ofComparison(at: At, { left, operator, right }: t.BinaryExpression): number {
  const [one, other] = [left, right].map((side) => read(at, side)) as [number, number];
  // What was granted grows with what is asked for: it is no longer equal to the challenge that it was granted for.
  const isStored =
    /^[!=]==?$/.test(operator) &&
    one !== other &&
    (((one & STORED) !== 0 && (other & CHALLENGED) !== 0) || ((other & STORED) !== 0 && (one & CHALLENGED) !== 0));
  // Of two states of the sink, the later holds the earlier once it is a union.
  const isHeld = /^[!=]==?$/.test(operator) && isHeldTwice(one, other);
  return relationOf([one, other]) | (isStored || isHeld ? RELATED : 0) | ((one | other) & RELATED);
}

function ofMember(at: At, node: Member): number {
  const { code } = at.question;
  const getter = getterOf(code, node);
  if (getter) return ofReturns(at, getter, NONE_GIVEN);
  const name = memberName(code, node);
  const object = unwrap(node.object);
  if (object.type === "ThisExpression") return 0;
  const value = object.type === "Identifier" ? constantValue(code, object) : object;
  const record = value && unwrap(value);
  if (record?.type === "ObjectExpression" && name !== undefined) {
    const part = propertyValue(code, record, name);
    return part ? read(at, part) : 0;
  }
  const parts = object.type === "Identifier" && name !== undefined ? partsGiven(code, object, name) : [];
  const given = parts.reduce((found, part) => found | read(at, part), 0);
  if (given !== 0) return given;
  const isCarried = name === undefined || CARRYING.test(name) || isCall(object);
  return read(at, object) & (isCarried ? ~UNSEEN : RELATED);
}

function ofCall(at: At, call: Call): number {
  const { code } = at.question;
  if (takesRequestKeys(code, call)) return 0;
  const callee = unwrap(call.callee);
  const [next] = call.arguments;
  if (next && runsSettled(methodOf(code, callee))) return isFunction(next) ? ofReturns(at, next, at.given) : 0;
  const core = coreRunBy(call);
  if (core) return ofReturns(at, core, at.given);
  const target = functionNamed(code, callee);
  const given = call.arguments.map((argument) => read(at, argument));
  if (target) return ofReturns(at, target, parametersGiven(code, target, given));
  const object = isMember(callee) ? read(at, callee.object) : 0;
  // A function that is not read is given much beside the challenge: a provider, an address. Texts it is compared with.
  const name = isMember(callee) ? memberName(code, callee) : undefined;
  const isComparing = isOfTexts(methodNamed(name)) || COMPARING.test(name ?? "");
  const operands = [object, ...given].map((each) => (isComparing ? each : each & ~UNSEEN));
  const isHeld =
    isComparing && operands.some((one, index) => operands.slice(index + 1).some((each) => isHeldTwice(one, each)));
  return operands.reduce((found, each) => found | each, 0) | relationOf(operands) | (isHeld ? RELATED : 0);
}

/** What a function gives, where its parameters hold some tracks. */
function ofReturns(at: At, target: FunctionNode, given: Given): number {
  const { code } = at.question;
  const inner: At = { ...at, given, depth: at.depth + 2 };
  if (inner.depth > DEEPEST) return 0;
  if (target.body.type !== "BlockStatement") return read(inner, target.body);
  let found = 0;
  for (const node of code.tree.own(target.body, "ReturnStatement", "IfStatement", "WhileStatement")) {
    // What is returned depends on what decides.
    if (node.type !== "ReturnStatement") found |= read(inner, node.test) & RELATED;
    else if (node.argument) found |= read(inner, node.argument);
  }
  return found;
}

/** What a function that is handed over looks at, and how it relates what it looks at. */
function withinFunction(at: At, target: FunctionNode): number {
  const { code } = at.question;
  let found = ofReturns(at, target, at.given);
  for (const node of code.tree.own(target.body, "Identifier", "MemberExpression", "OptionalMemberExpression"))
    found |= ownTracks(at.question, node);
  return found;
}

function ofBinding(at: At, binding: Binding): number {
  const { code } = at.question;
  const passed = at.given.get(binding.id);
  if (passed !== undefined) return passed;
  const { declaration } = binding;
  if (binding.kind === "parameter" && isFunction(declaration)) return ofParameter(at, declaration, binding);
  if (declaration.type !== "VariableDeclarator") return 0;
  const loop = code.tree.parent(code.tree.parent(declaration) ?? declaration);
  const each = loop?.type === "ForOfStatement" && !declaration.init ? read(at, loop.right) : 0;
  const first = declaration.init ? ofPart(at, declaration.id, binding.identifier, declaration.init) : 0;
  return (code.bindings.writes(binding) ?? []).reduce((found, write) => {
    const assignment = assignmentAround(code, write);
    return assignment ? found | ofPart(at, assignment.left, write, assignment.right) : found;
  }, first | each);
}

/** What a name in a pattern takes of a value. */
function ofPart(at: At, pattern: Node, identifier: t.Identifier, value: Node): number {
  const { code, holding } = at.question;
  const record = unwrap(value);
  if (pattern.type === "ArrayPattern" && record.type === "ArrayExpression") {
    const index = pattern.elements.findIndex((element) => element && covers(element, identifier));
    const part = record.elements[index];
    return part ? read(at, part) : 0;
  }
  const names = destructuredNames(code, pattern, { identifier });
  const [name] = names;
  if (name === undefined) return read(at, value);
  const part = record.type === "ObjectExpression" ? propertyValue(code, record, name) : undefined;
  if (part) return read(at, part);
  const path = pathOf(code, value);
  if (path === undefined) return CARRYING.test(name) ? read(at, value) : 0;
  return holding.has([path, ...names].join(".")) ? HELD : 0;
}

/** Whether all calls of a function are seen, with what each passes up to a parameter: `handle(...all)` passes anything. */
function isSeenPassed(code: Code, target: FunctionNode, parameter: Node | undefined): boolean {
  const index = target.params.findIndex((each) => parameter !== undefined && covers(each, parameter));
  const uses = usesOf(code, target);
  return (
    uses?.complete === true &&
    uses.mentions.every((mention) => {
      const call = code.tree.parent(mention);
      const isCalled = isCall(call) && call.callee === mention;
      return isCalled && call.arguments.slice(0, index + 1).every(({ type }) => type !== "SpreadElement");
    })
  );
}

/** What the calls of this file pass for a parameter; what a collection passes to a function that it calls. */
function ofParameter(at: At, target: FunctionNode, binding: Binding): number {
  const { code } = at.question;
  const parameter = target.params.find((each) => covers(each, binding.identifier));
  const pattern = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
  const passed = argumentsFor(code, target, binding).reduce(
    (found, value) => found | (pattern ? ofPart(at, pattern, binding.identifier, value) : 0),
    parameter?.type === "AssignmentPattern" ? read(at, parameter.right) : 0,
  );
  const call = code.tree.parent(target);
  const isCallback = isCall(call) && isMember(call.callee) && call.arguments.some((each) => each === target);
  if (isCallback && isMember(call.callee)) return passed | read(at, call.callee.object);
  return isSeenPassed(code, target, parameter) ? passed : passed | UNSEEN;
}

import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import { CHALLENGE_HEADER } from "../rules/names.ts";
import type { Test } from "./facts.ts";
import { parametersOf } from "./functions.ts";
import { isMadeOfAll, methodOf } from "./library/lookup.ts";
import { isOnlyLookedUp, servesByItself } from "./own-server.ts";
import { isWritten } from "./request-use.ts";
import {
  constantText,
  constantValue,
  isCall,
  isMember,
  isNeverWritten,
  memberName,
  propertyName,
  unwrap,
} from "./syntax.ts";
import { usesOf } from "./uses.ts";
import type { Written } from "./written.ts";

/**
 * Whether the challenge that was tested is one that this file makes and sends, so that nobody answers it here: all calls
 * of the function write it out, with a constant code and constant scopes, it goes into the header of the answer, and
 * what is written is an entry of that answer's own object, which the file only looks up: `c.set("scope", scope)`.
 */
export function isOwnChallenge(code: Code, { call, target, value }: Written, tests: readonly Test[]): boolean {
  const callee = isCall(call) ? unwrap(call.callee) : undefined;
  const holder = isMember(callee) ? unwrap(callee.object) : undefined;
  const answer = holder?.type === "Identifier" ? code.bindings.resolve(holder) : undefined;
  const [key] = call?.arguments ?? [];
  const name = key && isMember(callee) && memberName(code, callee) === "set" ? constantText(code, key) : undefined;
  const records = tests.map(({ subject }) => subject && parameterOf(code, subject));
  const [record] = records;
  if (!call || !answer || !record || name === undefined || !records.every((each) => each === record)) return false;
  const refusing = record.declaration;
  return (
    isFunction(refusing) &&
    answer.declaration === refusing &&
    covers(refusing.body, target) &&
    isOfRecord(code, value, record) &&
    isMadeByAll(code, refusing, record) &&
    !mayBeChanged(code, record, call) &&
    isSentBy(code, refusing, record, answer) &&
    isOnlyLookedUp(code, name) &&
    servesByItself(code, record)
  );
}

/** The parameter of which a part is tested. */
function parameterOf(code: Code, subject: Node): Binding | undefined {
  const part = unwrap(subject);
  const record = isMember(part) ? unwrap(part.object) : undefined;
  const binding = record?.type === "Identifier" ? code.bindings.resolve(record) : undefined;
  return binding?.kind === "parameter" ? binding : undefined;
}

/** Whether a value is a part of a record, by itself or by a name, in the place of which nothing but a constant may stand. */
function isOfRecord(code: Code, value: Node, record: Binding): boolean {
  const node = unwrap(value);
  if (constantText(code, node) !== undefined) return true;
  if (node.type === "LogicalExpression" && node.operator !== "&&")
    return isOfRecord(code, node.left, record) && isOfRecord(code, node.right, record);
  if (isMember(node)) return isNameOf(code, node.object, record) && !node.computed;
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  const declared = binding && isNeverWritten(code, binding) ? binding.declaration : undefined;
  if (declared?.type !== "VariableDeclarator" || !declared.init) return false;
  if (declared.id.type !== "ObjectPattern")
    return declared.id === binding?.identifier && isOfRecord(code, declared.init, record);
  return (
    isNameOf(code, declared.init, record) &&
    declared.id.properties.every(
      (part) =>
        part.type === "ObjectProperty" &&
        (part.value.type === "Identifier" ||
          (part.value.type === "AssignmentPattern" && constantText(code, part.value.right) !== undefined)),
    )
  );
}

function isNameOf(code: Code, object: Node, record: Binding): boolean {
  const node = unwrap(object);
  return node.type === "Identifier" && code.bindings.resolve(node) === record;
}

/** Whether all calls of a function are seen, and give a record that is written out there, or none. */
function isMadeByAll(code: Code, target: FunctionNode, record: Binding): boolean {
  const parameter = parametersOf(code, target).find(({ binding }) => binding === record);
  if (!parameter || parameter.isRest || (parameter.initial && !isWrittenOut(code, parameter.initial))) return false;
  return callsSeen(code, target)?.every((given) => isWrittenOut(code, given[parameter.index])) === true;
}

/** What the calls of a function are given, where all are seen. */
function callsSeen(code: Code, target: FunctionNode): readonly (readonly Node[])[] | undefined {
  const uses = usesOf(code, target);
  const calls = uses?.complete ? uses.mentions.map((mention) => argumentsOf(code, mention)) : [];
  return calls.length > 0 && calls.every((each) => each !== undefined) ? calls : undefined;
}

function argumentsOf(code: Code, mention: Node): readonly Node[] | undefined {
  const call = code.tree.parent(mention);
  if (!isCall(call) || call.callee !== mention) return undefined;
  return call.arguments.some(({ type }) => type === "SpreadElement") ? undefined : call.arguments;
}

function isWrittenOut(code: Code, given: Node | undefined): boolean {
  const record = given && unwrap(given);
  if (!record) return true;
  if (record.type !== "ObjectExpression") return false;
  return record.properties.every(
    (part) =>
      part.type === "ObjectProperty" &&
      propertyName(code, part.key, part.computed) !== undefined &&
      isConstant(code, part.value, 0),
  );
}

/** More names than a scope has on its way from where it is written out. */
const MOST_NAMES = 4;

/** Whether a value is made of constants alone, by what all calls of the functions give that it comes through. */
function isConstant(code: Code, value: Node, depth: number): boolean {
  const node = unwrap(value);
  if (constantText(code, node) !== undefined) return true;
  if (depth > MOST_NAMES) return false;
  if (node.type === "ArrayExpression")
    return node.elements.every((each) => each !== null && isConstant(code, each, depth + 1));
  if (isCall(node)) {
    const list = isMember(node.callee) ? node.callee.object : undefined;
    const isJoined = isMadeOfAll(methodOf(code, node.callee)) && !node.arguments.some(isFunction);
    return (
      list !== undefined && isJoined && [list, ...node.arguments].every((each) => isConstant(code, each, depth + 1))
    );
  }
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  if (node.type !== "Identifier" || !binding) return false;
  const held = constantValue(code, node);
  if (held) return isConstant(code, held, depth + 1) && !mayBeChanged(code, binding, code.tree.program);
  const { declaration } = binding;
  if (binding.kind !== "parameter" || !isFunction(declaration) || mayBeChanged(code, binding, declaration))
    return false;
  const parameter = parametersOf(code, declaration).find((each) => each.binding === binding);
  if (!parameter || parameter.initial) return false;
  return (
    callsSeen(code, declaration)?.every((given) => {
      const own = parameter.isRest ? given.slice(parameter.index) : given.slice(parameter.index, parameter.index + 1);
      return (parameter.isRest || own.length > 0) && own.every((each) => isConstant(code, each, depth + 1));
    }) === true
  );
}

/** Whether what a name holds may be another thing, or hold others, before the end of a node: all but reads of it may do so. */
function mayBeChanged(code: Code, binding: Binding, until: Node): boolean {
  const references = code.bindings.references(binding);
  return references?.every((mention) => startOf(mention) >= endOf(until) || isMereRead(code, mention)) !== true;
}

/** `challenge.error`, `{ ...challenge }`, `const { scope } = challenge`, and methods that change nothing. */
function isMereRead(code: Code, mention: Node): boolean {
  const use = code.tree.parent(mention);
  if (use?.type === "SpreadElement") return code.tree.parent(use)?.type === "ObjectExpression";
  if (use?.type === "VariableDeclarator")
    return use.id === mention || (use.id.type === "ObjectPattern" && use.init === mention);
  if (isFunction(use) || use?.type === "RestElement" || use?.type === "AssignmentPattern") return true;
  if (!isMember(use) || use.object !== mention || isWritten(code, use)) return false;
  const call = code.tree.parent(use);
  if (!isCall(call) || call.callee !== use)
    return call?.type !== "UpdateExpression" && call?.type !== "UnaryExpression";
  const method = methodOf(code, use);
  return method !== undefined && !method.changes;
}

/** Whether a function sends the challenge in a header by one of its parameters, by whose methods alone it uses that. */
function isSentBy(code: Code, target: FunctionNode, record: Binding, answer: Binding): boolean {
  const isOwn = (code.bindings.references(answer) ?? []).every((mention) => {
    const use = code.tree.parent(mention);
    return isFunction(use) || (isMember(use) && use.object === mention);
  });
  return (
    isOwn && (code.bindings.references(record) ?? []).some((mention) => isInHeader(code, mention, target.body, answer))
  );
}

/** Whether what is mentioned goes into the header of a challenge, in a call of a method of the answer. */
function isInHeader(code: Code, mention: Node, limit: Node, answer: Binding): boolean {
  let child = mention;
  let isNamed = false;
  for (const parent of code.tree.ancestors(mention)) {
    if (parent === limit || isFunction(parent)) return false;
    if (parent.type === "ObjectProperty" && parent.value === child)
      isNamed ||= CHALLENGE_HEADER.test(propertyName(code, parent.key, parent.computed) ?? "");
    if (isCall(parent) && parent.callee !== child) {
      const [first, second] = parent.arguments;
      isNamed ||= first !== undefined && second === child && CHALLENGE_HEADER.test(constantText(code, first) ?? "");
      if (isNamed && isMethodOf(code, parent.callee, answer)) return true;
    }
    child = parent;
  }
  return false;
}

/** `res.set` and `res.status(403).set` are methods of `res`. */
function isMethodOf(code: Code, callee: Node, answer: Binding): boolean {
  let root = unwrap(callee);
  while (isMember(root) || isCall(root)) root = unwrap(isCall(root) ? root.callee : root.object);
  return root !== callee && root.type === "Identifier" && code.bindings.resolve(root) === answer;
}

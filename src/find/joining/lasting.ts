import type * as t from "@babel/types";
import type { Binding } from "../../parse/bindings.ts";
import type { Code } from "../../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../../parse/tree.ts";
import { assignedTo, constructorOf } from "../handed-functions.ts";
import { partsNamed } from "../parts.ts";
import { shellOf, variableGiven } from "../shells.ts";
import { initialValue, isCall, isMember, memberName, pathOf, unwrap } from "../syntax.ts";
import { isThis } from "../this.ts";
import { isGivenToImporters, usesOf } from "../uses.ts";

/** More owners of each other than are followed. */
const MOST_STEPS = 4;

/**
 * Whether an object is the same in each run of the code that uses it: a constant of the file or of a function that
 * makes that code, a parameter of such, a field of an object that is.
 */
export function isLasting(code: Code, object: Node, depth = 0): boolean {
  const node = unwrap(object);
  if (depth > MOST_STEPS) return false;
  if (isThis(pathOf(code, node))) {
    const owner = code.tree.classAround(node);
    return owner !== undefined && pathOf(code, node) === "this" && areLasting(code, owner, depth);
  }
  if (isMember(node)) return isLastingField(code, node, depth);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  if (!binding || code.bindings.writes(binding)?.length !== 0) return false;
  return binding.kind === "parameter"
    ? isLastingParameter(code, binding, node, depth)
    : initialValue(code, binding) !== undefined && isMadeForMany(code, binding.identifier, node, depth);
}

/** A field that the class gives something once, where its objects last. */
function isLastingField(code: Code, field: t.MemberExpression | t.OptionalMemberExpression, depth: number): boolean {
  const name = memberName(code, field);
  const owner = isThis(pathOf(code, field.object)) ? code.tree.classAround(field) : undefined;
  if (name === undefined || !owner || !isLasting(code, field.object, depth + 1)) return false;
  const maker = constructorOf(code, owner);
  const parts = partsNamed(code, owner, name);
  const isDeclared = parts.every((each) => each.type === "ClassProperty" || each.type === "ClassPrivateProperty");
  const isGiven = parts.some((each) => "value" in each && each.value) || (maker && assignedTo(code, maker, name));
  const isParameter = maker?.params.some(
    (each) =>
      each.type === "TSParameterProperty" && each.parameter.type === "Identifier" && each.parameter.name === name,
  );
  return isDeclared && (isGiven || isParameter) ? isGivenOnce(code, name, maker) : false;
}

/** Whether nothing of the file assigns to a field of a name, but a constructor. */
const isGivenOnce = (code: Code, name: string, maker: FunctionNode | undefined): boolean =>
  (code.bindings.mentions(name, code.tree.program) ?? [undefined]).every((mention) => {
    if (!mention) return false;
    const named = code.tree.parent(mention);
    const member = named?.type === "PrivateName" ? code.tree.parent(named) : named;
    const parent = isMember(member) ? code.tree.parent(member) : undefined;
    const isWritten = parent?.type === "AssignmentExpression" && parent.left === member;
    return !isWritten || (maker !== undefined && code.tree.functionAround(parent) === maker);
  });

/** A parameter of a function that makes the code, or that the file always gives something lasting. */
function isLastingParameter(code: Code, binding: Binding, use: Node, depth: number): boolean {
  const maker = binding.declaration;
  if (!isFunction(maker)) return false;
  const isOwn = shellOf(code, code.tree.functionAround(use) ?? maker) === maker;
  const index = maker.params.findIndex((each) => covers(each, binding.identifier));
  if (isOwn && maker.params[index]?.type !== "Identifier") return false;
  const calls = callsOf(code, maker);
  if (!calls || (isOwn && calls.length === 0)) return false;
  return calls.every((call) => {
    const given = isCall(call) ? call.arguments[index] : undefined;
    return code.tree.functionAround(call) === undefined || (given !== undefined && isLasting(code, given, depth + 1));
  });
}

/** The calls of a function in this file; undefined where it is handed to code that may call it. */
function callsOf(code: Code, target: FunctionNode): readonly Node[] | undefined {
  const mentions = usesOf(code, shellOf(code, target))?.mentions;
  if (!mentions) return isFunction(code.tree.parent(target)) ? undefined : [];
  const calls: Node[] = [];
  for (const mention of mentions) {
    const call = code.tree.parent(mention);
    if (isCall(call) && call.callee === mention) calls.push(call);
    else if (!isGivenToImporters(code, mention)) return undefined;
  }
  return calls;
}

/** Whether what stands at a place is made by code that does not run anew whenever other code does. */
function isMadeForMany(code: Code, made: Node, use: Node | undefined, depth: number): boolean {
  const maker = code.tree.functionAround(made);
  if (!maker) return true;
  if (depth > MOST_STEPS) return false;
  if (maker.type === "ClassMethod" && maker.kind === "constructor") {
    const owner = code.tree.classAround(maker);
    return owner !== undefined && areLasting(code, owner, depth + 1);
  }
  const shell = shellOf(code, maker);
  const run = code.tree.parent(shell);
  // A module that is wrapped in a function, which runs at once.
  if (isCall(run) && unwrap(run.callee) === shell) return isMadeForMany(code, run, use, depth + 1);
  const isFactory = use !== undefined && isGivenOut(code, maker, use);
  return isFactory && callsOf(code, shell)?.every((call) => isMadeForMany(code, call, undefined, depth + 1)) === true;
}

/** Whether a function gives to whoever calls it the function, or the record of functions, in which a use stands. */
function isGivenOut(code: Code, maker: FunctionNode, use: Node): boolean {
  let inner: Node | undefined = use;
  let outermost: Node | undefined;
  while (inner && inner !== maker) {
    if (isFunction(inner)) outermost = inner;
    inner = code.tree.parent(inner);
  }
  return inner === maker && outermost !== undefined && isResult(code, maker, outermost);
}

function isResult(code: Code, maker: FunctionNode, value: Node): boolean {
  const parent = code.tree.parent(value);
  switch (parent?.type) {
    case "ReturnStatement":
      return code.tree.functionAround(parent) === maker;
    case "ArrowFunctionExpression":
      return parent === maker && parent.body === value;
    case "ObjectProperty":
      return parent.value === value && isResult(code, maker, code.tree.parent(parent) ?? parent);
    case "ObjectExpression":
      return isResult(code, maker, parent);
    case "VariableDeclarator": {
      const binding = variableGiven(code, value);
      return ((binding && code.bindings.references(binding)) ?? []).length > 0 && areResults(code, maker, binding);
    }
    default: {
      if (value.type === "FunctionDeclaration" && value.id)
        return areResults(code, maker, code.bindings.lookup(value.id.name, parent ?? value));
      return parent !== undefined && unwrap(parent) === unwrap(value) && isResult(code, maker, parent);
    }
  }
}

const areResults = (code: Code, maker: FunctionNode, binding: Binding | undefined): boolean =>
  ((binding && code.bindings.references(binding)) ?? [undefined]).every(
    (each) => each !== undefined && isResult(code, maker, each),
  );

/** Whether no code of the file makes an object of a class for one run alone. */
export function areLasting(code: Code, owner: t.Class, depth = 0): boolean {
  const mentions = usesOf(code, owner)?.mentions;
  return (
    mentions?.every((mention) => {
      const made = code.tree.parent(mention);
      return made?.type !== "NewExpression" || made.callee !== mention || isMadeToLast(code, made, depth + 1);
    }) === true
  );
}

/** Whether what is made is kept for many runs, by a name or by who gets it: `return new Client(url)`. */
function isMadeToLast(code: Code, made: Node, depth: number): boolean {
  const maker = code.tree.functionAround(made);
  if (!maker) return true;
  if (depth > MOST_STEPS) return false;
  const binding = variableGiven(code, made);
  const uses = binding ? (code.bindings.references(binding) ?? []) : [made];
  // `const link = new Link(); link.scope = …; return link;`
  const isPart = (use: Node) => {
    const member = code.tree.parent(use);
    return isMember(member) && member.object === use;
  };
  const wholes = uses.filter((use) => !isPart(use));
  return (binding && wholes.length > 0 ? wholes : uses).every((use) => {
    if (binding && isMadeForMany(code, made, use, depth)) return true;
    if (!isResult(code, maker, use)) return !binding && isMadeForMany(code, made, undefined, depth);
    return callsOf(code, shellOf(code, maker))?.every((call) => isMadeToLast(code, call, depth + 1)) === true;
  });
}

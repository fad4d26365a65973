import type * as t from "@babel/types";
import { getterOf, setterOf } from "../find/accessors.ts";
import { functionNamed } from "../find/functions.ts";
import { FUNCTIONS } from "../find/library/functions.ts";
import { methodOf, runsItself, runsSettled } from "../find/library/lookup.ts";
import { destructuredNames } from "../find/patterns.ts";
import { paramsOf } from "../find/shells.ts";
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
import { thisKey } from "../find/this.ts";
import { boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { DEFERRING } from "../rules/names.ts";
import { assignedFunctions } from "./assigned-functions.ts";
import { type Chain, chainsOf, type Given } from "./chains.ts";
import { indirectRuns } from "./indirect-runs.ts";

/** A function of the file that may run before control goes on behind a node, with what its parameters stand for. */
export interface Run {
  readonly target: FunctionNode;
  readonly given: Given;
}

/**
 * The functions that run at once where a node does: a setter, a getter; of a call, or the making of a promise, the called one and
 * those handed to another.
 */
export const runsOf = (code: Code, node: Node): readonly Run[] =>
  code.answers.of(runsOf, node, () => findRuns(code, node));

function findRuns(code: Code, node: Node): readonly Run[] {
  const setter = node.type === "AssignmentExpression" ? setterOf(code, node.left) : undefined;
  if (setter) return [plainRun(setter)];
  if (node.type === "NewExpression") return handedOver(code, node.arguments);
  if (isMember(node)) return readRuns(code, node);
  if (!isCall(node)) return [];
  const target = functionNamed(code, node.callee);
  const assigned = assignedFunctions(code, node)
    .filter((each) => each !== target)
    .map(plainRun);
  if (target) return [{ target, given: givenBy(code, target, node) }, ...assigned];
  const callee = unwrap(node.callee);
  const name = isMember(callee) ? memberName(code, callee) : callee.type === "Identifier" ? callee.name : undefined;
  const method =
    isMember(callee) && runsItself(methodOf(code, callee)) ? functionNamed(code, callee.object) : undefined;
  const own = node.arguments[0];
  if (method) return [{ target: method, given: new Map(own && [[thisKey(code, method.body), chainsOf(code, own)]]) }];
  const indirect = [...assigned, ...indirectRuns(code, node).map(plainRun)];
  const isLater =
    DEFERRING.test(name ?? "") || runsSettled(methodOf(code, callee)) || FUNCTIONS.get(name ?? "")?.runs === "later";
  return isLater ? indirect : [...indirect, ...handedOver(code, node.arguments)];
}

/** What runs where a member is read or written: its getter, the traps of a proxy. */
function readRuns(code: Code, member: Member): readonly Run[] {
  const getter = getterOf(code, member);
  if (getter) return [plainRun(getter)];
  const object = unwrap(member.object);
  const made = object.type === "Identifier" ? constantValue(code, object) : undefined;
  if (made?.type !== "NewExpression" || pathOf(code, made.callee) !== "Proxy") return [];
  const traps = made.arguments[1] && unwrap(made.arguments[1]);
  if (traps?.type !== "ObjectExpression") return [];
  return traps.properties.flatMap((part) => {
    if (part.type === "ObjectMethod") return [plainRun(part)];
    const target = part.type === "ObjectProperty" ? handedFunction(code, part.value) : undefined;
    return target ? [plainRun(target)] : [];
  });
}

const plainRun = (target: FunctionNode): Run => ({ target, given: new Map() });

function handedOver(code: Code, given: readonly Node[]): readonly Run[] {
  return given.flatMap((argument) => {
    const target = handedFunction(code, argument);
    return target ? [plainRun(target)] : [];
  });
}

function handedFunction(code: Code, argument: Node): FunctionNode | undefined {
  const node = unwrap(argument);
  if (isFunction(node)) return node;
  if (node.type === "Identifier" || isMember(node)) return functionNamed(code, node);
  const isBound = isCall(node) && isMember(node.callee) && memberName(code, node.callee) === "bind";
  return isBound && isMember(node.callee) ? functionNamed(code, node.callee.object) : undefined;
}

function givenBy(code: Code, target: FunctionNode, call: Call): Given {
  const given = new Map<string, readonly Chain[]>();
  for (const [index, parameter] of paramsOf(target).entries()) {
    const argument = call.arguments[index];
    for (const identifier of parameter.type === "RestElement" ? [] : boundNames(parameter)) {
      const binding = code.bindings.resolve(identifier);
      if (binding) given.set(binding.id, argument ? partsOf(code, argument, parameter, identifier) : []);
    }
  }
  return given;
}

/** The ways to what a name in a parameter takes of an argument. */
function partsOf(code: Code, argument: Node, parameter: Node, identifier: t.Identifier): readonly Chain[] {
  const names = destructuredNames(code, parameter, { identifier });
  const [first, ...rest] = names;
  const record = unwrap(argument);
  if (record.type !== "ObjectExpression" || first === undefined)
    return chainsOf(code, argument).map((chain) => ({ ...chain, names: [...chain.names, ...names] }));
  const value = propertyValue(code, record, first);
  return value ? chainsOf(code, value).map((chain) => ({ ...chain, names: [...chain.names, ...rest] })) : [];
}

import type * as t from "@babel/types";
import { methodNamed } from "../find/library/lookup.ts";
import { assignmentAround, destructuredNames } from "../find/patterns.ts";
import { isCall, isMember, isNeverWritten, memberName, unwrap } from "../find/syntax.ts";
import { thisKey } from "../find/this.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, isFunction, type Node } from "../parse/tree.ts";

/** A variable, a field or an object, by the way that leads to it. */
export interface Chain {
  /** The key of `this`, the id of a binding, or the name of a global. */
  readonly root: string;
  readonly binding?: Binding;
  /** The names of the members, `ENTRY` for one that is computed or that a collection gives. */
  readonly names: readonly string[];
  /** How many of the names lie behind a local name for the object: those were followed when that name was given. */
  readonly followed: number;
}

/** What stands in a chain for an entry of a map, an element, a computed property. */
export const ENTRY = "[]";

/** Whether a call gives an entry of the collection whose method it calls, or one after the other. */
export const givesEntry = (code: Code, callee: Node): callee is t.MemberExpression | t.OptionalMemberExpression => {
  const name = isMember(callee) ? memberName(code, callee) : undefined;
  const gives = methodNamed(name)?.gives;
  return name === "peek" || gives === "element" || gives === "elements";
};

/** What the parameters of a function stand for, by their bindings' ids. */
export type Given = ReadonlyMap<string, readonly Chain[]>;

const NOTHING_GIVEN: Given = new Map();
/** More names for one object, and more values of one name, than people give. */
const MOST_NAMES = 6;
const MOST_VALUES = 4;

/** The ways to what an expression stands for, those behind its local names included. */
export function chainsOf(code: Code, expression: Node, given: Given = NOTHING_GIVEN, depth = 0): readonly Chain[] {
  const node = unwrap(expression);
  if (depth > MOST_NAMES) return [];
  const next = (inner: Node) => chainsOf(code, inner, given, depth + 1);
  switch (node.type) {
    case "ThisExpression":
      return [rooted(thisKey(code, node))];
    case "Identifier":
      return chainsOfName(code, node, given, depth);
    case "MemberExpression":
    case "OptionalMemberExpression": {
      const name = memberName(code, node) ?? keyOfModule(code, node.property) ?? ENTRY;
      return next(node.object).map((chain) => longer(chain, name));
    }
    case "CallExpression":
    case "OptionalCallExpression":
      return givesEntry(code, node.callee) ? next(node.callee.object).map(entryOf) : [];
    case "LogicalExpression":
      return [...next(node.left), ...next(node.right)];
    case "ConditionalExpression":
      return [...next(node.consequent), ...next(node.alternate)];
    case "AssignmentExpression":
      return [...next(node.left), ...next(node.right)];
    default:
      return [];
  }
}

const rooted = (root: string, binding?: Binding): Chain => ({
  root,
  ...(binding && { binding }),
  names: [],
  followed: 0,
});

const longer = (chain: Chain, name: string): Chain => ({ ...chain, names: [...chain.names, name] });

const entryOf = (chain: Chain): Chain => longer(chain, ENTRY);

/** The same way, as followed up to its end by a local name. */
const named = (chain: Chain): Chain => ({ ...chain, followed: chain.names.length });

/** The name of a property whose key is a constant of the module: `const RETRIED = Symbol("retried")`. */
function keyOfModule(code: Code, key: Node): string | undefined {
  const binding = key.type === "Identifier" ? code.bindings.resolve(key) : undefined;
  const isConstant = binding?.scope.type === "Program" && isNeverWritten(code, binding);
  return isConstant ? `[${binding.id}]` : undefined;
}

function chainsOfName(code: Code, node: t.Identifier, given: Given, depth: number): readonly Chain[] {
  const binding = code.bindings.resolve(node);
  if (!binding) return node.name === "undefined" ? [] : [rooted(node.name)];
  const passed = given.get(binding.id);
  if (passed) return passed;
  if (given.size > 0) return readName(code, binding, given, depth);
  const byDepth = knownNames(code).get(binding) ?? [];
  knownNames(code).set(binding, byDepth);
  byDepth[depth] ??= readName(code, binding, given, depth);
  return byDepth[depth];
}

/** The ways of names, by how many names led to them, where no parameter stands for anything. */
const knownNames = (code: Code) => code.answers.about<Binding, (readonly Chain[])[]>(knownNames);

function readName(code: Code, binding: Binding, given: Given, depth: number): readonly Chain[] {
  const aliased = valuesOf(code, binding).flatMap(({ value, names, isPart }) =>
    chainsOf(code, value, given, depth + 1).map((chain) => {
      const whole = names.reduce(longer, chain);
      return named(isPart ? entryOf(whole) : whole);
    }),
  );
  const isThis = aliased.some(({ names, binding: held }) => names.length === 0 && !held);
  return once(isThis ? aliased : [rooted(binding.id, binding), ...aliased]);
}

/** Each way once: `first && first` leads nowhere else than `first`. */
const once = (chains: readonly Chain[]): readonly Chain[] => [
  ...new Map(chains.map((chain) => [`${chain.root} ${chain.names.join(" ")} ${chain.followed}`, chain])).values(),
];

/** What a local name is given: an expression, or the part of it that a pattern takes. */
interface NamedValue {
  readonly value: Node;
  readonly names: readonly string[];
  readonly isPart?: boolean;
}

function valuesOf(code: Code, binding: Binding): readonly NamedValue[] {
  const known = values(code).get(binding);
  if (known) return known;
  const found = binding.kind === "variable" ? variableValues(code, binding) : elementGiven(code, binding);
  values(code).set(binding, found);
  return found;
}

const values = (code: Code) => code.answers.about<Binding, readonly NamedValue[]>(values);

function variableValues(code: Code, binding: Binding): NamedValue[] {
  const { declaration, identifier } = binding;
  if (declaration.type !== "VariableDeclarator") return [];
  const taken = (pattern: Node, name: t.Identifier, value: Node): NamedValue => ({
    value,
    names: destructuredNames(code, pattern, { identifier: name }),
    isPart: holdsArrayPattern(pattern),
  });
  const loop = code.tree.parent(code.tree.parent(declaration) ?? declaration);
  const first = declaration.init
    ? [taken(declaration.id, identifier, declaration.init)]
    : loop?.type === "ForOfStatement"
      ? [{ value: loop.right, names: [], isPart: true }]
      : [];
  const written = (code.bindings.writes(binding) ?? []).slice(0, MOST_VALUES).flatMap((write) => {
    const assignment = assignmentAround(code, write);
    return assignment && /^(?:\?\?|\|\||&&)?=$/.test(assignment.operator)
      ? [taken(assignment.left, write, assignment.right)]
      : [];
  });
  return [...first, ...written];
}

const holdsArrayPattern = (pattern: Node): boolean => pattern.type === "ArrayPattern";

/** `this.locks.forEach((lock) => …)`: a callback's parameter is part of the object on which it is called. */
function elementGiven(code: Code, { kind, declaration, identifier }: Binding): NamedValue[] {
  const call = kind === "parameter" && isFunction(declaration) ? code.tree.parent(declaration) : undefined;
  if (!isCall(call) || !isMember(call.callee) || !isFunction(declaration)) return [];
  const isFirst = declaration.params[0] !== undefined && covers(declaration.params[0], identifier);
  return isFirst ? [{ value: call.callee.object, names: [], isPart: true }] : [];
}

/** A chain that begins where a function's parameter does, as its caller sees it. */
export function seenByCaller(chain: Chain, given: Given): readonly Chain[] {
  const passed = given.get(chain.binding?.id ?? chain.root);
  if (!passed) return [chain];
  return passed.map((outer) => chain.names.reduce(longer, named(outer)));
}

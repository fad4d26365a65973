import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { keptEntries } from "./kept-entries.ts";
import { wayTo } from "./patterns.ts";
import { paramsOf, shellOf } from "./shells.ts";
import {
  type Call,
  isCall,
  isMember,
  isNeverWritten,
  memberName,
  onlyValue,
  outOfCasts,
  propertyName,
  unwrap,
} from "./syntax.ts";
import { calledFunctions, methodsShown, usesOf } from "./uses.ts";

/** A name that leads to a place: `session` by `scope`, or, of `const { scope } = session`, `scope` by nothing. */
export interface Known {
  readonly binding: Binding;
  readonly names: readonly string[];
}

/** Where a name leads to a place: its path there (see `pathOf`), the last of that, and the code in which the name is known. */
export const placeOf = ({ binding, names }: Known): { path: string; name: string; within: Node } => ({
  path: [binding.id, ...names].join("."),
  name: names.at(-1) ?? binding.name,
  within: binding.scope,
});

/** A mention of a record, and under which names that holds the place. */
interface Step {
  readonly value: Node;
  readonly rest: readonly string[];
}

/** More names than people give one record in a file. */
const MOST_NAMES = 40;

/** More mentions of one name are those of something common. */
const MOST_CALLS = 40;

/**
 * All names by which a file knows the record of which a place is a part, its own first: those that are given it or a
 * record that holds it, as parameters are by calls, and those of the entries of a collection that the file keeps to
 * itself. What is made of the record, a copy, is another one.
 *
 * @param place a chain of members that begins with a name: `context.session.scope`
 * @param rest what the place is called further: `scope`, where a record gets it among others
 */
export function namesOfRecord(code: Code, place: Node, rest: readonly string[] = []): readonly Known[] {
  const own = chainOf(code, place);
  const first = own && { binding: own.binding, names: [...own.names, ...rest] };
  if (!first || first.names.length === 0) return [];
  return code.answers.ofBoth(namesOfRecord, first.binding, first.names.join("."), () => spreadFrom(code, first));
}

function spreadFrom(code: Code, first: Known): readonly Known[] {
  const found: Known[] = [];
  const seen = new Set<string>();
  const open = [first];
  for (let next = open.shift(); next && found.length < MOST_NAMES; next = open.shift()) {
    const key = `${next.binding.id}.${next.names.join(".")}`;
    if (seen.has(key)) continue;
    seen.add(key);
    found.push(next);
    if (!isSteady(code, next.binding)) continue;
    open.push(...namesBefore(code, next), ...namesBehind(code, next));
  }
  return found;
}

/** Whether a name leads to one record only, from where it is given that. */
export const isSteady = (code: Code, binding: Binding): boolean =>
  isNeverWritten(code, binding) || onlyValue(code, binding.identifier) !== undefined;

/** The name that a chain of members begins with, and the members. */
function chainOf(code: Code, expression: Node): Known | undefined {
  const names: string[] = [];
  let node = unwrap(expression);
  while (isMember(node)) {
    const name = memberName(code, node);
    if (name === undefined) return undefined;
    names.unshift(name);
    node = unwrap(node.object);
  }
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  return binding && { binding, names };
}

/** Where a name has its record from: another name, what calls give a parameter, the entries of a collection. */
function namesBefore(code: Code, { binding, names }: Known): readonly Known[] {
  const { declaration, identifier } = binding;
  const from = (value: Node | null | undefined, way: readonly string[] | undefined): readonly Known[] => {
    const chain = value && way ? chainOf(code, value) : undefined;
    return chain ? [{ binding: chain.binding, names: [...chain.names, ...(way ?? []), ...names] }] : [];
  };
  if (declaration.type === "VariableDeclarator" && identifier.type === "Identifier")
    return [
      ...from(onlyValue(code, identifier) ?? declaration.init, wayTo(code, declaration.id, identifier)),
      ...keptEntries(code, binding).map((other) => ({ binding: other, names })),
    ];
  if (binding.kind !== "parameter" || !isFunction(declaration)) return [];
  const shell = shellOf(code, declaration);
  const parameters = paramsOf(shell);
  const at = parameters.findIndex((each) => wayInto(code, each, binding) !== undefined);
  const way = parameters[at] && wayInto(code, parameters[at], binding);
  return callsOf(code, shell).flatMap((call) => from(call.arguments[at], way));
}

function wayInto(code: Code, parameter: Node, { identifier }: Binding): readonly string[] | undefined {
  return identifier.type === "Identifier" ? wayTo(code, plain(parameter), identifier) : undefined;
}

const plain = (parameter: Node): Node => {
  if (parameter.type === "TSParameterProperty") return plain(parameter.parameter);
  return parameter.type === "AssignmentPattern" ? parameter.left : parameter;
};

/** The calls of this file that may run a function: by its name, or by the class of the object that they are a method of. */
function callsOf(code: Code, target: FunctionNode): readonly Call[] {
  // A function that is called in place is used by being there.
  const named = usesOf(code, target)?.mentions ?? [target];
  const name = target.type === "ClassMethod" ? propertyName(code, target.key, target.computed) : undefined;
  const outside = (name !== undefined && code.bindings.fewMentions(name, code.tree.program, MOST_CALLS)) || [];
  const methods = outside.flatMap((mention) => {
    const member = code.tree.parent(mention);
    return isMember(member) && methodsShown(code, member).includes(target) ? [member] : [];
  });
  return [...new Set<Node>([...named, ...methods])].flatMap((callee) => {
    const call = code.tree.parent(callee);
    return isCall(call) && call.callee === callee ? [call] : [];
  });
}

/** Whom a name gives its record on: other names, and the parameters of the functions that it is given to. */
function namesBehind(code: Code, { binding, names }: Known): readonly Known[] {
  return (code.bindings.references(binding) ?? []).flatMap((mention) =>
    stepsFrom(code, mention, names).flatMap((step) => givenTo(code, step)),
  );
}

/** A mention and the members of it on the way to the place, each with what remains of the way. */
function stepsFrom(code: Code, mention: Node, names: readonly string[]): readonly Step[] {
  const found: Step[] = [];
  let value = outOfCasts(code, mention);
  for (let at = 0; at < names.length; at++) {
    found.push({ value, rest: names.slice(at) });
    const member = code.tree.parent(value);
    if (!isMember(member) || member.object !== value || memberName(code, member) !== names[at]) break;
    value = outOfCasts(code, member);
  }
  return found;
}

function givenTo(code: Code, { value, rest }: Step): readonly Known[] {
  const parent = code.tree.parent(value);
  if (parent?.type === "VariableDeclarator" && parent.init === value) return takenBy(code, parent.id, rest);
  if (!isCall(parent) || parent.callee === value) return [];
  const at = (parent.arguments as readonly Node[]).indexOf(value);
  if (parent.arguments.slice(0, at).some(({ type }) => type === "SpreadElement")) return [];
  const targets = new Set([...calledFunctions(code, parent), ...methodsShown(code, parent.callee)]);
  return [...targets].flatMap((target) => {
    const parameter = paramsOf(target)[at];
    return parameter ? takenBy(code, plain(parameter), rest) : [];
  });
}

/** The names that a pattern gives a record, or what it takes out of that. */
function takenBy(code: Code, pattern: Node, [name, ...rest]: readonly string[]): readonly Known[] {
  const target = plain(pattern);
  if (target.type === "Identifier") {
    const binding = code.bindings.resolve(target);
    return binding ? [{ binding, names: name === undefined ? [] : [name, ...rest] }] : [];
  }
  if (target.type !== "ObjectPattern" || name === undefined) return [];
  return target.properties.flatMap((each) =>
    each.type === "ObjectProperty" && propertyName(code, each.key, each.computed) === name
      ? takenBy(code, each.value, rest)
      : [],
  );
}

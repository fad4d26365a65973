import type { OutsideArgument, OutsideCallers, OutsidePassed, OutsideResult } from "../model/facts.ts";
import { type Binding, boundNames } from "../parse/bindings.ts";
import { type Code, rangeOf } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { type Alternative, CHALLENGED, joined, KEEPING, leaf, OTHER, UNKNOWN, under } from "./alternatives.ts";
import { type Facts, NOTHING, type Test } from "./facts.ts";
import { ANY } from "./kinds.ts";
import { destructuredNames } from "./patterns.ts";
import { type Call, pathOf } from "./syntax.ts";

/** What is known of a function from its uses in other files. */
export interface Elsewhere {
  readonly facts: Facts;
  readonly count: number;
  readonly complete: boolean;
  readonly ofSomeCallers: boolean;
}

/** The facts with which other files enter a function; undefined where nothing is known of them. */
export function entryFromElsewhere(code: Code, entered: FunctionNode): Elsewhere | undefined {
  const callers = callersOf(code, entered);
  if (!callers) return undefined;
  const { kinds, proved, count, complete, ofSomeCallers } = callers;
  const tests = challengeTests(code, entered, callers);
  return { facts: { ...NOTHING, kinds, proved, tests }, count, complete, ofSomeCallers };
}

/**
 * The values that a parameter may have: those that this file's calls pass, and those of calls in other files.
 *
 * @param passed the values from this file, where they are known
 * @param mention where the parameter is read
 * @param property the property of the parameter that is read; undefined for the parameter itself
 * @returns undefined where none is known
 */
export function alsoFromElsewhere(
  code: Code,
  passed: readonly Alternative[] | undefined,
  binding: Binding,
  mention: Node,
  property?: string,
): readonly Alternative[] | undefined {
  const elsewhere = code.facts?.callersOf && passedElsewhere(code, binding, mention, property);
  return passed && elsewhere ? [...passed, ...elsewhere] : (passed ?? elsewhere);
}

/** The values that calls in other files pass for a parameter; undefined where none is known to be a scope. */
function passedElsewhere(
  code: Code,
  binding: Binding,
  mention: Node,
  property: string | undefined,
): Alternative[] | undefined {
  const target = binding.declaration;
  if (binding.kind !== "parameter" || !isFunction(target)) return undefined;
  const callers = callersOf(code, target);
  const index = target.params.findIndex((parameter) => covers(parameter, binding.identifier));
  const names = [
    ...destructuredNames(code, target.params[index], binding),
    ...(property === undefined ? [] : [property]),
  ];
  const { values } = passedFor(callers?.parameters[index], names) ?? { values: [] };
  if (!values.some(({ holdsChallenged, keepsScope }) => holdsChallenged || keepsScope)) return undefined;
  return values.flatMap(({ holdsChallenged, keepsScope, kinds }) => {
    const parts = (holdsChallenged ? CHALLENGED : 0) | (keepsScope ? OTHER : 0);
    const value = { ...leaf(parts || UNKNOWN), ...(holdsChallenged && { challenged: mention }) };
    // One call proves nothing: it only tells which of the values come from where.
    return under({ ...NOTHING, kinds, proved: ANY }, [value]);
  });
}

/**
 * The values of a call of an imported function.
 *
 * @param read reads some of the call's arguments as parts of one value
 */
export function resultFromElsewhere(
  code: Code,
  call: Call,
  read: (values: readonly Node[]) => readonly Alternative[],
): Alternative[] | undefined {
  const results = code.facts?.resultOf?.(rangeOf(call));
  const found = results?.flatMap((result) => {
    const values = read(chosen(call, result.arguments));
    const kept = result.keepsScope ? values.map((value) => joined(value, leaf(OTHER))) : values;
    return under(factsOf(code, call, result), kept);
  });
  return found?.some(({ parts }) => (parts & (CHALLENGED | KEEPING)) !== 0) ? found : undefined;
}

function factsOf(code: Code, call: Call, { empty, kinds, proved }: OutsideResult): Facts {
  const absent = chosen(call, empty).flatMap((argument) => pathOf(code, argument) ?? []);
  return { ...NOTHING, kinds, proved, absent };
}

const chosen = (call: Call, positions: readonly number[]): Node[] =>
  positions.flatMap((position) => call.arguments[position] ?? []);

function callersOf(code: Code, target: FunctionNode): OutsideCallers | undefined {
  const name = code.facts?.callersOf && nameOf(code, target);
  return name && code.facts?.callersOf?.(rangeOf(name));
}

/** The name under which other files know a function. */
function nameOf(code: Code, target: FunctionNode): Node | undefined {
  if (target.type === "FunctionDeclaration") return target.id ?? undefined;
  if (target.type === "ClassMethod") return target.kind === "method" && !target.computed ? target.key : undefined;
  const parent = code.tree.parent(target);
  if (parent?.type === "VariableDeclarator" && parent.init === target) return parent.id;
  return parent?.type === "ClassProperty" && !parent.computed ? parent.key : undefined;
}

/** Tests that say which parameters are part of the challenge that the callers have looked at. */
function challengeTests(code: Code, entered: FunctionNode, { parameters }: OutsideCallers): Test[] {
  return entered.params.flatMap((parameter, index) =>
    boundNames(parameter).flatMap((subject) => {
      const binding = code.bindings.resolve(subject);
      const names = binding ? destructuredNames(code, parameter, binding) : [];
      if (!passedFor(parameters[index], names)?.ofChallenge) return [];
      return [{ node: entered, kind: "callers" as const, subject, ofErrorCode: true }];
    }),
  );
}

/** What is passed for a parameter, or for a property of it; of a deeper one, nothing is known. */
function passedFor(argument: OutsideArgument | undefined, names: readonly string[]): OutsidePassed | undefined {
  const [name, ...deeper] = names;
  if (!argument || name === undefined) return argument;
  const property = deeper.length === 0 ? argument.properties.get(name) : undefined;
  return property ?? (argument.ofChallenge ? { ofChallenge: true, values: [] } : undefined);
}

import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import {
  type Alternative,
  CHALLENGED,
  CONSTANT,
  chosen,
  collapsed,
  holdsScope,
  isOfOtherChallenge,
  isUnion,
  leaf,
  MOST_ALTERNATIVES,
  merged,
  OTHER,
  PREVIOUS,
  UNKNOWN,
  under,
  withFields,
} from "./alternatives.ts";
import { assignedValues } from "./assigned-values.ts";
import { isState } from "./assignments.ts";
import { valuesOfCall, valuesOfNew, valuesOfYield } from "./call-values.ts";
import { listRunOver, listRunThrough } from "./collections.ts";
import { truthOf } from "./conditions.ts";
import { factsOfCall } from "./dominance.ts";
import { elementRead, placeTaken } from "./elements.ts";
import type { Facts } from "./facts.ts";
import { ANY } from "./kinds.ts";
import { type FlowQuestion, keptBy, leafOf } from "./leaf.ts";
import { changedBefore } from "./list-changes.ts";
import { asLeft, nestedValues } from "./nested-values.ts";
import { namesScope, originOf } from "./origins.ts";
import { alsoFromElsewhere } from "./outside.ts";
import { assignmentAround, destructuredNames } from "./patterns.ts";
import { valuesOfPart } from "./read-together.ts";
import { type Environment, OWN, type Reader } from "./reader.ts";
import { returnedProperties } from "./returned-properties.ts";
import { isForPerson } from "./scope-texts.ts";
import { comesFrom } from "./sources.ts";
import { isNothing, memberName, pathOf, propertyValue, unwrap } from "./syntax.ts";
import { argumentsFor } from "./uses.ts";
import { withFieldWrites, withPropertyWrites, withVariableWrites } from "./written-members.ts";

const MOST_DEPTH = 24;
/** How many expressions are read for one sink before the rest counts as unknown. */
const MOST_STEPS = 4000;

/** Reads values for one question. */
export class Flow {
  readonly #question: FlowQuestion;
  readonly #code: Code;
  readonly #open = new Set<Node>();
  readonly #known = new Map<Node, readonly Alternative[]>();
  /** What is passed for properties of parameters, by the parameter's id and the name. */
  readonly #passed = new Map<string, { readonly values: readonly Alternative[] | undefined }>();
  #steps = 0;

  /** Whether a value was too much to read to its end: nothing is proved by what was read of it. */
  get isPartial(): boolean {
    return this.#steps > MOST_STEPS;
  }

  constructor(question: FlowQuestion) {
    this.#question = question;
    this.#code = question.code;
  }

  read(expression: Node, env: Environment, depth: number): readonly Alternative[] {
    const node = unwrap(expression);
    const known = env.size === 0 ? this.#known.get(node) : undefined;
    if (known) return known;
    if (depth > MOST_DEPTH || this.#open.has(node)) return [];
    if (++this.#steps > MOST_STEPS) return [leaf(UNKNOWN)];
    this.#open.add(node);
    const all = this.#readNode(node, env, depth + 1);
    this.#open.delete(node);
    const found = all.length > MOST_ALTERNATIVES ? collapsed(all) : all;
    if (env.size === 0) this.#known.set(node, found);
    return found;
  }

  #readNode(node: Node, env: Environment, depth: number): readonly Alternative[] {
    const read = (inner: Node) => this.read(inner, env, depth);
    const readAll = (inner: readonly (Node | null)[]) => this.#combine(inner, env, depth);
    switch (node.type) {
      case "Identifier":
        return this.#readName(node, env, depth);
      case "MemberExpression":
      case "OptionalMemberExpression":
        return this.#readMember(node, env, depth);
      case "CallExpression":
      case "OptionalCallExpression":
        return valuesOfCall(this.#reader(env, depth), node);
      case "NewExpression":
        return valuesOfNew(this.#reader(env, depth), node);
      case "AwaitExpression":
      case "SpreadElement":
        return read(node.argument);
      case "YieldExpression":
        return valuesOfYield(this.#reader(env, depth), node);
      case "AssignmentExpression":
        return node.operator === "=" ? read(node.right) : readAll([node.left, node.right]);
      case "ConditionalExpression": {
        const { yes, no } = truthOf(this.#code, node.test);
        const [then, other] = [under(yes, read(node.consequent)), under(no, read(node.alternate))];
        // What compilers make of `each ?? ""`.
        const isItself = (facts: Facts, branch: Node) => facts.absent.includes(pathOf(this.#code, branch) ?? "");
        if (isItself(no, node.consequent) || isItself(yes, node.alternate)) return [...then, ...other];
        return chosen(then, other);
      }
      case "LogicalExpression": {
        const { yes, no } = truthOf(this.#code, node.left);
        if (node.operator === "&&") return chosen(under(yes, read(node.right)), under(no, [leaf(0)]));
        const left = read(node.left);
        // `unionScopes(previous, scope) ?? scope`: an empty union has no challenged scope in it either.
        if (left.length > 0 && left.every(isUnion)) return left;
        const right = read(node.right).filter((each) => !isOfOtherChallenge(this.#code, each, left));
        return [...under(yes, left), ...under(no, right)];
      }
      case "TemplateLiteral":
        if (isForPerson(node)) return [leaf(CONSTANT)];
        return withFields(this.#code, node.expressions, readAll(node.expressions));
      case "BinaryExpression":
        return node.operator === "+"
          ? withFields(this.#code, [node.left, node.right], readAll([node.left, node.right]))
          : [leaf(CONSTANT)];
      case "ArrayExpression":
        return withFields(this.#code, node.elements, readAll(node.elements));
      case "StringLiteral":
        return [leaf(node.value.trim() === "" ? 0 : CONSTANT)];
      default:
        return [leaf(isNothing(node) ? 0 : isFunction(node) ? 0 : UNKNOWN)];
    }
  }

  /** All of some expressions in one value. */
  #combine(expressions: readonly (Node | null)[], env: Environment, depth: number): readonly Alternative[] {
    const given = expressions.filter((each) => each !== null && !isFunction(unwrap(each)));
    return merged(given.map((each) => (each ? this.read(each, env, depth) : [])));
  }

  #reader(env: Environment, depth: number): Reader {
    return {
      code: this.#code,
      question: this.#question,
      env,
      read: (expression) => this.read(expression, env, depth),
      combine: (expressions) => this.#combine(expressions, env, depth),
      inside: (inner) => this.#reader(inner, depth),
    };
  }

  #readName(node: t.Identifier, env: Environment, depth: number): readonly Alternative[] {
    const binding = this.#code.bindings.resolve(node);
    if (!binding) return [leaf(node.name === "undefined" ? 0 : namesScope(node.name) ? OTHER : UNKNOWN)];
    const reader = this.#reader(env, depth);
    if (binding.id === this.#question.sink)
      return withVariableWrites(reader, binding, node, keptBy(this.#code, PREVIOUS, node));
    if (this.#question.keeping.includes(binding.id) || isState(this.#code, binding, node))
      return [keptBy(this.#code, OTHER, node)];
    return changedBefore(reader, binding, node, this.#readBinding(binding, node, env, depth));
  }

  /** A name's value at a mention: what was assigned on the way, or what it was declared with. */
  #readBinding(binding: Binding, node: t.Identifier, env: Environment, depth: number): readonly Alternative[] {
    if (binding.kind !== "variable" && binding.kind !== "parameter") return [leafOf(this.#question, node)];
    return assignedValues(
      this.#reader(env, depth),
      binding,
      node,
      () => env.get(binding.id)?.values ?? this.#readDeclared(binding, node, env, depth),
    );
  }

  #readDeclared(binding: Binding, node: t.Identifier, env: Environment, depth: number): readonly Alternative[] {
    const { declaration } = binding;
    if (declaration.type === "VariableDeclarator" && declaration.id === binding.identifier) {
      const list = listRunThrough(this.#code, declaration);
      if (list) return this.read(list, env, depth);
      const isTakenApart = (this.#code.bindings.writes(binding) ?? []).some(
        (write) => assignmentAround(this.#code, write)?.left !== write,
      );
      if (!declaration.init && isTakenApart) return [leafOf(this.#question, node)];
      if (!declaration.init || isFunction(declaration.init)) return [leaf(0)];
      return this.read(declaration.init, env, depth);
    }
    if (declaration.type === "VariableDeclarator" && declaration.id.type === "ArrayPattern") {
      const list = listRunThrough(this.#code, declaration);
      const all = list && this.read(list, env, depth);
      if (all) return all.some(holdsScope) ? all : [leafOf(this.#question, node)];
      const taken = declaration.init && placeTaken(this.#reader(env, depth), declaration.id, declaration.init, binding);
      if (taken) return taken;
    }
    if (declaration.type === "VariableDeclarator" && declaration.id.type === "ObjectPattern" && declaration.init) {
      const [name, ...deeper] = destructuredNames(this.#code, declaration.id, binding);
      const given =
        name === undefined || deeper.length > 0 ? undefined : this.#readGiven(declaration.init, name, depth);
      if (given) return asLeft(this.#code, declaration.init, name, given);
    }
    const nested = declaration.type === "VariableDeclarator" && nestedValues(this.#reader(env, depth), node);
    if (nested) return nested;
    if (binding.kind === "parameter" && isFunction(declaration)) {
      const list = listRunOver(this.#code, declaration, binding);
      if (list) return this.read(list, env, depth);
      const passed = this.#readArguments(declaration, binding, undefined, depth);
      const all = alsoFromElsewhere(this.#code, passed, binding, node);
      if (all) return all;
    }
    return [leafOf(this.#question, node)];
  }

  /**
   * What the calls of this file pass for a parameter, each with what holds at its call.
   *
   * @param property the property of the parameter that is read; undefined for the parameter itself
   */
  #readArguments(target: FunctionNode, binding: Binding, property: string | undefined, depth: number) {
    const pattern = target.params.find((parameter) => covers(parameter, binding.identifier));
    const isPlain = (pattern?.type === "AssignmentPattern" ? pattern.left : pattern) === binding.identifier;
    const [name, ...deeper] = isPlain ? [property] : destructuredNames(this.#code, pattern, binding);
    if (
      this.#question.challenge.own.has(binding.id) ||
      deeper.length > 0 ||
      (!isPlain && (name === undefined || property !== undefined))
    )
      return undefined;
    const values = argumentsFor(this.#code, target, binding);
    if (values.length === 0) return undefined;
    return values.flatMap((value) => {
      const found = name === undefined ? this.read(value, new Map(), depth) : this.readProperty(value, name, depth);
      // One call proves nothing of a function that others may call: it only tells which of its values come from where.
      return under({ ...factsOfCall(this.#code, value), proved: ANY }, found);
    });
  }

  /** A property of an object literal, or of a parameter for which the calls of this file pass such. */
  #readGiven(record: Node, name: string, depth: number): readonly Alternative[] | undefined {
    const literal = unwrap(record);
    if (literal.type === "ObjectExpression") {
      const value = propertyValue(this.#code, literal, name);
      if (value) return this.read(value, new Map(), depth);
      return literal.properties.some(({ type }) => type === "SpreadElement") ? undefined : [leaf(0)];
    }
    const made = returnedProperties(this.#code, literal, name);
    if (made) return made.flatMap((each) => valuesOfPart(this.#reader(new Map(), depth), record, each));
    const binding = literal.type === "Identifier" ? this.#code.bindings.resolve(literal) : undefined;
    if (binding?.kind !== "parameter" || !isFunction(binding.declaration) || depth > MOST_DEPTH) return undefined;
    const passed = this.#readPassed(binding.declaration, binding, name, depth + 1);
    return alsoFromElsewhere(this.#code, passed, binding, record, name);
  }

  /** A property of what the calls of this file pass for a parameter, read once: functions may call each other. */
  #readPassed(target: FunctionNode, binding: Binding, name: string, depth: number) {
    const key = `${binding.id} ${name}`;
    const known = this.#passed.get(key);
    if (known) return known.values;
    // Until it is known, what a function passes to itself adds nothing.
    this.#passed.set(key, { values: [] });
    const all = this.#readArguments(target, binding, name, depth);
    const values = all && all.length > MOST_ALTERNATIVES ? collapsed(all) : all;
    this.#passed.set(key, { values });
    return values;
  }

  /** A property of what a call passes: of an object literal, its value; else what the whole is derived from. */
  readProperty(record: Node, name: string, depth: number): readonly Alternative[] {
    const given = this.#readGiven(record, name, depth);
    if (given) return given;
    const literal = unwrap(record);
    if (!namesScope(name) || depth > MOST_DEPTH) return [leaf(UNKNOWN)];
    const isChallenge = comesFrom(originOf(this.#code, literal), this.#question.challenge);
    return [isChallenge ? { ...leaf(CHALLENGED), challenged: record } : leaf(OTHER)];
  }

  #readMember(node: t.MemberExpression | t.OptionalMemberExpression, env: Environment, depth: number) {
    const path = pathOf(this.#code, node);
    const reader = this.#reader(env, depth);
    if (path !== undefined && path === this.#question.sink)
      return withFieldWrites(reader, node, keptBy(this.#code, PREVIOUS, node));
    const object = unwrap(node.object);
    const name = memberName(this.#code, node);
    if (name === "length" || name === "size") return [leaf(CONSTANT)];
    const element = (object.type === "ThisExpression" && env.get(OWN)?.values) || elementRead(reader, node);
    if (element) return element;
    if (object.type === "Identifier" && name !== undefined) {
      const binding = this.#code.bindings.resolve(object);
      const passed = binding && env.get(binding.id)?.values;
      const record = binding?.declaration.type === "VariableDeclarator" ? binding.declaration.init : undefined;
      const value = record?.type === "ObjectExpression" ? propertyValue(this.#code, record, name) : undefined;
      if (value && binding) return withPropertyWrites(reader, node, binding, this.read(value, env, depth));
      const given = passed ? undefined : this.#readGiven(object, name, depth);
      if (given && binding) return withPropertyWrites(reader, node, binding, given);
      if (passed?.some(holdsScope)) return passed;
    }
    return nestedValues(reader, node) ?? withFieldWrites(reader, node, leafOf(this.#question, node));
  }
}

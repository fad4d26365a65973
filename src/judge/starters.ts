import type * as t from "@babel/types";
import { functionNamed } from "../find/functions.ts";
import { expressionNamed } from "../find/request-use.ts";
import { constructorGiven, functionGiven, paramsOf } from "../find/shells.ts";
import { type Call, isCall, isMember, memberName, propertyName, unwrap } from "../find/syntax.ts";
import { calledFunctions } from "../find/uses.ts";
import { type Binding, boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { grouped } from "../parse/grouped.ts";
import { endOf, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import { EMITTING, LISTENING } from "../rules/names.ts";
import { runsOf } from "./runs.ts";

/** The nodes of the file that run a function (see `runsOf`), whatever they call it by, in source order. */
export const startersOf = (code: Code, target: FunctionNode): readonly Node[] =>
  code.answers.of(startersOf, target, () => {
    const byName = code.source.length > LARGE ? startersByName(code, target) : undefined;
    return byName ?? startersByWalk(code).get(target) ?? [];
  });

/** In longer texts, in code units, a function is sought by its names: a key that is put together hides one from that. */
const LARGE = 200_000;

/** Those of all functions, from all calls of the file: of a bundle, that is every function that it has. */
export const startersByWalk = (code: Code): ReadonlyMap<FunctionNode, readonly Node[]> =>
  code.answers.of(startersByWalk, code, () => {
    const found: (readonly [FunctionNode, Node])[] = [];
    code.tree.walk(code.tree.program, (node) => {
      if (isStarting(node)) for (const { target } of runsOf(code, node)) found.push([target, node]);
      return undefined;
    });
    return grouped(found);
  });

const isStarting = (node: Node | undefined): node is Node =>
  isCall(node) || node?.type === "NewExpression" || node?.type === "AssignmentExpression";

/**
 * The same of one function, by the names that lead to it; undefined where one is mentioned too often. Names only say
 * where to look: whether the function is run there, `runsOf` says.
 */
export function startersByName(code: Code, target: FunctionNode): readonly Node[] | undefined {
  const search = new Search(code, target);
  if (!search.isWhole) return undefined;
  return [...search.starters].sort((one, other) => startOf(one) - startOf(other) || endOf(other) - endOf(one));
}

/** Follows a function from the places where it is given to the names that it gets, and from these on. */
class Search {
  /** What runs the function. */
  readonly starters = new Set<Node>();
  /** Whether all mentions of all names were looked at. */
  isWhole = true;
  readonly #code: Code;
  readonly #target: FunctionNode;
  readonly #seen = new Set<Node | Binding | string>();

  constructor(code: Code, target: FunctionNode) {
    this.#code = code;
    this.#target = target;
    this.#ofDeclaration();
    this.#fromValue(target);
  }

  #ofDeclaration(): void {
    const { tree, bindings } = this.#code;
    const target = this.#target;
    if ("id" in target && target.id) {
      this.#named(bindings.lookup(target.id.name, tree.parent(target) ?? target));
      this.#named(bindings.lookup(target.id.name, target.body));
    }
    if ("key" in target) this.#keyed(target);
    if (target.type === "ObjectMethod") this.#fromRecord(tree.parent(target));
  }

  /** Where an expression leads that gives the function. */
  #fromValue(value: Node): void {
    const { tree } = this.#code;
    const parent = tree.parent(value);
    if (!parent || !this.#isNew(value)) return;
    this.#start(parent);
    if (unwrap(parent) === unwrap(value)) this.#fromValue(parent);
    switch (parent.type) {
      case "CallExpression":
      case "OptionalCallExpression":
      case "NewExpression":
        if (parent.callee !== value) this.#given(parent, value);
        return;
      case "MemberExpression":
      case "OptionalMemberExpression": {
        // `f.call(this)`, `f.bind(this)`
        const call = tree.parent(parent);
        this.#start(call);
        if (parent.object === value && isCall(call)) this.#fromValue(call);
        return;
      }
      case "AssignmentExpression":
        if (parent.right !== value) return;
        this.#fromValue(parent);
        this.#written(parent.left);
        return;
      case "VariableDeclarator":
        this.#written(parent.id);
        return;
      case "ObjectProperty":
        this.#keyed(parent);
        this.#fromRecord(tree.parent(parent));
        return;
      case "ClassProperty":
      case "ClassPrivateProperty":
      case "ClassAccessorProperty":
        this.#keyed(parent);
        return;
      case "ReturnStatement":
      case "ArrowFunctionExpression": {
        // What a function gives that is run at once, its call does.
        const around = tree.functionAround(value);
        const call = around && tree.parent(around);
        if (isCall(call)) this.#fromValue(call);
      }
    }
  }

  /** A function that takes the function may run it by its parameter, and a sender of events as a listener. */
  #given(call: Call | t.NewExpression, value: Node): void {
    const code = this.#code;
    const index = (call.arguments as readonly Node[]).indexOf(value);
    const callee = unwrap(call.callee);
    const method = isMember(callee) ? memberName(code, callee) : undefined;
    const maker = call.type === "NewExpression" ? constructorGiven(code, call.callee) : undefined;
    const takers = method === undefined ? calledFunctions(code, call) : methodsKeyed(code, method);
    for (const taker of maker ? [maker] : takers) {
      const parameters = [taker.params[index], paramsOf(taker)[index]];
      for (const name of parameters.flatMap((each) => boundNames(each))) this.#named(code.bindings.resolve(name));
    }
    if (method !== undefined && LISTENING.includes(method)) for (const name of emittersIn(code)) this.#mentioned(name);
  }

  /** The names that a record with the function has, of which an entry is called by a key: `handlers[status]()`. */
  #fromRecord(record: Node | undefined): void {
    const holder = record && this.#code.tree.parent(record);
    if (holder?.type === "VariableDeclarator") this.#written(holder.id);
    else if (holder?.type === "AssignmentExpression") this.#written(holder.left);
    else if (holder && "key" in holder) this.#keyed(holder);
    else if (holder && unwrap(holder) === unwrap(record as Node)) this.#fromRecord(holder);
  }

  #written(target: Node): void {
    const place = unwrap(target);
    if (isMember(place)) this.#mentioned(memberName(this.#code, place));
    else for (const name of boundNames(place)) this.#named(this.#code.bindings.resolve(name));
  }

  #keyed(part: Node): void {
    if (!("key" in part) || typeof part.key !== "object") return;
    const isComputed = "computed" in part && part.computed === true;
    this.#mentioned(propertyName(this.#code, part.key as Node, isComputed));
  }

  #named(binding: Binding | undefined): void {
    if (binding && this.#isNew(binding)) this.#follow(leadsOf(this.#code, binding));
  }

  #mentioned(name: string | undefined): void {
    if (name !== undefined && this.#isNew(name)) this.#follow(leadsOf(this.#code, name));
  }

  #follow(leads: Leads | undefined): void {
    if (!leads) this.isWhole = false;
    for (const start of leads?.starters.get(this.#target) ?? []) this.starters.add(start);
    for (const value of [...(leads?.given.get(this.#target) ?? []), ...(leads?.entries ?? [])]) this.#fromValue(value);
  }

  #start(place: Node | undefined): void {
    if (isStarting(place) && runsOf(this.#code, place).some(({ target }) => target === this.#target))
      this.starters.add(place);
  }

  #isNew(key: Node | Binding | string): boolean {
    const isNew = !this.#seen.has(key);
    this.#seen.add(key);
    return isNew;
  }
}

/** What the mentions of a name lead to: looked up once for all functions that it stands for. */
interface Leads {
  /** The nodes at the mentions that run a function. */
  readonly starters: ReadonlyMap<FunctionNode, readonly Node[]>;
  /** The mentions that give one. */
  readonly given: ReadonlyMap<FunctionNode, readonly Node[]>;
  /** Entries by a key of what is mentioned. */
  readonly entries: readonly Node[];
}

const leadsOf = (code: Code, name: Binding | string): Leads | undefined =>
  code.answers.of(leadsOf, name, () => {
    const expressions = typeof name === "string" ? expressionsNamed(code, name) : code.bindings.references(name);
    if (!expressions) return undefined;
    const places = new Set<Node>();
    const given: (readonly [FunctionNode, Node])[] = [];
    const entries: Node[] = [];
    for (const mention of expressions.flatMap((each) => inSequences(code, each))) {
      const parent = code.tree.parent(mention);
      const isObject = isMember(parent) && parent.object === mention;
      for (const place of [parent, isObject ? code.tree.parent(parent) : undefined])
        if (isStarting(place)) places.add(place);
      if (isObject && memberName(code, parent) === undefined) entries.push(parent);
      for (const target of new Set([functionNamed(code, mention), functionGiven(code, mention)]))
        if (target) given.push([target, mention]);
    }
    const starters = [...places].flatMap((place) => runsOf(code, place).map(({ target }) => [target, place] as const));
    return { starters: grouped(starters), given: grouped(given), entries };
  });

/** What bears a name: a variable or a member, also by a text that is the key, `this["send"]`, or by a constant of it. */
function expressionsNamed(code: Code, name: string): readonly Node[] | undefined {
  const { tree, bindings } = code;
  return bindings.mentions(name, tree.program)?.flatMap((mention) => {
    if (mention.type !== "StringLiteral") return expressionNamed(code, mention) ?? [];
    const parent = tree.parent(mention);
    if (isMember(parent)) return [parent];
    const constants = parent?.type === "VariableDeclarator" ? boundNames(parent.id) : [];
    return constants.flatMap((constant) => {
      const binding = bindings.resolve(constant);
      return ((binding && bindings.references(binding)) ?? []).flatMap((key) => {
        const member = tree.parent(key);
        return isMember(member) && member.property === key ? [member] : [];
      });
    });
  });
}

/** An expression, and those that give it: `(0, helper.run)(answer)`. */
function inSequences(code: Code, expression: Node): readonly Node[] {
  const parent = code.tree.parent(expression);
  return parent && unwrap(parent) === unwrap(expression) ? [expression, ...inSequences(code, parent)] : [expression];
}

/** The methods of a name of all classes and records of the file. */
const methodsKeyed = (code: Code, name: string): readonly FunctionNode[] =>
  code.answers.of(methodsKeyed, name, () =>
    (code.bindings.mentions(name, code.tree.program) ?? []).flatMap((mention) => {
      const parent = code.tree.parent(mention);
      const part = parent?.type === "PrivateName" ? code.tree.parent(parent) : parent;
      const value = part && "key" in part && "value" in part ? part.value : part;
      return isFunction(value as Node) ? [value as FunctionNode] : [];
    }),
  );

const EMITTER = new RegExp(`\\b${EMITTING.source.slice(1, -1)}\\b`, "g");

/** The names in a text by which events are sent. */
const emittersIn = (code: Code): readonly string[] =>
  code.answers.of(emittersIn, code, () => {
    const words = code.source.matchAll(EMITTER);
    return [...new Set([...words].map(([word]) => word))];
  });

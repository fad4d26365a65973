import type * as t from "@babel/types";
import { isMember, unwrap } from "../find/syntax.ts";
import type { Range } from "../model/site.ts";
import { type Code, textOf } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { assign, bind } from "./assignments.ts";
import { call } from "./calls.ts";
import { makeClass } from "./classes.ts";
import { decide } from "./deciding.ts";
import { targetsOf } from "./doors.ts";
import { evaluate } from "./expressions.ts";
import { read } from "./members.ts";
import { nodeAt } from "./places.ts";
import type { Ending, HandedFunction, Part, Player } from "./player.ts";
import { execute, executeAll } from "./statements.ts";
import { Answer, Fn, Klass, Names, nameOf, Rec, Unknown, type Value } from "./values.ts";
import { Stuck, type World } from "./world.ts";

/** More steps than an example takes, and more calls within each other. */
const MOST_STEPS = 5_000;
const MOST_DEPTH = 60;

/** Plays the code of one file. What stands around a function is looked at when its names are read for the first time. */
export class Stage implements Player {
  readonly assumed = new Set<Node>();
  readonly assumptions = new Map<Unknown, boolean>();
  readonly changed = new Set<string>();
  readonly later: Fn[] = [];
  readonly captured = new Set<Value>();
  /** The functions that were entered. */
  readonly entered = new Set<Node>();
  readonly code: Code;
  readonly part: Part;
  readonly world: World;
  readonly given: string;
  readonly sending: string | undefined;
  readonly providers: ReadonlySet<string>;
  readonly targets: readonly Range[];
  readonly written: ReadonlySet<string>;
  readonly root = new Names();
  readonly handed: HandedFunction[] = [];
  readonly sinkKey: string | undefined;
  sinkValue: Value;
  requested: string | undefined;
  readonly isHandler: boolean;
  isHanded = false;
  hasReached = false;
  isWritten = false;
  initial: { readonly value: Value } | undefined;
  readonly #raising: Klass[] = [];
  readonly #named = new Map<Unknown, string>();
  #steps = 0;
  #depth = 0;

  /**
   * @param given what the sink holds at first, where that is not seen
   * @param isHandler whether answers are given to the code, which sends no request itself
   */
  constructor(code: Code, part: Part, world: World, given: string, isHandler: boolean) {
    this.code = code;
    this.part = part;
    this.world = world;
    this.given = given;
    this.isHandler = isHandler;
    this.targets = targetsOf(code, part);
    this.written = code.answers.of(writtenIn, code.tree.program, () => writtenIn(code));
    this.sinkKey = part.isVariable ? this.#keyOfSink() : undefined;
    this.sending = sendingOf(code, part.arrival && nodeAt(code, part.arrival));
    this.providers = new Set(
      part.authorizations.flatMap((place) => {
        const call = nodeAt(code, place);
        const first = call && "arguments" in call ? call.arguments?.[0] : undefined;
        return first ? [textOf(code, unwrap(first))] : [];
      }),
    );
  }

  /** Begins to play: what the sink was given until now is what its client begins with. */
  begin(): void {
    this.initial = undefined;
    this.isWritten = false;
  }

  step(): void {
    if (++this.#steps > MOST_STEPS) throw new Stuck("too much is done");
  }

  evaluate(node: Node, names: Names): Value {
    return evaluate(this, node, names);
  }

  execute(node: Node, names: Names): Ending | undefined {
    return execute(this, node, names);
  }

  executeAll(nodes: readonly Node[], names: Names): Ending | undefined {
    return executeAll(this, nodes, names);
  }

  bind(pattern: Node, value: Value, names: Names, isVar?: boolean): void {
    bind(this, pattern, value, names, isVar);
  }

  assign(target: Node, value: Value, names: Names): void {
    assign(this, target, value, names);
  }

  call(callee: Value, self: Value, args: readonly Value[]): Value {
    return call(this, callee, self, args);
  }

  read(object: Value, name: string): Value {
    return read(this, object, name);
  }

  decide(test: Node, value: Value): boolean {
    return decide(this, test, value);
  }

  enter(fn: Fn, self: Value, args: readonly Value[]): Value {
    if (this.#depth >= MOST_DEPTH) throw new Stuck("too many calls are within each other");
    this.entered.add(fn.node);
    const { current } = this.world;
    const isArrow = fn.node.type === "ArrowFunctionExpression";
    const names = new Names(fn.names, fn.node, isArrow ? fn.self : { value: self });
    this.#depth++;
    try {
      this.#bindParameters(fn.node, args, names, self);
      const { body } = fn.node;
      const ending = body.type === "BlockStatement" ? this.executeAll(body.body, names) : undefined;
      const result =
        body.type !== "BlockStatement"
          ? this.evaluate(body, names)
          : ending?.kind === "return"
            ? ending.value
            : undefined;
      for (const handed of this.handed) if (handed.within === fn.node) handed.isMadeOnce ||= worksOn(result, handed);
      // Behind the call, the code is about the answer that it was about before, or about the one that it was given.
      if (result instanceof Answer) this.world.current = result;
      else if (current) this.world.current = current;
      return result;
    } finally {
      this.#depth--;
    }
  }

  #bindParameters({ params }: FunctionNode, args: readonly Value[], names: Names, self: Value): void {
    params.forEach((parameter, index) => {
      if (parameter.type === "RestElement") this.bind(parameter.argument, args.slice(index), names);
      else this.bind(parameter, args[index], names);
      if (parameter.type !== "TSParameterProperty" || !(self instanceof Rec)) return;
      const inner = parameter.parameter.type === "AssignmentPattern" ? parameter.parameter.left : parameter.parameter;
      if (inner.type === "Identifier") self.members.set(inner.name, this.lookUp(inner, names));
    });
  }

  construct(klass: Klass, args: readonly Value[]): Rec {
    const made = new Rec(true, klass);
    this.#make(klass, made, args);
    return made;
  }

  raise(self: Rec, args: readonly Value[]): void {
    const klass = this.#raising.at(-1);
    if (!klass) return;
    if (klass.parent instanceof Klass) this.#make(klass.parent, self, args);
    this.#giveFields(klass, self);
  }

  #make(klass: Klass, made: Rec, args: readonly Value[]): void {
    const own = klass.node.body.body.find(
      (member): member is t.ClassMethod => member.type === "ClassMethod" && member.kind === "constructor",
    );
    if (!own) {
      if (klass.parent instanceof Klass) this.#make(klass.parent, made, args);
      this.#giveFields(klass, made);
      return;
    }
    if (klass.parent === undefined) this.#giveFields(klass, made);
    this.#raising.push(klass);
    try {
      this.enter(new Fn(own, klass.names), made, args);
    } finally {
      this.#raising.pop();
    }
  }

  #giveFields(klass: Klass, made: Rec): void {
    const names = new Names(klass.names, undefined, { value: made });
    for (const member of klass.node.body.body) {
      if (member.type !== "ClassProperty" && member.type !== "ClassPrivateProperty") continue;
      const name = nameOf(member);
      if (name === undefined || member.static || ("declare" in member && member.declare)) continue;
      const isPromised = member.definite === true;
      const value = member.value ? this.evaluate(member.value, names) : isPromised ? new Unknown(false) : undefined;
      if (member.value || isPromised || !made.members.has(name)) made.members.set(name, value);
    }
  }

  name(unknown: Unknown, name: string): void {
    this.#named.set(unknown, name);
  }

  nameOf(unknown: Unknown): string {
    const name = this.#named.get(unknown) ?? `unknown ${this.#named.size}`;
    this.#named.set(unknown, name);
    return name;
  }

  #keyOfSink(): string | undefined {
    const site = nodeAt(this.code, this.part.site);
    return site?.type === "AssignmentExpression" && site.left.type === "Identifier" ? this.keyOf(site.left) : undefined;
  }

  keyOf(identifier: t.Identifier): string {
    return this.code.bindings.resolve(identifier)?.id ?? identifier.name;
  }

  lookUp(identifier: t.Identifier, names: Names): Value {
    const key = this.keyOf(identifier);
    const holder = names.holder(key);
    if (holder) return holder.get(key);
    if (key === "undefined") return undefined;
    const binding = this.code.bindings.resolve(identifier);
    // What leads back to itself is not known until it is made.
    const unknown = new Unknown(false, binding ? undefined : key);
    this.root.declare(key, unknown);
    if (binding?.kind === "parameter") this.captured.add(unknown);
    if (binding) this.#declareOutside(key, binding.declaration);
    return this.root.get(key);
  }

  /** Makes what stands around the code that is played: of a function around it, what it makes once. */
  #declareOutside(key: string, declaration: Node): void {
    const { root } = this;
    switch (declaration.type) {
      case "FunctionDeclaration":
        if (this.code.bindings.resolve(declaration.id as t.Identifier)?.id === key)
          root.declare(key, new Fn(declaration, root));
        return;
      case "ClassDeclaration":
        root.declare(key, makeClass(this, declaration, root));
        return;
      case "VariableDeclarator":
        if (declaration.init) this.bind(declaration.id, this.evaluate(declaration.init, root), root);
        else if (!this.#isOfLoop(declaration)) root.declare(key, undefined);
        return;
    }
  }

  /** Whether a loop gives a variable its values. */
  #isOfLoop(declarator: t.VariableDeclarator): boolean {
    const declaration = this.code.tree.parent(declarator);
    const loop = declaration && this.code.tree.parent(declaration);
    return loop?.type === "ForOfStatement" || loop?.type === "ForInStatement";
  }
}

/** Whether a function gives back what works on with what it handed over: functions, or what it handed it to. */
function worksOn(result: Value, { to }: HandedFunction): boolean {
  if (result instanceof Rec) return [...result.members.values()].some((each) => each instanceof Fn);
  return result instanceof Fn || (result instanceof Unknown && result === to);
}

/** The text of what is called where the answer arrives. */
function sendingOf(code: Code, arrival: Node | undefined): string | undefined {
  if (arrival?.type !== "VariableDeclarator" || !arrival.init) return undefined;
  const init = unwrap(arrival.init);
  const sending = init.type === "AwaitExpression" ? unwrap(init.argument) : init;
  return sending.type === "CallExpression" ? textOf(code, sending.callee) : undefined;
}

/** The names of the members that a text writes. */
function writtenIn(code: Code): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (target: Node): void => {
    if (isMember(target)) {
      if (target.property.type === "PrivateName") names.add(`#${target.property.id.name}`);
      else if (target.property.type === "Identifier" && !target.computed) names.add(target.property.name);
    } else if (/Pattern$/.test(target.type)) for (const child of code.tree.children(target)) add(child);
    else if (target.type === "ObjectProperty") add(target.value);
  };
  code.tree.walk(code.tree.program, (node) => {
    if (node.type === "AssignmentExpression") add(node.left);
    else if (node.type === "UpdateExpression") add(node.argument);
    return undefined;
  });
  return names;
}

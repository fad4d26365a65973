import type * as t from "@babel/types";
import { INSUFFICIENT, type Kinds, STATUS_401, STATUS_403, STATUS_OTHER } from "../find/kinds.ts";
import type { FunctionNode } from "../parse/tree.ts";
import { CHALLENGE_HEADER, CHALLENGED_NAME } from "../rules/names.ts";

/** What a piece of code may hold while it is played: as in JavaScript, where it is known, and else `Unknown`. */
export type Value =
  | undefined
  | null
  | boolean
  | number
  | string
  | Unknown
  | Rec
  | Fn
  | Klass
  | Native
  | Answer
  | readonly Value[]
  | Map<Value, Value>
  | Set<Value>;

/** What is not known. Its members are the same each time that they are read. */
export class Unknown {
  readonly members = new Map<string, Value>();
  /** Whether another is made whenever its code runs, as the result of a call is. */
  readonly isFresh: boolean;
  /** What a global is called. */
  readonly name: string | undefined;

  constructor(isFresh: boolean, name?: string) {
    this.isFresh = isFresh;
    this.name = name;
  }

  member(name: string): Value {
    const known = this.members.get(name) ?? new Unknown(this.isFresh, this.name && `${this.name}.${name}`);
    this.members.set(name, known);
    return known;
  }
}

/** An object. */
export class Rec {
  readonly members = new Map<string, Value>();
  readonly klass: Klass | undefined;
  /** Whether other code may have given it members that are not seen. */
  readonly isOpen: boolean;

  constructor(isOpen: boolean, klass?: Klass) {
    this.isOpen = isOpen;
    this.klass = klass;
  }
}

/** A function of the text. */
export class Fn {
  readonly node: FunctionNode;
  readonly names: Names;
  /** The `this` that it is bound to; a method has none before it is read of an object. */
  readonly self: { readonly value: Value } | undefined;

  constructor(node: FunctionNode, names: Names, self?: { readonly value: Value }) {
    this.node = node;
    this.names = names;
    this.self = self;
  }
}

/** A class of the text. */
export class Klass {
  readonly node: t.Class;
  readonly names: Names;
  readonly parent: Value;
  readonly statics = new Rec(true);

  constructor(node: t.Class, names: Names, parent: Value) {
    this.node = node;
    this.names = names;
    this.parent = parent;
  }

  /** The method or accessor of its instances, or of itself, that has a name. */
  method(name: string, kind: "method" | "get" | "set", isStatic = false): Fn | undefined {
    for (const member of this.node.body.body) {
      if (member.type !== "ClassMethod" && member.type !== "ClassPrivateMethod") continue;
      if (member.kind === kind && Boolean(member.static) === isStatic && nameOf(member) === name) {
        return new Fn(member, this.names);
      }
    }
    return this.parent instanceof Klass ? this.parent.method(name, kind, isStatic) : undefined;
  }

  /** Whether it has a class above that is not seen. */
  get isOpen(): boolean {
    return this.parent instanceof Klass ? this.parent.isOpen : this.parent !== undefined;
  }
}

/** The name of a member of a class, where it is written out. */
export function nameOf({
  key,
  computed,
}: {
  readonly key: t.Node;
  readonly computed?: boolean | null;
}): string | undefined {
  if (key.type === "PrivateName") return `#${key.id.name}`;
  if (key.type === "StringLiteral") return key.value;
  return key.type === "Identifier" && !computed ? key.name : undefined;
}

/** A function that the player has. */
export class Native {
  readonly run: (args: readonly Value[]) => Value;

  constructor(run: (args: readonly Value[]) => Value) {
    this.run = run;
  }
}

export const isPrimitive = (value: Value): value is undefined | null | boolean | number | string =>
  value === null || (typeof value !== "object" && typeof value !== "function");

export const isNullish = (value: Value): value is undefined | null => value === undefined || value === null;

/** What the resource server answers: a response, and at the same time the challenge that is read from it. */
export class Answer {
  readonly status: 200 | 401 | 403;
  readonly #scope: string;
  readonly #others = new Unknown(false);

  constructor(status: 200 | 401 | 403, scope: string) {
    this.status = status;
    this.#scope = scope;
  }

  get isOk(): boolean {
    return this.status === 200;
  }

  /** What the engine calls such an answer. */
  get kinds(): Kinds {
    if (this.isOk) return STATUS_OTHER & ~INSUFFICIENT;
    return this.status === 401 ? STATUS_401 & ~INSUFFICIENT : STATUS_403 & INSUFFICIENT;
  }

  get header(): string | null {
    const code = this.status === 401 ? "invalid_token" : "insufficient_scope";
    return this.isOk ? null : `Bearer error="${code}", scope="${this.#scope}"`;
  }

  member(name: string): Value {
    if (name === "status" || name === "statusCode") return this.status;
    if (name === "ok") return this.isOk;
    if (name === "headers" || name === "response") return this;
    if (name === "error" && this.status !== 401) return this.isOk ? undefined : "insufficient_scope";
    if (CHALLENGED_NAME.test(name) && !name.endsWith("s")) return this.isOk ? undefined : this.#scope;
    if (CHALLENGE_HEADER.test(name)) return this.header;
    return this.#others.member(name);
  }

  /** What a method of a response, of its headers or of its body gives. */
  call(name: string, [first]: readonly Value[]): Value {
    if (name === "get" && typeof first === "string") {
      return CHALLENGE_HEADER.test(first) ? this.header : new Unknown(true);
    }
    if (name === "has" && typeof first === "string" && CHALLENGE_HEADER.test(first)) return !this.isOk;
    if (name === "json" || name === "clone") return this;
    return new Unknown(true);
  }
}

/** The names of a block, and of those around it, with their values. */
export class Names {
  readonly #values = new Map<string, Value>();
  readonly outer: Names | undefined;
  /** The function whose outermost block this is. */
  readonly of: FunctionNode | undefined;
  /** What `this` is; absent where it is that of the block around. */
  readonly #self: { readonly value: Value } | undefined;

  constructor(outer?: Names, of?: FunctionNode, self?: { readonly value: Value }) {
    this.outer = outer;
    this.of = of;
    this.#self = self;
  }

  get self(): { readonly value: Value } | undefined {
    return this.#self ?? this.outer?.self;
  }

  declare(name: string, value: Value): void {
    this.#values.set(name, value);
  }

  /** Declares what `var` does: for the whole function. */
  declareForFunction(name: string, value: Value): void {
    if (this.of || !this.outer) this.declare(name, value);
    else this.outer.declareForFunction(name, value);
  }

  /** The block that has a name. */
  holder(name: string): Names | undefined {
    return this.#values.has(name) ? this : this.outer?.holder(name);
  }

  get(name: string): Value {
    return this.#values.get(name);
  }
}

import type * as t from "@babel/types";

export type Node = t.Node;
export type FunctionNode =
  | t.FunctionDeclaration
  | t.FunctionExpression
  | t.ArrowFunctionExpression
  | t.ObjectMethod
  | t.ClassMethod
  | t.ClassPrivateMethod;

const FUNCTION_TYPES = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ObjectMethod",
  "ClassMethod",
  "ClassPrivateMethod",
]);

/** Keys of a node that hold no syntax. */
const NOT_SYNTAX = new Set(["type", "start", "end", "loc", "extra", "errors", "range"]);

/** Whether a node has a function body of its own. */
export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return node != null && FUNCTION_TYPES.has(node.type);
}

const isClass = (node: Node): node is t.Class => node.type === "ClassDeclaration" || node.type === "ClassExpression";

/** Whether a node is a loop statement. */
export const isLoop = (node: Node): node is t.Loop => /^(?:For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type);

/** Where a node begins, in UTF-16 code units. */
export const startOf = (node: Node): number => node.start ?? 0;
/** Where a node ends (exclusive), in UTF-16 code units. */
export const endOf = (node: Node): number => node.end ?? 0;
/** Whether the range of `outer` covers that of `inner`. */
export const covers = (outer: Node, inner: Node): boolean =>
  startOf(outer) <= startOf(inner) && endOf(inner) <= endOf(outer);

/**
 * A syntax tree that is entered only where somebody looks. Walking a large bundle costs a quarter of parsing it, so
 * children are listed, and parents known, from the first visit of a node on.
 */
export class Tree {
  readonly program: t.Program;
  readonly #parents = new Map<Node, Node>();
  readonly #children = new Map<Node, readonly Node[]>();
  readonly #own = new Map<Node, Map<string, readonly Node[]>>();
  readonly #nearest = new Map<(node: Node) => boolean, Map<Node, Node | undefined>>();

  constructor(program: t.Program) {
    this.program = program;
  }

  /** The children of a node in source order. */
  children(node: Node): readonly Node[] {
    const known = this.#children.get(node);
    if (known) return known;
    const found: Node[] = [];
    for (const key in node) {
      if (NOT_SYNTAX.has(key)) continue;
      const value: unknown = node[key as keyof Node];
      if (Array.isArray(value)) for (const item of value) if (isNode(item)) found.push(item);
      if (isNode(value)) found.push(value);
    }
    for (let index = 1; index < found.length; index++) {
      if (startOf(found[index] as Node) < startOf(found[index - 1] as Node)) {
        found.sort((a, b) => startOf(a) - startOf(b));
        break;
      }
    }
    for (const child of found) this.#parents.set(child, node);
    this.#children.set(node, found);
    return found;
  }

  /** The node that holds another; undefined for the program. */
  parent(node: Node): Node | undefined {
    const known = this.#parents.get(node);
    if (known || node === this.program) return known;
    this.#reach(node, this.program);
    return this.#parents.get(node);
  }

  /** Visits what lies between a node and one above it, so that the parents on the way are known. */
  #reach(node: Node, from: Node): void {
    const open = [from];
    for (let at = open.pop(); at; at = open.pop()) {
      for (const child of startingBy(this.children(at), startOf(node))) {
        if (child === node) return;
        if (covers(child, node)) open.push(child);
      }
    }
  }

  /** The ancestors of a node, the nearest first. */
  *ancestors(node: Node): Generator<Node> {
    for (let at = this.parent(node); at; at = this.parent(at)) yield at;
  }

  /** The nearest function around a node, not the node itself. */
  functionAround(node: Node): FunctionNode | undefined {
    return this.nearest(node, isFunction);
  }

  /** The nearest class around a node. */
  classAround(node: Node): t.Class | undefined {
    return this.nearest(node, isClass);
  }

  /**
   * The nearest node of a kind around another, not the node itself. What is asked of one is known then of all on the way.
   *
   * @param isOfKind a function that is the same for each call: it is remembered what it said
   */
  nearest<Kind extends Node>(node: Node, isOfKind: (node: Node) => node is Kind): Kind | undefined {
    let known = this.#nearest.get(isOfKind) as Map<Node, Kind | undefined> | undefined;
    if (!known) {
      known = new Map();
      this.#nearest.set(isOfKind, known);
    }
    const asked: Node[] = [];
    let found: Kind | undefined;
    for (let at: Node | undefined = node; at && !found; ) {
      found = known.get(at);
      if (found || known.has(at)) break;
      asked.push(at);
      at = this.parent(at);
      if (at && isOfKind(at)) found = at;
    }
    for (const each of asked) known.set(each, found);
    return found;
  }

  /**
   * The innermost node that covers an offset.
   *
   * @param near a node from which it is not far, to spare the way from the top
   */
  at(offset: number, near: Node = this.program): Node {
    let node = near;
    while (node !== this.program && (offset < startOf(node) || endOf(node) <= offset))
      node = this.parent(node) ?? this.program;
    for (;;) {
      const inner = lastCovering(this.children(node), offset);
      if (!inner) return node;
      node = inner;
    }
  }

  /** The child of a node in which another lies. */
  childToward(outer: Node, node: Node): Node | undefined {
    return lastCovering(this.children(outer), startOf(node));
  }

  /**
   * Visits a node and what is below it, in source order.
   *
   * @param enter returns false to pass over a node's children
   */
  walk(node: Node, enter: (node: Node) => boolean | undefined): void {
    // With a stack of its own: chains of thousands of calls are deeper than the engine's.
    const open = [node];
    for (let at = open.pop(); at; at = open.pop()) {
      if (enter(at) === false) continue;
      const children = this.children(at);
      for (let index = children.length - 1; index >= 0; index--) open.push(children[index] as Node);
    }
  }

  /** Visits a node and what runs with it: nested functions and classes are left out. */
  walkOwn(node: Node, enter: (node: Node) => boolean | undefined): void {
    this.walk(node, (inner) => {
      if (inner !== node && (isFunction(inner) || inner.type === "ClassBody")) return false;
      return enter(inner);
    });
  }

  /** The nodes of some types among those that `walkOwn` visits, in its order: by where they begin. */
  own<Type extends Node["type"]>(node: Node, ...types: Type[]): readonly Extract<Node, { type: Type }>[] {
    const lists = this.#own.get(node) ?? this.#listOwn(node);
    const key = types.join();
    const found = lists.get(key) ?? inOrder(types.flatMap((type) => lists.get(type) ?? []));
    lists.set(key, found);
    return found as readonly Extract<Node, { type: Type }>[];
  }

  /** The nodes of a function's own code by their types: one walk for all questions. */
  #listOwn(node: Node): Map<string, readonly Node[]> {
    const lists = new Map<string, Node[]>();
    this.walkOwn(node, (inner) => {
      const known = lists.get(inner.type);
      if (known) known.push(inner);
      else lists.set(inner.type, [inner]);
      return undefined;
    });
    this.#own.set(node, lists);
    return lists;
  }
}

/** Nodes of several types as they stand in the text, what is around others first. */
const inOrder = (nodes: readonly Node[]): readonly Node[] =>
  [...nodes].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));

/** Of nodes sorted by where they begin, the position of the first that begins at an offset or after it. */
export function indexFrom(nodes: readonly Node[], offset: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(nodes[middle] as Node) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

/** Of some nodes, sorted by start, the last few that begin at or before an offset, the last one first. */
function startingBy(nodes: readonly Node[], offset: number): Node[] {
  const end = indexFrom(nodes, offset + 1);
  return nodes.slice(Math.max(0, end - 3), end).reverse();
}

/** The last of some nodes, sorted by start, that covers an offset. */
function lastCovering(nodes: readonly Node[], offset: number): Node | undefined {
  return startingBy(nodes, offset).find((node) => offset < endOf(node));
}

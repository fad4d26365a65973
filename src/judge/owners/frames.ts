import type { Candidate } from "../../find/find.ts";
import { type Call, initialValue, isMember, unwrap } from "../../find/syntax.ts";
import { thisKey } from "../../find/this.ts";
import type { Binding } from "../../parse/bindings.ts";
import type { Code } from "../../parse/code.ts";
import { covers, type FunctionNode, type Node } from "../../parse/tree.ts";
import { dependenciesOf, keepingCall } from "./components.ts";

/** What a value hangs on: it is one and the same within the frame's node, and may be another outside of it. */
export interface Frame {
  readonly within: Node;
  /** The object that it belongs to, where it is a `this` (see `thisKey`). */
  readonly owner?: string;
  /** The paths by whose change it becomes another. */
  readonly renewedBy?: readonly string[];
}

/** The frame of a name: what declares it. The parameters of a constructor live as long as the object. */
export function frameOfBinding(code: Code, binding: Binding): Frame {
  const { declaration, kind, scope } = binding;
  const isConstructor =
    kind === "parameter" && declaration.type === "ClassMethod" && declaration.kind === "constructor";
  const owner = isConstructor ? code.tree.classAround(declaration) : undefined;
  // The own name of a class expression lives as long as the class, not as one of its objects.
  if (declaration.type === "ClassExpression")
    return { within: code.tree.functionAround(declaration) ?? code.tree.program };
  return { within: owner ?? (kind === "parameter" ? curried(scope) : scope) };
}

/** The function that is called with the last of its arguments, where they are given one after the other. */
function curried(around: Node): Node {
  let inner = around;
  while (inner.type === "ArrowFunctionExpression" && inner.body.type === "ArrowFunctionExpression" && !inner.body.async)
    inner = inner.body;
  return inner;
}

/** The frame of a `this`: an instance of the class around it, or the function that is given it. */
export function frameOfThis(code: Code, node: Node): Frame {
  const owner = thisKey(code, node);
  const around = owner === "this" ? code.tree.classAround(node) : code.tree.nearest(node, isGivenThis);
  return { within: around ?? code.tree.program, owner };
}

const isGivenThis = (node: Node): node is FunctionNode =>
  /^(?:Function(?:Declaration|Expression)|ObjectMethod|ClassMethod)$/.test(node.type);

/**
 * The frame of a sink: it holds one scope for as long as this lives. An element that is looked up by a name holds one
 * for each value of the name.
 */
export function frameOfSink(code: Code, { holder, target }: Pick<Candidate, "holder" | "target">): Frame {
  return frameOfPlace(code, holder ?? target, 0);
}

/** The frame of the object that a variable, a field or an element is. */
export function frameOfPlace(code: Code, expression: Node, depth = 0): Frame {
  const node = unwrap(expression);
  if (isMember(node)) {
    const object = frameOfPlace(code, node.object, depth);
    return node.computed ? innermost(object, frameOfKey(code, node.property)) : object;
  }
  if (node.type === "ThisExpression") return frameOfThis(code, node);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  if (!binding) return { within: code.tree.program };
  const kept = keepingCall(code, binding);
  if (kept) return frameOfKept(code, binding, kept);
  const held = heldBy(code, binding);
  return held && depth < 6 ? frameOfPlace(code, held, depth + 1) : frameOfBinding(code, binding);
}

/** What a component keeps outlives the run that it is made in, and lives until what it depends on changes. */
function frameOfKept(code: Code, binding: Binding, call: Call): Frame {
  const around = code.tree.functionAround(binding.declaration);
  const outside = (around && code.tree.functionAround(around)) ?? code.tree.program;
  return { within: outside, renewedBy: dependenciesOf(code, call) };
}

/** The place for which a name stands: `const state = this.state`, `const { state } = this`. */
function heldBy(code: Code, binding: Binding): Node | undefined {
  const value = initialValue(code, binding);
  const node = value && unwrap(value);
  if (node) return isMember(node) || /^(?:Identifier|ThisExpression)$/.test(node.type) ? node : undefined;
  const { declaration } = binding;
  if (declaration.type !== "VariableDeclarator" || declaration.id.type !== "ObjectPattern" || !declaration.init)
    return undefined;
  const init = unwrap(declaration.init);
  return isMember(init) || /^(?:Identifier|ThisExpression)$/.test(init.type) ? init : undefined;
}

function frameOfKey(code: Code, key: Node): Frame | undefined {
  const node = unwrap(key);
  if (isMember(node)) return frameOfPlace(code, node, 0);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  return binding && frameOfBinding(code, binding);
}

const innermost = (one: Frame, other: Frame | undefined): Frame =>
  other && covers(one.within, other.within) ? other : one;

/** The name that a member hangs on, or that a name is. */
export function rootOf(code: Code, expression: Node): Binding | undefined {
  let node = unwrap(expression);
  while (isMember(node)) node = unwrap(node.object);
  return node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
}

/** Whether what hangs on one frame is the same all the while that another lives. */
export function outlives(one: Frame, other: Frame): boolean {
  return covers(one.within, other.within) || (one.owner !== undefined && one.owner === other.owner);
}

import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";

/**
 * A key for the object that `this` is at a node: `this` for an instance of the class around it, `this@…` for anything
 * else. Two places with the same key see the same object, as far as the language lets a reader tell.
 */
export function thisKey(code: Code, node: Node): string {
  for (let at = code.tree.nearest(node, bearsThis); at; at = code.tree.nearest(at, bearsThis)) {
    switch (at.type) {
      case "StaticBlock":
        return "this@static";
      case "ObjectMethod":
        return `this@${code.tree.parent(at)?.start}`;
      case "FunctionDeclaration":
        return `this@${at.start}`;
      case "FunctionExpression":
        if (isGivenThis(code, at)) continue;
        return keyOfExpression(code, at);
      default:
        return at.static ? "this@static" : "this";
    }
  }
  return "this@module";
}

type BearsThis = Extract<
  Node,
  {
    type:
      | "ClassProperty"
      | "ClassPrivateProperty"
      | "ClassMethod"
      | "ClassPrivateMethod"
      | "StaticBlock"
      | "ObjectMethod"
      | "FunctionDeclaration"
      | "FunctionExpression";
  }
>;

const bearsThis = (node: Node): node is BearsThis =>
  /^(?:Class(?:Private)?(?:Property|Method)|StaticBlock|ObjectMethod|Function(?:Declaration|Expression))$/.test(
    node.type,
  );

/** Whether a path (see `pathOf`) leads through a `this`. */
export const isThisMember = (path: string | undefined): boolean => /^this(?:@[^.]*)?\./.test(path ?? "");

/** Whether a path is a `this` itself. */
export const isThis = (path: string | undefined): boolean => /^this(?:@[^.]*)?$/.test(path ?? "");

/** Whether a function is handed over with the `this` around it: `f.bind(this)`, `__awaiter(this, …, function* () {…})`. */
function isGivenThis(code: Code, target: FunctionNode): boolean {
  const parent = code.tree.parent(target);
  const call = parent?.type === "MemberExpression" ? code.tree.parent(parent) : parent;
  return call?.type === "CallExpression" && call.arguments.some(({ type }) => type === "ThisExpression");
}

/** Functions of one object literal, or of one prototype, share their `this`. */
function keyOfExpression(code: Code, target: FunctionNode): string {
  const parent = code.tree.parent(target);
  if (parent?.type === "ObjectProperty") return `this@${code.tree.parent(parent)?.start}`;
  const left = parent?.type === "AssignmentExpression" ? parent.left : undefined;
  if (left?.type === "MemberExpression" && !isFunction(left.object)) {
    return keyOfObject(code, left.object);
  }
  return `this@${target.start}`;
}

/** The key of the `this` of what is put on an object: `Client.prototype`. */
export const keyOfObject = (code: Code, object: Node): string =>
  `this@${code.source.slice(object.start ?? 0, object.end ?? 0).replaceAll(".", ":")}`;

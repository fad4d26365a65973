import { unwrap } from "../find/syntax.ts";
import { isFunction, type Node, type Tree } from "../parse/tree.ts";
import { keyName, normalForm } from "./normal-form.ts";

/**
 * The names of the functions, methods, classes and namespaces around a node, and of the variables, properties and
 * other places that hold them, outermost first. A function without a name has none here either: code may be put into
 * a callback, or taken out of one, and is still the same code.
 */
export function symbolsAround(tree: Tree, node: Node): string[] {
  const names: string[] = [];
  let below = node;
  let isHeld = false;
  for (const ancestor of tree.ancestors(node)) {
    const name = ownName(ancestor) ?? (isHeld && !ownName(unwrap(below)) ? holderName(ancestor) : undefined);
    if (name !== undefined) names.unshift(name);
    isHeld ||= isFunction(ancestor) || ancestor.type === "ClassBody";
    below = ancestor;
  }
  return names;
}

function ownName(node: Node): string | undefined {
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ClassDeclaration":
    case "ClassExpression":
      return node.id?.name;
    case "ClassMethod":
    case "ClassPrivateMethod":
    case "ObjectMethod":
      return `${prefixOf(node)}${nameOfKey(node)}`;
    case "StaticBlock":
      return "static";
    case "TSModuleDeclaration":
      return normalForm(node.id);
    default:
      return undefined;
  }
}

/** The name of what a function or class is put into: a variable, a property, an assignment's left side. */
function holderName(holder: Node): string | undefined {
  switch (holder.type) {
    case "VariableDeclarator":
      return holder.id.type === "Identifier" ? holder.id.name : undefined;
    case "ObjectProperty":
    case "ClassProperty":
    case "ClassPrivateProperty":
    case "ClassAccessorProperty":
      return `${prefixOf(holder)}${nameOfKey(holder)}`;
    case "AssignmentExpression":
      return normalForm(holder.left);
    case "ExportDefaultDeclaration":
      return "default";
    default:
      return undefined;
  }
}

/** `static `, `get `, `set `: what tells members of one name apart. */
function prefixOf(member: object): string {
  const isStatic = "static" in member && member.static === true;
  const accessor = "kind" in member && (member.kind === "get" || member.kind === "set") ? `${member.kind} ` : "";
  return `${isStatic ? "static " : ""}${accessor}`;
}

function nameOfKey(member: { readonly key: Node; readonly computed?: boolean | null }): string {
  return keyName(member.key, member.computed ?? false) ?? `[${normalForm(member.key)}]`;
}

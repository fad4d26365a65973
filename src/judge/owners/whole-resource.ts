import { namesScope } from "../../find/origins.ts";
import { isClass } from "../../find/shells.ts";
import { constantText, isCall } from "../../find/syntax.ts";
import { lastName } from "../../find/written.ts";
import type { Code } from "../../parse/code.ts";
import { covers, isFunction, type Node } from "../../parse/tree.ts";
import { SCOPES_NAME } from "../../rules/names.ts";
import { WHOLE_RESOURCE } from "../../rules/names-beside.ts";

/**
 * A text beside a sink that asks for all that a client has of one resource, `https://graph.microsoft.com/.default`: with
 * it, Microsoft's authorization server takes no other scope. What stands in another class or function of a bundle is
 * another library's.
 */
export function wholeResource(code: Code, sink: Node): Node | undefined {
  return textsOfResources(code).find((text) => !isOfAnother(code, text, sink));
}

const textsOfResources = (code: Code): readonly Node[] =>
  code.answers.of(textsOfResources, code, () =>
    [...code.source.matchAll(WHOLE_RESOURCE)]
      .map(({ index }) => code.tree.at(index))
      .filter((node) => /^(?:StringLiteral|TemplateElement)$/.test(node.type) && isNamedScope(code, node)),
  );

/** Whether a text stands in a class, or a function of the module, in which the sink does not. */
function isOfAnother(code: Code, text: Node, sink: Node): boolean {
  let isInFunction = false;
  for (const each of code.tree.ancestors(text)) {
    if (covers(each, sink)) return isInFunction && each === code.tree.program;
    if (isClass(each)) return true;
    isInFunction ||= isFunction(each);
  }
  return false;
}

/** Whether a text is what something called a scope is given, by itself or in a list. */
function isNamedScope(code: Code, text: Node): boolean {
  for (const parent of code.tree.ancestors(text)) {
    if (/^(?:Array|Template|Logical|Binary|Conditional|TSAs)/.test(parent.type)) continue;
    // What compilers make of a field: `__publicField(this, "scope", "…")`.
    const [object, key] = isCall(parent) ? parent.arguments : [];
    if (object?.type === "ThisExpression" && key) return namesScope(constantText(code, key));
    const place = parent.type === "AssignmentExpression" ? parent.left : "key" in parent ? parent.key : parent;
    const name = lastName(code, parent.type === "VariableDeclarator" ? parent.id : place);
    return namesScope(name) || SCOPES_NAME.test(name ?? "");
  }
  return false;
}

import { namesScope } from "../../find/origins.ts";
import { constantText, isCall } from "../../find/syntax.ts";
import { lastName } from "../../find/written.ts";
import type { Code } from "../../parse/code.ts";
import type { Node } from "../../parse/tree.ts";
import { SCOPES_NAME } from "../../rules/names.ts";
import { WHOLE_RESOURCE } from "../../rules/names-beside.ts";

/**
 * A text of the file that asks for all that a client has of one resource, `https://graph.microsoft.com/.default`: beside
 * it, Microsoft's authorization server takes no other scope.
 */
export const wholeResource = (code: Code): Node | undefined =>
  code.answers.of(wholeResource, code, () => {
    const [found] = [...code.source.matchAll(WHOLE_RESOURCE)]
      .map(({ index }) => code.tree.at(index))
      .filter((node) => /^(?:StringLiteral|TemplateElement)$/.test(node.type) && isNamedScope(code, node));
    return found;
  });

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

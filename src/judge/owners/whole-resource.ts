import type { Code } from "../../parse/code.ts";
import type { Node } from "../../parse/tree.ts";
import { WHOLE_RESOURCE } from "../../rules/names-beside.ts";

/**
 * A text of the file that asks for all that a client has of one resource, `https://graph.microsoft.com/.default`: beside
 * it, Microsoft's authorization server takes no other scope.
 */
export const wholeResource = (code: Code): Node | undefined =>
  code.answers.of(wholeResource, code, () => {
    const [found] = [...code.source.matchAll(WHOLE_RESOURCE)]
      .map(({ index }) => code.tree.at(index))
      .filter(({ type }) => type === "StringLiteral" || type === "TemplateElement");
    return found;
  });

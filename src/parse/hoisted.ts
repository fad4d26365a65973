import type * as t from "@babel/types";
import type { Node } from "./tree.ts";

/** The `var` declarations among statements; expressions hold none that count. */
export function hoistedDeclarations(node: Node | null | undefined): t.VariableDeclaration[] {
  switch (node?.type) {
    case "VariableDeclaration":
      return node.kind === "var" ? [node] : [];
    case "Program":
    case "BlockStatement":
      return node.body.flatMap(hoistedDeclarations);
    case "ExportNamedDeclaration":
      return hoistedDeclarations(node.declaration);
    case "IfStatement":
      return [node.consequent, node.alternate].flatMap(hoistedDeclarations);
    case "ForStatement":
      return [node.init, node.body].flatMap(hoistedDeclarations);
    case "ForInStatement":
    case "ForOfStatement":
      return [node.left, node.body].flatMap(hoistedDeclarations);
    case "WhileStatement":
    case "DoWhileStatement":
    case "LabeledStatement":
    case "WithStatement":
      return hoistedDeclarations(node.body);
    case "SwitchStatement":
      return node.cases.flatMap((each) => each.consequent.flatMap(hoistedDeclarations));
    case "TryStatement":
      return [node.block, node.handler?.body, node.finalizer].flatMap(hoistedDeclarations);
    default:
      return [];
  }
}

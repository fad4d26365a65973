import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { type Call, unwrap } from "./syntax.ts";

/** The module that a called function is imported from. */
export function moduleOf(code: Code, call: Call | t.NewExpression): string | undefined {
  const callee = unwrap(call.callee);
  const binding = callee.type === "Identifier" ? code.bindings.resolve(callee) : undefined;
  const declaration = binding?.kind === "import" ? code.tree.parent(binding.declaration) : undefined;
  return declaration?.type === "ImportDeclaration" ? declaration.source.value : undefined;
}

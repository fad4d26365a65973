import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { SCOPE_PARAMETER_ANYWHERE } from "../rules/names.ts";
import { methodOf } from "./library/lookup.ts";
import { isCall, isMember, unwrap } from "./syntax.ts";

/** Whether a part of a template stands right behind `scope=`: the value of an address's or a body's parameter. */
export function isScopeParameter({ quasis, expressions }: t.TemplateLiteral, part: Node): boolean {
  const index = expressions.indexOf(part as (typeof expressions)[number]);
  return SCOPE_PARAMETER_ANYWHERE.test(quasis[index]?.value.raw ?? "");
}

/**
 * Whether a part of a text that is put together stands right behind the parameter's name, by a template, by `+`, or as
 * compilers write the one: `"/authorize?client_id=".concat(id, "&scope=").concat(scope)`.
 */
export function isBehindParameter(code: Code, text: Node, part: Node): boolean {
  switch (text.type) {
    case "TemplateLiteral":
      return isScopeParameter(text, part);
    case "BinaryExpression":
      return text.operator === "+" && text.right === part && endsWithParameter(code, text.left);
    case "CallExpression": {
      const before = partsOfConcat(code, text);
      const at = before.indexOf(part);
      const last = at > 0 ? before[at - 1] : undefined;
      return last !== undefined && endsWithParameter(code, last);
    }
    default:
      return false;
  }
}

/** Whether a text that is put together ends with the parameter's name: `"/authorize?scope=" + …`. */
function endsWithParameter(code: Code, text: Node): boolean {
  const node = unwrap(text);
  const last = node.type === "BinaryExpression" ? node.right : partsOfConcat(code, node).at(-1);
  if (last) return endsWithParameter(code, last);
  return node.type === "StringLiteral" && SCOPE_PARAMETER_ANYWHERE.test(node.value);
}

/** What `text.concat(…)` puts together, in its order. */
function partsOfConcat(code: Code, call: Node): readonly Node[] {
  if (!isCall(call) || !isMember(call.callee)) return [];
  const method = methodOf(code, call.callee);
  const joins = method?.keeps === "joined" && method.of.includes("text");
  return joins ? [call.callee.object, ...call.arguments] : [];
}

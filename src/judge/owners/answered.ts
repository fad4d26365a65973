import type * as t from "@babel/types";
import { type Call, isMember, memberName, unwrap } from "../../find/syntax.ts";
import type { Code } from "../../parse/code.ts";
import type { Node } from "../../parse/tree.ts";
import { rootOf } from "./frames.ts";

/** What a call answers with an address, where that is given to the function around it, as a server's response is. */
export function answeredBy(code: Code, { callee }: Call | t.NewExpression): { readonly answering?: readonly Node[] } {
  const member = unwrap(callee);
  if (!isMember(member) || memberName(code, member) !== "redirect") return {};
  return rootOf(code, member)?.kind === "parameter" ? { answering: [member.object] } : {};
}

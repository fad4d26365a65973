import type * as t from "@babel/types";
import { calleeName } from "../find/calls.ts";
import { calledFunction } from "../find/functions.ts";
import { methodOf } from "../find/library/lookup.ts";
import { type Call, constantText, isCall, isMember, pathOf, unwrap } from "../find/syntax.ts";
import { isThis } from "../find/this.ts";
import type { Code } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { LOGGER, LOGGING } from "../rules/names.ts";
import { OFFLINE } from "../rules/names-beside.ts";

/** Whether a call writes a log: of an object that is one by its name, or of a function that is not read. */
export function isLog(code: Code, call: Call | t.NewExpression): boolean {
  const name = calleeName(code, call) ?? "";
  if (!LOGGING.test(name) || calledFunction(code, call)) return false;
  const callee = unwrap(call.callee);
  if (isMember(callee) && isThis(pathOf(code, callee.object))) return name !== "error";
  return !isMember(callee) || LOGGER.test(pathOf(code, callee.object)?.split(".").at(-1) ?? "");
}

/** Whether a read is but for a log. */
export function isLogged(code: Code, read: Node): boolean {
  for (const ancestor of code.tree.ancestors(read)) {
    if (isCall(ancestor)) {
      if (isLog(code, ancestor)) return true;
    }
    if (isFunction(ancestor) || ancestor.type.endsWith("Statement")) return false;
  }
  return false;
}

/** Whether a node makes something else of a text, by a method of the language: cuts it, looks for something in it. */
export const isMadeInto = (code: Code, node: Node): boolean =>
  isCall(node) && methodOf(code, node.callee) !== undefined && !looksForOffline(code, node);

/** `scope?.includes("offline_access")`, by which a request asks for consent: so it does for a union that holds that. */
const looksForOffline = (code: Code, { callee, arguments: [sought] }: Call): boolean =>
  methodOf(code, callee)?.tells !== undefined && sought !== undefined && OFFLINE.test(constantText(code, sought) ?? "");

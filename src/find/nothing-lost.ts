import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { endOf, type FunctionNode, type Node, startOf } from "../parse/tree.ts";
import { ADDING, JOINING } from "../rules/names.ts";
import { calleeName, propertyNames } from "./calls.ts";
import { isBookkeeping } from "./handed-on.ts";
import { isGivenForJoining, isJoining, isKeptForJoining } from "./joined-by-server.ts";
import { namesScope, originOf } from "./origins.ts";
import { setsOther } from "./request-parameters.ts";
import { type Call, constantValue, isCall, isMember, memberName, pathOf, unwrap } from "./syntax.ts";
import type { Written } from "./written.ts";

const JOINED = "the server joins it with what was granted";

/** Why a challenged scope that is asked for alone loses nothing; undefined where it does. */
export function whyNothingIsLost(code: Code, written: Written): string | undefined {
  const { call, kind, value } = written;
  if (!call) return isKeptForJoining(code, written) ? JOINED : undefined;
  const receiver = isCall(call) && kind === "parameter" && isMember(call.callee) ? call.callee.object : undefined;
  const isSet = receiver !== undefined && setsOther(code, receiver, (name) => JOINING.test(name));
  if (isSet || isJoining(code, call) || isGivenForJoining(code, value)) return JOINED;
  if (isCall(call) && isAdding(code, call)) return "what is called adds it to those it has";
  if (isKeptUnderScope(code, call, value)) return "a token is kept for each scope";
  return undefined;
}

/** Whether a method adds scopes to those that its object has: it is given no parameters of a request of its own. */
const isAdding = (code: Code, call: Call): boolean =>
  isMember(call.callee) &&
  ADDING.test(calleeName(code, call) ?? "") &&
  !call.arguments.some((argument) => propertyNames(code, argument).some((name) => !namesScope(name)));

/** `this.tokens.set(challenge.scope, await grant({ scope: challenge.scope }))`: what comes of it is kept under the scope. */
function isKeptUnderScope(code: Code, call: Call | t.NewExpression, value: Node): boolean {
  const path = pathOf(code, value);
  if (path !== undefined && isKeptLater(code, call, path)) return true;
  for (const ancestor of code.tree.ancestors(call)) {
    if (isCall(ancestor)) {
      const [key] = ancestor.arguments;
      const isSet =
        isBookkeeping(code, ancestor) && isMember(ancestor.callee) && memberName(code, ancestor.callee) === "set";
      return isSet && key !== undefined && path !== undefined && pathOf(code, key) === path;
    }
    if (ancestor.type === "AssignmentExpression") {
      const left = unwrap(ancestor.left);
      return isMember(left) && left.computed && path !== undefined && pathOf(code, left.property) === path;
    }
    if (!/^(?:Await|Yield)Expression$/.test(ancestor.type) && unwrap(ancestor) !== unwrap(call)) return false;
  }
  return false;
}

/** The same under a key that is made of the scope, in the function that asks: `` const key = `${audience}|${scope}` ``. */
function isKeptLater(code: Code, call: Call | t.NewExpression, path: string): boolean {
  const around = code.tree.functionAround(call);
  const keys = around ? keysMade(code, around) : [];
  return keys.some((key) => startOf(key) > endOf(call) && originOf(code, key).own.has(path));
}

/** The keys under which a function keeps something, of those that it puts together. */
const keysMade = (code: Code, around: FunctionNode): readonly Node[] =>
  code.answers.of(keysMade, around, () =>
    code.tree.own(around.body, "AssignmentExpression", "CallExpression").flatMap((each) => {
      const place = unwrap(isCall(each) ? each.callee : each.left);
      if (!isMember(place)) return [];
      const isSet = isCall(each) && memberName(code, place) === "set" && isBookkeeping(code, each);
      const key = isSet ? each.arguments[0] : !isCall(each) && place.computed ? place.property : undefined;
      const name = key && unwrap(key);
      const made = name?.type === "Identifier" ? constantValue(code, name) : name;
      return key && made?.type === "TemplateLiteral" ? [key] : [];
    }),
  );

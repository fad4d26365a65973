import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { endOf, type FunctionNode, type Node, startOf } from "../parse/tree.ts";
import { JOINING } from "../rules/names.ts";
import { propertyNames, setsOther } from "./calls.ts";
import { isBookkeeping } from "./handed-on.ts";
import { originOf } from "./origins.ts";
import {
  type Call,
  constantText,
  constantValue,
  isCall,
  isMember,
  memberName,
  pathOf,
  propertyValue,
  unwrap,
} from "./syntax.ts";
import type { Written } from "./written.ts";

/** Why a challenged scope that is asked for alone loses nothing; undefined where it does. */
export function whyNothingIsLost(code: Code, { call, kind, value }: Written): string | undefined {
  if (!call) return undefined;
  const names = call.arguments.flatMap((argument) => propertyNames(code, argument));
  const receiver = isCall(call) && kind === "parameter" && isMember(call.callee) ? call.callee.object : undefined;
  const isJoined =
    (names.some((name) => JOINING.test(name)) && !call.arguments.some((each) => isTurnedOff(code, each))) ||
    (receiver !== undefined && setsOther(code, receiver, (name) => JOINING.test(name)));
  if (isJoined) return "the server joins it with what was granted";
  if (isKeptUnderScope(code, call, value)) return "a token is kept for each scope";
  return undefined;
}

function isTurnedOff(code: Code, argument: Node): boolean {
  const record = unwrap(argument);
  if (record.type !== "ObjectExpression") return false;
  const value = propertyValue(code, record, "include_granted_scopes");
  return value !== undefined && (constantText(code, value) === "false" || isFalse(value));
}

const isFalse = (value: Node): boolean => {
  const node = unwrap(value);
  return node.type === "BooleanLiteral" && !node.value;
};

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

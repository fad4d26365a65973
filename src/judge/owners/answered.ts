import type * as t from "@babel/types";
import { importedAs, propertyTaken } from "../../find/calls.ts";
import { type Call, constantText, isCall, isMember, memberName, propertyName, unwrap } from "../../find/syntax.ts";
import { usesOf } from "../../find/uses.ts";
import type { Code } from "../../parse/code.ts";
import { isFunction, type Node } from "../../parse/tree.ts";
import { LOCATION_HEADER, REDIRECTING } from "../../rules/names-beside.ts";
import type { Frame } from "./frames.ts";

/** More names, members and calls than stand between a server's response and what is called of it. */
const MOST_STEPS = 8;

/** What a call answers with an address, where that is given to the function around it, as a server's response is. */
export function answeredBy(code: Code, call: Call | t.NewExpression): { readonly answering?: readonly Node[] } {
  const callee = unwrap(call.callee);
  const isAnswer = isRedirect(code, callee) || call.arguments.some((each) => isLocation(code, each));
  return isAnswer && (isGiven(code, callee, 0) || isOfServer(code, callee)) ? { answering: [callee] } : {};
}

/** `response.redirect(…)`, `redirect(…)` of `const { redirect } = response` or of an import. */
function isRedirect(code: Code, callee: Node): boolean {
  if (isMember(callee)) return REDIRECTING.test(memberName(code, callee) ?? "");
  return (
    callee.type === "Identifier" && REDIRECTING.test(importedAs(code, callee) ?? propertyTaken(code, callee) ?? "")
  );
}

/** The header that has a browser go to an address, as an argument or a property: `setHeader("Location", url)`. */
function isLocation(code: Code, argument: Node): boolean {
  const node = unwrap(argument);
  if (node.type !== "ObjectExpression") return LOCATION_HEADER.test(constantText(code, node) ?? "");
  return node.properties.some(
    (each) =>
      each.type === "ObjectProperty" &&
      (LOCATION_HEADER.test(propertyName(code, each.key, each.computed) ?? "") ||
        (each.value.type === "ObjectExpression" && isLocation(code, each.value))),
  );
}

/** Whether what is called is of a parameter: `response.status(302).redirect`, `redirect` of `const { redirect } = response`. */
function isGiven(code: Code, value: Node, steps: number): boolean {
  const node = unwrap(value);
  if (steps > MOST_STEPS) return false;
  if (isMember(node)) return isGiven(code, node.object, steps + 1);
  if (isCall(node)) return isMember(unwrap(node.callee)) && isGiven(code, node.callee, steps + 1);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  if (binding?.kind === "parameter") return true;
  const declaration = binding?.declaration;
  return declaration?.type === "VariableDeclarator" && !!declaration.init && isGiven(code, declaration.init, steps + 1);
}

/** Whether only a server calls it: `Response` of the platform, of which browsers make answers to nobody. */
function isOfServer(code: Code, callee: Node): boolean {
  const root = unwrap(isMember(callee) ? callee.object : callee);
  return root.type === "Identifier" && root.name === "Response" && !code.bindings.resolve(root);
}

/**
 * Whether what hangs on a frame is one for all whom the program answers: a variable of the module, or an object of a class
 * of which the module makes one for itself.
 */
export function isOfAll(code: Code, { within }: Frame): boolean {
  if (isRunOnce(code, within)) return true;
  if (within.type !== "ClassDeclaration" && within.type !== "ClassExpression") return false;
  return (usesOf(code, within)?.mentions ?? []).some((mention) => {
    const made = code.tree.parent(mention);
    return made?.type === "NewExpression" && made.callee === mention && isKeptByModule(code, made);
  });
}

/** Whether a value is made as the module is run, or is put into a variable of the module. */
function isKeptByModule(code: Code, made: Node): boolean {
  for (const around of code.tree.ancestors(made)) {
    if (isFunction(around)) return isRunOnce(code, around);
    if (around.type !== "AssignmentExpression") continue;
    const name = unwrap(around.left);
    const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
    if (binding && isRunOnce(code, binding.scope)) return true;
  }
  return true;
}

/** Whether a node is the module, or a function in which compilers put all of it, and which is called at once. */
function isRunOnce(code: Code, scope: Node): boolean {
  if (scope === code.tree.program) return true;
  const around = isFunction(scope) ? scope : code.tree.parent(scope);
  if (!isFunction(around)) return false;
  const call = [...code.tree.ancestors(around)].find(({ type }) => type !== "ParenthesizedExpression");
  if (!isCall(call) || unwrap(call.callee) !== around) return false;
  return isRunOnce(code, code.tree.functionAround(call) ?? code.tree.program);
}

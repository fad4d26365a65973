import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { LOGGED, OWN_FILE, PARAMETER_OF_ADDRESS } from "../rules/names-beside.ts";
import { isAuthorization } from "./authorization.ts";
import { roleOf } from "./calls.ts";
import { calledFunction } from "./functions.ts";
import { importedFrom } from "./imported.ts";
import { libraryOf, methodOf } from "./library/lookup.ts";
import { type Call, constantText, isCall, isMember, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";

/** Whether a file asks no authorization server for anything, and takes nothing from other files that may. */
export const servesByItself = (code: Code): boolean =>
  code.answers.of(servesByItself, code, () => {
    let isAlone = true;
    code.tree.walk(code.tree.program, (node) => {
      if (node.type === "StringLiteral")
        isAlone &&= !OWN_FILE.test(node.value) && !PARAMETER_OF_ADDRESS.test(node.value);
      if (node.type === "TemplateElement") isAlone &&= !PARAMETER_OF_ADDRESS.test(node.value.raw);
      if (isCall(node) || node.type === "NewExpression")
        isAlone &&= !isAuthorization(code, node) && roleOf(code, node) !== "authorization" && !givesAway(code, node);
      return isAlone;
    });
    return isAlone;
  });

/** Whether code that is not seen gets what a function of the file was given, or is itself given to what may run it. */
function givesAway(code: Code, call: Call | t.NewExpression): boolean {
  const given = call.arguments.flatMap(partsOf);
  if (given.some((each) => !isCall(each) && isImported(code, each))) return true;
  if (libraryOf(code, call.callee) || LOGGED.test(pathOf(code, call.callee) ?? "")) return false;
  const isOwn =
    rootOf(code, call.callee)?.kind === "parameter" || methodOf(code, call.callee) || calledFunction(code, call);
  return !isOwn && given.some((each) => rootOf(code, each)?.kind === "parameter");
}

function isImported(code: Code, path: Node): boolean {
  let node = unwrap(path);
  while (isMember(node)) node = unwrap(node.object);
  return importedFrom(code, node) !== undefined;
}

/** What a call is given, by itself or in a record or list. */
const partsOf = (given: Node): Node[] => {
  const node = unwrap(given);
  if (node.type === "SpreadElement") return partsOf(node.argument);
  if (node.type === "ArrayExpression") return node.elements.flatMap((each) => (each ? partsOf(each) : []));
  if (node.type !== "ObjectExpression") return [node];
  return node.properties.flatMap((each) =>
    each.type === "ObjectProperty" ? partsOf(each.value) : each.type === "SpreadElement" ? partsOf(each) : [],
  );
};

/** The name at the beginning of a path, or of the one that its own name stands for: `c` of `c.var`. */
function rootOf(code: Code, path: Node, depth = 0): Binding | undefined {
  let node = unwrap(path);
  while (isMember(node)) node = unwrap(node.object);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  const held = binding?.declaration.type === "VariableDeclarator" ? binding.declaration.init : undefined;
  const root = held && depth < MOST_NAMES ? rootOf(code, held, depth + 1) : undefined;
  return root ?? binding;
}

/** More names than stand between an entry and what it is looked up in. */
const MOST_NAMES = 3;

/** Whether all that a file does with an entry of that name is to look something up by it, or to log it: `c.get("scope")`. */
export const isOnlyLookedUp = (code: Code, key: string): boolean =>
  code.answers.ofBoth(isOnlyLookedUp, code, key, () => {
    let isLooked = true;
    code.tree.walk(code.tree.program, (node) => {
      isLooked &&= isCall(node)
        ? !getsEntry(code, node, key) || isLookedUp(code, node, 0)
        : !readsPart(code, node, key);
      return isLooked;
    });
    return isLooked;
  });

/** Whether a call may give the entry of a key. */
function getsEntry(code: Code, { callee, arguments: [first] }: Call, key: string): boolean {
  if (!first || !isMember(callee) || memberName(code, callee) !== "get") return false;
  return (constantText(code, first) ?? key) === key;
}

/** Whether a part of a part is read by a key: `c.var.scope`, `const { scope } = c.var`. */
function readsPart(code: Code, node: Node, key: string): boolean {
  if (isMember(node)) return memberName(code, node) === key && isMember(unwrap(node.object));
  if (node.type !== "VariableDeclarator" || node.id.type !== "ObjectPattern" || !isMember(node.init)) return false;
  return node.id.properties.some(
    (part) => part.type === "RestElement" || propertyName(code, part.key, part.computed) === key,
  );
}

/** What a value may be a part of, and still be only that. */
const PLAIN_PART =
  /^(?:(?:Optional)?Member|Logical|Conditional|Array|Object|Binary|Unary|Await|Parenthesized)Expression$|^(?:TemplateLiteral|SpreadElement|ObjectProperty|TS\w+Expression)$/;

function isLookedUp(code: Code, value: Node, depth: number): boolean {
  let child = value;
  for (const parent of code.tree.ancestors(value)) {
    if (parent.type === "ExpressionStatement" || parent.type === "IfStatement") return true;
    if (parent.type === "VariableDeclarator") {
      const binding = parent.id.type === "Identifier" ? code.bindings.resolve(parent.id) : undefined;
      const references = depth < MOST_NAMES && binding ? code.bindings.references(binding) : undefined;
      return references?.every((each) => each === parent.id || isLookedUp(code, each, depth + 1)) === true;
    }
    if (isCall(parent) && parent.callee === child) {
      const method = methodOf(code, parent.callee);
      // A test of an element, or of a part, gives nothing of it.
      if (method?.tells) return true;
      if (!method || method.runs) return false;
    } else if (isCall(parent) && LOGGED.test(pathOf(code, parent.callee) ?? "")) return true;
    else if (isCall(parent) || parent.type === "NewExpression") {
      if (!libraryOf(code, parent.callee)?.keepsText) return false;
    } else if (!PLAIN_PART.test(parent.type)) return false;
    child = parent;
  }
  return false;
}

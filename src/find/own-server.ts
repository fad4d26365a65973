import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { LOGGED, OWN_FILE, PARAMETER_OF_ADDRESS } from "../rules/names-beside.ts";
import { isAuthorization } from "./authorization.ts";
import { roleOf } from "./calls.ts";
import { calledFunction } from "./functions.ts";
import { importedFrom } from "./imported.ts";
import { libraryOf, methodOf } from "./library/lookup.ts";
import { type Call, constantText, isCall, isMember, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";

/**
 * Whether a file asks no authorization server for anything, and takes nothing from other files that may: what its
 * functions are given goes on by calls that are read, and by no other name.
 *
 * @param record a parameter that is known to be no more than a record
 */
export const servesByItself = (code: Code, record: Binding): boolean =>
  code.answers.ofBoth(servesByItself, record, code, () => {
    let isAlone = true;
    code.tree.walk(code.tree.program, (node) => {
      if (node.type === "StringLiteral")
        isAlone &&= !OWN_FILE.test(node.value) && !PARAMETER_OF_ADDRESS.test(node.value);
      if (node.type === "Identifier") isAlone &&= !isGivenAName(code, node, record);
      if (node.type === "TemplateElement") isAlone &&= !PARAMETER_OF_ADDRESS.test(node.value.raw);
      if (isCall(node) || node.type === "NewExpression")
        isAlone &&= !isAuthorization(code, node) && roleOf(code, node) !== "authorization" && !givesAway(code, node);
      return isAlone;
    });
    return isAlone;
  });

/** Whether what a function is given gets another name, as `it.c` of `{ c }`, or is taken apart: `const { get } = c`. */
function isGivenAName(code: Code, name: t.Identifier, record: Binding): boolean {
  const binding = code.bindings.resolve(name);
  if (binding?.kind !== "parameter" || binding === record) return false;
  let child: Node = name;
  for (const parent of code.tree.ancestors(name)) {
    switch (parent.type) {
      case "LogicalExpression":
      case "ConditionalExpression":
        break;
      case "VariableDeclarator":
        return parent.init === child;
      case "AssignmentExpression":
        return parent.right === child;
      case "ObjectProperty":
        return parent.value === child && code.tree.parent(parent)?.type === "ObjectExpression";
      case "ReturnStatement":
      case "ArrayExpression":
      case "SpreadElement":
      case "ClassProperty":
        return true;
      case "ArrowFunctionExpression":
        return parent.body === child;
      default:
        if (unwrap(parent) !== unwrap(child)) return false;
    }
    child = parent;
  }
  return false;
}

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

/** Whether a part of a part is read by a key, `c.var.scope`, or a parameter is taken apart so that it may be: `({ get }) => …`. */
function readsPart(code: Code, node: Node, key: string): boolean {
  if (isMember(node)) return memberName(code, node) === key && isMember(unwrap(node.object));
  if (node.type !== "ObjectPattern") return false;
  const parent = code.tree.parent(node);
  const isOfPart = parent?.type === "VariableDeclarator" && isMember(parent.init);
  const isOfParameter = isFunction(parent) && parent.body !== (node as Node);
  if (!isOfPart && !isOfParameter) return false;
  return node.properties.some((part) => {
    if (part.type === "RestElement" || part.value.type === "ObjectPattern") return true;
    const name = propertyName(code, part.key, part.computed);
    return name === key || (isOfParameter && name === "get");
  });
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

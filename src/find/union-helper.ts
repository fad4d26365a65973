import type * as t from "@babel/types";
import { type Binding, isPropertyName } from "../parse/bindings.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, type Node } from "../parse/tree.ts";
import { OF_UNION, WITHIN_UNION } from "../rules/names.ts";
import { callsHelper } from "./calls.ts";
import { regexSource } from "./error-code.ts";
import { calledFunction } from "./functions.ts";
import { type Call, constantText, isCall, isMember, memberName } from "./syntax.ts";

/**
 * Whether a function of the file takes any number of scope texts and returns one in which each of their scopes stands, as
 * the helper does. Nothing in it may choose among them: no list that lies elsewhere, no text but blanks, no number, no
 * method that takes a part.
 */
export function isUnion(code: Code, helper: t.FunctionDeclaration): boolean {
  const { params, async, generator, returnType, body } = helper;
  const [rest, ...others] = params;
  if (rest?.type !== "RestElement" || others.length > 0 || async || generator) return false;
  const parameter = rest.typeAnnotation ? textOf(code, rest.typeAnnotation) : undefined;
  const result = returnType ? textOf(code, returnType) : undefined;
  if (parameter !== undefined && (!/undefined/.test(parameter) || /\[\]\s*\[\]/.test(parameter))) return false;
  if (result !== undefined && !/^:\s*(?:string|undefined)\b(?!\[)/.test(result)) return false;
  return /\.join\(\s*(["'`]) \1\s*\)/.test(textOf(code, body)) && !choosesIn(code, helper);
}

/** Whether a call is one of a union helper: of one that is imported, by its name; of one of the file, by what it does. */
export function joinsByHelper(code: Code, call: Call | t.NewExpression): boolean {
  if (!callsHelper(code, call)) return false;
  const target = calledFunction(code, call);
  return !target || (target.type === "FunctionDeclaration" && isUnion(code, target));
}

function choosesIn(code: Code, helper: t.FunctionDeclaration): boolean {
  let isFound = false;
  code.tree.walk(helper.body, (node) => {
    isFound ||= chooses(code, node, helper);
    return !isFound && !node.type.startsWith("TS");
  });
  return isFound;
}

function chooses(code: Code, node: Node, helper: Node): boolean {
  if (isCall(node) && isMember(node.callee)) return !OF_UNION.test(memberName(code, node.callee) ?? "");
  switch (node.type) {
    case "StringLiteral":
    case "TemplateLiteral":
      return !/^\s*$|^string$/.test(constantText(code, node) ?? "?");
    case "RegExpLiteral":
      return !/^(?: |\\s)[+*]?$/.test(regexSource(code, node) ?? "");
    case "NumericLiteral":
      return node.value !== 0 && code.tree.parent(node)?.type !== "UnaryExpression";
    case "ThrowStatement":
      return true;
    case "Identifier": {
      if (isPropertyName(node, code.tree.parent(node))) return false;
      const binding = code.bindings.resolve(node);
      return binding ? !covers(helper, binding.identifier) : !WITHIN_UNION.test(node.name);
    }
    default:
      return false;
  }
}

/** Whether the file calls a function with lists: then it is another one of the same name. */
export function takesLists(code: Code, binding: Binding): boolean {
  return (code.bindings.references(binding) ?? []).some((reference) => {
    const call = code.tree.parent(reference);
    if (!isCall(call) || call.callee !== reference) return false;
    return call.arguments.some(({ type }) => type === "ArrayExpression");
  });
}

import { namesHelper } from "../find/calls.ts";
import type { Candidate } from "../find/find.ts";
import { calledFunction, returnedValues } from "../find/functions.ts";
import { givesMany, libraryNamed, libraryOf, makesList, methodOf } from "../find/library/lookup.ts";
import { isUsedAsList } from "../find/list-uses.ts";
import { namesScopes } from "../find/origins.ts";
import { destructuredNames } from "../find/patterns.ts";
import { returnedProperties } from "../find/returned-properties.ts";
import { initialValue, isMember, memberName, unwrap } from "../find/syntax.ts";
import { valueAtFirst } from "../find/text-of.ts";
import { LIST, TEXT } from "../find/text-types.ts";
import { declaredType } from "../find/types.ts";
import { lastName } from "../find/written.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { noText, sinkText } from "./sink-text.ts";

/** Whether a sink, or the value written into it, holds scopes as an array or a Set and not as one string. */
export function isCollection(code: Code, candidate: Candidate): boolean {
  const type = sinkText(code, candidate);
  // What may be a text as well is no list for certain.
  if (code.typescript && (type & TEXT) !== 0) return false;
  const target = unwrap(candidate.target);
  // `this.scopes[url]` is one of the scopes that the record is named after.
  const name =
    isMember(target) && target.computed && memberName(code, target) === undefined ? undefined : lastName(code, target);
  return (
    (type & LIST) !== 0 ||
    isList(code, candidate.value, 0) ||
    namesScopes(name) ||
    isUsedAsList(code, candidate.value) ||
    noText(code, candidate)?.kind === "list"
  );
}

/** The form in which a sink keeps its scopes. */
export function listForm(code: Code, candidate: Candidate): "array" | "set" {
  const type = candidate.path === undefined ? undefined : declaredType(code, candidate.target);
  if (type?.names.some((name) => /Set$/.test(name))) return "set";
  const first = candidate.path === undefined ? undefined : valueAtFirst(code, candidate.target);
  return [candidate.value, ...(first ? [first] : [])].some(isNewSet) ? "set" : "array";
}

function isNewSet(expression: Node): boolean {
  const value = unwrap(expression);
  return value.type === "NewExpression" && libraryNamed(value.callee)?.makes === "set";
}

function isList(code: Code, expression: Node, depth: number): boolean {
  const node = unwrap(expression);
  if (depth > 4) return false;
  switch (node.type) {
    case "ArrayExpression":
      return true;
    case "NewExpression":
      return makesList(libraryNamed(node.callee));
    case "CallExpression":
    case "OptionalCallExpression": {
      const name = isMember(node.callee) ? memberName(code, node.callee) : undefined;
      if (namesHelper(code, node)) return false;
      if (name === "slice" && isMember(node.callee)) return isList(code, node.callee.object, depth + 1);
      const target = calledFunction(code, node);
      const returned = (target && returnedValues(code, target)) ?? [];
      if (returned.some(({ value }) => value && isList(code, value, depth + 1))) return true;
      return (
        givesMany(methodOf(code, node.callee)) ||
        (isMember(node.callee) && makesList(libraryOf(code, node.callee))) ||
        (node.callee.type === "Identifier" && namesScopes(node.callee.name)) ||
        namesScopes(name)
      );
    }
    case "LogicalExpression":
      return isList(code, node.left, depth + 1) || isList(code, node.right, depth + 1);
    case "ConditionalExpression":
      return isList(code, node.consequent, depth + 1) || isList(code, node.alternate, depth + 1);
    case "MemberExpression":
    case "OptionalMemberExpression": {
      const name = memberName(code, node);
      return namesScopes(name) || isListOf(code, node.object, name, depth);
    }
    case "Identifier": {
      const binding = code.bindings.resolve(node);
      if (binding?.declaration.type !== "VariableDeclarator") return false;
      const value = initialValue(code, binding);
      if (value) return isList(code, value, depth + 1);
      const [name, ...deeper] = destructuredNames(code, binding.declaration.id, binding);
      const { init } = binding.declaration;
      return (
        namesScopes(deeper.at(-1) ?? name) ||
        (init && deeper.length === 0 && isListOf(code, init, name, depth)) ||
        false
      );
    }
    default:
      return false;
  }
}

/** Whether a property of what a function of this file returns is a list. */
function isListOf(code: Code, record: Node, name: string | undefined, depth: number): boolean {
  const values = name === undefined ? undefined : returnedProperties(code, unwrap(record), name);
  return values?.some(({ value }) => isList(code, value, depth + 1)) === true;
}

import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { ERROR_CODE, ERROR_CODE_FIELD } from "../rules/names.ts";
import { COMPILERS_HELPERS, DEFINING_FIELD, OF_AN_ERROR, WRITING_ANY } from "../rules/names-beside.ts";
import { calledFunction, parametersOf } from "./functions.ts";
import { constructorOf } from "./handed-functions.ts";
import { importedFrom } from "./imported.ts";
import { isTakenInto } from "./patterns.ts";
import { classGiven } from "./shells.ts";
import {
  type Call,
  constantText,
  isCall,
  isMember,
  isNeverWritten,
  memberName,
  pathOf,
  propertyName,
  unwrap,
} from "./syntax.ts";
import { isThis } from "./this.ts";
import { usesOf } from "./uses.ts";

/** More functions than a compiler defines a field by. */
const MOST_CALLS = 3;

/** What a class puts into a field of its instances that tells what they are of; undefined for what is not seen. */
interface Write {
  readonly field: string;
  readonly value: Node | undefined;
}

const isErrorCode = (code: Code, value: Node | undefined): boolean =>
  value !== undefined && ERROR_CODE.test(constantText(code, value) ?? "");

/** A class with `code = "insufficient_scope"`, static or not, or that gives it to its base: `super(403, "insufficient_scope")`. */
export function heldErrorCode(code: Code, declaration: t.Class): "proved" | "likely" | undefined {
  const own = writesOf(code, declaration);
  const above = writesAbove(code, declaration);
  const all = [...own, ...above.writes];
  const telling = all.some(({ field }) => field !== "name") ? all.filter(({ field }) => field !== "name") : all;
  const isSuper = above.given.some((value) => isErrorCode(code, value));
  if (!telling.some(({ value }) => isErrorCode(code, value))) return isSuper ? "likely" : undefined;
  // A text that is another code, in a field of its own, says that the class is another error's.
  const others = own.filter(({ value }) => value && constantText(code, value) !== undefined);
  if (others.some((each) => telling.includes(each) && !isErrorCode(code, each.value))) return undefined;
  const isAll = telling.every(({ value }) => isErrorCode(code, value)) && above.isSure;
  return isAll && !isVaried(code, declaration) ? "proved" : "likely";
}

/** Whether a class below may give its instances another code: one with a constructor or such a field. */
const isVaried = (code: Code, declaration: t.Class): boolean =>
  (usesOf(code, declaration)?.mentions ?? []).some((mention) => {
    const below = code.tree.parent(mention);
    // Under another name, it may be extended by that.
    if (below?.type === "VariableDeclarator" && below.init === mention) return true;
    const isBelow =
      (below?.type === "ClassDeclaration" || below?.type === "ClassExpression") && below.superClass === mention;
    if (!isBelow) return false;
    const isStatic = below.body.body.some(({ type }) => type === "StaticBlock");
    return (
      isStatic || constructorOf(code, below) !== undefined || writesOf(code, below).length > 0 || isVaried(code, below)
    );
  });

/** The writes of the base, with what the class gives it for its parameters. */
function writesAbove(code: Code, declaration: t.Class): { writes: Write[]; given: Node[]; isSure: boolean } {
  const maker = constructorOf(code, declaration);
  const calls = maker
    ? code.tree.own(maker.body, "CallExpression").filter(({ callee }) => callee.type === "Super")
    : [];
  const given = calls.flatMap(({ arguments: all }) => all);
  const base = classGiven(code, declaration.superClass);
  if (!base) return { writes: [], given, isSure: true };
  const taker = constructorOf(code, base);
  const isSpread = given.some(({ type }) => type === "SpreadElement");
  const writes = writesOf(code, base).flatMap(({ field, value }): Write[] => {
    const at = value && taker ? parameterAt(code, taker, value) : undefined;
    if (at === undefined) return [{ field, value }];
    return calls.map((call) => ({ field, value: isSpread ? undefined : call.arguments[at] }));
  });
  // What is above the base is not looked at.
  return { writes, given, isSure: !(base.superClass && classGiven(code, base.superClass)) };
}

/** Which parameter of a constructor a value is, where nothing else is put into that. */
function parameterAt(code: Code, taker: t.ClassMethod, value: Node): number | undefined {
  const name = unwrap(value);
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  if (!binding || !isNeverWritten(code, binding)) return undefined;
  const at = taker.params.findIndex(
    (each) => nameOf(each) === binding.identifier || (each.type === "TSParameterProperty" && nameOf(each) === name),
  );
  return at < 0 ? undefined : at;
}

function nameOf(parameter: Node): Node | undefined {
  const plain = parameter.type === "TSParameterProperty" ? parameter.parameter : parameter;
  return plain.type === "Identifier" ? plain : undefined;
}

/** All that a class puts into such fields, anywhere; what may put anything there counts as not seen. */
const writesOf = (code: Code, declaration: t.Class): readonly Write[] =>
  code.answers.of(writesOf, declaration, () => {
    const maker = constructorOf(code, declaration);
    const found: Write[] = declaration.body.body.flatMap((part) => writesOfPart(code, part));
    for (const each of maker?.params ?? []) {
      const name = each.type === "TSParameterProperty" ? nameOf(each) : undefined;
      if (name?.type === "Identifier" && ERROR_CODE_FIELD.test(name.name))
        found.push({ field: name.name, value: name });
    }
    if (maker && code.tree.own(maker.body, "ReturnStatement").some(({ argument }) => argument))
      found.push({ field: "code", value: undefined });
    code.tree.walk(declaration.body, (node) => {
      found.push(...writesOfNode(code, node, maker));
      return undefined;
    });
    return found;
  });

function writesOfPart(code: Code, part: t.ClassBody["body"][number]): Write[] {
  if (!("key" in part)) return [];
  const field = propertyName(code, part.key as Node, "computed" in part && part.computed === true) ?? "";
  // `static [Symbol.hasInstance]` decides itself what is an instance.
  if ("static" in part && part.static && part.type === "ClassMethod" && part.computed)
    return [{ field: "code", value: undefined }];
  if (!ERROR_CODE_FIELD.test(field)) return [];
  if (part.type === "ClassProperty") return part.value ? [{ field, value: part.value }] : [];
  return part.type === "ClassMethod" && part.kind !== "method" ? [{ field, value: undefined }] : [];
}

function writesOfNode(code: Code, node: Node, maker: t.ClassMethod | undefined): Write[] {
  if (node.type === "AssignmentExpression" && isMember(node.left) && isThis(pathOf(code, node.left.object))) {
    const field = memberName(code, node.left) ?? "code";
    return ERROR_CODE_FIELD.test(field) ? [{ field, value: node.operator === "=" ? node.right : undefined }] : [];
  }
  // `[this.code] = parts`, `for (this.code of codes)`: what is taken apart is not followed.
  if (isMember(node) && isThis(pathOf(code, node.object)) && isTakenInto(code, node)) {
    const field = memberName(code, node) ?? "code";
    return ERROR_CODE_FIELD.test(field) ? [{ field, value: undefined }] : [];
  }
  if (!isCall(node) || node.arguments[0]?.type !== "ThisExpression") return [];
  const [, name, value] = node.arguments;
  const path = pathOf(code, node.callee) ?? "";
  if (path === OF_AN_ERROR.stack) return [];
  if (path === OF_AN_ERROR.prototype)
    return name && isPrototype(code, name) ? [] : [{ field: "code", value: undefined }];
  const field = name && constantText(code, name);
  if (field !== undefined && !WRITING_ANY.test(path) && definesField(code, node, 0))
    return ERROR_CODE_FIELD.test(field) && value ? [{ field, value }] : [];
  // What else is handed the object may write it: while it is made, or by what is there to write.
  const isMaking = maker !== undefined && code.tree.functionAround(node) === maker;
  if (!isMaking && !WRITING_ANY.test(path)) return [];
  const told = node.arguments.filter((each) => isErrorCode(code, each));
  return [undefined, ...told].map((each) => ({ field: "code", value: each }));
}

const isPrototype = (code: Code, node: Node): boolean => isMember(node) && memberName(code, node) === "prototype";

/** Whether a call is one of a compiler's helper that defines a field: `__publicField(this, "code", …)`. */
function definesField(code: Code, call: Call, depth: number): boolean {
  const target = calledFunction(code, call);
  // One that is imported is a compiler's by the module that it comes from: another of the name may do anything.
  if (!target) return COMPILERS_HELPERS.test(importedFrom(code, call.callee)?.module ?? "");
  if (depth > MOST_CALLS) return false;
  const [object, key] = parametersOf(code, target);
  const isOf = (node: Node, parameter: typeof object) =>
    node.type === "Identifier" && parameter !== undefined && code.bindings.resolve(node) === parameter.binding;
  const writes = code.tree
    .own(target.body, "AssignmentExpression")
    .flatMap(({ left }) => (isMember(left) ? [left] : []));
  if (!writes.every((left) => left.computed && isOf(left.object, object) && isOf(left.property, key))) return false;
  const calls = code.tree
    .own(target.body, "CallExpression")
    .filter(({ arguments: [first] }) => first && isOf(first, object));
  return (
    calls.every((each) => DEFINING_FIELD.test(definedAs(code, each)) || definesField(code, each, depth + 1)) &&
    calls.length + writes.length > 0
  );
}

/** The path by which a function is called, through a variable that a bundler makes for it. */
function definedAs(code: Code, { callee }: Call): string {
  const name = unwrap(callee);
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  const init = binding?.declaration.type === "VariableDeclarator" ? binding.declaration.init : undefined;
  return pathOf(code, init && isMember(init) ? init : callee) ?? "";
}

import type * as t from "@babel/types";
import type { Role } from "../model/own-names.ts";
import type { Binding } from "../parse/bindings.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, isFunction, type Node } from "../parse/tree.ts";
import { INTEROP, REQUIRING } from "../rules/names.ts";
import { destructuredNames } from "./patterns.ts";
import { type Call, constantText, initialValue, isCall, isMember, memberName, unwrap } from "./syntax.ts";

/** What an expression stands for in another module. */
export interface Imported {
  readonly module: string;
  /** The exported name; `*` for the module itself. */
  readonly name: string;
}

/** More names for one thing than a person gives. */
const MOST_NAMES = 6;

/**
 * What of which module an expression is, by imports, `require`, dynamic imports, and the helpers that compilers put
 * around these. Renaming is followed.
 */
export function importedFrom(code: Code, expression: Node, depth = 0): Imported | undefined {
  if (depth > MOST_NAMES) return undefined;
  const node = unwrap(expression);
  if (node.type === "AwaitExpression" || node.type === "YieldExpression")
    return node.argument ? importedFrom(code, node.argument, depth + 1) : undefined;
  if (node.type === "Identifier") {
    const binding = code.bindings.resolve(node);
    return binding && bindingFrom(code, binding, depth + 1);
  }
  if (isMember(node)) return part(importedFrom(code, node.object, depth + 1), memberName(code, node));
  return isCall(node) ? fromCall(code, node, depth) : undefined;
}

/** What the user declares an expression to be, which comes from another module. */
export function declaredRole(code: Code, expression: Node): Role | undefined {
  const imported = code.facts?.roleOf && importedFrom(code, expression);
  return imported && code.facts?.roleOf?.(imported);
}

/** What a declared name stands for in another module. */
export function bindingFrom(code: Code, binding: Binding, depth = 0): Imported | undefined {
  const { declaration } = binding;
  switch (declaration.type) {
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return ofSpecifier(code, declaration);
    case "TSImportEqualsDeclaration":
      return declaration.moduleReference.type === "TSExternalModuleReference"
        ? whole(constantText(code, declaration.moduleReference.expression))
        : undefined;
    case "VariableDeclarator": {
      const value = declaration.init;
      if (!value) return undefined;
      if (declaration.id.type !== "ObjectPattern") {
        const initial = initialValue(code, binding);
        return initial && importedFrom(code, initial, depth);
      }
      return inPattern(code, importedFrom(code, value, depth), declaration.id, binding);
    }
    default:
      return isFunction(declaration) && binding.kind === "parameter"
        ? ofLoaded(code, declaration, binding, depth)
        : undefined;
  }
}

function ofSpecifier(
  code: Code,
  specifier: t.ImportSpecifier | t.ImportDefaultSpecifier | t.ImportNamespaceSpecifier,
): Imported | undefined {
  const declaration = code.tree.parent(specifier);
  if (declaration?.type !== "ImportDeclaration") return undefined;
  const module = declaration.source.value;
  if (specifier.type !== "ImportSpecifier") return whole(module);
  const { imported } = specifier;
  return { module, name: imported.type === "Identifier" ? imported.name : imported.value };
}

/** The parameter of what is called with a module once it is there: `import("…").then(({ auth }) => …)`. */
function ofLoaded(code: Code, target: Node, binding: Binding, depth: number): Imported | undefined {
  const call = code.tree.parent(target);
  if (!isCall(call) || call.arguments[0] !== target || !isMember(call.callee)) return undefined;
  if (memberName(code, call.callee) !== "then" || !isFunction(target)) return undefined;
  const [parameter] = target.params;
  if (!parameter || !covers(parameter, binding.identifier)) return undefined;
  return inPattern(code, importedFrom(code, call.callee.object, depth), parameter, binding);
}

function inPattern(code: Code, from: Imported | undefined, pattern: Node, binding: Binding): Imported | undefined {
  return destructuredNames(code, pattern, binding).reduce<Imported | undefined>(part, from);
}

function fromCall(code: Code, call: Call, depth: number): Imported | undefined {
  const callee = unwrap(call.callee);
  const [argument] = call.arguments;
  if (!argument) return undefined;
  if (callee.type === "Import") return whole(constantText(code, argument));
  const name = callee.type === "Identifier" ? callee.name : isMember(callee) ? memberName(code, callee) : undefined;
  if (name === "require" && callee.type === "Identifier" && !code.bindings.resolve(callee))
    return whole(constantText(code, argument));
  return name !== undefined && INTEROP.test(name) ? importedFrom(code, argument, depth + 1) : undefined;
}

const whole = (module: string | undefined): Imported | undefined =>
  module === undefined ? undefined : { module, name: "*" };

/** A member of what was imported. The default of a CommonJS module is the module. */
function part(from: Imported | undefined, name: string | undefined): Imported | undefined {
  if (from?.name !== "*" || name === undefined) return undefined;
  return name === "default" ? from : { module: from.module, name };
}

/** The module that a called function is imported from. */
export const moduleOf = (code: Code, call: Call | t.NewExpression): string | undefined =>
  importedFrom(code, call.callee)?.module;

/** Whether a name stands for a module: imported, required, or wrapped by a bundler's helper. */
export function isModule(code: Code, name: t.Identifier): boolean {
  const binding = code.bindings.resolve(name);
  if (binding?.kind !== "variable") return binding?.kind === "import";
  const { declaration } = binding;
  const init = declaration.type === "VariableDeclarator" ? declaration.init : undefined;
  return isCall(init) && REQUIRING.test(textOf(code, init));
}

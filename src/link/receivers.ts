import { calleeName } from "../find/calls.ts";
import { isCall } from "../find/syntax.ts";
import type { Range } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import { endOf, isFunction, type Node, startOf } from "../parse/tree.ts";
import type { Module } from "./modules.ts";

/** A function of another file that a call may mean by its name. */
export interface NamedFunction {
  readonly module: Module;
  readonly node: Node;
}

/** More functions of one name than tell a reader where to look. */
const MOST_OF_A_NAME = 3;

/**
 * The functions of other modules that are called what a call calls: `widen` of a class for `access.widen(scope)`. Their
 * names are no proof that they are called, and tell a person where to look.
 *
 * @param range of the call in its own module
 * @returns none where there are too many to look at
 */
export function functionsCalled(module: Module, range: Range, modules: readonly Module[]): readonly NamedFunction[] {
  const name = nameCalled(module.code, range);
  if (name === undefined) return [];
  const found = modules.flatMap((other) => (other === module ? [] : functionsNamed(other, name)));
  return found.length > MOST_OF_A_NAME ? [] : found;
}

function nameCalled(code: Code, { start, end }: Range): string | undefined {
  let name: string | undefined;
  code.tree.walk(code.tree.program, (node) => {
    if (isCall(node) && startOf(node) === start && endOf(node) === end) name ??= calleeName(code, node);
    return startOf(node) <= start && end <= endOf(node);
  });
  return name;
}

function functionsNamed(module: Module, name: string): readonly NamedFunction[] {
  const { tree, bindings } = module.code;
  return (bindings.mentions(name, tree.program) ?? []).flatMap((node) => {
    const named = tree.parent(node);
    return named && isFunctionCalled(module.code, named, node) ? [{ module, node }] : [];
  });
}

/** Whether something is a function under a name: a method, a declaration, a property or variable that holds one. */
function isFunctionCalled({ tree }: Code, named: Node, name: Node): boolean {
  switch (named.type) {
    case "ClassMethod":
    case "ObjectMethod":
      return named.key === name && named.kind === "method";
    case "FunctionDeclaration":
      return named.id === name;
    case "VariableDeclarator":
      return named.id === name && isFunction(named.init ?? name);
    case "ClassProperty":
      return named.key === name && isFunction(named.value ?? name);
    // `{ onStepUp: this.widen.bind(this) }` gives a function as well.
    case "ObjectProperty":
      return named.key === name && tree.parent(named)?.type === "ObjectExpression";
    default:
      return false;
  }
}

import { ts } from "ts-morph";
import type { Range } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import type { Loaded } from "./load.ts";
import { aliased, nodeAt, symbolAt } from "./nodes.ts";

/** What answers about a project are made from: the compiler's view of its files, and the engine's own. */
export interface Sight {
  readonly loaded: Loaded;
  /** The engine's view of a file of the project; undefined where it is none, or does not parse. */
  codeOf(path: string): Code | undefined;
  /** How many code units a file's raw text has before the compiler's. */
  offsetIn(path: string): number;
}

/** A function of the project, seen by the engine. */
export interface FoundFunction {
  readonly code: Code;
  readonly node: FunctionNode;
}

/** A file of the project in which nodes are looked up by the ranges of the engine. */
export interface FileSight extends Sight {
  readonly file: ts.SourceFile;
}

/** The compiler's node of a range of the raw text. */
export function compilerNode({ file, offsetIn }: FileSight, { start, end }: Range): ts.Node | undefined {
  const offset = offsetIn(file.fileName);
  return nodeAt(file, { start: start - offset, end: end - offset });
}

/** The function of another file that a call runs; undefined for one of a package, and where that is not certain. */
export function calledElsewhere(
  sight: FileSight,
  call: Range,
): { call: ts.CallExpression; target: FoundFunction } | undefined {
  const node = compilerNode(sight, call);
  if (!node || !ts.isCallExpression(node)) return undefined;
  const callee = symbolAt(sight.loaded.checker, node.expression);
  const declaration = callee && definitionOf(sight.loaded.checker, callee, 0);
  if (!declaration || declaration.getSourceFile() === sight.file) return undefined;
  const target = functionNamed(sight, declaration);
  return target && { call: node, target };
}

/** The name in the declaration of a function; those of records and of CommonJS exports are seen through. */
function definitionOf(checker: ts.TypeChecker, symbol: ts.Symbol, depth: number): ts.Node | undefined {
  const bodies = symbol.declarations?.filter((each) => !ts.isFunctionLike(each) || ("body" in each && each.body));
  const [declaration, ...others] = bodies ?? [];
  if (!declaration || others.length > 0 || depth > 4) return undefined;
  const next = (inner: ts.Symbol | undefined) => inner && definitionOf(checker, aliased(checker, inner), depth + 1);
  if (ts.isShorthandPropertyAssignment(declaration))
    return next(checker.getShorthandAssignmentValueSymbol(declaration));
  const assigned = ts.isPropertyAssignment(declaration)
    ? declaration.initializer
    : ts.isPropertyAccessExpression(declaration) && ts.isBinaryExpression(declaration.parent)
      ? declaration.parent.right
      : undefined;
  if (assigned && ts.isIdentifier(assigned)) return next(checker.getSymbolAtLocation(assigned));
  return ts.getNameOfDeclaration(declaration);
}

/** The engine's node of the function that a name of the compiler's tree declares. */
function functionNamed(sight: Sight, name: ts.Node): FoundFunction | undefined {
  const file = name.getSourceFile();
  const code = file.isDeclarationFile ? undefined : sight.codeOf(file.fileName);
  if (!code) return undefined;
  const offset = name.getStart(file) + sight.offsetIn(file.fileName);
  const declared = code.tree.at(offset);
  const parent = startOf(declared) === offset ? code.tree.parent(declared) : undefined;
  const node = parent && functionOf(parent, declared);
  return node && { code, node };
}

function functionOf(parent: Node, name: Node): FunctionNode | undefined {
  if (isFunction(parent)) {
    const own = "key" in parent ? parent.key : "id" in parent ? parent.id : undefined;
    return own === name ? parent : undefined;
  }
  if (parent.type === "VariableDeclarator")
    return parent.id === name && isFunction(parent.init) ? parent.init : undefined;
  if (parent.type !== "ClassProperty" && parent.type !== "ObjectProperty") return undefined;
  return parent.key === name && isFunction(parent.value) ? parent.value : undefined;
}

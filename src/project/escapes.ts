import { dirname } from "node:path";
import { ts } from "ts-morph";
import { type EntryPoints, entryPoints } from "./entry-points.ts";
import type { Loaded } from "./load.ts";
import { aliased } from "./nodes.ts";

/** Tells which functions can be reached otherwise than by a mention of their name. */
export class Escapes {
  readonly #loaded: Loaded;
  readonly #entries = new Map<string, EntryPoints>();
  #wholes: readonly ts.Symbol[] | undefined;

  constructor(loaded: Loaded) {
    this.#loaded = loaded;
  }

  /**
   * Whether code that mentions no name of it can call an exported function: a package's user, or who was handed a whole
   * module.
   */
  reaches(symbol: ts.Symbol, file: ts.SourceFile): boolean {
    const entries = this.#entriesOf(dirname(file.fileName));
    if (entries === "all" || isCommonJs(file)) return true;
    const modules = [...entries].flatMap((entry) => this.#loaded.checker.getSymbolAtLocation(entry) ?? []);
    this.#wholes ??= this.#loaded.files.flatMap((each) => this.#handedOn(each));
    return [...modules, ...this.#wholes].some((module) => this.#exports(module, symbol));
  }

  #entriesOf(folder: string): EntryPoints {
    const found = this.#entries.get(folder) ?? entryPoints(this.#loaded, folder);
    this.#entries.set(folder, found);
    return found;
  }

  #exports(module: ts.Symbol, symbol: ts.Symbol): boolean {
    const { checker } = this.#loaded;
    return checker.getExportsOfModule(module).some((each) => aliased(checker, each) === symbol);
  }

  /** The modules that a file imports as a whole, otherwise than to name their exports. */
  #handedOn(file: ts.SourceFile): ts.Symbol[] {
    const found: ts.Symbol[] = [];
    const add = (specifier: ts.Node | undefined) => {
      const module = specifier && this.#loaded.checker.getSymbolAtLocation(specifier);
      if (module) found.push(module);
    };
    const visit = (node: ts.Node) => {
      if (ts.isImportDeclaration(node)) {
        const bindings = node.importClause?.namedBindings;
        if (bindings && ts.isNamespaceImport(bindings) && isUsedWhole(file, bindings.name.text))
          add(node.moduleSpecifier);
      } else if (ts.isExportDeclaration(node)) {
        if (node.exportClause && ts.isNamespaceExport(node.exportClause)) add(node.moduleSpecifier);
      } else if (ts.isCallExpression(node) && isLoading(node.expression)) add(node.arguments[0]);
      if (mayLoad) ts.forEachChild(node, visit);
    };
    const mayLoad = /\b(?:import|require)\s*\(/.test(file.text);
    ts.forEachChild(file, visit);
    return found;
  }
}

/** CommonJS files in JavaScript: what becomes of their exports is often more than the compiler sees. */
const isCommonJs = (file: ts.SourceFile): boolean =>
  /\.c?jsx?$/.test(file.fileName) && /\bmodule\.exports\b|\bexports\.\w/.test(file.text);

const isLoading = (callee: ts.Expression): boolean =>
  callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require");

/** Whether the name of an imported namespace stands anywhere but before a dot. */
function isUsedWhole(file: ts.SourceFile, name: string): boolean {
  let found = false;
  const visit = (node: ts.Node) => {
    if (found || ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node) && node.text === name) {
      const { parent } = node;
      const isObject =
        (ts.isPropertyAccessExpression(parent) && parent.expression === node) || ts.isQualifiedName(parent);
      const isProperty = ts.isPropertyAccessExpression(parent) && parent.name === node;
      if (!isObject && !isProperty) found = true;
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}

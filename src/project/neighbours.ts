import { ts } from "ts-morph";
import { holdsErrorCode, mayHoldSite } from "../parse/text-test.ts";
import type { Loaded } from "./load.ts";

/** What a file must speak of to hold a site. */
const SCOPE = /scope/i;

/**
 * The files whose text shows no step-up, but which import from one that does, or export to one: a constant, an error
 * class or a predicate may come from there, or a handler be called from there.
 *
 * @param textOf the raw text of one of the project's files
 */
export function concernedFiles(loaded: Loaded, textOf: (path: string) => string): Set<string> {
  const own = new Set(loaded.files.map(({ fileName }) => fileName));
  const shows = (file: ts.SourceFile) =>
    own.has(file.fileName) ? mayHoldSite(textOf(file.fileName)) : holdsErrorCode(file.text);
  const imports = new Map(loaded.files.map((file) => [file, reachedBy(loaded, file)]));
  const found = new Set<string>();
  for (const [file, reached] of imports) {
    const isShowing = shows(file);
    for (const other of reached) {
      if (isShowing && own.has(other.fileName)) found.add(other.fileName);
      if (shows(other)) found.add(file.fileName);
    }
  }
  return new Set([...found].filter((path) => SCOPE.test(textOf(path))));
}

/** The files that a file imports, and those from which these export again. */
function reachedBy(loaded: Loaded, file: ts.SourceFile): Set<ts.SourceFile> {
  const found = new Set<ts.SourceFile>();
  const visit = (from: ts.SourceFile, isReexported: boolean) => {
    for (const statement of from.statements) {
      const isFollowed = ts.isExportDeclaration(statement) || (!isReexported && ts.isImportDeclaration(statement));
      if (!isFollowed || !statement.moduleSpecifier) continue;
      add(statement.moduleSpecifier);
    }
  };
  const add = (specifier: ts.Node) => {
    const module = loaded.checker.getSymbolAtLocation(specifier)?.valueDeclaration;
    if (!module || !ts.isSourceFile(module) || found.has(module)) return;
    found.add(module);
    visit(module, true);
  };
  visit(file, false);
  if (/\b(?:require|import)\s*\(/.test(file.text)) for (const specifier of loadedBy(file)) add(specifier);
  return found;
}

/** What `require("…")` and `import("…")` name in a file. */
function loadedBy(file: ts.SourceFile): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node) => {
    const [specifier] = ts.isCallExpression(node) ? node.arguments : [];
    if (specifier && ts.isStringLiteral(specifier) && ts.isCallExpression(node)) {
      const { expression } = node;
      const isLoading = expression.kind === ts.SyntaxKind.ImportKeyword || expression.getText(file) === "require";
      if (isLoading) found.push(specifier);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}

import type * as t from "@babel/types";
import type { Edit, Range } from "../model/site.ts";
import { boundNames } from "../parse/bindings.ts";
import { type Code, readCode } from "../parse/code.ts";
import { endOf, type Node, startOf } from "../parse/tree.ts";

/** A name that a module takes from another, `*` for all of it, or that it has of its own. */
export interface Taken {
  readonly specifier: string;
  readonly imported: string;
  readonly isType: boolean;
}

/** A module as far as others see it. */
export interface Module {
  readonly path: string;
  readonly code: Code;
  /** What it imports, by its local names. */
  readonly imports: ReadonlyMap<string, Taken>;
  /** The local names that it exports, by the names that others import; for what it only hands on, where that is from. */
  readonly exports: ReadonlyMap<string, string | Taken>;
  /** The modules of which it exports everything. */
  readonly everythingOf: readonly string[];
  /** The names that it declares at its top, types included. */
  readonly declared: ReadonlySet<string>;
  /** What of its text goes where it is joined with others: statements about other modules. */
  readonly edits: readonly Edit[];
}

/**
 * Reads a module.
 *
 * @param index its place among those that are joined, of which names are made
 * @throws {import("../parse/syntax-error.ts").SourceSyntaxError} when it does not parse
 */
export function readModule(path: string, source: string, index: number): Module {
  const code = readCode(source, path);
  const imports = new Map<string, Taken>();
  const exports = new Map<string, string | Taken>();
  const everythingOf: string[] = [];
  const declared = new Set<string>();
  const edits: Edit[] = [];
  const leaveOut = (node: Range, text = "") => edits.push({ start: node.start, end: node.end, text });
  const whole = (node: Node): Range => ({ start: startOf(node), end: endOf(node) });
  for (const statement of code.tree.program.body) {
    for (const name of namesDeclared(statement)) declared.add(name);
    if (statement.type === "ImportDeclaration") {
      for (const [local, taken] of namesImported(statement)) imports.set(local, taken);
      leaveOut(whole(statement));
    } else if (statement.type === "ExportAllDeclaration") {
      everythingOf.push(statement.source.value);
      leaveOut(whole(statement));
    } else if (statement.type === "ExportDefaultDeclaration") {
      const { declaration } = statement;
      if (declaration.type === "Identifier") {
        exports.set("default", declaration.name);
        leaveOut(whole(statement));
        continue;
      }
      const own = "id" in declaration && declaration.id?.type === "Identifier" ? declaration.id.name : undefined;
      const name = own ?? `default$${index}`;
      exports.set("default", name);
      leaveOut({ start: startOf(statement), end: startOf(declaration) }, own ? "" : `const ${name} = `);
      declared.add(name);
    } else if (statement.type === "ExportNamedDeclaration") {
      for (const name of statement.declaration ? namesDeclared(statement.declaration) : []) exports.set(name, name);
      if (statement.declaration) continue;
      for (const [name, local] of namesExported(statement)) exports.set(name, local);
      leaveOut(whole(statement));
    }
  }
  return { path, code, imports, exports, everythingOf, declared, edits };
}

function namesImported({ specifiers, source, importKind }: t.ImportDeclaration): [string, Taken][] {
  return specifiers.map((each) => {
    const isType = importKind === "type" || (each.type === "ImportSpecifier" && each.importKind === "type");
    const imported =
      each.type === "ImportSpecifier"
        ? nameOf(each.imported)
        : each.type === "ImportDefaultSpecifier"
          ? "default"
          : "*";
    return [each.local.name, { specifier: source.value, imported, isType }];
  });
}

function namesExported({ specifiers, source, exportKind }: t.ExportNamedDeclaration): [string, string | Taken][] {
  return specifiers.map((each) => {
    const exported = nameOf(each.exported);
    const local = each.type === "ExportSpecifier" ? each.local.name : "*";
    if (!source) return [exported, local];
    return [exported, { specifier: source.value, imported: local, isType: exportKind === "type" }];
  });
}

const nameOf = (node: t.Identifier | t.StringLiteral): string => (node.type === "Identifier" ? node.name : node.value);

function namesDeclared(statement: Node): string[] {
  switch (statement.type) {
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
      return statement.declaration ? namesDeclared(statement.declaration) : [];
    case "VariableDeclaration":
      return statement.declarations.flatMap(({ id }) => boundNames(id).map(({ name }) => name));
    case "FunctionDeclaration":
    case "TSDeclareFunction":
    case "ClassDeclaration":
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
    case "TSEnumDeclaration":
      return statement.id ? [statement.id.name] : [];
    default:
      return [];
  }
}

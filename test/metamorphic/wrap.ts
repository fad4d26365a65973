import { parse } from "@babel/parser";
import type * as t from "@babel/types";
import type { Edit } from "../../src/model/site.ts";
import { applyEdits } from "../fixtures/splice.ts";

/** Puts each class and function that a module declares into a function of its own, which returns it. */
export function wrapDeclarations(source: string): string {
  const edits: Edit[] = [];
  for (const statement of programOf(source).body) {
    const declared = declarationOf(statement);
    if (!declared?.id) continue;
    const { name } = declared.id;
    const isDefault = statement.type === "ExportDefaultDeclaration";
    const isNamed = statement.type === "ExportNamedDeclaration";
    const head = `${isNamed ? "export " : ""}const ${name} = (() => {\n`;
    const tail = `\nreturn ${name};\n})();${isDefault ? `\nexport default ${name};` : ""}\n`;
    edits.push({ start: statement.start ?? 0, end: declared.start ?? 0, text: head });
    edits.push({ start: statement.end ?? 0, end: statement.end ?? 0, text: tail });
  }
  return applyEdits(source, edits);
}

function declarationOf(statement: t.Statement): t.ClassDeclaration | t.FunctionDeclaration | undefined {
  const isExport = statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration";
  const declared = isExport ? statement.declaration : statement;
  return declared?.type === "ClassDeclaration" || declared?.type === "FunctionDeclaration" ? declared : undefined;
}

/** Puts the body of each async function into an async arrow function in it, which is called and awaited at once. */
export function wrapBodies(source: string): string {
  const edits: Edit[] = [];
  visit(programOf(source), (node) => {
    const body = bodyOf(node);
    if (!body) return;
    const inside = { start: (body.start ?? 0) + 1, end: (body.end ?? 0) - 1 };
    edits.push({ start: inside.start, end: inside.start, text: " return await (async () => {" });
    edits.push({ start: inside.end, end: inside.end, text: "})(); " });
  });
  return applyEdits(
    source,
    edits.sort((a, b) => a.start - b.start),
  );
}

/** The block of an async function, unless what is in it needs to stand right there: `yield`, a directive. */
function bodyOf(node: t.Node): t.BlockStatement | undefined {
  if (!("async" in node) || !node.async || !("body" in node)) return undefined;
  if ("generator" in node && node.generator) return undefined;
  const body = node.body as t.Node;
  return body.type === "BlockStatement" && body.directives.length === 0 ? body : undefined;
}

function programOf(source: string): t.Program {
  const plugins = ["jsx", "decorators", "decoratorAutoAccessors", "explicitResourceManagement"] as const;
  return parse(source, { sourceType: "unambiguous", plugins: [...plugins], attachComment: false }).program;
}

function visit(node: t.Node, enter: (node: t.Node) => void): void {
  enter(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, enter);
  }
}

function isNode(value: unknown): value is t.Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

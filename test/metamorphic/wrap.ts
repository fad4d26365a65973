import { parse } from "@babel/parser";
import type * as t from "@babel/types";

/** Texts to put into another, by the offset before which each belongs. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Puts each class and function that a module declares into a function of its own, which returns it. */
export function wrapDeclarations(source: string): string {
  const insertions: Insertion[] = [];
  for (const statement of programOf(source).body) {
    const exported = statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration";
    const declared = exported ? statement.declaration : statement;
    if (declared?.type !== "ClassDeclaration" && declared?.type !== "FunctionDeclaration") continue;
    if (!declared.id) continue;
    const { name } = declared.id;
    const isDefault = statement.type === "ExportDefaultDeclaration";
    const head = `${exported && !isDefault ? "export " : ""}const ${name} = (() => {\n`;
    const tail = `\nreturn ${name};\n})();${isDefault ? `\nexport default ${name};` : ""}\n`;
    insertions.push({ at: statement.start ?? 0, text: exported ? `${head}/* ` : head });
    if (exported) insertions.push({ at: declared.start ?? 0, text: " */ " });
    insertions.push({ at: statement.end ?? 0, text: tail });
  }
  return inserted(source, insertions);
}

/** Puts the body of each async function into an async function in it, which is called and awaited at once. */
export function wrapBodies(source: string): string {
  const insertions: Insertion[] = [];
  visit(programOf(source), (node) => {
    if (!("async" in node) || !node.async || !("body" in node) || ("generator" in node && node.generator)) return;
    const body = node.body as t.Node;
    if (body.type !== "BlockStatement" || body.directives.length > 0) return;
    const text = source.slice(body.start ?? 0, body.end ?? 0);
    // An arrow function has no `arguments` of its own; `super` goes through it.
    insertions.push({ at: (body.start ?? 0) + 1, text: " return await (async () => {" });
    insertions.push({ at: (body.end ?? 0) - 1, text: text.endsWith("\n}") ? "})();\n" : " })(); " });
  });
  return inserted(source, insertions);
}

function programOf(source: string): t.Program {
  return parse(source, { sourceType: "unambiguous", plugins: ["jsx"], allowReturnOutsideFunction: true }).program;
}

function visit(node: t.Node, enter: (node: t.Node) => void): void {
  enter(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child === "object" && typeof child.type === "string" && child.type !== "CommentLine") {
        visit(child, enter);
      }
    }
  }
}

function inserted(source: string, insertions: readonly Insertion[]): string {
  let text = "";
  let at = 0;
  for (const insertion of [...insertions].sort((a, b) => a.at - b.at)) {
    text += source.slice(at, insertion.at) + insertion.text;
    at = insertion.at;
  }
  return text + source.slice(at);
}

import type * as t from "@babel/types";
import { isUnion, takesLists } from "../find/union-helper.ts";
import {
  HELPER_EXPORTS,
  HELPER_NAME,
  type HelperAddition,
  type HelperModule,
  type HelperPlan,
  type ModuleKind,
} from "../model/options.ts";
import type { Edit } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import { endOf, isFunction, type Node, startOf } from "../parse/tree.ts";
import { exportedHelperEdit } from "./exported-helper.ts";
import { helperFunction } from "./helper-text.ts";
import type { HelperUse } from "./helper-use.ts";
import { placeOfName } from "./import-order.ts";
import { freeName } from "./names.ts";
import { shownExtension } from "./shown-extension.ts";
import { indentationAt, type Style } from "./style.ts";
import { tailEdit } from "./tail-edit.ts";
import { requiredModule, topEdit } from "./top-edit.ts";

/**
 * Decides how a file's sites reach the helper, and makes the edits for it.
 *
 * @param sites the nodes at which the helper is called
 */
export function helperUse(code: Code, plan: HelperPlan, sites: readonly Node[], style: Style): HelperUse {
  const existing = plan.reuse ? existingHelper(code, plan, sites) : undefined;
  if (existing !== undefined) return { kind: "existing", name: existing, edits: [] };
  const extension = plan.extend && extendImport(code, plan.extend, sites, style);
  if (extension) return extension;
  const kind = moduleKindOf(code, plan.moduleKind);
  if (plan.add.kind === "inline" || kind === "script") {
    const isExported = plan.add.kind === "inline" && plan.add.exported === true;
    return inlineHelper(code, sites, kind, isExported, style);
  }
  return importHelper(code, plan.add, kind, sites, style);
}

function nameFor(code: Code, wanted: string, sites: readonly Node[]): string {
  const { program } = code.tree;
  return freeName([wanted], (name) => {
    const mentions = code.bindings.mentions(name, program);
    if (mentions === undefined || mentions.length > 0) return true;
    return [program, ...sites].some((site) => code.bindings.lookup(name, site) !== undefined);
  });
}

/** The name of a union helper that the file imports as a value, or declares at its top, and that all sites see. */
function existingHelper(code: Code, plan: HelperPlan, sites: readonly Node[]): string | undefined {
  const wanted = new Set<string>(HELPER_EXPORTS);
  if (plan.add.kind === "import") wanted.add(plan.add.name);
  for (const { exported, local } of topNames(code)) {
    if (!wanted.has(exported)) continue;
    const binding = code.bindings.lookup(local, code.tree.program);
    if (!binding || takesLists(code, binding)) continue;
    if (sites.every((site) => code.bindings.lookup(local, site) === binding)) return local;
  }
  return undefined;
}

/** The names of a file's imported values, required values and own functions with a rest parameter. */
function* topNames(code: Code): Generator<{ exported: string; local: string }> {
  for (const statement of code.tree.program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type === "ImportDeclaration" && declaration.importKind !== "type") {
      for (const specifier of declaration.specifiers) {
        if (specifier.type !== "ImportSpecifier" || specifier.importKind === "type") continue;
        const { imported, local } = specifier;
        yield { exported: imported.type === "Identifier" ? imported.name : imported.value, local: local.name };
      }
    } else if (declaration?.type === "FunctionDeclaration" && declaration.id && isUnion(code, declaration)) {
      yield { exported: declaration.id.name, local: declaration.id.name };
    } else if (declaration?.type === "VariableDeclaration") {
      for (const declarator of declaration.declarations) yield* requiredNames(declarator);
    }
  }
}

function* requiredNames({ id, init }: t.VariableDeclarator): Generator<{ exported: string; local: string }> {
  if (id.type !== "ObjectPattern" || !init || requiredModule(init) === undefined) return;
  for (const property of id.properties) {
    if (property.type !== "ObjectProperty" || property.key.type !== "Identifier") continue;
    if (property.value.type === "Identifier") yield { exported: property.key.name, local: property.value.name };
  }
}

/** Adds the helper to the file's own import of values from a module. */
function extendImport(
  code: Code,
  { source, name }: HelperModule,
  sites: readonly Node[],
  style: Style,
): HelperUse | undefined {
  for (const statement of code.tree.program.body) {
    const members = extensibleMembers(statement, source);
    const last = members?.members.at(-1);
    if (!members || !last) continue;
    const local = nameFor(code, name, sites);
    const text = local === name ? name : `${name}${members.as}${local}`;
    const next = members.members[placeOfName(members.members.map(importedName), name)];
    const edit = (next && editBefore(code, next, text, style)) ?? editAfter(code, last, text, style);
    return { kind: "import", name: local, edits: [edit] };
  }
  return undefined;
}

/** Puts a member before another; undefined where a comment stands between it and what is before it. */
function editBefore(code: Code, next: Node, text: string, style: Style): Edit | undefined {
  const at = startOf(next);
  if (!/[{,]\s*$/.test(code.source.slice(0, at))) return undefined;
  const indentation = indentationAt(code, at);
  const space = indentation === undefined ? (style.compact ? "" : " ") : `${style.eol}${indentation}`;
  return { start: at, end: at, text: `${text},${space}` };
}

function editAfter(code: Code, last: Node, text: string, style: Style): Edit {
  const indentation = indentationAt(code, startOf(last));
  const space = indentation === undefined ? (style.compact ? "" : " ") : `${style.eol}${indentation}`;
  return { start: endOf(last), end: endOf(last), text: `,${space}${text}` };
}

function importedName(member: Node): string {
  const name =
    member.type === "ImportSpecifier" ? member.imported : member.type === "ObjectProperty" ? member.key : undefined;
  if (name?.type === "Identifier") return name.name;
  return name?.type === "StringLiteral" ? name.value : "";
}

function extensibleMembers(statement: Node, source: string): { members: readonly Node[]; as: string } | undefined {
  if (statement.type === "ImportDeclaration" && statement.source.value === source && statement.importKind !== "type") {
    return { members: statement.specifiers.filter(({ type }) => type === "ImportSpecifier"), as: " as " };
  }
  if (statement.type !== "VariableDeclaration") return undefined;
  for (const { id, init } of statement.declarations) {
    if (id.type === "ObjectPattern" && init && requiredModule(init) === source) {
      return { members: id.properties.filter(({ type }) => type === "ObjectProperty"), as: ": " };
    }
  }
  return undefined;
}

function importHelper(
  code: Code,
  add: Exclude<HelperAddition, { kind: "inline" }>,
  kind: ModuleKind,
  sites: readonly Node[],
  style: Style,
): HelperUse {
  const exported = add.kind === "import" ? add.name : HELPER_NAME;
  const source =
    add.kind === "import" ? add.source : `${add.path}${shownExtension(code, add.extension, add.importExtension)}`;
  const extension = extendImport(code, { source, name: exported }, sites, style);
  if (extension) return { ...extension, kind: add.kind };
  const name = nameFor(code, exported, sites);
  const quoted = `${style.quote}${source}${style.quote}`;
  const end = style.semicolons ? ";" : "";
  const statement =
    kind === "esm"
      ? `import { ${name === exported ? name : `${exported} as ${name}`} } from ${quoted}${end}`
      : `const { ${name === exported ? name : `${exported}: ${name}`} } = require(${quoted})${end}`;
  return { kind: add.kind, name, edits: [topEdit(code, { statement, source }, style)] };
}

/** Puts the helper itself into the file: at its end, or, where that would make a global, into the function around. */
function inlineHelper(
  code: Code,
  sites: readonly Node[],
  kind: ModuleKind,
  exported: boolean,
  style: Style,
): HelperUse {
  const name = nameFor(code, HELPER_NAME, sites);
  if (exported && name === HELPER_NAME && kind !== "script") {
    return { kind: "inline", name, edits: [exportedHelperEdit(code, kind, style)] };
  }
  const text = helperFunction({ ...style, typescript: code.typescript, name });
  const outer = kind === "script" ? commonFunction(code, sites) : undefined;
  return { kind: "inline", name, edits: [outer ? headEdit(code, outer, text, style) : tailEdit(code, text, style)] };
}

function commonFunction(code: Code, sites: readonly Node[]): t.BlockStatement | undefined {
  const outermost = sites.map((site) => [...code.tree.ancestors(site)].filter(isFunction).at(-1));
  const [first] = outermost;
  return first && outermost.every((each) => each === first) && first.body.type === "BlockStatement"
    ? first.body
    : undefined;
}

function headEdit(code: Code, body: t.BlockStatement, text: string, style: Style): Edit {
  const directive = body.directives.at(-1);
  const at = directive ? endOf(directive) : startOf(body) + 1;
  if (style.compact) return { start: at, end: at, text };
  const first = body.directives[0] ?? body.body[0];
  const indentation = (first && indentationAt(code, startOf(first))) ?? style.indent;
  const lines = text.split(style.eol).map((line) => `${indentation}${line}`);
  const isBlankNext = /^[ \t]*\r?\n[ \t]*\r?\n/.test(code.source.slice(at));
  const before = directive ? style.eol.repeat(2) : style.eol;
  return { start: at, end: at, text: `${before}${lines.join(style.eol)}${isBlankNext ? "" : style.eol}` };
}

/** The module kind that the file's syntax shows, else its extension, else its surroundings. */
function moduleKindOf(code: Code, otherwise: ModuleKind): ModuleKind {
  if (code.tree.program.sourceType === "module" || /\.m[jt]s$/i.test(code.path)) return "esm";
  if (/\.c[jt]s$/i.test(code.path)) return "commonjs";
  if (/\brequire\s*\(|\bmodule\.exports\b|\bexports\.\w/.test(code.source)) return "commonjs";
  return otherwise === "esm" && code.typescript ? "esm" : "script";
}

import type { Edit, Range } from "../model/site.ts";
import { type Node, startOf } from "../parse/tree.ts";
import type { Module } from "./modules.ts";
import { type Import, type Names, nameAll, type Resolve } from "./names.ts";

/** Modules as one text. */
export interface Joined {
  readonly text: string;
  /** The module in which a range of the text lies, and where it lies there; undefined for what is in none, or in two. */
  placeOf(range: Range): { readonly module: Module; readonly range: Range } | undefined;
  /** What a text of it says with the names of the modules themselves. */
  inOwnNames(text: string): string;
}

/** A piece of a module's text in the joined one: as it was, or a name that was changed. */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly module: Module;
  readonly from: Range;
}

/**
 * Joins modules into one, so that what passes between them passes within one text: imports become the names that are
 * exported, and names that mean different things are told apart.
 */
export function join(modules: readonly Module[], resolve: Resolve): Joined {
  const { names, imports } = nameAll(modules, resolve);
  const pieces: Piece[] = [];
  let text = imports.map(importOf).join("");
  const add = (module: Module, from: Range, piece: string) => {
    if (piece !== "") pieces.push({ at: text.length, length: piece.length, module, from });
    text += piece;
  };
  for (const module of modules) {
    const { source } = module.code;
    let at = /^\uFEFF?(?:#!.*)?/.exec(source)?.[0].length ?? 0;
    for (const { start, end, text: written } of editsOf(module, names)) {
      add(module, { start: at, end: start }, source.slice(at, start));
      add(module, { start, end }, written);
      at = end;
    }
    add(module, { start: at, end: source.length }, source.slice(at));
    text += "\n";
  }
  const changed = [...names.values()].flatMap((each) => [...each]).filter(([name, now]) => now !== name);
  const own = new Map(changed.map(([name, now]) => [now, name]));
  return {
    text,
    placeOf: (range) => placeIn(pieces, range),
    inOwnNames: (words) => words.replace(/[\w$]+/g, (word) => own.get(word) ?? word),
  };
}

function importOf({ specifier, imported, isType, name }: Import): string {
  const from = ` from ${JSON.stringify(specifier)};\n`;
  const kind = isType ? "import type" : "import";
  if (imported === "*") return `${kind} * as ${name}${from}`;
  return imported === "default" ? `${kind} ${name}${from}` : `${kind} { ${imported} as ${name} }${from}`;
}

/** What changes in a module's text: statements about other modules go, and names change. In order, none within another. */
function editsOf(module: Module, names: Names): Edit[] {
  const renamed = [...(names.get(module) ?? [])].filter(([name, now]) => now !== name);
  const found = renamed.flatMap(([name, now]) =>
    mentionsOf(module, name).map((node): Edit => {
      const parent = module.code.tree.parent(node);
      const isShort = parent?.type === "ObjectProperty" && parent.shorthand;
      return { start: startOf(node), end: startOf(node) + name.length, text: isShort ? `${name}: ${now}` : now };
    }),
  );
  const distinct = new Map(found.map((edit) => [edit.start, edit]));
  const isGone = ({ start }: Edit) => module.edits.some((edit) => edit.start <= start && start < edit.end);
  const kept = [...distinct.values()].filter((edit) => !isGone(edit));
  return [...module.edits, ...kept].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Where a module speaks of a name of its own: as a value, and as a type. */
function mentionsOf({ code }: Module, name: string): Node[] {
  const { program } = code.tree;
  const binding = program.body[0] && code.bindings.lookup(name, program.body[0]);
  const values = binding ? [binding.identifier, ...(code.bindings.references(binding) ?? [])] : [];
  const types = (code.bindings.mentions(name, program) ?? []).filter((node) => {
    const parent = code.tree.parent(node);
    if (node.type !== "Identifier" || !parent) return false;
    if (/^TS(?:Interface|TypeAlias|Enum)Declaration$|^TSDeclareFunction$/.test(parent.type))
      return "id" in parent && parent.id === node;
    return /^TS(?:TypeReference|ExpressionWithTypeArguments|InterfaceHeritage|ClassImplements|TypeQuery|QualifiedName)$/.test(
      parent.type,
    );
  });
  return [...values, ...types];
}

function placeIn(pieces: readonly Piece[], { start, end }: Range) {
  const first = pieces.find(({ at, length }) => at <= start && start < at + length);
  const last = pieces.find(({ at, length }) => at < end && end <= at + length);
  if (!first || !last || first.module !== last.module) return undefined;
  const isKept = ({ length, from }: Piece) => length === from.end - from.start;
  return {
    module: first.module,
    range: {
      start: isKept(first) ? first.from.start + start - first.at : first.from.start,
      end: isKept(last) ? last.from.start + end - last.at : last.from.end,
    },
  };
}

import { isCall, unwrap } from "../find/syntax.ts";
import type { Edit } from "../model/site.ts";
import { type Code, textOf } from "../parse/code.ts";
import { endOf, type Node, startOf } from "../parse/tree.ts";
import { kindOfSource, placeAmong } from "./import-order.ts";
import { indentationAt, type Style } from "./style.ts";

/** A statement that imports a module. */
interface ImportStatement {
  readonly statement: string;
  /** The module, as it is written. */
  readonly source: string;
}

/**
 * Puts an import where the order of the file's imports wants it: among those of its kind (relative paths, packages…),
 * else behind the last; where there are none, behind the file's directives and opening comments.
 */
export function topEdit(code: Code, added: ImportStatement, style: Style): Edit {
  const { program } = code.tree;
  const imports = program.body.filter(isImport);
  const { previous, next } = neighbours(imports, added.source);
  const head = !previous && next && headEdit(code, next, added.statement, style);
  if (head) return head;
  const last = previous ?? next ?? program.directives.at(-1);
  if (last) return editBehind(code, last, added.statement, style);
  const first = program.body[0];
  const at = first ? openingEnd(code, first) : code.source.length;
  return {
    start: at,
    end: at,
    text: indentationAt(code, at) === undefined ? added.statement : `${added.statement}${style.eol}`,
  };
}

/** The imports between which a new one belongs, of its kind where there are any. */
function neighbours(imports: readonly Node[], source: string): { readonly previous?: Node; readonly next?: Node } {
  const peers = imports.filter((each) => isPeer(each, source));
  if (peers.length > 0) {
    const before = placeAmong(
      peers.map((each) => sourceOf(each) ?? ""),
      source,
    );
    return between(peers, before);
  }
  const kinds = imports.map((each) => kindOfSource(sourceOf(each) ?? "."));
  const isOrdered = kinds.every((kind, index) => index === 0 || (kinds[index - 1] ?? 0) <= kind);
  const later = kinds.findIndex((kind) => kind > kindOfSource(source));
  return between(imports, isOrdered && later >= 0 ? later : imports.length);
}

function between(imports: readonly Node[], before: number): { readonly previous?: Node; readonly next?: Node } {
  const previous = imports[before - 1];
  const next = imports[before];
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** Whether an import is of the same kind as a source. One for its effects alone has a place of its own. */
function isPeer(statement: Node, source: string): boolean {
  const own = sourceOf(statement);
  const isBare = statement.type === "ImportDeclaration" && statement.specifiers.length === 0;
  return own !== undefined && !isBare && kindOfSource(own) === kindOfSource(source);
}

function sourceOf(statement: Node): string | undefined {
  if (statement.type === "ImportDeclaration") return statement.source.value;
  if (statement.type !== "VariableDeclaration" || statement.declarations.length !== 1) return undefined;
  const [init] = statement.declarations.map((each) => each.init);
  return init ? requiredModule(init) : undefined;
}

/** What a comment says that is about the next line alone. */
const OF_NEXT_LINE = /next-line|@ts-ignore|@ts-expect-error|(?:prettier|biome|deno-lint|oxlint)-ignore/;

/**
 * Puts a statement before the first import of its kind; undefined where a comment right above belongs to that: one at
 * the head of the file belongs to the file.
 */
function headEdit(code: Code, next: Node, statement: string, style: Style): Edit | undefined {
  const at = startOf(next);
  const above = code.source.slice(0, at).trimEnd();
  const comment = code.comments.find(({ end }) => end === above.length);
  const { body, directives } = code.tree.program;
  const isHead = next === body[0] && directives.length === 0;
  const isFree = comment ? next === body[0] && !OF_NEXT_LINE.test(comment.value) : true;
  if (!isFree || !(isHead || indentationAt(code, at) === "")) return undefined;
  return { start: at, end: at, text: `${statement}${style.eol}` };
}

function editBehind(code: Code, last: Node, statement: string, style: Style): Edit {
  const end = endOf(last);
  const rest = code.source.slice(end).match(/^[ \t]*(?:\/\/[^\r\n]*)?(?=\r?\n|$)/)?.[0];
  const at = rest === undefined ? end : end + rest.length;
  return {
    start: at,
    end: at,
    text:
      rest === undefined
        ? `${/[;}]$/.test(textOf(code, last)) ? "" : ";"}${statement.endsWith(";") ? statement : `${statement};`}`
        : `${style.eol}${statement}`,
  };
}

const isImport = (statement: Node): boolean =>
  statement.type === "ImportDeclaration" ||
  statement.type === "TSImportEqualsDeclaration" ||
  (statement.type === "VariableDeclaration" && statement.declarations.some(({ init }) => init && requiresModule(init)));

function requiresModule(init: Node): boolean {
  const call = unwrap(init);
  if (requiredModule(call) !== undefined) return true;
  // var x = __importDefault(require("x"))
  return isCall(call) && call.arguments.some((argument) => requiredModule(argument) !== undefined);
}

/** Where the first statement begins, with the comment that stands right above it, but below a licence. */
function openingEnd(code: Code, first: Node): number {
  const leading = code.comments.filter(({ end = 0 }) => end <= startOf(first));
  const last = leading.at(-1);
  if (!last || leading.length === 0) return startOf(first);
  const gap = code.source.slice(last.end ?? 0, startOf(first));
  const isAttached = !/\n\s*\n/.test(gap) && leading.length > 1;
  return isAttached && !/@license|copyright|eslint|@ts-/i.test(last.value)
    ? (last.start ?? startOf(first))
    : startOf(first);
}

/** The module that `require("…")` names. */
export function requiredModule(expression: Node): string | undefined {
  const call = unwrap(expression);
  if (!isCall(call) || call.callee.type !== "Identifier" || call.callee.name !== "require") return undefined;
  const [source] = call.arguments;
  return source?.type === "StringLiteral" ? source.value : undefined;
}

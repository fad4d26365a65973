import type * as t from "@babel/types";
import { isCall, isMember } from "../find/syntax.ts";
import type { Change } from "../judge/change.ts";
import type { Judgement } from "../judge/judge.ts";
import type { Place } from "../judge/place.ts";
import type { TokensPlan } from "../judge/tokens.ts";
import type { Edit, EditRole, SiteEdit } from "../model/site.ts";
import { SUPPRESSION_WORD } from "../model/suppression.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, endOf, type Node, startOf } from "../parse/tree.ts";
import { freeName, isTaken } from "./names.ts";
import { indentationAt, isCompactAt, type Style } from "./style.ts";

/** The edits of one site, with the expression that gives the granted scope. */
export interface SiteEdits {
  readonly value: readonly SiteEdit[];
  /** The edits that bring in the tokens: around those of the value, where both are at one offset. */
  readonly read: readonly SiteEdit[];
  readonly granted: string | undefined;
  /** The function that joins the scopes; undefined where none does. */
  readonly helper: string | undefined;
}

/**
 * Turns the change of a judged site into edits of the text.
 *
 * @param helper the name under which the file has, or will have, the union helper
 * @param reads the file's reads of tokens so far, to which this site's is added
 */
export function siteEdits(
  code: Code,
  { candidate, change }: Judgement,
  helper: string,
  style: Style,
  reads: TokenReads,
): SiteEdits {
  if (!change) return { value: [], read: [], granted: undefined, helper: undefined };
  const compact = isCompactAt(code, candidate.node, style);
  const { read, granted } = grantedPart(code, change.tokens, candidate.node, compact, style, reads);
  return {
    value: valueEdits(code, candidate, change, { helper, granted, compact, style }).map(as("union")),
    read,
    granted,
    helper: change.list ? undefined : helper,
  };
}

const as =
  (role: EditRole) =>
  (edit: Edit): SiteEdit => ({ ...edit, role });

/** A read of tokens that is brought in, for all sites that can use it. */
interface TokenRead {
  readonly place: Place;
  readonly provider: string;
  readonly name: string;
  readonly edits: readonly SiteEdit[];
}

/** The reads of tokens that are brought into one file. */
export type TokenReads = TokenRead[];

/** The read for a site: one that stands at the same place already, or a new one under a name of its own. */
function readFor(
  code: Code,
  tokens: StatementPlan,
  site: Node,
  compact: boolean,
  style: Style,
  reads: TokenReads,
): TokenRead {
  const { place, read, provider } = tokens;
  const same = reads.find((each) => each.place.before === place.before && each.provider === provider.path);
  if (same) return same;
  const isNear = ({ list }: Place) => covers(list, place.list) || covers(place.list, list);
  const isUsed = (name: string) => reads.some((each) => each.name === name && isNear(each.place));
  const name = freeName(["tokens", "grantedTokens"], (each) => isUsed(each) || isTaken(code, each, site, place.list));
  const made = { place, provider: provider.path, name, edits: readEdits(code, place, name, read, compact, style) };
  reads.push(made);
  return made;
}

type StatementPlan = Extract<TokensPlan, { kind: "statement" }>;

function grantedPart(
  code: Code,
  tokens: TokensPlan,
  site: Node,
  compact: boolean,
  style: Style,
  reads: TokenReads,
): Pick<SiteEdits, "read" | "granted"> {
  switch (tokens.kind) {
    case "handler":
      return { read: [], granted: `${tokens.name}?.scope` };
    case "inline":
      return { read: [], granted: `(${tokens.read})?.scope` };
    case "statement": {
      const { name, edits } = readFor(code, tokens, site, compact, style, reads);
      return { read: edits, granted: `${name}?.scope` };
    }
    default:
      return { read: [], granted: undefined };
  }
}

/** The statement `const tokens = await provider.tokens();`. */
function readEdits(code: Code, place: Place, name: string, read: string, compact: boolean, style: Style): SiteEdit[] {
  const [then, other] = compact ? ["?", ":void 0"] : [" ? ", " : undefined"];
  const value = place.condition === undefined ? read : `${place.condition}${then}${read}${other}`;
  const at = headOf(code, place);
  const indentation = indentationAt(code, at);
  // Without a semicolon, what follows on the line, or a parenthesis on the next, would continue the statement.
  const isContinued = indentation === undefined || /^[([`+\-/]/.test(code.source.slice(startOf(place.before)));
  const end = style.semicolons || isContinued ? ";" : "";
  const statement = compact ? `const ${name}=${value};` : `const ${name} = ${value}${end}`;
  const follows = /[\s]/.test(code.source[at - 1] ?? " ") && !compact ? " " : "";
  const text = indentation === undefined ? `${statement}${follows}` : `${statement}${style.eol}${indentation}`;
  const insertion = as("tokens")({ start: at, end: at, text });
  const around = place.list.type === "SwitchCase" ? braces(code, place.list, style).map(as("block")) : [];
  return [...around, insertion];
}

/** Where a statement's own comments begin, so that what is put before it does not part it from them. */
function headOf(code: Code, { before, list }: Place): number {
  const statements = list.type === "SwitchCase" ? list.consequent : list.body;
  const previous = statements[statements.indexOf(before as t.Statement) - 1];
  const from = previous ? endOf(previous) : list.type === "SwitchCase" ? colonOf(code, list) : startOf(list);
  const lead = code.comments.find(
    ({ start = 0, end = 0, value }) =>
      start >= from &&
      end <= startOf(before) &&
      // A suppression of the next line goes with that line, wherever it stands itself.
      (indentationAt(code, start) !== undefined || value.trimStart().startsWith(SUPPRESSION_WORD)),
  );
  return lead?.start ?? startOf(before);
}

/** The offset behind the colon of a case, past the comments before it. */
function colonOf(code: Code, { test, start }: t.SwitchCase): number {
  const isInComment = (at: number) => code.comments.some(({ start = 0, end = 0 }) => start <= at && at < end);
  let colon = code.source.indexOf(":", test ? endOf(test) : (start ?? 0));
  while (isInComment(colon)) colon = code.source.indexOf(":", colon + 1);
  return colon + 1;
}

function braces(code: Code, list: t.SwitchCase, style: Style): Edit[] {
  const colon = colonOf(code, list);
  const last = list.consequent.at(-1) as t.Statement;
  const lineEnd = code.source.slice(endOf(last)).match(/^[ \t]*\/\/[^\r\n]*/)?.[0].length ?? 0;
  const close = endOf(last) + lineEnd;
  const indentation = indentationAt(code, startOf(list));
  return [
    { start: colon, end: colon, text: indentation === undefined ? "{" : " {" },
    { start: close, end: close, text: indentation === undefined ? "}" : `${style.eol}${indentation}}` },
  ];
}

interface UnionForm {
  readonly helper: string;
  readonly granted: string | undefined;
  readonly compact: boolean;
  readonly style: Style;
}

/** The old value, spread into a list or Set with what was kept. */
function listEdits({ value }: Judgement["candidate"], change: Change, form: UnionForm): Edit[] {
  const comma = form.compact ? "," : ", ";
  const space = `${form.style.quote} ${form.style.quote}`;
  const parts = [
    form.granted && `...(${form.granted}?.split(${space}) ?? [])`,
    change.previous && `...(${change.previous} ?? [])`,
    isSimple(value) ? "..." : "...(",
  ].filter((part) => part !== undefined);
  const [open, close] = change.list === "set" ? ["new Set([", "])"] : ["Array.from(new Set([", "]))"];
  return [
    { start: startOf(value), end: startOf(value), text: `${open}${parts.join(comma)}` },
    { start: endOf(value), end: endOf(value), text: `${isSimple(value) ? "" : ")"}${close}` },
  ];
}

/** The union behind the record that brings the challenged scope along. */
function spreadEdits(code: Code, candidate: Judgement["candidate"], change: Change, form: UnionForm): Edit[] {
  const { node, value, property } = candidate;
  const [comma, space] = form.compact ? [",", ""] : [", ", " "];
  const parts = [form.granted, change.previous, `${textOf(code, value)}.${property}`];
  const union = `${property}:${space}${form.helper}(${parts.filter((part) => part !== undefined).join(comma)})`;
  const insertion = (at: number, text: string): Edit => ({ start: at, end: at, text });
  if (node.type === "SpreadElement") {
    const indentation = indentationAt(code, startOf(node));
    const separator = indentation === undefined ? comma : `,${form.style.eol}${indentation}`;
    return [insertion(endOf(node), `${separator}${union}`)];
  }
  const behind = insertion(endOf(value), `${comma}{${space}${union}${space}}`);
  if (isCall(node) && isMember(node.callee)) return [behind];
  // A compiler's helper takes two records, no more.
  return [insertion(startOf(value), `Object.assign({}${comma}`), { ...behind, text: `${behind.text})` }];
}

/** Whether an expression can stand behind `...` as it is. */
const isSimple = (value: Node): boolean =>
  /^(?:Identifier|(?:Optional)?(?:Member|Call)Expression|ArrayExpression|NewExpression)$/.test(value.type);

/** Wraps the old value, or the part of it that stays, into a call of the helper. */
function valueEdits(code: Code, candidate: Judgement["candidate"], change: Change, form: UnionForm): Edit[] {
  if (change.list) return listEdits(candidate, change, form);
  if (candidate.by === "spread") return spreadEdits(code, candidate, change, form);
  const { core, previous, fallback, guard } = change;
  const value = change.around ?? candidate.value;
  const separator = form.compact ? "," : ", ";
  const space = form.compact ? "" : " ";
  const parts = [form.granted, previous].filter((part) => part !== undefined);
  const isSequence = core.type === "SequenceExpression";
  const open = [...parts, isSequence ? "(" : ""].join(separator);
  const call = `${form.helper}(${parts.length > 0 ? open : isSequence ? "(" : ""}`;
  const valueText = textOf(code, value);
  const otherwise = value.type === "SequenceExpression" ? `(${valueText})` : valueText;
  const head = guard === undefined ? "" : `${form.compact ? guard.replace(" === ", "===") : guard}${space}?${space}`;
  const tail =
    (isSequence ? "))" : ")") +
    (fallback === undefined ? "" : `${space}??${space}${fallback}`) +
    (guard === undefined ? "" : `${space}:${space}${otherwise}`);
  // As an operand, the union and what stands behind it belong together: `"?scope=" + (union ?? scope)`.
  const isOperand = /^(?:Binary|Logical)Expression$/.test(code.tree.parent(value)?.type ?? "");
  const [before, behind] = isOperand && (fallback ?? guard) !== undefined ? ["(", ")"] : ["", ""];
  const key = isShorthand(candidate.target) ? `${textOf(code, value)}:${space}` : "";
  return [
    { start: startOf(value), end: startOf(core), text: `${key}${before}${head}${call}` },
    { start: endOf(core), end: endOf(value), text: `${tail}${behind}` },
  ];
}

function isShorthand(target: Node): boolean {
  return target.type === "ObjectProperty" && target.shorthand;
}

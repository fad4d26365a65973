import type * as t from "@babel/types";
import type { Change, Judgement } from "../judge/judge.ts";
import type { Place } from "../judge/place.ts";
import type { TokensPlan } from "../judge/tokens.ts";
import type { Edit } from "../model/site.ts";
import { SUPPRESSION_WORD } from "../model/suppression.ts";
import { type Code, textOf } from "../parse/code.ts";
import { endOf, type Node, startOf } from "../parse/tree.ts";
import { freeName, isTaken } from "./names.ts";
import { indentationAt, isCompactAt, type Style } from "./style.ts";

/** The edits of one site, with the expression that gives the granted scope. */
export interface SiteEdits {
  readonly edits: readonly Edit[];
  readonly granted: string | undefined;
}

/**
 * Turns the change of a judged site into edits of the text.
 *
 * @param helper the name under which the file has, or will have, the union helper
 */
export function siteEdits(code: Code, { candidate, change }: Judgement, helper: string, style: Style): SiteEdits {
  if (!change) return { edits: [], granted: undefined };
  const compact = isCompactAt(code, candidate.node);
  const read = grantedPart(code, change.tokens, candidate.node, compact, style);
  const value = valueEdits(code, candidate, change, { helper, granted: read.granted, compact });
  return { edits: [...read.edits, ...value], granted: read.granted };
}

function grantedPart(code: Code, tokens: TokensPlan, site: Node, compact: boolean, style: Style): SiteEdits {
  switch (tokens.kind) {
    case "handler":
      return { edits: [], granted: `${tokens.name}?.scope` };
    case "inline":
      return { edits: [], granted: `(${tokens.read})?.scope` };
    case "statement": {
      const { place, read } = tokens;
      const name = freeName(["tokens", "grantedTokens"], (each) => isTaken(code, each, site, place.list));
      return { edits: readEdits(code, place, name, read, compact, style), granted: `${name}?.scope` };
    }
    default:
      return { edits: [], granted: undefined };
  }
}

/** The statement `const tokens = await provider.tokens();`. */
function readEdits(code: Code, place: Place, name: string, read: string, compact: boolean, style: Style): Edit[] {
  const value = place.condition === undefined ? read : `${place.condition} ? ${read} : undefined`;
  const at = headOf(code, place);
  // Without a semicolon, a parenthesis or bracket that follows would continue the statement.
  const end = style.semicolons || compact || /^[([`+\-/]/.test(code.source.slice(startOf(place.before))) ? ";" : "";
  const statement = compact ? `const ${name}=${value};` : `const ${name} = ${value}${end}`;
  const indentation = indentationAt(code, at);
  const follows = /[\s]/.test(code.source[at - 1] ?? " ") && !compact ? " " : "";
  const text = indentation === undefined ? `${statement}${follows}` : `${statement}${style.eol}${indentation}`;
  const insertion: Edit = { start: at, end: at, text };
  return place.list.type === "SwitchCase" ? [...braces(code, place.list, style), insertion] : [insertion];
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

/** The offset behind the colon of a case. */
function colonOf(code: Code, { test, start }: t.SwitchCase): number {
  return code.source.indexOf(":", test ? endOf(test) : (start ?? 0)) + 1;
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
}

/** Wraps the old value, or the part of it that stays, into a call of the helper. */
function valueEdits(code: Code, candidate: Judgement["candidate"], change: Change, form: UnionForm): Edit[] {
  const { core, previous, fallback, guard } = change;
  const { value } = candidate;
  const separator = form.compact ? "," : ", ";
  const space = form.compact ? "" : " ";
  const parts = [form.granted, previous].filter((part) => part !== undefined);
  const isSequence = core.type === "SequenceExpression";
  const open = [...parts, isSequence ? "(" : ""].join(separator);
  const call = `${form.helper}(${parts.length > 0 ? open : isSequence ? "(" : ""}`;
  const coreText = textOf(code, core);
  const otherwise = isSequence ? `(${coreText})` : coreText;
  const head = guard === undefined ? "" : `${form.compact ? guard.replace(" === ", "===") : guard}${space}?${space}`;
  const tail =
    (isSequence ? "))" : ")") +
    (fallback === undefined ? "" : `${space}??${space}${fallback}`) +
    (guard === undefined ? "" : `${space}:${space}${otherwise}`);
  const key = isShorthand(candidate.target) ? `${textOf(code, value)}:${space}` : "";
  return [
    { start: startOf(value), end: startOf(core), text: `${key}${head}${call}` },
    { start: endOf(core), end: endOf(value), text: tail },
  ];
}

function isShorthand(target: Node): boolean {
  return target.type === "ObjectProperty" && target.shorthand;
}

import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { methodOf } from "./library/lookup.ts";
import { isScopeOfRequest } from "./scope-texts.ts";
import { type Call, constantText, constantValue, isCall, isMember, outOfCasts, unwrap } from "./syntax.ts";
import { textOfType } from "./text-of.ts";
import { NOTHING, NULL, TEXT } from "./text-types.ts";

/**
 * Whether the scope of a request is one text with what stands right before or behind a part of it, and no space between:
 * `${resource}/${scope}`. Of a union the first or the last scope alone would have it. What is not known may well be so.
 */
export function isAffixed(code: Code, text: Node, part: Node): boolean {
  const pieces = piecesOf(code, text) ?? [];
  const piece = isCall(text) && text.callee === part ? receiverOf(text) : part;
  const at = pieces.indexOf(piece);
  return at >= 0 && isTouched(code, pieces, at) && isScopeOfRequest(code, text);
}

/** The pieces of a text that are no constants, and whether one of them is one word with what stands beside it. */
export function piecesTogether(
  code: Code,
  text: Node,
): { readonly parts: readonly Node[]; readonly areStuck: boolean } {
  const pieces = piecesOf(code, text) ?? [];
  const isPart = (piece: Piece): piece is Node => typeof piece === "object" && constantText(code, piece) === undefined;
  return {
    parts: pieces.filter(isPart),
    areStuck: pieces.some((piece, at) => isPart(piece) && isTouched(code, pieces, at)),
  };
}

function isTouched(code: Code, pieces: readonly Piece[], at: number): boolean {
  const isStuck = (side: Side, beside: readonly Piece[]) =>
    edgesOf(code, beside, OTHER[side], 0).has("text") && edgesOf(code, [pieces[at]], side, 0).has("text");
  return isStuck("start", pieces.slice(0, at)) || isStuck("end", pieces.slice(at + 1));
}

/** What a text is put together of, in its order. */
type Piece = Node | string | undefined;

type Side = "start" | "end";

const OTHER: Readonly<Record<Side, Side>> = { start: "end", end: "start" };

/** What a text may begin or end with: a space, something else, or nothing, where it is empty. */
type Edge = "space" | "text" | "nothing";

const SPACE: Readonly<Record<Side, RegExp>> = { start: /^\s/, end: /\s$/ };

/** The pieces of a text; undefined where an expression puts none together. */
function piecesOf(code: Code, text: Node): readonly Piece[] | undefined {
  switch (text.type) {
    case "TemplateLiteral":
      return text.quasis.flatMap(({ value }, index) => [
        value.cooked ?? undefined,
        ...text.expressions.slice(index, index + 1),
      ]);
    case "BinaryExpression":
      return text.operator === "+" ? [text.left, text.right] : undefined;
    case "ArrayExpression": {
      const separator = separatorOf(code, text);
      return separator && text.elements.flatMap((each, index) => [...(index > 0 ? separator : []), each ?? ""]);
    }
    case "CallExpression":
    case "OptionalCallExpression":
      return isConcatenation(code, text) ? [receiverOf(text), ...text.arguments] : undefined;
    default:
      return undefined;
  }
}

const receiverOf = ({ callee }: Call): Node | undefined => (isMember(callee) ? callee.object : undefined);

/** What stands between the elements of a list that is joined: `" "` of `[base, scope].filter(Boolean).join(" ")`. */
function separatorOf(code: Code, list: Node): readonly [Piece] | undefined {
  let whole = outOfCasts(code, list);
  for (
    let member = code.tree.parent(whole);
    isMember(member) && member.object === whole;
    member = code.tree.parent(whole)
  ) {
    const call = code.tree.parent(member);
    const method = methodOf(code, member);
    if (!isCall(call) || call.callee !== member || !method?.of.includes("list")) return undefined;
    if (method.gives === "text") return [call.arguments[0] ?? ","];
    whole = outOfCasts(code, call);
  }
  return undefined;
}

/** Whether a call puts texts together, and no lists: `"api://files/".concat(scope)`. */
function isConcatenation(code: Code, call: Call): boolean {
  const receiver = receiverOf(call);
  const method = methodOf(code, call.callee);
  return receiver !== undefined && method?.keeps === "joined" && method.gives === "same" && isText(code, receiver);
}

function isText(code: Code, expression: Node): boolean {
  const node = unwrap(expression);
  if (/^(?:TemplateLiteral|BinaryExpression)$/.test(node.type) || constantText(code, node) !== undefined) return true;
  const type = textOfType(code, node);
  return (type & TEXT) !== 0 && (type & ~(TEXT | NOTHING | NULL)) === 0;
}

/** What pieces may begin or end with, together: where one may be empty, it is the next as well. */
function edgesOf(code: Code, pieces: readonly Piece[], side: Side, depth: number): ReadonlySet<Edge> {
  const found = new Set<Edge>();
  for (const piece of side === "start" ? pieces : pieces.toReversed()) {
    const edges = edgesOfPiece(code, piece, side, depth + 1);
    for (const edge of edges) if (edge !== "nothing") found.add(edge);
    if (!edges.has("nothing")) return found;
  }
  return found.add("nothing");
}

/** More within each other than people write. */
const MOST_DEPTH = 8;

const UNKNOWN: ReadonlySet<Edge> = new Set(["text"]);

function edgesOfPiece(code: Code, piece: Piece, side: Side, depth: number): ReadonlySet<Edge> {
  if (piece === undefined || depth > MOST_DEPTH) return UNKNOWN;
  const text = typeof piece === "string" ? piece : constantText(code, piece);
  if (text !== undefined) return new Set([text === "" ? "nothing" : SPACE[side].test(text) ? "space" : "text"]);
  const node = unwrap(piece as Node);
  const either = (one: Node, other: Node) =>
    new Set([...edgesOfPiece(code, one, side, depth + 1), ...edgesOfPiece(code, other, side, depth + 1)]);
  if (node.type === "ConditionalExpression") return either(node.consequent, node.alternate);
  if (node.type === "LogicalExpression" && node.operator !== "&&") return either(node.left, node.right);
  const value = node.type === "Identifier" ? constantValue(code, node) : undefined;
  if (value) return edgesOfPiece(code, value, side, depth + 1);
  const pieces = piecesOf(code, node);
  return pieces ? edgesOf(code, pieces, side, depth) : UNKNOWN;
}

import { ts } from "ts-morph";
import type { Range } from "../model/site.ts";

/** The innermost node of a range; undefined where none has it exactly. */
export function nodeAt(file: ts.SourceFile, { start, end }: Range): ts.Node | undefined {
  let node: ts.Node = file;
  for (;;) {
    const inner: ts.Node | undefined = ts.forEachChild(node, (child) =>
      child.pos <= start && end <= child.end ? child : undefined,
    );
    if (!inner) return node.getStart(file) === start && node.end === end ? node : undefined;
    node = inner;
  }
}

/** What a name or a member of one stands for, where it is declared: imports and re-exports are seen through. */
export function symbolAt(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined {
  const named = ts.isPropertyAccessExpression(node)
    ? node.name
    : ts.isElementAccessExpression(node)
      ? node.argumentExpression
      : node;
  const isShorthand = ts.isIdentifier(named) && ts.isShorthandPropertyAssignment(named.parent);
  const symbol = isShorthand
    ? checker.getShorthandAssignmentValueSymbol(named.parent)
    : checker.getSymbolAtLocation(named);
  return symbol && aliased(checker, symbol);
}

/** The symbol that an import, or an export of an import, stands for. */
export const aliased = (checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

/** The expression inside parentheses and casts. */
export function inside(expression: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isTypeAssertionExpression(expression) ||
    ts.isNonNullExpression(expression)
    ? inside(expression.expression)
    : expression;
}

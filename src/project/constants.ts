import { ts } from "ts-morph";
import { inside, symbolAt } from "./nodes.ts";

/** The text or number that a name, or a member of one, always has; undefined for what can change. */
export function constantAt(checker: ts.TypeChecker, node: ts.Node): string | number | undefined {
  const symbol = symbolAt(checker, node);
  const declaration = symbol?.valueDeclaration;
  if (!symbol || !declaration || symbol.declarations?.length !== 1) return undefined;
  if (ts.isEnumMember(declaration)) return checker.getConstantValue(declaration);
  const isVariable = ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration);
  if (ts.isParameter(declaration) || (isVariable && !isConst(declaration))) return undefined;
  return literalValue(checker.getTypeOfSymbol(symbol)) ?? writtenValue(checker, declaration, 0);
}

const isConst = (declaration: ts.Node): boolean =>
  (ts.getCombinedNodeFlags(declaration as ts.Declaration) & ts.NodeFlags.Const) !== 0;

const literalValue = (type: ts.Type): string | number | undefined =>
  type.isStringLiteral() || type.isNumberLiteral() ? type.value : undefined;

/** The value of a declaration whose type is wider: a property of a constant record, a static field, `exports.X = …`. */
function writtenValue(
  checker: ts.TypeChecker,
  declaration: ts.Declaration,
  depth: number,
): string | number | undefined {
  const written = initializerOf(declaration);
  if (!written || depth > 5) return undefined;
  const value = inside(written);
  if (ts.isStringLiteralLike(value)) return value.text;
  if (ts.isNumericLiteral(value)) return Number(value.text);
  if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return undefined;
  return constantAt(checker, value);
}

function initializerOf(declaration: ts.Declaration): ts.Expression | undefined {
  if (ts.isPropertyAssignment(declaration)) return isInConstant(declaration) ? declaration.initializer : undefined;
  if (ts.isVariableDeclaration(declaration)) return declaration.initializer;
  if (ts.isPropertyDeclaration(declaration)) return isStatic(declaration) ? declaration.initializer : undefined;
  // exports.INSUFFICIENT_SCOPE = "insufficient_scope"
  const assignment = ts.isPropertyAccessExpression(declaration) ? declaration.parent : declaration;
  return ts.isBinaryExpression(assignment) && ts.isSourceFile(assignment.parent.parent) ? assignment.right : undefined;
}

const isStatic = (declaration: ts.PropertyDeclaration): boolean =>
  declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) === true;

/** Whether a property belongs to the object literal of a constant, or of `module.exports`. */
function isInConstant(property: ts.PropertyAssignment): boolean {
  for (let node: ts.Node = property.parent; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isVariableDeclaration(node)) return isConst(node);
    if (ts.isBinaryExpression(node)) return /^(?:module\.)?exports\b/.test(node.left.getText());
    if (ts.isFunctionLike(node)) return false;
  }
  return false;
}

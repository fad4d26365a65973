import { ts } from "ts-morph";
import type { OutsideType } from "../model/facts.ts";
import type { Loaded } from "./load.ts";
import { symbolAt } from "./nodes.ts";

/** The declared type of an expression: of a name or a property, not what a test before it has left of that. */
export function typeAt(loaded: Loaded, node: ts.Node): OutsideType | undefined {
  const { checker } = loaded;
  const isNamed = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
  const symbol = isNamed ? symbolAt(checker, node) : undefined;
  if (!symbol && !ts.isExpression(node)) return undefined;
  return describe(loaded, symbol ? checker.getTypeOfSymbol(symbol) : checker.getTypeAtLocation(node));
}

/** The type that is expected of a property of an object literal. */
export function expectedTypeAt(loaded: Loaded, node: ts.Node): OutsideType | undefined {
  const property = ts.isShorthandPropertyAssignment(node.parent) ? node.parent : node;
  if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property)) return undefined;
  const expected = loaded.checker.getContextualType(property.parent);
  const member = expected?.getProperty(property.name.getText());
  return member && describe(loaded, loaded.checker.getTypeOfSymbol(member));
}

const OPEN = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never | ts.TypeFlags.TypeParameter;

function describe({ checker, program }: Loaded, type: ts.Type): OutsideType | undefined {
  const parts = type.isUnion() ? type.types : [type];
  if (parts.some(({ flags }) => flags & OPEN)) return undefined;
  const { strictNullChecks, strict = true } = program.getCompilerOptions();
  const isStrict = strictNullChecks ?? strict;
  const values = parts.filter(({ flags }) => !(flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)));
  const holds = (flag: ts.TypeFlags) => parts.some(({ flags }) => flags & flag);
  return {
    members: membersOf(checker, type),
    ...givesTokens(checker, type),
    isPrimitive: values.every(({ flags }) => (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0),
    isString: holds(ts.TypeFlags.StringLike),
    isCollection: values.some((part) => isCollection(checker, part)),
    // Under exactOptionalPropertyTypes, what an optional property lacks is another `undefined` than that of a union.
    takesUndefined: !isStrict || parts.includes(checker.getUndefinedType()),
    ...(isStrict && { isNullable: parts.length > values.length }),
    holdsNull: holds(ts.TypeFlags.Null),
  };
}

function membersOf(checker: ts.TypeChecker, type: ts.Type): string[] {
  const present = checker.getNonNullableType(type);
  return checker.getPropertiesOfType(checker.getApparentType(present)).map(({ name }) => name);
}

/** Whether `tokens()` can be called without an argument, and gives at once or later a record whose scope is a text. */
function givesTokens(checker: ts.TypeChecker, type: ts.Type): Pick<OutsideType, "givesTokens"> {
  const method = checker.getPropertyOfType(checker.getApparentType(checker.getNonNullableType(type)), "tokens");
  const [signature, ...others] = method ? checker.getTypeOfSymbol(method).getCallSignatures() : [];
  if (!signature || others.length > 0 || signature.getParameters().some(isRequired)) return { givesTokens: false };
  const result = checker.getAwaitedType(signature.getReturnType());
  if (!result || result.flags & OPEN) return {};
  const present = checker.getNonNullableType(result);
  const records = present.isUnion() ? present.types : [present];
  return { givesTokens: records.every((record) => hasScopeText(checker, record)) };
}

function isRequired({ valueDeclaration }: ts.Symbol): boolean {
  if (!valueDeclaration || !ts.isParameter(valueDeclaration)) return true;
  const { questionToken, initializer, dotDotDotToken } = valueDeclaration;
  return !questionToken && !initializer && !dotDotDotToken;
}

function hasScopeText(checker: ts.TypeChecker, record: ts.Type): boolean {
  const scope = checker.getPropertyOfType(record, "scope");
  if (!scope) return false;
  const type = checker.getTypeOfSymbol(scope);
  const parts = type.isUnion() ? type.types : [type];
  return parts.every(({ flags }) => flags & (ts.TypeFlags.StringLike | ts.TypeFlags.Undefined));
}

const isCollection = (checker: ts.TypeChecker, type: ts.Type): boolean =>
  checker.isArrayType(type) || checker.isTupleType(type) || /^(?:Readonly)?Set$/.test(type.getSymbol()?.name ?? "");

import type { Test } from "../find/facts.ts";
import { originOf, testedSources } from "../find/origins.ts";
import { comesFrom } from "../find/sources.ts";
import { constantValue, isMember, isNothing, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";

const MOST_STEPS = 8;

/**
 * The record that a challenged scope may be read from instead of the one that was tested: of
 * `const { scope } = kept ?? now`, where `now.error` was compared, what was kept may be another challenge.
 */
export function ofAnotherRecord(code: Code, value: Node, tests: readonly Test[]): Node | undefined {
  const records = recordOf(code, value, 0);
  const choices = records ? choicesOf(code, records, 0) : [];
  if (choices.length < 2) return undefined;
  const challenge = testedSources(code, tests);
  return choices.find((each) => !isEmpty(each) && !comesFrom(originOf(code, each), challenge));
}

/** The record of which a value is a part. */
function recordOf(code: Code, value: Node, depth: number): Node | undefined {
  const node = unwrap(value);
  if (depth > MOST_STEPS) return undefined;
  if (isMember(node)) return recordOf(code, node.object, depth + 1) ?? node.object;
  if (node.type !== "Identifier") return undefined;
  const declaration = code.bindings.resolve(node)?.declaration;
  if (declaration?.type !== "VariableDeclarator" || !declaration.init) return undefined;
  if (declaration.id.type === "ObjectPattern") return recordOf(code, declaration.init, depth + 1) ?? declaration.init;
  const held = constantValue(code, node);
  return held && isMember(unwrap(held)) ? recordOf(code, held, depth + 1) : undefined;
}

/** The expressions of which one gives the record. */
function choicesOf(code: Code, expression: Node, depth: number): Node[] {
  const node = unwrap(expression);
  const both = (one: Node, other: Node) => [...choicesOf(code, one, depth + 1), ...choicesOf(code, other, depth + 1)];
  if (depth > MOST_STEPS) return [node];
  if (node.type === "LogicalExpression")
    return node.operator === "&&" ? choicesOf(code, node.right, depth + 1) : both(node.left, node.right);
  if (node.type === "ConditionalExpression") return both(node.consequent, node.alternate);
  if (node.type === "AwaitExpression") return choicesOf(code, node.argument, depth + 1);
  const held = node.type === "Identifier" ? constantValue(code, node) : undefined;
  const choices = held ? choicesOf(code, held, depth + 1) : [];
  return choices.length > 1 ? choices : [node];
}

const isEmpty = (record: Node): boolean =>
  isNothing(record) ||
  (record.type === "ObjectExpression" && record.properties.length === 0) ||
  (record.type === "ArrayExpression" && record.elements.length === 0) ||
  /^(?:String|Numeric|Boolean)Literal$/.test(record.type);

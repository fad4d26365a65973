import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { copiesRecords } from "./calls.ts";
import { truthOf } from "./conditions.ts";
import { both, type Facts, NOTHING } from "./facts.ts";
import { calledFunction, returnedValues } from "./functions.ts";
import { mayStepUp } from "./kinds.ts";
import { coreOf } from "./shells.ts";
import { awaited, frozen, isCall, isNothing, onlyValue, propertyName, propertyValue, unwrap } from "./syntax.ts";

/** A value of a property, and what holds where the record has it. */
export interface Property {
  readonly value: Node;
  readonly facts: Facts;
}

const MOST_STEPS = 6;

/**
 * The values of one property in the records that a function of this file returns, for the function's result or a
 * constant of it. Undefined where what a step-up can reach gives a record that is not written out.
 *
 * @param names the property, or those that lead to it, the outermost first; of an element, its place as a decimal number
 */
export function returnedProperties(
  code: Code,
  result: Node,
  ...names: readonly string[]
): readonly Property[] | undefined {
  const held = result.type === "Identifier" ? onlyValue(code, result) : result;
  const found = held && isResult(held) ? propertiesOf(code, held, names, NOTHING, 0) : undefined;
  return found && found.length > 0 ? found : undefined;
}

/** What functions make a part of what they give of: `body.error` for `outcome.error` of `return { error: body.error }`. */
export const madeFor = (
  code: Code,
  result: Node | null | undefined,
  ...names: readonly (string | undefined)[]
): readonly Node[] => {
  const known = names.filter((name) => name !== undefined);
  if (!result || known.length === 0 || known.length < names.length) return [];
  return (returnedProperties(code, result, ...known) ?? []).map(({ value }) => value);
};

const isResult = (value: Node): boolean => {
  const node = unwrap(value);
  return isCall(awaited(node));
};

function propertiesOf(
  code: Code,
  expression: Node,
  [name, ...deeper]: readonly string[],
  facts: Facts,
  depth: number,
): readonly Property[] | undefined {
  const node = frozen(code, unwrap(expression));
  if (name === undefined) return [{ value: expression, facts }];
  if (!mayStepUp(facts.kinds) || isNothing(node)) return [];
  if (depth > MOST_STEPS) return undefined;
  const all = (parts: readonly (readonly [Node, Facts])[]) => {
    const found = parts.map(([part, more]) =>
      propertiesOf(code, part, [name, ...deeper], both(facts, more), depth + 1),
    );
    return found.every((each) => each !== undefined) ? found.flat() : undefined;
  };
  switch (node.type) {
    case "ObjectExpression": {
      const value = propertyValue(code, node, name);
      if (value) return propertiesOf(code, value, deeper, facts, depth + 1);
      return node.properties.some(({ type }) => type === "SpreadElement") ? undefined : [];
    }
    case "ArrayExpression": {
      if (node.elements.some((each) => each?.type === "SpreadElement")) return undefined;
      const element = node.elements[Number(name)];
      return element ? propertiesOf(code, element, deeper, facts, depth + 1) : [];
    }
    case "ConditionalExpression": {
      const { yes, no } = truthOf(code, node.test);
      return all([
        [node.consequent, yes],
        [node.alternate, no],
      ]);
    }
    case "AwaitExpression":
    case "YieldExpression":
      return all([[awaited(node), NOTHING]]);
    case "CallExpression":
    case "OptionalCallExpression": {
      if (copiesRecords(code, node)) {
        // The last of the records that has the property gives it.
        const last = node.arguments.findLast((each) => !lacks(code, each, name));
        return last && last.type !== "SpreadElement" ? all([[last, NOTHING]]) : undefined;
      }
      const target = calledFunction(code, node);
      const returned = target && returnedValues(code, coreOf(target));
      return returned && all(returned.flatMap(({ value, facts }) => (value ? [[value, facts] as const] : [])));
    }
    default:
      return undefined;
  }
}

/** Whether a record is written out, and without a property. */
function lacks(code: Code, record: Node, name: string): boolean {
  const node = unwrap(record);
  return (
    node.type === "ObjectExpression" &&
    node.properties.every((each) => {
      const other = each.type === "SpreadElement" ? undefined : propertyName(code, each.key, each.computed);
      return other !== undefined && other !== name;
    })
  );
}

import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, isFunction, isLoop, type Node } from "../parse/tree.ts";
import { type Alternative, CONSTANT, cut, KEEPING, LOST, paired, under, unlessLost } from "./alternatives.ts";
import { type Reaching, valuesReaching } from "./assignments.ts";
import { elementsOfRound } from "./collections.ts";
import { dropsOnlyGone, passesAllThere } from "./element-tests.ts";
import type { Reader } from "./reader.ts";
import { wayBetween } from "./ways.ts";

/**
 * The values of a name at a mention: what was assigned on the way, or what it was declared with.
 *
 * @param readFirst reads what it was declared with, or passed
 */
export function assignedValues(
  reader: Reader,
  binding: Binding,
  mention: Node,
  readFirst: () => readonly Alternative[],
): readonly Alternative[] {
  const { assigned, initial } = valuesReaching(reader.code, binding, mention);
  const first = initial || assigned.length > 0 ? readFirst() : [];
  const isKeeping = first.some(({ parts }) => (parts & KEEPING) !== 0);
  const found = assigned.flatMap((each) => {
    const values = under(each.facts, reader.combine([each.value, ...each.joinsWith]));
    if (isLastOfRounds(reader.code, binding, each, mention)) return cut(values);
    return isKeeping ? values.map((value) => emptied(value, binding)) : values;
  });
  if (!initial) return found;
  const begun = under(initial.facts, paired(first, reader.combine(initial.joinsWith)));
  return [...found, ...(isMadeSometimes(reader.code, assigned, mention) ? unlessLost(begun, found) : begun)];
}

/** Whether the only assignment is made under a condition: `let old = ""; if (this.keeps) old = this.scope`. */
function isMadeSometimes(code: Code, [only, ...others]: readonly Reaching[], mention: Node): boolean {
  const assignment = only && others.length === 0 ? code.tree.parent(only.value) : undefined;
  const way = assignment && wayBetween(code, assignment, mention);
  return way !== undefined && !way.isCertain && !way.isOfSome;
}

/** An empty value that takes the place of a scope, unless there was none. */
function emptied(value: Alternative, { id }: Binding): Alternative {
  const isEmpty = (value.parts & ~CONSTANT) === 0;
  const wasEmpty = value.facts.absent.some((path) => path === id || path.startsWith(`${id}.`));
  return isEmpty && !wasEmpty ? { ...value, parts: value.parts | LOST } : value;
}

/** `for (const each of all) last = each;`: of the elements that a loop runs over, one is left. */
function isLastOfRounds(code: Code, binding: Binding, { value }: Reaching, mention: Node): boolean {
  const mentions = code.bindings.references(binding) ?? [];
  if (mentions.some((each) => covers(value, each))) return false;
  let child = value;
  for (const parent of code.tree.ancestors(value)) {
    if (covers(parent, mention)) return false;
    if (isUnderEmpty(code, parent, child, binding.id)) return false;
    const elements = isLoop(parent) || isFunction(parent) ? elementsOfRound(code, parent) : [];
    if (elements.some((each) => (code.bindings.references(each) ?? []).some((name) => covers(value, name))))
      return true;
    child = parent;
  }
  return false;
}

/** Whether a branch is taken only while a variable is empty: `if (!out) out = each`. */
function isUnderEmpty(code: Code, parent: Node, child: Node, path: string): boolean {
  if (parent.type === "LogicalExpression" && child === parent.right)
    return parent.operator === "&&"
      ? dropsOnlyGone(code, parent.left, path)
      : parent.operator === "||" && passesAllThere(code, parent.left, path);
  if (parent.type !== "IfStatement" && parent.type !== "ConditionalExpression") return false;
  if (child === parent.consequent) return dropsOnlyGone(code, parent.test, path);
  return child === parent.alternate && passesAllThere(code, parent.test, path);
}

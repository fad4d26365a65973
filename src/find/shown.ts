import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { roleOf } from "./calls.ts";
import { stateSet } from "./read-back.ts";
import { expressionNamed, isWritten } from "./request-use.ts";
import { searchedFor } from "./searched.ts";
import { pathOf, unwrap } from "./syntax.ts";
import { lastName, type Written } from "./written.ts";

/** Whether all that the file does with what a sink keeps is to show it to a person: in JSX, in a sentence, in a log. */
export function isOnlyShown(code: Code, written: Written): boolean {
  const state = stateSet(code, written.call && unwrap(written.call.callee));
  const target = state ?? (written.kind === "field" ? written.target : undefined);
  const path = target && pathOf(code, target);
  const name = target && lastName(code, target);
  if (!target || path === undefined || name === undefined) return false;
  const { reads, others } = readsShown(code, path, name, searchedFor(code, target));
  return reads.some((read) => read !== target) && others.every((read) => read === target);
}

/** The reads of a path, and those of them that do not show it. */
function readsShown(code: Code, path: string, name: string, within: Node) {
  return code.answers.ofBoth(readsShown, within, path, () => {
    const reads = (code.bindings.mentions(name.replace(/^#/, ""), within) ?? []).flatMap((mention) => {
      const read = expressionNamed(code, mention);
      return read && pathOf(code, read) === path && !isWritten(code, read) ? [read] : [];
    });
    return { reads, others: reads.filter((read) => !isShown(code, read)) };
  });
}

function isShown(code: Code, read: Node): boolean {
  let child = read;
  for (const parent of code.tree.ancestors(read)) {
    switch (parent.type) {
      case "JSXExpressionContainer":
        return code.tree.parent(parent)?.type !== "JSXAttribute";
      case "TemplateLiteral":
        // A sentence, and no address or parameter.
        if (!parent.quasis.some(({ value }) => /\s/.test(value.raw)) || parent.quasis.some(isAddress)) return false;
        return true;
      case "CallExpression":
      case "OptionalCallExpression":
        return parent.callee !== child && roleOf(code, parent) === "telling";
      case "ConditionalExpression":
      case "LogicalExpression":
        break;
      default:
        if (unwrap(parent) !== unwrap(child)) return false;
    }
    child = parent;
  }
  return false;
}

const isAddress = ({ value }: { value: { raw: string } }): boolean => /:\/\/|[?&\w]=/.test(value.raw);

import { calleeName } from "../find/calls.ts";
import type { Candidate } from "../find/find.ts";
import { libraryOf } from "../find/library/lookup.ts";
import { assignmentAround } from "../find/patterns.ts";
import { placeNamed } from "../find/request-use.ts";
import { constantText, isCall, isNothing, pathOf, unwrap } from "../find/syntax.ts";
import { valueAtFirst } from "../find/text-of.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { CLEARING } from "../rules/names.ts";
import { type Holder, holdersOf } from "./holders.ts";
import { startersOf } from "./starters.ts";

/**
 * Where a timer puts a sink back to a fixed scope, or empties it, as what ends an elevation does:
 * `setTimeout(() => { this.scope = EVERYDAY; }, 900_000)`. The stored tokens keep what was granted, and a union with that
 * asks for it again. What somebody calls may as well be a new beginning, whose tokens say what holds.
 */
export function takenBack(code: Code, candidate: Candidate): Node | undefined {
  const handler = code.tree.functionAround(candidate.node);
  return holdersOf(code, candidate)
    .flatMap(({ within, path, name }) =>
      code.answers.ofBoth(takenBack, within, path, () => takingBack(code, candidate, { within, path, name })),
    )
    .find((node) => code.tree.functionAround(node) !== handler);
}

/** The writes of a timer that put a place back. */
function takingBack(code: Code, candidate: Candidate, { within, path, name }: Holder): readonly Node[] {
  return writesOf(code, within, path, name)
    .filter(({ node, value }) => {
      const around = code.tree.functionAround(node);
      if (!around || !isRunLater(code, around) || clears(code, around)) return false;
      return isNothing(value) || isFixed(code, candidate, value);
    })
    .map(({ node }) => node);
}

function writesOf(code: Code, within: Node, path: string, name: string) {
  return (code.bindings.mentions(name.replace(/^#/, ""), within) ?? []).flatMap((mention) => {
    const place = placeNamed(code, mention, path);
    const node = place && assignmentAround(code, place);
    return node?.operator === "=" && node.left === place ? [{ node, value: unwrap(node.right) }] : [];
  });
}

/** Whether a function, or one that runs it, is given to what runs it later: a timer. */
function isRunLater(code: Code, target: FunctionNode): boolean {
  return [target, ...startersOf(code, target)].some((each) => {
    const around = isFunction(each) ? each : code.tree.functionAround(each);
    const call = around && code.tree.parent(around);
    return isCall(call) && libraryOf(code, call.callee)?.runs === "later";
  });
}

/** Whether a value is a text that stands there once and for all, or the field or constant that a sink begins with. */
function isFixed(code: Code, { target, holder }: Candidate, value: Node): boolean {
  const text = constantText(code, value);
  if (text !== undefined) return text !== "";
  const first = holder ? undefined : valueAtFirst(code, target);
  const path = first && pathOf(code, first);
  return path !== undefined && pathOf(code, value) === path;
}

/** Whether a function ends more than the scope: what it clears may well be the tokens. `clearTimeout()` clears none. */
const clears = (code: Code, target: FunctionNode): boolean =>
  code.tree.own(target.body, "CallExpression", "OptionalCallExpression").some((call) => {
    const callee = unwrap(call.callee);
    const isOfLanguage = callee.type === "Identifier" && !code.bindings.resolve(callee);
    return !isOfLanguage && CLEARING.test(calleeName(code, call) ?? "");
  });

import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { EXCEPTING, GUARDING, UNGUARDED } from "../rules/names-beside.ts";
import { calleeName } from "./calls.ts";
import { isStepUp } from "./kinds.ts";
import { methodOf } from "./library/lookup.ts";
import { predicateTruth } from "./predicates.ts";
import { functionGiven } from "./shells.ts";
import { type Call, isCall, isMember, propertyName, unwrap } from "./syntax.ts";

/** More lists, records and calls than stand between an action and its guard. */
const MOST_STEPS = 6;

/**
 * The predicate of the error code by which others decide whether a function runs: that of the same entry of a table,
 * `{ when: lacksScope, do: [countTry, takeScope] }`, or of a call before, `Policy.handle(lacksScope).onRetry(takeScope)`.
 */
export function guardBeside(code: Code, action: Node): Node | undefined {
  let child = action;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const parent = code.tree.parent(child);
    if (parent?.type === "ObjectExpression") {
      const guard = guardIn(code, parent, child);
      if (guard) return guard;
    } else if (isCall(parent) && parent.callee !== child) {
      const guard = guardBefore(code, parent);
      if (guard) return guard;
    } else if (parent?.type !== "ArrayExpression" && !(parent?.type === "ObjectProperty" && parent.value === child)) {
      return undefined;
    }
    child = parent;
  }
  return undefined;
}

/** The property of a record that says when the others are run. */
function guardIn(code: Code, { properties }: t.ObjectExpression, other: Node): Node | undefined {
  const name =
    "key" in other ? propertyName(code, other.key as Node, "computed" in other && other.computed === true) : "";
  if (UNGUARDED.test(name ?? "")) return undefined;
  for (const each of properties) {
    if (each === other || each.type === "SpreadElement" || !isGuardName(code, each)) continue;
    const guard = each.type === "ObjectMethod" ? each : each.value;
    if (tellsStepUp(code, guard)) return guard;
  }
  return undefined;
}

const isGuardName = (code: Code, { key, computed }: { key: Node; computed?: boolean | null }): boolean =>
  GUARDING.test(propertyName(code, key, computed === true) ?? "");

/** What a call before in a chain is given; one of a list looks at an element, and says nothing of what follows. */
function guardBefore(code: Code, call: Call): Node | undefined {
  if (UNGUARDED.test(calleeName(code, call) ?? "")) return undefined;
  let before = calledBefore(call);
  for (let steps = 0; before && steps < MOST_STEPS; steps++, before = calledBefore(before)) {
    const method = methodOf(code, before.callee);
    const isOfAnother = method !== undefined || EXCEPTING.test(calleeName(code, before) ?? "");
    const guard = isOfAnother ? undefined : before.arguments.find((each) => tellsStepUp(code, each));
    if (guard) return guard;
  }
  return undefined;
}

/** The call whose result has the method that another calls. */
export function calledBefore(call: Call): Call | undefined {
  const callee = unwrap(call.callee);
  const object = isMember(callee) ? unwrap(callee.object) : undefined;
  return isCall(object) ? object : undefined;
}

function tellsStepUp(code: Code, predicate: Node): boolean {
  const target = functionGiven(code, predicate);
  return target !== undefined && isStepUp(predicateTruth(code, target).yes.kinds);
}

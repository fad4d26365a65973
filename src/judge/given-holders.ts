import { calledFunction, parametersOf } from "../find/functions.ts";
import { isCall, outOfCasts } from "../find/syntax.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";

/** More functions than hand a record to each other. */
const MOST_CALLS = 3;

/** A function that is given a record, and the name that it has there. */
export interface Receiver {
  readonly within: Node;
  readonly name: Binding;
}

/** The functions of this file to which a record is given by its name: `renew(state)`, with `state` of `renew`. */
export function receiversOf(code: Code, record: Binding): readonly Receiver[] {
  const found = new Map<Binding, Receiver>();
  let names: readonly Binding[] = [record];
  for (let calls = 0; calls < MOST_CALLS && names.length > 0; calls++) {
    const given = names.flatMap((each) => receiving(code, each)).filter(({ name }) => !found.has(name));
    for (const each of given) if (each.name !== record) found.set(each.name, each);
    names = given.map(({ name }) => name);
  }
  return [...found.values()];
}

function receiving(code: Code, record: Binding): readonly Receiver[] {
  return (code.bindings.references(record) ?? []).flatMap((mention) => {
    const whole = outOfCasts(code, mention);
    const call = code.tree.parent(whole);
    if (!isCall(call) || call.callee === whole) return [];
    const target = calledFunction(code, call);
    const at = (call.arguments as readonly Node[]).indexOf(whole);
    const isSpread = call.arguments.slice(0, at).some(({ type }) => type === "SpreadElement");
    const parameter = target && parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest);
    return target && parameter && !isSpread ? [{ within: target, name: parameter.binding }] : [];
  });
}

import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { calledFunction, parametersOf } from "./functions.ts";
import { requestUseOf } from "./request-use.ts";
import { type Call, isCall, type Member, pathOf } from "./syntax.ts";
import { isThis } from "./this.ts";
import { lastName } from "./written.ts";

/** A call that gives `this` to a function of the file. */
interface Handing {
  readonly call: Call;
  /** The path of that `this` (see `pathOf`). */
  readonly self: string;
  readonly target: FunctionNode;
  readonly parameter: Binding;
}

/**
 * The call that hands the object of a field to a function of the file which asks for it: `authorize(this)`, for
 * `this[kScope]`. What else that function does with the field is not followed.
 */
export function askedOfThis(code: Code, member: Member): Call | undefined {
  const self = pathOf(code, member.object);
  const name = lastName(code, member);
  const part = self !== undefined && isThis(self) ? pathOf(code, member)?.slice(self.length) : undefined;
  if (part === undefined || name === undefined) return undefined;
  return handings(code, code.tree.classAround(member) ?? code.tree.program).find(
    (each) =>
      each.self === self &&
      requestUseOf(code, `${each.parameter.id}${part}`, name.replace(/^#/, ""), each.target) === "request",
  )?.call;
}

const handings = (code: Code, within: Node): readonly Handing[] =>
  code.answers.of(handings, within, () => {
    const found: Handing[] = [];
    code.tree.walk(within, (call) => {
      if (!isCall(call)) return;
      for (const [at, argument] of call.arguments.entries()) {
        const self = argument.type === "ThisExpression" || argument.type === "Identifier" ? pathOf(code, argument) : "";
        const target = isThis(self) ? calledFunction(code, call) : undefined;
        const parameter = target && parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest);
        if (self && target && parameter) found.push({ call, self, target, parameter: parameter.binding });
      }
    });
    return found;
  });

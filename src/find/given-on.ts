import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { calledFunction, functionNamed, parametersOf } from "./functions.ts";
import { libraryOf } from "./library/lookup.ts";
import { type Call, isCall, unwrap } from "./syntax.ts";

/**
 * The parameter that gets an argument of a call which gives its arguments to the function that it is given first, at once
 * or later, as the effects of sagas do: `scope` of `consent`, for `wanted` of `yield call(consent, home, wanted)`.
 */
export function parameterGivenOn(code: Code, call: Call, argument: Node): Binding | undefined {
  const [first] = call.arguments;
  const at = (call.arguments as readonly Node[]).indexOf(argument);
  const target = first && at > 0 ? functionNamed(code, first) : undefined;
  if (!target || !givesOn(code, call)) return undefined;
  return parametersOf(code, target).find(({ index, isRest }) => index === at - 1 && !isRest)?.binding;
}

/**
 * Whether what a `yield` hands out is an order for whoever runs the generator, so that another thing comes back: a record, a
 * list, or the effect that a call makes of its arguments. What compilers make of `await` hands out what is waited for.
 */
export function isOrder(code: Code, handedOut: Node): boolean {
  const node = unwrap(handedOut);
  return /^(?:Object|Array)Expression$/.test(node.type) || (isCall(node) && givesOn(code, node));
}

function givesOn(code: Code, call: Call): boolean {
  const callee = calledFunction(code, call);
  return callee ? keepsTogether(code, callee) : libraryOf(code, call.callee)?.gives === "arguments";
}

/** Whether a function of the file calls what it is given first with the rest, or puts both into one record or list. */
const keepsTogether = (code: Code, target: FunctionNode): boolean =>
  code.answers.of(keepsTogether, target, () => {
    const [first, rest, ...others] = parametersOf(code, target);
    if (!first || !rest?.isRest || rest.index !== 1 || others.length > 0) return false;
    return (code.bindings.references(rest.binding) ?? []).some((mention) => {
      const part = code.tree.parent(mention);
      const holder = part?.type === "SpreadElement" || part?.type === "ObjectProperty" ? code.tree.parent(part) : part;
      return holder !== undefined && holds(code, holder, first.binding);
    });
  });

/** Whether a call, a list or a record has a name among its parts. */
function holds(code: Code, holder: Node, { id }: Binding): boolean {
  const parts: readonly (Node | null)[] = isCall(holder)
    ? [holder.callee]
    : holder.type === "ArrayExpression"
      ? holder.elements
      : holder.type === "ObjectExpression"
        ? holder.properties.map((each) => (each.type === "ObjectProperty" ? each.value : null))
        : [];
  return parts.some((part) => part?.type === "Identifier" && code.bindings.resolve(part)?.id === id);
}

import type * as t from "@babel/types";
import { boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { KEEPING_METHOD, PLAIN_SCOPE } from "../rules/names.ts";
import { asksForGiven } from "./asked-elsewhere.ts";
import { calleeName, literalOf, propertyNames } from "./calls.ts";
import { calledFunction } from "./functions.ts";
import { originOf } from "./origins.ts";
import { functionGiven, paramsOf } from "./shells.ts";
import { type Call, isCall, isMember, memberName, propertyName, unwrap } from "./syntax.ts";

/** Whether a file asks for what it keeps under one of some names, elsewhere than in a node. */
type AreAsked = (names: readonly string[], writing: Node) => boolean;

/**
 * The names of its own under which a call keeps what a record has: `setState({ requestedScope })`, and `set({ wanted })`
 * of a store that is made with that function.
 */
export function namesKept(code: Code, call: Call | t.NewExpression): readonly string[] {
  const callee = unwrap(call.callee);
  const isGiven = callee.type === "Identifier" && code.bindings.resolve(callee)?.kind === "parameter";
  if (!(isMember(callee) || isGiven) || !KEEPING_METHOD.test(calleeName(code, call) ?? "")) return [];
  return call.arguments
    .flatMap((argument) => (isFunction(argument) ? recordsMade(argument) : [argument]))
    .flatMap((record) => propertyNames(code, literalOf(code, record) ?? record))
    .filter((name) => !PLAIN_SCOPE.test(name));

  /** The next states that a function makes: `store.update((state) => ({ ...state, wanted: scope }))`. */
  function recordsMade({ body }: FunctionNode): readonly Node[] {
    if (body.type !== "BlockStatement") return [unwrap(body)];
    return code.tree.own(body, "ReturnStatement").flatMap(({ argument }) => argument ?? []);
  }
}

/**
 * Whether what a call is given is kept by a function of the file which the call does not name itself: by the method of a
 * store, `useConsent.getState().need(scope)`, or by what answers an action, `dispatch(consentNeeded(scope))`.
 */
export function isKeptByStore(code: Code, call: Call, areAsked: AreAsked): boolean {
  const name = calledFunction(code, call) ? undefined : calleeName(code, call);
  if (name === undefined) return false;
  const outer = code.tree.parent(call);
  const isAction = isCall(outer) && outer.callee !== call && unwrap(call.callee).type === "Identifier";
  const found = isMember(unwrap(call.callee)) ? entriesNamed(code, name) : isAction ? answersTo(code, name) : [];
  return found.some((target) => asksForGiven(code, target) || areAsked(namesGiven(code, target), target));
}

/** The only function that a file keeps under a name, in a record that a call is given. */
function entriesNamed(code: Code, name: string): readonly FunctionNode[] {
  const found = (code.bindings.mentions(name, code.tree.program) ?? []).flatMap(
    (mention) => entryAt(code, mention) ?? [],
  );
  return found.length === 1 ? found : [];
}

function entryAt(code: Code, mention: Node): FunctionNode | undefined {
  const entry = code.tree.parent(mention);
  if (entry?.type === "ObjectMethod") return entry.key === mention ? entry : undefined;
  return entry?.type === "ObjectProperty" && entry.key === mention && isFunction(entry.value) ? entry.value : undefined;
}

/** The functions that answer an action: a slice's reducer of its name, and those that are registered for it or its type. */
function answersTo(code: Code, name: string): readonly FunctionNode[] {
  return (code.bindings.mentions(name, code.tree.program) ?? []).flatMap((mention): readonly FunctionNode[] => {
    const entry = entryAt(code, mention);
    if (entry) return [entry];
    const member = code.tree.parent(mention);
    const key = isMember(member) && member.object === mention && memberName(code, member) === "type" ? member : mention;
    const call = code.tree.parent(key);
    const isBeside = isCall(call) && call.callee !== key;
    return isBeside ? call.arguments.flatMap((each) => functionGiven(code, each) ?? []) : [];
  });
}

/** The names of its own under which a function puts what it is given, or a part of it, into a state or a record. */
const namesGiven = (code: Code, target: FunctionNode): readonly string[] =>
  code.answers.of(namesGiven, target, () => {
    const ids = paramsOf(target)
      .flatMap((each) => boundNames(each))
      .flatMap((each) => code.bindings.resolve(each)?.id ?? []);
    const isGiven = (value: Node) => ids.some((id) => originOf(code, value).own.has(id));
    const names: string[] = [];
    code.tree.walk(target.body, (node) => {
      const isEntry = node.type === "ObjectProperty" && isGiven(node.value);
      if (isEntry) names.push(propertyName(code, node.key, node.computed) ?? "");
      const left = node.type === "AssignmentExpression" && isGiven(node.right) ? unwrap(node.left) : undefined;
      if (left && isMember(left)) names.push(memberName(code, left) ?? "");
      return undefined;
    });
    return names.filter((name) => name !== "" && !PLAIN_SCOPE.test(name));
  });

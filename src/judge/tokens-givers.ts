import { choicesOf } from "../find/choices.ts";
import { returnedValues } from "../find/functions.ts";
import { valuesKept } from "../find/kept-flags.ts";
import { methodOf } from "../find/library/lookup.ts";
import { assignmentAround } from "../find/patterns.ts";
import { lastIdentifier } from "../find/provider-proof.ts";
import { coreOf, functionGiven } from "../find/shells.ts";
import { constantText, isCall, isMember, memberName, propertyValue, unwrap } from "../find/syntax.ts";
import { exchanges, givesNoText, keysGiven, letsGo, limitsReads, movesOn } from "../find/tokens-given.ts";
import { declaredType } from "../find/types.ts";
import type { Code } from "../parse/code.ts";
import { mayBeText } from "../parse/mention-text.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { SURROUNDINGS } from "../rules/names-beside.ts";
import { ownGrant } from "./owners/elsewhere.ts";
import { ambientIn, isWrittenBehind } from "./owners/unsteady.ts";
import { mayBeOf } from "./provider-class.ts";
import { runsOf } from "./runs.ts";
import type { Surroundings } from "./state.ts";

/** The functions of this file that give tokens: `tokens()` of a class or a record, what is put in its place, and the traps of proxies that stand for it. */
export const tokensGivers = (code: Code): readonly FunctionNode[] =>
  code.answers.of(tokensGivers, code, () => {
    // What takes an argument gives something else: the tokens of a text.
    const put = (code.bindings.mentions("tokens", code.tree.program) ?? []).flatMap(
      (mention) => functionPut(code, mention) ?? [],
    );
    const found = [...methodsNamed(code, "tokens"), ...put].filter(({ params }) => params.length === 0);
    for (const mention of code.bindings.mentionsWhere(mayBeText, "tokens", code.tree.program) ?? []) {
      // The trap of a proxy: `if (key === "tokens") return async () => …`.
      const compared = mention.type === "StringLiteral" ? code.tree.parent(mention) : undefined;
      const trap = compared?.type === "BinaryExpression" ? code.tree.functionAround(mention) : undefined;
      if (trap) found.push(trap);
    }
    return found;
  });

/**
 * The function that takes the place of another of its name: `provider.tokens = async () => …`, or as a descriptor says,
 * `Object.create(provider, { tokens: { value: async () => … } })`, `Object.defineProperty(provider, "tokens", { value })`.
 */
function functionPut(code: Code, mention: Node): FunctionNode | undefined {
  const parent = code.tree.parent(mention);
  if (isMember(parent) && parent.property === mention) {
    const put = code.tree.parent(parent);
    return put?.type === "AssignmentExpression" && put.left === parent ? functionGiven(code, put.right) : undefined;
  }
  const isKey = parent?.type === "ObjectProperty" && parent.key === mention;
  const isDefined = isCall(parent) && parent.arguments[1] === mention;
  const described = isKey ? parent.value : isDefined ? parent.arguments[2] : undefined;
  if (described?.type !== "ObjectExpression") return undefined;
  const value = propertyValue(code, described, "value");
  return value && functionGiven(code, value);
}

/** The methods of a name of all classes and records of this file, and what their properties hold. */
export const methodsNamed = (code: Code, name: string): FunctionNode[] =>
  (code.bindings.mentions(name, code.tree.program) ?? []).flatMap((mention) => {
    const part = code.tree.parent(mention);
    if (!part || !("key" in part) || part.key !== mention) return [];
    if (isFunction(part)) return [part];
    const value = "value" in part && typeof part.value === "object" ? (part.value as Node | null) : undefined;
    return (value && functionGiven(code, value)) ?? [];
  });

/** What has a `tokens()` of this file give those of one account after the other. */
export const turnOfTokens = (code: Code): Node | undefined =>
  code.answers.of(
    turnOfTokens,
    code,
    () =>
      tokensGivers(code).flatMap(
        (giver) =>
          movesOn(code, giver) ?? ofContext(code, giver) ?? ofChosen(code, giver) ?? ofSwitched(code, giver) ?? [],
      )[0],
  );

/** By what the tokens are looked up, where other code sets that: `this.saved.get(this.active)` beside `switchTo(name)`. */
const ofChosen = (code: Code, giver: FunctionNode): Node | undefined =>
  keysGiven(code, coreOf(giver)).find((key) => {
    const node = unwrap(key);
    if (!isKey(code, key)) return false;
    if (isMember(node)) return isWrittenBehind(code, node, memberName(code, node) ?? "");
    const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
    const isOuter = binding?.kind === "variable" && code.tree.functionAround(binding.identifier) !== giver;
    return (
      isOuter && (code.bindings.writes(binding) ?? []).some((write) => code.tree.functionAround(write) !== undefined)
    );
  });

/** What of the tokens hangs on the run that asks for them: `this.vault.get(current.getStore().tenant)`. */
const ofContext = (code: Code, giver: FunctionNode): Node | undefined =>
  (returnedValues(code, coreOf(giver)) ?? []).flatMap(({ value }) =>
    value ? (ambientIn(code, value, isOfContext) ?? []) : [],
  )[0];

/** Whether something is a key, and not only given to what makes the tokens of it: `JSON.parse(this.saved)`. */
const isKey = (code: Code, key: Node): boolean => {
  const parent = code.tree.parent(key);
  if (isMember(parent)) return true;
  return isCall(parent) && methodOf(code, parent.callee)?.entry === true && parent.arguments[0] === key;
};

/** Whether a call gives what surrounds the run: `getStore()` of an AsyncLocalStorage. */
const isOfContext = (call: Node): boolean => isCall(call) && SURROUNDINGS.test(lastIdentifier(call.callee) ?? "");

/** The record of which the tokens are a part, where other code puts one in its place that it looks up: `this.current = this.known.get(name)`. */
const ofSwitched = (code: Code, giver: FunctionNode): Node | undefined =>
  (returnedValues(code, coreOf(giver)) ?? []).flatMap(({ value }) => {
    const part = value && unwrap(value);
    const record = isMember(part) ? unwrap(part.object) : undefined;
    return record && valuesPut(code, record).some((each) => isLookedUp(code, each)) ? record : [];
  })[0];

/** What a field of an object or a variable gets, but where that is declared. */
function valuesPut(code: Code, place: Node): readonly Node[] {
  if (isMember(place)) return valuesKept(code, place, code.tree.classAround(place) ?? code.tree.program);
  const binding = place.type === "Identifier" ? code.bindings.resolve(place) : undefined;
  return ((binding && code.bindings.writes(binding)) ?? []).flatMap(
    (write) => assignmentAround(code, write)?.right ?? [],
  );
}

function isLookedUp(code: Code, value: Node): boolean {
  const node = unwrap(value);
  if (node.type === "AwaitExpression") return isLookedUp(code, node.argument);
  const choices = choicesOf(node);
  if (choices) return choices.some((each) => isLookedUp(code, each));
  if (isMember(node)) return node.computed && node.property.type !== "StringLiteral";
  const method = isCall(node) ? methodOf(code, node.callee) : undefined;
  // By a constant, it is the same entry each time: `store.get("oauth")`.
  const isKeyed =
    isCall(node) &&
    node.arguments.some((each) => constantText(code, each) === undefined && each.type !== "NumericLiteral");
  return isKeyed && (method?.entry === true || method?.keeps === "one");
}

/** Where the `tokens()` of a provider may give what the client got for itself, and no person granted. */
export function ownTokens(code: Code, provider: Node): Node | undefined {
  const own = givingOwn(code);
  return own.length > 0 ? own.find(({ giver }) => mayBeOf(code, giver, provider))?.grant : undefined;
}

const givingOwn = (code: Code): readonly { readonly giver: FunctionNode; readonly grant: Node }[] =>
  code.answers.of(givingOwn, code, () => {
    // What gives nothing else is asked for nothing else either.
    const isOther = (giver: FunctionNode) => {
      const given = returnedValues(code, coreOf(giver));
      return given === undefined || given.length > 1 || given.some(({ value }) => value && isChoice(value));
    };
    return tokensGivers(code).flatMap((giver) => {
      const grant = isOther(giver) ? ownGrant(code, coreOf(giver)) : undefined;
      return grant ? [{ giver, grant }] : [];
    });
  });

function isChoice(value: Node): boolean {
  const node = unwrap(value);
  if (/^(?:Await|Yield)Expression$/.test(node.type) && "argument" in node && node.argument)
    return isChoice(node.argument as Node);
  return node.type === "ConditionalExpression" || node.type === "LogicalExpression";
}

const MOST_CALLS = 3;

/**
 * What a `tokens()` of this file does besides giving them, so that reading them once more is not harmless: it takes
 * them away in any case, or leads back to the handler; or that it gives what nobody granted.
 */
export function actOfReading(code: Code, handler: Surroundings, provider: Node): Node | undefined {
  const { act, led } = actsOfReading(code);
  if (act || led.has(handler)) return act ?? handler;
  // A type says which class it is; without one, it may be any of this file.
  if (declaredType(code, provider)?.annotation !== undefined) return undefined;
  return tokensGivers(code).find((giver) => {
    const owner = giver.type === "ClassMethod" ? code.tree.classAround(giver) : undefined;
    return owner !== undefined && givesNoText(code, owner);
  });
}

/** What any `tokens()` of this file takes away, counts or exchanges, and the functions to which they lead. */
const actsOfReading = (code: Code) =>
  code.answers.of(actsOfReading, code, () => {
    const givers = tokensGivers(code);
    const acts = givers.flatMap(
      (giver) => letsGo(code, giver) ?? limitsReads(code, giver) ?? exchanges(code, giver) ?? [],
    );
    const led = new Set<Surroundings>();
    let from: readonly FunctionNode[] = givers;
    for (let calls = 0; calls <= MOST_CALLS; calls++) {
      from = from.flatMap((each) => calledIn(code, each)).filter((each) => !led.has(each));
      for (const each of from) led.add(each);
    }
    return { act: acts[0], led };
  });

function calledIn(code: Code, target: FunctionNode): readonly FunctionNode[] {
  const found: FunctionNode[] = [];
  code.tree.walk(target.body, (node) => {
    if (isCall(node)) for (const run of runsOf(code, node)) found.push(run.target);
    return undefined;
  });
  return found;
}

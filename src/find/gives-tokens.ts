import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { LOOKING_UP, READING, SHOWING, STORING } from "../rules/names.ts";
import { ACCESS_TOKEN_NAMES } from "../rules/names-beside.ts";
import { calleeName, callTaking } from "./calls.ts";
import { calledFunction, parametersOf } from "./functions.ts";
import { libraryOf, makesParameters } from "./library/lookup.ts";
import { onlyValue } from "./lowered.ts";
import { holdersOf, propertiesRead } from "./results.ts";
import { type Call, constantText, isCall, isMember, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";
import { usesOf } from "./uses.ts";

/** More names, functions and places behind each other than tokens go through. */
const MOST_STEPS = 6;

/**
 * Whether a call asks for tokens, by what becomes of what it gives: its access token is read, whatever the call is
 * named. One that only looks something up may give tokens, too, and asks nobody.
 */
export const asksForTokens = (code: Code, call: Call): boolean =>
  code.answers.of(asksForTokens, call, () => {
    const name = calleeName(code, call) ?? "";
    const isLookup = READING.test(name) || STORING.test(name) || LOOKING_UP.test(name);
    const isElsewhere = !calledFunction(code, call) && !libraryOf(code, call.callee);
    return !isLookup && (isElsewhere || isForwarded(code, call)) && holdsTokens(code, call, 0);
  });

/**
 * Whether a function of the file does no more with a record that it is given than to send it to code that is not seen:
 * `rpc(method, params) { port.postMessage({ id, method, params }); … }`.
 */
function isForwarded(code: Code, call: Call): boolean {
  const target = calledFunction(code, call);
  const at = call.arguments.findIndex((argument) => unwrap(argument).type === "ObjectExpression");
  const parameter = target && parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest);
  const mentions = (parameter && code.bindings.references(parameter.binding)) ?? [];
  return mentions.length > 0 && mentions.every((mention) => isSentOn(code, mention));
}

/** Whether a value is given whole to a call that is not seen, or to what makes a text of it for one. */
function isSentOn(code: Code, value: Node): boolean {
  const parent = code.tree.parent(value);
  const call = parent?.type === "SpreadElement" || isMember(parent) ? undefined : callTaking(code, value);
  if (!call) return false;
  const isText = isCall(call) ? pathOf(code, call.callee) === "JSON.stringify" : makesParameters(call.callee);
  if (isText) return isSentOn(code, call);
  const isSeen = !isCall(call) || calledFunction(code, call) || libraryOf(code, call.callee);
  return !isSeen && !SHOWING.test(calleeName(code, call) ?? "");
}

/** Whether the access token of what a value holds is read, there or where the value is kept. */
export const holdsTokens = (code: Code, value: Node, steps: number): boolean =>
  steps <= MOST_STEPS &&
  code.answers.ofBoth(
    holdsTokens,
    value,
    steps,
    () =>
      propertiesRead(code, value).some(({ name }) => ACCESS_TOKEN_NAMES.includes(name)) ||
      holdersOf(code, value).some((holder) => isReadWhereKept(code, holder, steps + 1)),
  );

function isReadWhereKept(code: Code, holder: Node, steps: number): boolean {
  if (holder.type === "AssignmentExpression") return isReadOf(code, nameOf(code, holder.left));
  const parent = code.tree.parent(holder);
  switch (parent?.type) {
    case "ObjectProperty":
      return parent.value === holder && isReadOf(code, propertyName(code, parent.key, parent.computed));
    case "SpreadElement": {
      const record = code.tree.parent(parent);
      return record?.type === "ObjectExpression" && holdsTokens(code, record, steps);
    }
    case "ReturnStatement": {
      const around = code.tree.functionAround(parent);
      return around !== undefined && areCallsRead(code, around, steps);
    }
    case "ArrowFunctionExpression":
      return parent.body === holder && areCallsRead(code, parent, steps);
    case "CallExpression":
    case "OptionalCallExpression":
      return parent.callee !== holder && isReadByCall(code, parent, holder, steps);
    default:
      return false;
  }
}

/** Whether the access token is read of what has a name: of `this.tokens`, and so of the `tokens` of `this.auth.tokens`. */
const isReadOf = (code: Code, name: string | undefined): boolean =>
  name !== undefined &&
  code.answers.ofBoth(isReadOf, code.tree.program, name, () =>
    ACCESS_TOKEN_NAMES.flatMap((each) => code.bindings.mentions(each, code.tree.program) ?? []).some((mention) => {
      const member = code.tree.parent(mention);
      if (isMember(member) && member.property === mention) return nameOf(code, member.object) === name;
      // `const { access_token } = this.tokens`
      const pattern = member?.type === "ObjectProperty" ? code.tree.parent(member) : undefined;
      const declarator = pattern && code.tree.parent(pattern);
      return declarator?.type === "VariableDeclarator" && declarator.init
        ? nameOf(code, declarator.init) === name
        : false;
    }),
  );

/**
 * The last name of a member: `tokens` of `this.auth.tokens`, of `session.tokens ?? {}`, and of a name that is given
 * either, as compilers make one of `this.tokens?.access_token`.
 */
function nameOf(code: Code, expression: Node, steps = 0): string | undefined {
  const node = unwrap(expression);
  if (node.type === "LogicalExpression") return nameOf(code, node.left, steps);
  const held = node.type === "Identifier" && steps < MOST_STEPS ? onlyValue(code, node) : undefined;
  if (held) return nameOf(code, held, steps + 1);
  return isMember(node) ? memberName(code, node) : undefined;
}

/** Whether the access token is read of what the calls of a function give. */
const areCallsRead = (code: Code, target: FunctionNode, steps: number): boolean =>
  (usesOf(code, target)?.mentions ?? []).some((mention) => {
    const call = code.tree.parent(mention);
    return isCall(call) && call.callee === mention && holdsTokens(code, call, steps);
  });

/** Whether it is read of what a call makes of the tokens, does with them, or keeps under a key. */
function isReadByCall(code: Code, call: Call, holder: Node, steps: number): boolean {
  if (/^JSON\.(?:parse|stringify)$|^structuredClone$/.test(pathOf(code, call.callee) ?? ""))
    return holdsTokens(code, call, steps);
  const at = call.arguments.indexOf(holder as Call["arguments"][number]);
  const target = calledFunction(code, call);
  const parameter = target && parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest);
  if (parameter) return areReferencesRead(code, parameter.binding, steps);
  return call.arguments.some((key, place) => place < at && isTakenOut(code, key, steps));
}

const areReferencesRead = (code: Code, binding: Binding, steps: number): boolean =>
  (code.bindings.references(binding) ?? []).some((each) => holdsTokens(code, each, steps));

/** Whether tokens are read of what another call gives for a key: `JSON.parse(storage.getItem(TOKENS)).access_token`. */
function isTakenOut(code: Code, key: Node, steps: number): boolean {
  const binding = key.type === "Identifier" ? code.bindings.resolve(key) : undefined;
  const text = binding ? undefined : constantText(code, key);
  const mentions = binding
    ? code.bindings.references(binding)
    : text !== undefined && code.bindings.mentions(text, code.tree.program);
  return (mentions || []).some((mention) => {
    const call = code.tree.parent(mention);
    return isCall(call) && mention !== key && call.callee !== mention && holdsTokens(code, call, steps);
  });
}

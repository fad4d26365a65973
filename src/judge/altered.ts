import { piecesTogether } from "../find/affixed.ts";
import { roleOf } from "../find/calls.ts";
import { choicesOf } from "../find/choices.ts";
import { calledFunction, parametersOf, returnedValues } from "../find/functions.ts";
import { libraryOf, makesList, methodOf, runsForEach } from "../find/library/lookup.ts";
import { isWritten } from "../find/request-use.ts";
import { functionGiven } from "../find/shells.ts";
import { type Call, constantText, initialValue, isCall, isMember, pathOf, unwrap } from "../find/syntax.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, type Node } from "../parse/tree.ts";
import { LOGGED } from "../rules/names-beside.ts";

/** More steps than there are from a scope to what is kept of it. */
const MOST_STEPS = 8;

/**
 * Whether the scopes of a value have other names than those of the challenge: with a prefix, in capitals, with an id that
 * is filled in, or as a table spells them. The server may grant them under their own.
 */
export function isAltered(code: Code, value: Node, depth = 0): boolean {
  const node = unwrap(value);
  const next = (inner: Node | null | undefined) => inner != null && isAltered(code, inner, depth + 1);
  if (depth > MOST_STEPS) return false;
  switch (node.type) {
    case "AwaitExpression":
    case "SpreadElement":
      return next(node.argument);
    case "LogicalExpression":
    case "ConditionalExpression":
      return (choicesOf(node) ?? []).some(next);
    case "ArrayExpression":
      return isPutTogether(code, node, depth) || node.elements.some(next);
    case "TemplateLiteral":
    case "BinaryExpression":
      return isPutTogether(code, node, depth);
    case "NewExpression":
      return libraryOf(code, node.callee)?.makes !== undefined && node.arguments.some(next);
    case "CallExpression":
    case "OptionalCallExpression":
      return isPutTogether(code, node, depth) || isAlteredByCall(code, node, depth);
    case "Identifier":
      return isNameAltered(code, node, depth);
    default:
      return false;
  }
}

function isPutTogether(code: Code, text: Node, depth: number): boolean {
  const { parts, areStuck } = piecesTogether(code, text);
  return areStuck || parts.some((part) => isAltered(code, part, depth + 1));
}

function isAlteredByCall(code: Code, call: Call, depth: number): boolean {
  const target = calledFunction(code, call);
  const next = (inner: Node) => isAltered(code, inner, depth + 1);
  if (target) return (returnedValues(code, target) ?? []).some(({ value }) => value && next(value));
  const { callee } = call;
  if (!isMember(callee)) return libraryOf(code, callee)?.keepsText === true && call.arguments.some(next);
  if (alters(code, call, depth)) return true;
  const method = methodOf(code, callee);
  // `Array.from(names, (each) => …)`
  if (makesList(libraryOf(code, callee))) return call.arguments.some(next);
  if (!method?.keeps) return false;
  return next(callee.object) || (method.keeps === "joined" && call.arguments.some(next));
}

/** Whether a method of the language gives other names than those of what it is called on, or given. */
function alters(code: Code, { callee, arguments: [first, second] }: Call, depth: number): boolean {
  const method = methodOf(code, callee);
  if (makesList(libraryOf(code, callee))) return second !== undefined && isMapped(code, second, depth);
  if (!method?.keeps) return false;
  if (method.keeps === "altered" || method.altersCase) return true;
  if (method.keeps === "replaced") return second !== undefined && putsNames(code, second);
  return runsForEach(method) && method.keeps === "each" && first !== undefined && isMapped(code, first, depth);
}

/** Where a scope that is read gets other names on its way to a request: `names.map((each) => BASE + each)`. */
export function alteredBehind(code: Code, read: Node, depth = 0): Node | undefined {
  let child = read;
  for (const parent of code.tree.ancestors(read)) {
    if (depth > MOST_STEPS) return undefined;
    const call = isMember(parent) && parent.object === child ? code.tree.parent(parent) : undefined;
    if (call) {
      if (!isCall(call) || call.callee !== parent || !methodOf(code, parent)?.keeps) return undefined;
      if (alters(code, call, depth)) return isToldOf(code, call) ? undefined : call;
    } else if (isCall(parent) && parent.callee !== child) {
      if (alters(code, parent, depth)) return parent;
      const at = parent.arguments.indexOf(child as (typeof parent.arguments)[number]);
      const target = calledFunction(code, parent);
      const taken = target && parametersOf(code, target).find(({ index }) => index === at);
      if (taken) return byName(code, taken.binding, depth);
    } else if (
      parent.type === "VariableDeclarator" ||
      (parent.type === "AssignmentExpression" && parent.right === child)
    ) {
      // Compilers keep what is chosen: `(_a = this.scope) != null ? _a : ""`.
      const name = parent.type === "VariableDeclarator" ? parent.id : parent.left;
      const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
      return binding && byName(code, binding, depth);
    } else if (
      !isCall(parent) &&
      !/^(?:Logical|Conditional|Await|Member|OptionalMember|TS\w+)Expression$|^SpreadElement$|^ArrayExpression$/.test(
        parent.type,
      )
    ) {
      return undefined;
    }
    child = parent;
  }
  return undefined;
}

/** Whether a text goes to a log, or to what only tells: `console.log(this.wanted.toUpperCase())`. */
function isToldOf(code: Code, text: Node): boolean {
  for (const parent of code.tree.ancestors(text)) {
    if (isCall(parent) && !covers(parent.callee, text))
      return LOGGED.test(pathOf(code, parent.callee) ?? "") || roleOf(code, parent) === "telling";
    if (/Statement$|^VariableDeclarator$|Function/.test(parent.type)) return false;
  }
  return false;
}

function byName(code: Code, binding: Binding, depth: number): Node | undefined {
  for (const reference of code.bindings.references(binding) ?? []) {
    const found = isWritten(code, reference) ? undefined : alteredBehind(code, reference, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** Whether what `replace` puts in is more than blanks, or what it has found. */
function putsNames(code: Code, put: Node): boolean {
  const text = constantText(code, put);
  return text === undefined ? !functionGiven(code, put) : !/^[\s"',]*$|\$[\d&<]/.test(text);
}

/** Whether a callback makes another name of each. */
function isMapped(code: Code, callback: Node, depth: number): boolean {
  const target = functionGiven(code, callback);
  const [element] = target?.params ?? [];
  const name = element?.type === "Identifier" ? element.name : undefined;
  return ((target && returnedValues(code, target)) ?? []).some(
    ({ value }) =>
      value && (isAltered(code, value, depth + 1) || (name !== undefined && isLookedUp(code, value, name))),
  );
}

/** `NAMES[each]`, `names.get(each) ?? each`. */
function isLookedUp(code: Code, value: Node, name: string): boolean {
  const node = unwrap(value);
  const isIt = (key: Node | undefined) => key !== undefined && pathOf(code, key)?.split("@")[0] === name;
  const choices = choicesOf(node);
  if (choices) return choices.some((each) => isLookedUp(code, each, name));
  if (isMember(node)) return node.computed && isIt(node.property);
  return isCall(node) && methodOf(code, node.callee)?.entry === true && isIt(node.arguments[0]);
}

/** Whether a name's value is so, or what is put into its list. */
function isNameAltered(code: Code, name: Extract<Node, { type: "Identifier" }>, depth: number): boolean {
  const binding = code.bindings.resolve(name);
  const made = binding && initialValue(code, binding);
  if (!made) return false;
  return (
    isAltered(code, made, depth + 1) ||
    (code.bindings.references(binding) ?? []).some((mention) => {
      const member = code.tree.parent(mention);
      const call = isMember(member) && member.object === mention ? code.tree.parent(member) : undefined;
      const isPut = isCall(call) && call.callee === member && methodOf(code, call.callee)?.changes === "grows";
      return isPut && call.arguments.some((each) => isAltered(code, each, depth + 1));
    })
  );
}

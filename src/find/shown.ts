import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { LOGGING, PLAIN_SCOPE } from "../rules/names.ts";
import { OWN_CHALLENGE } from "../rules/names-beside.ts";
import { calleeName, roleOf } from "./calls.ts";
import { stateSet } from "./read-back.ts";
import { expressionNamed, isWritten } from "./request-use.ts";
import { isScopeText } from "./scope-texts.ts";
import { searchedFor } from "./searched.ts";
import { isCall, isMember, pathOf, unwrap } from "./syntax.ts";
import { isExported } from "./uses.ts";
import { lastName, type Written } from "./written.ts";

/** Whether all that the file does with what a sink keeps is to show it to a person: in JSX, in a sentence, in a log. */
export function isOnlyShown(code: Code, written: Written): boolean {
  if (written.kind === "return") return isResultShown(code, written.target);
  const state = stateSet(code, written.call && unwrap(written.call.callee));
  const isLooked = written.kind === "field" || (written.kind === "variable" && isOfFileAlone(code, written.target));
  const target = state ?? (isLooked ? written.target : undefined);
  const isFor = written.kind === "variable" ? isLogged : isShown;
  const path = target && pathOf(code, target);
  const name = target && lastName(code, target);
  if (!target || path === undefined || name === undefined) return false;
  const isOther = (read: Node) => read !== target;
  const own = readsShown(code, searchedFor(code, target), name, path);
  // What an object's own function keeps may be read by another name of the object: a store's getters take its state.
  const isOfObject = !own.reads.some(isOther) && written.kind === "field" && !code.tree.classAround(target);
  const { reads, used } = isOfObject ? readsShown(code, code.tree.program, name, undefined) : own;
  if (written.kind === "variable" && reads.some((read) => isOther(read) && !isLogged(code, read))) return false;
  return !used.some(isOther) && reads.some((read) => isOther(read) && isFor(code, read));
}

/** Whether a variable is read by this file alone. */
function isOfFileAlone(code: Code, name: Node): boolean {
  const node = unwrap(name);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  return binding !== undefined && code.bindings.references(binding) !== undefined && !isExported(code, binding);
}

/** Whether all that the file does with a property of a result, by a name of its own, is to show it: `{ missingScope }`. */
function isResultShown(code: Code, property: Node): boolean {
  const name = property.type === "ObjectProperty" ? lastName(code, property) : undefined;
  if (name === undefined || PLAIN_SCOPE.test(name)) return false;
  const { reads, used } = readsShown(code, code.tree.program, name, undefined);
  return reads.some((read) => isShown(code, read)) && used.length === 0;
}

/**
 * The reads of a field or variable, and those of them that are neither for a person nor a test.
 *
 * @param path absent for a field of that name of any object
 */
function readsShown(code: Code, within: Node, name: string, path: string | undefined) {
  return code.answers.ofBoth(readsShown, within, path ?? `*.${name}`, () => {
    const isSame = (read: Node) => (path === undefined ? isMember(read) : pathOf(code, read) === path);
    const reads = (code.bindings.mentions(name.replace(/^#/, ""), within) ?? []).flatMap((mention) => {
      const read = expressionNamed(code, mention);
      return read && isSame(read) && !isWritten(code, read) && !isDeclared(code, read) ? [read] : [];
    });
    const isUsed = (read: Node) => !isShown(code, read) && !isLogged(code, read) && !isTest(code, read);
    return { reads, used: reads.filter(isUsed) };
  });
}

function isDeclared(code: Code, name: Node): boolean {
  const parent = code.tree.parent(name);
  return parent?.type === "VariableDeclarator" && parent.id === name;
}

/** Whether what is read is only looked at for whether there is any: `scope ? … : …`. */
export function isTest(code: Code, read: Node): boolean {
  const parent = code.tree.parent(read);
  if (parent?.type === "UnaryExpression" && parent.operator === "!") return isTest(code, parent);
  return (parent?.type === "ConditionalExpression" || parent?.type === "IfStatement") && parent.test === read;
}

/** Whether a person is shown what is read, or it is only looked at for whether there is any. */
export const isLookedAt = (code: Code, read: Node): boolean =>
  isShown(code, read) || isTest(code, read) || code.tree.parent(read)?.type.startsWith("TS") === true;

function isShown(code: Code, read: Node): boolean {
  let child = read;
  for (const parent of code.tree.ancestors(read)) {
    switch (parent.type) {
      case "JSXExpressionContainer":
        return code.tree.parent(parent)?.type !== "JSXAttribute";
      case "TemplateLiteral":
        // A server's own challenge, which names what it asks for.
        if (parent.quasis.some(({ value }) => OWN_CHALLENGE.test(value.raw))) return true;
        // A sentence, and no address or parameter.
        if (!parent.quasis.some(({ value }) => /\s/.test(value.raw)) || parent.quasis.some(isAddress)) return false;
        return !isScopeText(code, parent);
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

/** Whether a log is given what is read, by itself or in a record: `log.warn("denied", { before: this.lastScope })`. */
function isLogged(code: Code, read: Node): boolean {
  const holder = code.tree.parent(read);
  const record = holder?.type === "ObjectProperty" && holder.value === read ? code.tree.parent(holder) : undefined;
  const given = record?.type === "ObjectExpression" ? record : read;
  const call = code.tree.parent(given);
  return isCall(call) && call.callee !== given && LOGGING.test(calleeName(code, call) ?? "");
}

/** Whether a part of a text is one of an address. */
export const isAddress = ({ value }: { value: { raw: string } }): boolean => /:\/\/|[?&\w]=/.test(value.raw);

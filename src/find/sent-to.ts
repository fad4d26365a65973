import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, type Node } from "../parse/tree.ts";
import { ERROR_CODE, KIND_OF_MESSAGE, TAKING_OUT } from "../rules/names.ts";
import { asksForGiven, mayBeAsked } from "./asked-elsewhere.ts";
import { functionGiven } from "./shells.ts";
import {
  type Call,
  constantText,
  constantValue,
  isCall,
  isMember,
  memberName,
  propertyName,
  unwrap,
} from "./syntax.ts";

/**
 * Whether a call sends something to a function of the file that asks for it, by an event, a message, a job or an entry:
 * `emitter.emit("step-up", scope)` beside `emitter.on("step-up", (scope) => login({ scope }))`.
 */
export function isSentToRequest(code: Code, call: Call): boolean {
  return textsOf(code, call).some((text) =>
    (code.bindings.mentions(text, code.tree.program) ?? []).some((mention) => {
      if (!isText(code, mention) || covers(call, mention)) return false;
      const isRead = isTakenOut(code, mention);
      if (isRead) return mayBeAsked(code, isRead);
      return answering(code, mention).some((each) => !covers(each, call) && asksForGiven(code, each));
    }),
  );
}

/** The names of what a call sends: a text that it is given, the kind of a message, the name of the queue. */
function textsOf(code: Code, call: Call): readonly string[] {
  const callee = unwrap(call.callee);
  const owner = isMember(callee) ? unwrap(callee.object) : undefined;
  const made = owner?.type === "Identifier" ? constantValue(code, owner) : undefined;
  const given = [...call.arguments, ...(made?.type === "NewExpression" ? made.arguments : [])];
  const texts = given.flatMap((each): readonly Node[] => {
    const node = unwrap(each);
    if (node.type === "NewExpression") return node.arguments.slice(0, 1);
    if (node.type !== "ObjectExpression") return [node];
    return node.properties.flatMap((property) =>
      property.type === "ObjectProperty" &&
      KIND_OF_MESSAGE.test(propertyName(code, property.key, property.computed) ?? "")
        ? [property.value]
        : [],
    );
  });
  return texts.flatMap((each) => {
    const text = constantText(code, each);
    return text !== undefined && /^[\w:./-]{3,}$/.test(text) && !ERROR_CODE.test(text) ? [text] : [];
  });
}

/** Whether a name is written as a text, or as the key of a record, which is one: `on: { FORBIDDEN: … }`. */
function isText(code: Code, mention: Node): boolean {
  if (mention.type === "StringLiteral") return true;
  const entry = code.tree.parent(mention);
  return entry?.type === "ObjectProperty" && entry.key === mention && !entry.computed && !entry.shorthand;
}

/** The call by which an entry is taken out again: `session.get("scope")`. */
function isTakenOut(code: Code, key: Node): Node | undefined {
  const call = code.tree.parent(key);
  const isRead =
    isCall(call) &&
    call.arguments[0] === key &&
    isMember(call.callee) &&
    TAKING_OUT.test(memberName(code, call.callee) ?? "");
  return isRead ? call : undefined;
}

/** The functions that are run for what has a name: registered with it, kept under it, or comparing it. */
function answering(code: Code, name: Node): readonly FunctionNode[] {
  const parent = code.tree.parent(name);
  if (isCall(parent) || parent?.type === "NewExpression")
    return parent.arguments.flatMap((each) => functionGiven(code, each) ?? []);
  if (parent?.type === "ObjectProperty" && parent.key === name) return functionsOfEntry(code, parent.value, 0);
  if (parent?.type === "ObjectMethod") return [parent];
  const around =
    parent?.type === "BinaryExpression" || parent?.type === "SwitchCase" ? code.tree.functionAround(name) : undefined;
  return around ? [around] : [];
}

/** More entries that lead on to each other than a machine has. */
const MOST_ENTRIES = 2;

/**
 * The functions that an entry of a table holds, or that others of the file hold which it names, as a machine's actions
 * do: `on: { FORBIDDEN: { actions: "remember" } }` beside `actions: { remember: assign({ scope: ({ event }) => … }) }`.
 */
function functionsOfEntry(code: Code, value: Node, depth: number): readonly FunctionNode[] {
  const node = unwrap(value);
  const target = functionGiven(code, node);
  if (target) return [target];
  const next = (inner: Node) => functionsOfEntry(code, inner, depth);
  switch (node.type) {
    case "StringLiteral":
      if (depth === MOST_ENTRIES) return [];
      return (code.bindings.mentions(node.value, code.tree.program) ?? []).flatMap((mention) => {
        const entry = mention === node ? undefined : code.tree.parent(mention);
        const isEntry = entry?.type === "ObjectProperty" && entry.key === mention && !entry.shorthand;
        return isEntry ? functionsOfEntry(code, entry.value, depth + 1) : [];
      });
    case "ObjectExpression":
      return node.properties.flatMap((each) => (each.type === "ObjectProperty" ? next(each.value) : []));
    case "ArrayExpression":
      return node.elements.flatMap((each) => (each ? next(each) : []));
    case "CallExpression":
      return node.arguments.flatMap(next);
    default:
      return [];
  }
}

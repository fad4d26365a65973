import type * as t from "@babel/types";
import { memberNamed } from "../../find/escapes.ts";
import { calledFunction } from "../../find/functions.ts";
import {
  isMadeOfAll,
  libraryOf,
  makesMany,
  makesParameters,
  methodNamed,
  methodOf,
} from "../../find/library/lookup.ts";
import { readsPrivateField, writtenToPrivateField } from "../../find/private-fields.ts";
import { isWritten } from "../../find/request-use.ts";
import { functionGiven } from "../../find/shells.ts";
import { type Call, constantText, isCall, isMember, isNothing, memberName, pathOf, unwrap } from "../../find/syntax.ts";
import { valueAtFirst } from "../../find/text-of.ts";
import { isThisMember } from "../../find/this.ts";
import { keepsText } from "../../find/unread.ts";
import type { Code } from "../../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../../parse/tree.ts";
import { givenIn } from "../changes.ts";
import { relativesOf } from "../holders.ts";

const MOST_STEPS = 12;

/**
 * Where a setter does something else with its value than to keep it: it asks whether it is one of those it knows,
 * throws, looks up, or hands it to code that is not read. Undefined where all that becomes of it is kept.
 */
export const otherThanKept = (code: Code, setter: FunctionNode): Node | undefined => otherUse(code, setter, 0, 0);

function otherUse(code: Code, target: FunctionNode, index: number, steps: number): Node | undefined {
  const given = target.params[index];
  const name = given?.type === "AssignmentPattern" ? given.left : given;
  // A callback may well not look at what it is given.
  if (!name) return undefined;
  return name.type === "Identifier" ? ofName(code, name, steps) : name;
}

function ofName(code: Code, name: t.Identifier, steps: number): Node | undefined {
  const binding = code.bindings.resolve(name);
  const references = binding && steps < MOST_STEPS ? code.bindings.references(binding) : undefined;
  if (!references) return name;
  for (const reference of references) {
    if (reference === name) continue;
    const other = ofValue(code, reference, steps + 1);
    if (other) return other;
  }
  return undefined;
}

/** Follows a value out to where it is kept, or to what else is done with it. */
function ofValue(code: Code, value: Node, steps: number): Node | undefined {
  const parent = code.tree.parent(value);
  if (!parent || steps > MOST_STEPS) return value;
  const out = () => ofValue(code, parent, steps + 1);
  switch (parent.type) {
    case "AssignmentExpression":
      return ofAssignment(code, parent, value, steps);
    case "VariableDeclarator":
      return parent.id.type === "Identifier" ? ofName(code, parent.id, steps) : parent;
    case "ConditionalExpression":
      return parent.test === value ? undefined : out();
    case "IfStatement":
    case "ExpressionStatement":
    case "ReturnStatement":
    case "ArrowFunctionExpression":
      return undefined;
    case "UnaryExpression":
      return /^(?:!|typeof|void)$/.test(parent.operator) ? undefined : parent;
    case "BinaryExpression":
      return isPresenceTest(code, parent, value) ? undefined : parent;
    case "ForOfStatement":
      return ofLoop(code, parent, steps);
    case "MemberExpression":
    case "OptionalMemberExpression":
      return parent.object === value ? ofMethod(code, parent, steps) : parent;
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
      return ofArgument(code, parent, value, steps);
    case "SequenceExpression":
      return parent.expressions.at(-1) === value ? out() : undefined;
    case "LogicalExpression":
    case "ArrayExpression":
    case "SpreadElement":
    case "ObjectProperty":
    case "ObjectExpression":
      return out();
    default:
      return unwrap(parent) === unwrap(value) ? out() : parent;
  }
}

function ofAssignment(code: Code, parent: t.AssignmentExpression, value: Node, steps: number): Node | undefined {
  if (parent.right !== value || parent.operator === "+=") return parent;
  const target = unwrap(parent.left);
  if (target.type === "Identifier") return ofName(code, target, steps);
  // What a base class of another file makes of it is not seen.
  return isMember(target) && target.object.type !== "Super" ? undefined : parent;
}

/** Whether a value is compared with nothing, with the empty text, or with what is kept already. */
function isPresenceTest(code: Code, { operator, left, right }: t.BinaryExpression, value: Node): boolean {
  if (!/^[!=]==?$/.test(operator)) return false;
  const other = unwrap(left === value ? right : left);
  const isKept = isCall(other) ? readsPrivateField(other) : isMember(other) && other.object.type === "ThisExpression";
  return isNothing(other) || constantText(code, other) === "" || (isKept && !counts(code, other));
}

/** Whether a setter, or what it runs, changes something else along with what it keeps, which is read elsewhere: a count. */
function counts(code: Code, kept: Node): boolean {
  const setter = code.tree.functionAround(kept);
  const owner = code.tree.classAround(kept);
  if (!setter || !owner) return false;
  const changed = [...givenIn(code, setter.body).keys()].filter(
    (path) => isThisMember(path) && path !== pathOf(code, kept),
  );
  const mentions = changed.flatMap((path) =>
    [owner, ...relativesOf(code, owner)].flatMap(
      (each) => code.bindings.mentions(path.slice(path.lastIndexOf(".") + 1).replace(/^#/, ""), each) ?? [],
    ),
  );
  return mentions.some((mention) => {
    const member = memberNamed(code, mention);
    const isRead = member && !isWritten(code, member);
    return isRead && code.tree.parent(member)?.type !== "UpdateExpression" && !covers(setter, member);
  });
}

function ofLoop(code: Code, { left }: t.ForOfStatement, steps: number): Node | undefined {
  const [declarator] = left.type === "VariableDeclaration" ? left.declarations : [];
  return declarator?.id.type === "Identifier" ? ofName(code, declarator.id, steps) : left;
}

function ofMethod(code: Code, member: t.MemberExpression | t.OptionalMemberExpression, steps: number) {
  const call = code.tree.parent(member);
  if (!isCall(call) || call.callee !== member || !forms(memberName(code, member))) return member;
  for (const argument of call.arguments) {
    const callback = functionGiven(code, argument);
    const other = callback && otherUse(code, callback, 0, steps + 1);
    if (other) return other;
    const isOther = !callback && (isMember(unwrap(argument)) || isUnknownName(code, argument));
    if (isOther) return argument;
  }
  return ofValue(code, call, steps + 1);
}

/** Whether a method gives a text, or a list made of it, in another form: nothing is left out but blanks. */
function forms(name: string | undefined): boolean {
  const method = methodNamed(name);
  return name === "forEach" || (isMadeOfAll(method) && method?.keeps !== "altered" && !method?.altersCase);
}

/** Whether a name stands for a function that is not read: all of the language's own keep what they are given. */
function isUnknownName(code: Code, argument: Node): boolean {
  const node = unwrap(argument);
  return node.type === "Identifier" && code.bindings.resolve(node) !== undefined;
}

function ofArgument(code: Code, call: Call | t.NewExpression, value: Node, steps: number): Node | undefined {
  if (call.callee === value) return call;
  if (keepsText(code, call)) return ofValue(code, call, steps + 1);
  if (call.type === "NewExpression") return call;
  if (writtenToPrivateField(code, call) || isLogged(code, call)) return undefined;
  const target = calledFunction(code, call);
  const index = (call.arguments as readonly Node[]).indexOf(value);
  if (isFunction(target)) {
    const isPassed = index >= 0 && !call.arguments.slice(0, index).some(({ type }) => type === "SpreadElement");
    return isPassed ? otherUse(code, target, index, steps + 1) : call;
  }
  const callee = unwrap(call.callee);
  if (!isMember(callee) || methodOf(code, callee)?.changes !== "grows") return call;
  const isLast = index === call.arguments.length - 1;
  return isLast && isStore(code, callee.object) ? undefined : call;
}

/** Whether an object is a list, a Set, a map or a storage of the language. */
function isStore(code: Code, object: Node): boolean {
  const node = unwrap(object);
  if (node.type === "Identifier" && /^(?:local|session)Storage$/.test(node.name)) return !code.bindings.resolve(node);
  const first = valueAtFirst(code, node);
  const made = first && unwrap(first);
  if (made?.type === "ArrayExpression") return true;
  return made?.type === "NewExpression" && (makesMany(libraryOf(code, made.callee)) || makesParameters(made.callee));
}

/** Whether a call writes into the console of the language: of any other, what it does with a text is not read. */
function isLogged(code: Code, { callee }: Call): boolean {
  const node = unwrap(callee);
  const object = isMember(node) ? unwrap(node.object) : undefined;
  return object?.type === "Identifier" && object.name === "console" && !code.bindings.resolve(object);
}

import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { calledFunction, parametersOf } from "./functions.ts";
import { changesOwner, libraryOf, methodNamed } from "./library/lookup.ts";
import { onlyReads } from "./record-calls.ts";
import { type Call, frozen, isCall, isMember, memberName, outOfCasts, unwrap } from "./syntax.ts";
import { calledFunctions, isExported } from "./uses.ts";

/** More names than an object has. */
const MOST_NAMES = 4;

/** What is put into an object after it was made: into a member, or into a list, Set or Map by a method. */
export interface MemberWrite {
  /** The member; undefined where it may be any, as where code that is not seen is called with the object. */
  readonly name: string | undefined;
  /** What is put in, where that stands in the code. */
  readonly value?: Node;
  /** The mention of the object by which it is written; undefined for one by which it is known elsewhere. */
  readonly at?: Node;
}

/**
 * Whether a member of an object keeps what it is made with: `KIND.STEP_UP`. It can't be written, or everything that is
 * done with the object is in this file and known to leave it as it is.
 *
 * @param owner what the object or class is declared by
 * @param made its literal, or the class itself: their functions reach it as `this`
 * @param name of the member; undefined for every one
 */
export function keepsMember(code: Code, owner: Binding, made: Node, name: string | undefined): boolean {
  if (isLocked(code, owner.declaration)) return true;
  const known = code.answers.about<Node, readonly MemberWrite[]>(keepsMember);
  let own = known.get(made);
  if (!own) {
    // Until it is known, a key that is a member of the class itself, `this[Keys.SCOPE]` in `Keys`, may be any.
    known.set(made, UNKNOWN_WRITE);
    const byThis = thisWithin(code, made).flatMap((mention) => writesBy(code, mention, 0));
    own = [...byThis, ...(isReachedByInstances(code, made) ? UNKNOWN_WRITE : [])];
    known.set(made, own);
  }
  return [...memberWrites(code, owner), ...own].every(
    (write) => name !== undefined && write.name !== undefined && write.name !== name,
  );
}

/** Whether a list, Set or Map keeps the elements that it is made with, in the same way. */
export const keepsElements = (code: Code, owner: Binding): boolean =>
  isLocked(code, owner.declaration) || memberWrites(code, owner).length === 0;

/** `Object.freeze({ … })`, `{ … } as const`, `KINDS: ReadonlyMap<…>`. */
function isLocked(code: Code, declaration: Node): boolean {
  if (declaration.type !== "VariableDeclarator") return false;
  const annotation = "typeAnnotation" in declaration.id ? declaration.id.typeAnnotation : undefined;
  const type = annotation?.type === "TSTypeAnnotation" ? annotation.typeAnnotation : undefined;
  if (type?.type === "TSTypeOperator" && type.operator === "readonly") return true;
  return isTypeNamed(type, /^Readonly/) || (declaration.init ? isMadeLocked(code, declaration.init) : false);
}

function isMadeLocked(code: Code, made: Node): boolean {
  switch (made.type) {
    case "TSAsExpression":
      return isTypeNamed(made.typeAnnotation, /^const$/) || isMadeLocked(code, made.expression);
    case "TSSatisfiesExpression":
    case "ParenthesizedExpression":
      return isMadeLocked(code, made.expression);
    default:
      return frozen(code, made) !== unwrap(made);
  }
}

const isTypeNamed = (type: Node | undefined, name: RegExp): boolean =>
  type?.type === "TSTypeReference" && type.typeName.type === "Identifier" && name.test(type.typeName.name);

/** Every write into the object that a name stands for, by this name and by others that it is given. */
export const memberWrites = (code: Code, owner: Binding): readonly MemberWrite[] =>
  code.answers.of(memberWrites, owner, () => writesThrough(code, owner, 0));

/**
 * Whether a member of what a name stands for is left as it was made. The elements of a list are in their places only while
 * none of its methods is called: `pair.reverse()`.
 */
export function leavesMember(code: Code, owner: Binding, name: string | undefined): boolean {
  const isInPlace =
    !/^\d+$/.test(name ?? "") ||
    (code.bindings.references(owner) ?? []).every((mention) => {
      const member = code.tree.parent(outOfCasts(code, mention));
      const call = member && isMember(member) ? code.tree.parent(member) : undefined;
      return !isCall(call) || call.callee !== member;
    });
  const given = code.bindings.writes(owner) ?? [];
  return (
    isInPlace &&
    memberWrites(code, owner).every(
      (write) => (write.name !== undefined && write.name !== name) || given.some((each) => each === write.at),
    )
  );
}

const UNKNOWN_WRITE: readonly MemberWrite[] = [{ name: undefined }];

function writesThrough(code: Code, binding: Binding, depth: number): readonly MemberWrite[] {
  const mentions = depth > MOST_NAMES || isExported(code, binding) ? undefined : code.bindings.references(binding);
  return (
    mentions?.flatMap((mention) => writesBy(code, mention, depth).map((write) => ({ ...write, at: mention }))) ??
    UNKNOWN_WRITE
  );
}

/** Every `this` that stands for an object: in the methods of a literal, in what is static of a class. */
function thisWithin(code: Code, made: Node): readonly Node[] {
  const found: Node[] = [];
  code.tree.walk(made, (node) => {
    if (node.type === "ThisExpression") found.push(node);
    const isOfInstances = /^Class.*(?:Method|Property)$/.test(node.type) && !("static" in node && node.static);
    return isOfInstances ? false : undefined;
  });
  return found;
}

/** `this.constructor.kind = "other"`: by an instance, a class can be reached everywhere. */
function isReachedByInstances(code: Code, made: Node): boolean {
  let found = false;
  code.tree.walk(made, (node) => {
    found ||= isMember(node) && memberName(code, node) === "constructor";
    return !found;
  });
  return found;
}

/** What is written into an object where it is mentioned: by a name, or as a member of another. */
export const writesAt = (code: Code, mention: Node): readonly MemberWrite[] =>
  writesBy(code, mention, 0).map((write) => ({ ...write, at: mention }));

function writesBy(code: Code, mention: Node, depth: number): readonly MemberWrite[] {
  const whole = outOfCasts(code, mention);
  const parent = code.tree.parent(whole);
  if (parent && isMember(parent) && parent.object === whole) {
    const member = outOfCasts(code, parent);
    const around = code.tree.parent(member);
    const isCalled = isCall(around) && around.callee === member;
    if (isCalled && changesOwner(methodNamed(memberName(code, parent) ?? ""))) return UNKNOWN_WRITE;
    if (!isTarget(code, member)) return [];
    const value = around?.type === "AssignmentExpression" ? around.right : undefined;
    return [{ name: memberName(code, parent), ...(value && { value }) }];
  }
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") {
    const alias = code.bindings.resolve(parent.id);
    return alias ? writesThrough(code, alias, depth + 1) : UNKNOWN_WRITE;
  }
  if (parent?.type === "AssignmentExpression" && parent.operator === "=") {
    // Another name that gets the object, or, of a name that had it, another object.
    if (parent.left === whole && depth > 0) return [];
    const alias =
      parent.right === whole && parent.left.type === "Identifier" ? code.bindings.resolve(parent.left) : undefined;
    if (alias && depth <= MOST_NAMES)
      return [...writesThrough(code, alias, depth + 1), ...writesBy(code, parent, depth + 1)];
  }
  if (parent && leavesAsItIs(code, parent, whole)) return [];
  return (isCall(parent) && writesOfCalled(code, parent, whole, depth)) || UNKNOWN_WRITE;
}

/** What the functions of this file that a call runs write into one of its arguments; undefined where that is not seen. */
function writesOfCalled(code: Code, call: Call, argument: Node, depth: number): readonly MemberWrite[] | undefined {
  const index = (call.arguments as Node[]).indexOf(argument);
  const targets = index < 0 || !calledFunction(code, call) ? [] : calledFunctions(code, call);
  const writes = targets.map((target) => writesOfParameter(code, target, index, depth));
  return targets.length > 0 && writes.every((each) => each !== undefined) ? writes.flat() : undefined;
}

function writesOfParameter(
  code: Code,
  target: FunctionNode,
  index: number,
  depth: number,
): readonly MemberWrite[] | undefined {
  // `arguments[0].scope = …` needs no name.
  if ((code.bindings.mentions("arguments", target) ?? [target]).length > 0) return undefined;
  const parameter = parametersOf(code, target).find((each) => each.index === index);
  if (parameter && !parameter.isRest) return writesThrough(code, parameter.binding, depth + 1);
  // It is taken apart, `({ scope }) => …`, or not taken at all.
  const taken = target.params[index];
  const isInParts = taken ? taken.type === "ObjectPattern" : !target.params.some(({ type }) => type === "RestElement");
  return isInParts ? [] : undefined;
}

/** Whether what is done with an object as a whole writes nothing into it, and gives it to nothing that may. */
function leavesAsItIs(code: Code, parent: Node, whole: Node): boolean {
  switch (parent.type) {
    case "CallExpression":
    case "OptionalCallExpression":
      return onlyReads(code, parent);
    case "NewExpression":
      return parent.callee === whole || libraryOf(code, parent.callee)?.makes !== undefined;
    case "VariableDeclarator":
      return parent.id.type === "ObjectPattern" || parent.id.type === "ArrayPattern";
    case "ForOfStatement":
    case "ForInStatement":
      return parent.right === whole;
    case "TemplateLiteral":
      return code.tree.parent(parent)?.type !== "TaggedTemplateExpression";
    case "BinaryExpression":
    case "UnaryExpression":
    case "SpreadElement":
    case "SwitchStatement":
    case "ExpressionStatement":
    case "IfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      return true;
    case "ConditionalExpression":
      return parent.test === whole || isLeft(code, parent);
    case "SequenceExpression":
      return parent.expressions.at(-1) !== whole || isLeft(code, parent);
    // `if (isRefused && match)` asks whether there is one.
    case "LogicalExpression":
      return (parent.operator === "&&" && parent.left === whole) || isLeft(code, parent);
    case "ClassDeclaration":
    case "ClassExpression":
      return parent.superClass === whole;
    default:
      return parent.type.startsWith("TS");
  }
}

/** The same of what is done with an expression of which the object may be the value. */
function isLeft(code: Code, choice: Node): boolean {
  const whole = outOfCasts(code, choice);
  const parent = code.tree.parent(whole);
  return parent !== undefined && leavesAsItIs(code, parent, whole);
}

/** Whether something is put into what is mentioned: by an assignment, a pattern, a loop or `delete`. */
function isTarget(code: Code, node: Node): boolean {
  const parent = code.tree.parent(node);
  switch (parent?.type) {
    case "AssignmentExpression":
    case "AssignmentPattern":
    case "ForOfStatement":
    case "ForInStatement":
      return parent.left === node;
    case "UpdateExpression":
    case "ArrayPattern":
    case "RestElement":
      return true;
    case "ObjectProperty":
      return parent.value === node && code.tree.parent(parent)?.type === "ObjectPattern";
    case "UnaryExpression":
      return parent.operator === "delete";
    default:
      return false;
  }
}

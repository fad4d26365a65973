import { setterOf } from "../find/accessors.ts";
import { type MemberWrite, memberWrites, writesAt } from "../find/constant-members.ts";
import type { Test } from "../find/facts.ts";
import { originOf, testedSources } from "../find/origins.ts";
import { onlyReads } from "../find/record-calls.ts";
import { comesFrom } from "../find/sources.ts";
import { constantText, frozen, isCall, isMember, memberName, outOfCasts, unwrap } from "../find/syntax.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, isFunction, isLoop, type Node, startOf } from "../parse/tree.ts";
import type { Part } from "./challenge-parts.ts";
import { copiedInto } from "./mixed-record.ts";
import { isOnTheWay } from "./on-the-way.ts";

/**
 * What may have changed the record of a challenge before one of its parts is read: the scope that is kept, or the error
 * code that is tested. A record is as its reader gave it only if all that is done with it until then is known to leave
 * it so: not handed to code that is not read, and nothing put into it that is not followed.
 *
 * @param parts those of the challenge that are read
 */
export function changedRecord(code: Code, parts: readonly Part[], tests: readonly Test[]): Node | undefined {
  for (const part of parts.filter((each) => !isFrozen(code, each))) {
    const isHarmful = isGiven(code, part) ? isChange : isChangeOfMade;
    for (const [level, writes] of writesAlong(code, part).entries()) {
      const wanted = part.names[level];
      const changing = writes.find(
        ({ name, at }) =>
          at &&
          (name ?? wanted) === (wanted ?? name) &&
          isBefore(code, at, part) &&
          !isEvidence(code, at, tests) &&
          isHarmful(code, at, part, tests, level),
      );
      if (changing?.at) return changing.at;
    }
  }
  return exchangedBetween(code, parts);
}

/** Whether a mention is given to the call that is the evidence itself: `InsufficientScopeError.isInstance(error)`. */
function isEvidence(code: Code, mention: Node, tests: readonly Test[]): boolean {
  const call = code.tree.parent(outOfCasts(code, mention));
  return isCall(call) && tests.some(({ node }) => unwrap(node) === call);
}

/** What is written into the record of a variable, and into each of those within it that lead to the part. */
function writesAlong(code: Code, { owner, names }: Part): readonly (readonly MemberWrite[])[] {
  let records: readonly Node[] = code.bindings.references(owner) ?? [];
  const found: (readonly MemberWrite[])[] = [memberWrites(code, owner)];
  for (const name of names.slice(0, -1)) {
    records = records.flatMap((record) => {
      const parent = code.tree.parent(outOfCasts(code, record));
      const isIt = parent && isMember(parent) && covers(parent.object, record) && memberName(code, parent) === name;
      return isIt ? [parent] : [];
    });
    found.push(records.flatMap((record) => writesAt(code, record)));
  }
  return found;
}

/** Whether nothing can be put into the record that a variable holds. A type forbids only what is written by its name. */
function isFrozen(code: Code, { owner: { declaration }, names }: Part): boolean {
  const made = declaration.type === "VariableDeclarator" ? declaration.init : undefined;
  return made ? names.length === 1 && frozen(code, made) !== unwrap(made) : false;
}

/** Where a variable gets another record between two reads of its parts. */
function exchangedBetween(code: Code, parts: readonly Part[]): Node | undefined {
  for (const { owner } of parts) {
    const reads = parts.filter((part) => part.owner === owner).map(({ at }) => startOf(at));
    const other = (code.bindings.writes(owner) ?? []).find(
      (write) => startOf(write) > Math.min(...reads) && startOf(write) < Math.max(...reads),
    );
    if (other) return other;
  }
  return undefined;
}

/** Whether a record is what was read: not a literal, whose parts are filled in one by one and followed. */
function isGiven(code: Code, { owner: { declaration } }: Part): boolean {
  if (declaration.type !== "VariableDeclarator" || !declaration.init) return true;
  return (
    !/^(?:Object|Array|New)Expression$/.test(unwrap(declaration.init).type) ||
    copiedInto(code, declaration.init).length > 0
  );
}

/** Whether a mention may come to be before a part is read: on the way to it, in another function, or in a loop around both. */
function isBefore(code: Code, mention: Node, { owner, at }: Part): boolean {
  if (code.tree.functionAround(mention) !== code.tree.functionAround(at)) return true;
  const isRepeated = [...code.tree.ancestors(at)].some(
    (around) => isLoop(around) && covers(around, mention) && !covers(around, owner.declaration),
  );
  return isRepeated || (startOf(mention) < startOf(at) && isOnTheWay(code, mention, at));
}

/** Whether a mention by which a record is written leaves another part in it, one whose value is not followed. */
function isChange(
  code: Code,
  mention: Node,
  { owner, at, isTested }: Part,
  _: readonly Test[],
  level: number,
): boolean {
  const around = code.tree.parent(mention);
  // `challenge = …`: what is assigned is followed as what was there.
  if (around?.type === "AssignmentExpression" && around.left === mention) return false;
  if (isLeftAsItIs(code, mention, at)) return false;
  const member = code.tree.parent(outOfCasts(code, mention));
  const assignment = member && isMember(member) ? code.tree.parent(outOfCasts(code, member)) : undefined;
  const isNamed = level === 0 && mention.type === "Identifier" && code.bindings.resolve(mention) === owner;
  const isHere = code.tree.functionAround(mention) === code.tree.functionAround(at);
  const isPlain =
    isMember(member) &&
    memberName(code, member) !== undefined &&
    assignment?.type === "AssignmentExpression" &&
    assignment.operator === "=";
  if (!isNamed || !isHere || !isPlain) return true;
  return isTested && !isOfItself(code, assignment.right, owner);
}

/** `challenge.error = challenge.error.trim()`: no other value takes the place of the part. */
function isOfItself(code: Code, value: Node, owner: Binding): boolean {
  const isChoice = /^(?:Logical|Conditional)Expression$/.test(unwrap(value).type);
  return !isChoice && (code.bindings.references(owner) ?? []).some((mention) => covers(value, mention));
}

/**
 * The same of a record, Map or the like that the file fills with what it reads: whether it is handed to code that is not
 * read, gets another name, or a part is written out by its name and is none of the challenge's.
 */
function isChangeOfMade(code: Code, mention: Node, { at }: Part, tests: readonly Test[]): boolean {
  const whole = outOfCasts(code, mention);
  const parent = code.tree.parent(whole);
  if (parent?.type === "AssignmentExpression" && parent.left === whole) return false;
  if (!parent || !isMember(parent) || parent.object !== whole) return !isLeftAsItIs(code, mention, at);
  const call = code.tree.parent(parent);
  if (!isCall(call) || call.callee !== parent) return call?.type === "UnaryExpression";
  const [name, value] = call.arguments;
  const isOwn = name && constantText(code, name) !== undefined && value && originOf(code, value);
  return isOwn ? !comesFrom(isOwn, testedSources(code, tests)) : false;
}

/** Whether a record is told of as a whole, or kept, and nothing else runs before its part is read. */
function isLeftAsItIs(code: Code, mention: Node, read: Node): boolean {
  let child = mention;
  for (const parent of code.tree.ancestors(mention)) {
    if (isCall(parent)) return onlyReads(code, parent);
    if (isFunction(parent)) return false;
    if (parent.type === "AssignmentExpression" && parent.right === child)
      return !setterOf(code, parent.left) && runsAlone(code, parent, read);
    const isPart = /^(?:ObjectProperty|(?:Object|Array)Expression|SpreadElement)$/.test(parent.type);
    if (!isPart && unwrap(parent) !== unwrap(child)) return false;
    child = parent;
  }
  return false;
}

/** What runs other code, or may put something into what was kept. */
const RUNNING = [
  "AwaitExpression",
  "YieldExpression",
  "CallExpression",
  "OptionalCallExpression",
  "NewExpression",
  "TaggedTemplateExpression",
  "ForOfStatement",
  "AssignmentExpression",
  "UpdateExpression",
] as const;

/** Whether no other code runs between two places of a function, so that what is kept at the first is the same at the second. */
function runsAlone(code: Code, from: Node, to: Node): boolean {
  const around = code.tree.functionAround(to);
  if (!around || code.tree.functionAround(from) !== around) return false;
  const others = code.tree
    .own(around.body, ...RUNNING)
    .filter((node) => startOf(node) >= endOf(from) && startOf(node) < startOf(to) && !covers(node, to));
  return others.every((node) => isCall(node) && onlyReads(code, node));
}

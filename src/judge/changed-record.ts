import { copiesRecords } from "../find/calls.ts";
import { isLocked, memberWrites } from "../find/constant-members.ts";
import type { Test } from "../find/facts.ts";
import { originOf, testedSources } from "../find/origins.ts";
import { onlyReads } from "../find/record-calls.ts";
import { comesFrom } from "../find/sources.ts";
import {
  constantText,
  constantValue,
  isCall,
  isMember,
  isNothing,
  type Member,
  memberName,
  outOfCasts,
  unwrap,
} from "../find/syntax.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, isLoop, type Node, startOf } from "../parse/tree.ts";

const MOST_STEPS = 8;

/** A part of a record that a variable holds, and where it is read from it. */
interface Part {
  readonly owner: Binding;
  readonly name: string | undefined;
  readonly at: Node;
}

/**
 * What may have changed the record of a challenge before one of its parts is read: the scope that is kept, or the error
 * code that is tested. A record is as its reader gave it only if all that is done with it until then is known to leave
 * it so: not handed to code that is not read, nothing put into it, and made of one challenge alone.
 *
 * @param challenged the challenged scope where it is taken up
 */
export function changedRecord(code: Code, challenged: Node, tests: readonly Test[]): Node | undefined {
  const parts = partsRead(code, challenged, tests);
  for (const part of parts.filter(({ owner }) => !isLocked(code, owner.declaration))) {
    const isHarmful = isGiven(code, part) ? isChange : isChangeOfMade;
    const changing = memberWrites(code, part.owner).find(
      ({ name, at }) =>
        at &&
        (name ?? part.name) === (part.name ?? name) &&
        isBefore(code, at, part) &&
        isHarmful(code, at, part, tests),
    );
    if (changing?.at) return changing.at;
  }
  return exchangedBetween(code, parts);
}

/** The parts of a record that are read: of the challenged scope, and of the error codes that are tested. */
function partsRead(code: Code, challenged: Node, tests: readonly Test[]): readonly Part[] {
  const subjects = tests.flatMap(({ subject, ofErrorCode }) => (subject && ofErrorCode ? [subject] : []));
  return [challenged, ...subjects].flatMap((each) => partRead(code, each, 0) ?? []);
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

/** The record that is made of a challenge and of something else: `{ ...challenge, ...more }`. */
export function mixedRecord(code: Code, challenged: Node, tests: readonly Test[]): Node | undefined {
  for (const { owner } of partsRead(code, challenged, tests)) {
    const made = owner.declaration;
    const copied = made.type === "VariableDeclarator" && made.init ? copiedInto(code, made.init) : [];
    const [first, ...others] = copied;
    const sources = first && originOf(code, first);
    const other = others.find((record) => {
      const { own, given } = originOf(code, record);
      return ![...own].some((source) => sources?.own.has(source)) && ![...given].some((at) => sources?.given.has(at));
    });
    if (other) return other;
  }
  return undefined;
}

/** The records that are copied as wholes into one, literals aside: their parts are read where they stand. */
function copiedInto(code: Code, made: Node): readonly Node[] {
  const node = unwrap(made);
  const all =
    node.type === "ObjectExpression"
      ? node.properties.flatMap((part) => (part.type === "SpreadElement" ? [part.argument] : []))
      : isCall(node) && copiesRecords(code, node)
        ? node.arguments
        : [];
  return all.filter((record) => unwrap(record).type !== "ObjectExpression");
}

/** The part of a variable's record that an expression gives. */
function partRead(code: Code, expression: Node, depth: number): Part | undefined {
  const node = unwrap(expression);
  if (depth > MOST_STEPS) return undefined;
  if (isMember(node)) return partOfMember(code, node) ?? partRead(code, node.object, depth + 1);
  // What compilers make of `?.`.
  if (node.type === "ConditionalExpression") {
    const given = [node.consequent, node.alternate].filter((each) => !isNothing(each));
    return given.length === 1 && given[0] ? partRead(code, given[0], depth + 1) : undefined;
  }
  // What a method makes of it: `challenge.scope.trim()`.
  if (isCall(node)) {
    const callee = unwrap(node.callee);
    const isEntry = isMember(callee) && memberName(code, callee) === "get";
    const owner = isEntry ? ownerOf(code, callee.object) : undefined;
    if (owner) return { owner, name: undefined, at: node };
    return isMember(callee) ? partRead(code, callee.object, depth + 1) : undefined;
  }
  if (node.type !== "Identifier") return undefined;
  const binding = code.bindings.resolve(node);
  const declaration = binding?.declaration;
  if (!binding || declaration?.type !== "VariableDeclarator" || !declaration.init) return undefined;
  if (declaration.id.type === "ObjectPattern") {
    const owner = ownerOf(code, declaration.init);
    return owner && { owner, name: undefined, at: declaration };
  }
  const held = constantValue(code, node);
  return held ? partRead(code, held, depth + 1) : undefined;
}

function partOfMember(code: Code, member: Member): Part | undefined {
  const owner = ownerOf(code, member.object);
  const name = memberName(code, member);
  // Nothing can change the headers of a response that was fetched.
  return owner && name !== "headers" ? { owner, name, at: member } : undefined;
}

/** The variable that holds a record which its own function was given by a call, or made of others. */
function ownerOf(code: Code, record: Node): Binding | undefined {
  const node = unwrap(record);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  const { declaration } = binding ?? {};
  const isOwn = declaration?.type === "VariableDeclarator" && declaration.id.type === "Identifier" && declaration.init;
  return isOwn ? binding : undefined;
}

/** Whether a record is what was read: not a literal, whose parts are filled in one by one and followed. */
function isGiven(code: Code, { owner: { declaration } }: Part): boolean {
  const init = declaration.type === "VariableDeclarator" && declaration.init;
  return init
    ? !/^(?:Object|Array|New)Expression$/.test(unwrap(init).type) || copiedInto(code, init).length > 0
    : false;
}

/** Whether a mention may come to be before a part is read: in the text, in another function, or in a loop around both. */
function isBefore(code: Code, mention: Node, { owner, at }: Part): boolean {
  if (startOf(mention) < startOf(at)) return true;
  if (code.tree.functionAround(mention) !== code.tree.functionAround(at)) return true;
  return [...code.tree.ancestors(at)].some(
    (around) => isLoop(around) && covers(around, mention) && !covers(around, owner.declaration),
  );
}

/** Whether a mention by which a record is written leaves another part in it, one whose value is not followed. */
function isChange(code: Code, mention: Node, { owner, at }: Part): boolean {
  const around = code.tree.parent(mention);
  // `challenge = …`: what is assigned is followed as what was there.
  if (around?.type === "AssignmentExpression" && around.left === mention) return false;
  if (isLeftAsItIs(code, mention, at)) return false;
  const member = code.tree.parent(outOfCasts(code, mention));
  const assignment = member && code.tree.parent(member);
  const isNamed = mention.type === "Identifier" && code.bindings.resolve(mention) === owner;
  const isHere = code.tree.functionAround(mention) === code.tree.functionAround(at);
  const isPlain = isMember(member) && assignment?.type === "AssignmentExpression" && assignment.left === member;
  return !isNamed || !isHere || !isPlain;
}

/**
 * The same of a record, Map or the like that the file fills with what it reads: whether it is handed to code that is not
 * read, or a part is written out by its name and is none of the challenge's.
 */
function isChangeOfMade(code: Code, mention: Node, _: Part, tests: readonly Test[]): boolean {
  const whole = outOfCasts(code, mention);
  const parent = code.tree.parent(whole);
  if (isCall(parent)) return parent.callee !== whole;
  const call = parent && isMember(parent) && parent.object === whole ? code.tree.parent(parent) : undefined;
  if (!isCall(call) || call.callee !== parent) return false;
  const [name, value] = call.arguments;
  const isOwn = name && constantText(code, name) !== undefined && value && originOf(code, value);
  return isOwn ? !comesFrom(isOwn, testedSources(code, tests)) : false;
}

/** Whether a record is told of as a whole, or kept, and nothing else runs before its part is read. */
function isLeftAsItIs(code: Code, mention: Node, read: Node): boolean {
  let child = mention;
  for (const parent of code.tree.ancestors(mention)) {
    if (isCall(parent)) return onlyReads(code, parent);
    if (/^(?:Return|Throw)Statement$/.test(parent.type)) return true;
    if (parent.type === "AssignmentExpression" && parent.right === child) return runsAlone(code, parent, read);
    const isPart = /^(?:ObjectProperty|(?:Object|Array)Expression|SpreadElement)$/.test(parent.type);
    if (!isPart && unwrap(parent) !== unwrap(child)) return false;
    child = parent;
  }
  return false;
}

/** Whether no other code runs between two places of a function, so that what is kept at the first is the same at the second. */
function runsAlone(code: Code, from: Node, to: Node): boolean {
  const around = code.tree.functionAround(to);
  if (!around || code.tree.functionAround(from) !== around) return false;
  const others = code.tree
    .own(
      around.body,
      "AwaitExpression",
      "YieldExpression",
      "CallExpression",
      "OptionalCallExpression",
      "AssignmentExpression",
    )
    .filter((node) => startOf(node) >= endOf(from) && startOf(node) < startOf(to) && !covers(node, to));
  return others.every((node) => isCall(node) && onlyReads(code, node));
}

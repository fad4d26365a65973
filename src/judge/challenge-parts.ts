import type { Test } from "../find/facts.ts";
import {
  constantValue,
  isCall,
  isMember,
  type Member,
  memberName,
  onlyChoice,
  pathOf,
  unwrap,
} from "../find/syntax.ts";
import { argumentsFor } from "../find/uses.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";

/** A part of a record that a variable holds, and where it is read from it. */
export interface Part {
  readonly owner: Binding;
  /** The names that lead from the variable to the part, as far as they are known: `body.challenge.scope`. */
  readonly names: readonly (string | undefined)[];
  readonly at: Node;
  /** Whether it is the error code that was tested, and not the scope that is kept. */
  readonly isTested: boolean;
}

const MOST_STEPS = 8;

/** More callers behind each other than a handler has. */
const MOST_CALLERS = 3;

/**
 * The parts of records that a step-up rests on: the challenged scope, and the error codes that are tested. Of a record
 * that callers of this file hand over, theirs as well.
 */
export function challengeParts(code: Code, challenged: Node, tests: readonly Test[]): readonly Part[] {
  const subjects = tests.flatMap(({ subject, ofErrorCode }) => (subject && ofErrorCode ? [subject] : []));
  return [partsOf(code, challenged, false), ...subjects.map((each) => partsOf(code, each, true))].flat();
}

function partsOf(code: Code, expression: Node, isTested: boolean): readonly Part[] {
  const part = partRead(code, expression, [], isTested, 0);
  return part ? [part, ...partsGiven(code, part, 1)] : [];
}

/** The same parts of the records that callers hand over for a parameter. */
function partsGiven(code: Code, { owner, names, isTested }: Part, depth: number): readonly Part[] {
  const target = owner.declaration;
  if (depth > MOST_CALLERS || !isFunction(target)) return [];
  return argumentsFor(code, target, owner).flatMap((argument) => {
    const binding = ownerOf(code, argument);
    const part = binding && { owner: binding, names, at: argument, isTested };
    return part ? [part, ...partsGiven(code, part, depth + 1)] : [];
  });
}

function partRead(
  code: Code,
  expression: Node,
  names: readonly (string | undefined)[],
  isTested: boolean,
  depth: number,
): Part | undefined {
  const node = unwrap(expression);
  const next = (inner: Node, more = names) => partRead(code, inner, more, isTested, depth + 1);
  if (depth > MOST_STEPS) return undefined;
  if (isMember(node)) return partOfMember(code, node, names, isTested) ?? next(node.object, [memberName(code, node)]);
  if (node.type === "ConditionalExpression") {
    const choice = onlyChoice(node);
    return choice && next(choice);
  }
  if (isCall(node)) {
    const callee = unwrap(node.callee);
    if (!isMember(callee)) return undefined;
    const owner = memberName(code, callee) === "get" ? ownerOf(code, callee.object) : undefined;
    // An entry of a Map, else what a method makes of a part: `challenge.scope.trim()`.
    return owner ? { owner, names: [undefined], at: node, isTested } : next(callee.object, []);
  }
  if (node.type !== "Identifier") return undefined;
  const declaration = code.bindings.resolve(node)?.declaration;
  if (declaration?.type !== "VariableDeclarator" || !declaration.init) return undefined;
  if (declaration.id.type === "ObjectPattern") {
    const owner = ownerOf(code, declaration.init);
    return owner && { owner, names: [undefined], at: declaration, isTested };
  }
  const held = constantValue(code, node);
  return held ? next(held) : undefined;
}

function partOfMember(
  code: Code,
  member: Member,
  below: readonly (string | undefined)[],
  isTested: boolean,
): Part | undefined {
  const names = [memberName(code, member), ...below];
  const object = unwrap(member.object);
  if (isMember(object) && pathOf(code, object) !== undefined) return partOfMember(code, object, names, isTested);
  const owner = ownerOf(code, object);
  // Nothing can change the headers of a response that was fetched.
  return owner && names[0] !== "headers" ? { owner, names, at: member, isTested } : undefined;
}

function ownerOf(code: Code, record: Node): Binding | undefined {
  const node = unwrap(record);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  return binding && holdsRecord(binding) ? binding : undefined;
}

const holdsRecord = ({ declaration }: Binding): boolean =>
  declaration.type === "VariableDeclarator" || isFunction(declaration) || declaration.type === "CatchClause";

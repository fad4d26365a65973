import type * as t from "@babel/types";
import type { EvidenceKind } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { isOptional } from "./absence.ts";
import { copiesRecords } from "./calls.ts";
import { classTruth } from "./classified.ts";
import { keepsElements, memberWrites } from "./constant-members.ts";
import { factsAt } from "./dominance.ts";
import { errorClassTruth, holdsErrorCode, isErrorCode, namesErrorCode, regexSource } from "./error-code.ts";
import { errorMemberTruth } from "./error-members.ts";
import { both, eitherOf, NEVER, NOTHING, type Test } from "./facts.ts";
import { indexFacts } from "./found.ts";
import { calledFunction, valuesOfCalled } from "./functions.ts";
import { INSUFFICIENT, isStepUp, type Kinds, STATUS_401, STATUS_403, STATUS_OTHER } from "./kinds.ts";
import { methodOf } from "./library/lookup.ts";
import { provesErrorCode } from "./pattern-needs.ts";
import { assignmentAround } from "./patterns.ts";
import { partsTold } from "./put-together.ts";
import { returnedProperties } from "./returned-properties.ts";
import {
  awaited,
  type Call,
  constantNumber,
  constantText,
  constantValue,
  declaredWith,
  firstMember,
  initialValue,
  isCall,
  isMember,
  type Member,
  memberName,
  onlyChoice,
  propertyName,
  unwrap,
} from "./syntax.ts";
import { tagTruth } from "./tagged.ts";
import { doubted, FALSE, narrowing, not, type Truth, UNKNOWN } from "./truth.ts";

/** `a === b` where `b` is an error code or a status. */
export function equality(code: Code, subject: Node, value: Node, node: Node, kind: EvidenceKind): Truth | undefined {
  const text = constantText(code, value);
  const test = { node, kind, subject, ofErrorCode: true };
  if (isErrorCode(text)) {
    return narrowing(mayBeSupplied(code, subject) ? { ...test, doubt: "supplied-code" } : test, INSUFFICIENT);
  }
  const status = constantNumber(code, value) ?? statusIn(text);
  const isNamed = namesErrorCode(code, value);
  const isTogether = text !== undefined && holdsErrorCode(text) && !isNamed;
  const together = isTogether ? togetherTruth(code, subject, text, test) : undefined;
  if (together) return together;
  if (status !== undefined && status >= 100 && status < 600) {
    return narrowing({ node, kind: "status", subject, ofErrorCode: false }, statusKinds(status));
  }
  if (isNamed || isErrorCodeAtFirst(code, value)) {
    return narrowing({ ...test, doubt: "unresolved-constant" }, INSUFFICIENT);
  }
  return (
    classTruth(code, subject, value) ??
    tagTruth(code, subject, value, test) ??
    errorMemberTruth(code, subject, value, test)
  );
}

const statusIn = (text: string | undefined) => (text && /^\d{3}$/.test(text) ? Number(text) : undefined);

/** A text of several parts, one of which is the error code: `` `${status} ${error}` === "403 insufficient_scope" ``. */
function togetherTruth(code: Code, whole: Node, text: string, test: Test): Truth | undefined {
  // The parts of a header that are still quoted, and so is the scope among them.
  const doubted = { yes: narrowing({ ...test, subject: whole, doubt: "other-causes" }, INSUFFICIENT).yes, no: NOTHING };
  const parts = partsTold(code, whole, text);
  if (!parts) return isErrorCode(/^"(.*)"$/.exec(text)?.[1]) ? doubted : undefined;
  if (!parts.some((each) => isErrorCode(each.text))) return doubted;
  const truths = parts.flatMap(({ part, text: own }) => {
    const status = statusIn(own);
    const doubt = isErrorCode(own) && mayBeSupplied(code, part) ? { doubt: "supplied-code" as const } : {};
    if (isErrorCode(own)) return [narrowing({ ...test, subject: part, ...doubt }, INSUFFICIENT)];
    return status === undefined
      ? []
      : [narrowing({ ...test, kind: "status", subject: part, ofErrorCode: false }, statusKinds(status))];
  });
  return { yes: truths.map(({ yes }) => yes).reduce(both), no: NOTHING };
}

/** Whether a member is the error code until something else is put into it, or may be. */
function isErrorCodeAtFirst(code: Code, value: Node): boolean {
  const node = unwrap(value);
  const first = isMember(node) ? firstMember(code, node) : undefined;
  return first !== undefined && isErrorCode(constantText(code, first.value));
}

/**
 * Whether the tested value is the error code where the challenge has none, or another: `const { error = "insufficient_scope" } = …`,
 * `if (status === 401) code = "insufficient_scope"`. What is given on a step-up alone tells of one.
 */
function mayBeSupplied(code: Code, subject: Node): boolean {
  const known = suppliedKnown(code);
  const found = known.get(subject);
  if (found !== undefined) return found;
  // What is given under a test of itself tells no more by that.
  known.set(subject, false);
  const isSupplied = suppliedIn(code, subject, 0).some((each) => !isStepUp(factsAt(code, each).proved));
  known.set(subject, isSupplied);
  return isSupplied;
}

const suppliedKnown = (code: Code) => code.answers.about<Node, boolean>(suppliedKnown);

/** More names, and more functions, than an error code goes through. */
const MOST_STEPS = 4;

/** The error codes that the file itself writes out, of which one may be the value of an expression. */
function suppliedIn(code: Code, expression: Node, depth: number): readonly Node[] {
  const node = unwrap(expression);
  const all = (values: readonly (Node | null | undefined)[]): readonly Node[] =>
    depth > MOST_STEPS ? [] : values.flatMap((each) => (each ? suppliedIn(code, each, depth + 1) : []));
  // Where a constant is given, and not where it is declared.
  const text = depth > 0 ? constantText(code, node) : undefined;
  if (text !== undefined) return isErrorCode(text) ? [node] : [];
  if (node.type === "LogicalExpression") return all([node.operator === "&&" ? undefined : node.left, node.right]);
  if (node.type === "ConditionalExpression") return all([node.consequent, node.alternate]);
  const call = awaited(node);
  if (isCall(call)) return all(valuesOfCalled(code, call));
  if (isMember(node)) {
    const name = memberName(code, node);
    return name === undefined ? [] : all([...returnedParts(code, node, name), ...putInto(code, node, name)]);
  }
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  if (!binding) return [];
  const pattern = code.tree.parent(binding.identifier);
  const assigned = (code.bindings.writes(binding) ?? []).map((write) => assignmentAround(code, write)?.right);
  return all([pattern?.type === "AssignmentPattern" ? pattern.right : undefined, declaredWith(binding), ...assigned]);
}

const returnedParts = (code: Code, member: Member, name: string): readonly Node[] =>
  (returnedProperties(code, unwrap(member.object), name) ?? []).map(({ value }) => value);

/** What the file puts into a member: with the literal that makes its object, and after that. */
function putInto(code: Code, member: Member, name: string): readonly (Node | undefined)[] {
  const object = unwrap(member.object);
  const owner = object.type === "Identifier" ? code.bindings.resolve(object) : undefined;
  if (!owner) return [];
  const made = initialValue(code, owner);
  const given = (made ? partsWritten(code, made) : []).map((part) =>
    part.type === "ObjectProperty" && propertyName(code, part.key, part.computed) === name ? part.value : undefined,
  );
  const written = memberWrites(code, owner).filter((write) => (write.name ?? name) === name);
  return [...given, ...written.map(({ value }) => value)];
}

/** The parts of a record that are written out where it is made: by a literal, or by a call that copies some into one. */
function partsWritten(code: Code, made: Node): t.ObjectExpression["properties"] {
  const node = unwrap(made);
  if (node.type === "ObjectExpression") return node.properties;
  return isCall(node) && copiesRecords(code, node) ? node.arguments.flatMap((each) => partsWritten(code, each)) : [];
}

export function statusKinds(status: number): Kinds {
  if (status === 401) return STATUS_401;
  return status === 403 ? STATUS_403 : STATUS_OTHER;
}

/** `header.indexOf(code) >= 0`, `> -1`, `< 0`, and the same with sides swapped. */
export function positionTruth(code: Code, { left, operator, right }: t.BinaryExpression): Truth {
  const swapped: Record<string, string> = { "<": ">", ">": "<", "<=": ">=" };
  const isSwapped = isCall(heldBy(code, right));
  const [call, limit] = isSwapped ? [right, left] : [left, right];
  const relation = isSwapped ? swapped[operator] : operator;
  const truth = positionCallTruth(code, call);
  const isZero = constantNumber(code, limit) === 0;
  if ((relation === ">=" && isZero) || (relation === ">" && isMinusOne(unwrap(limit)))) return truth;
  if (relation !== "<" || !isZero) return UNKNOWN;
  return isOptional(heldBy(code, call)) ? { yes: truth.no, no: doubted(truth).yes } : not(truth);
}

/** What a constant holds; else the expression itself. */
export function heldBy(code: Code, expression: Node): Node {
  const node = unwrap(expression);
  return node.type === "Identifier" ? unwrap(constantValue(code, node) ?? node) : node;
}

/** A call that returns a position, or a constant that holds it; -1 is none: what holds when it finds one. */
export function positionCallTruth(code: Code, expression: Node): Truth {
  const held = heldBy(code, expression);
  // What compilers make of `header?.search(…)`.
  const call = (held.type === "ConditionalExpression" && onlyChoice(held)) || held;
  if (!isCall(call) || !isMember(call.callee) || !call.arguments[0]) return UNKNOWN;
  const found = indexFacts(code, call);
  if (found) return { yes: found, no: NOTHING };
  const [argument] = call.arguments;
  const name = memberName(code, call.callee);
  const proves =
    name === "search"
      ? provesErrorCode(regexSource(code, argument))
      : name === "indexOf" && holdsErrorCode(constantText(code, argument));
  const subject = call.callee.object;
  return proves ? narrowing({ node: call, kind: "text-test", subject, ofErrorCode: true }, INSUFFICIENT) : UNKNOWN;
}

/** `~` of a position is falsy for -1 only: of undefined it is truthy. */
export function foundAt(code: Code, position: Node): Truth {
  const truth = positionCallTruth(code, position);
  return isOptional(heldBy(code, position)) ? { yes: doubted(truth).yes, no: truth.no } : truth;
}

/** `includes`, `test` and their like: a text or a list of values against one value. */
export function methodTruth(
  code: Code,
  call: Call,
  callee: t.MemberExpression | t.OptionalMemberExpression,
  argument: Node,
): Truth | undefined {
  const object = unwrap(callee.object);
  const textTest = (subject: Node) =>
    narrowing({ node: call, kind: "text-test", subject, ofErrorCode: true }, INSUFFICIENT);
  const method = methodOf(code, callee);
  switch (method?.tells) {
    case "member": {
      const members = listOf(code, object);
      if (members) return membershipTruth(code, call, argument, members);
      return holdsErrorCode(constantText(code, argument)) ? textTest(object) : undefined;
    }
    case "part":
      return holdsErrorCode(constantText(code, argument)) ? textTest(object) : undefined;
    case "pattern": {
      const [pattern, subject] = method.of.includes("text") ? [argument, object] : [object, argument];
      return provesErrorCode(regexSource(code, pattern)) ? textTest(subject) : undefined;
    }
    default:
      return instanceOfClass(code, call, callee, argument);
  }
}

/** `InsufficientScopeError.isInstance(error)`, of a class whose own function is not read. */
function instanceOfClass(code: Code, call: Call, callee: Member, argument: Node): Truth | undefined {
  const name = memberName(code, callee);
  if ((name !== "isInstance" && name !== "is") || calledFunction(code, call)) return undefined;
  const truth = errorClassTruth(code, call, argument, callee.object);
  return truth === UNKNOWN ? undefined : truth;
}

/** `[401, 403].includes(status)`: one of the members holds. */
function membershipTruth(code: Code, call: Node, subject: Node, members: readonly Node[]): Truth {
  const truths = members.map((member) =>
    member.type === "SpreadElement" ? UNKNOWN : (equality(code, subject, member, call, "comparison") ?? UNKNOWN),
  );
  return {
    yes: truths.map(({ yes }) => yes).reduce(eitherOf, NEVER),
    no: truths.map(({ no }) => no).reduce(both, NOTHING),
  };
}

/** The members of an array literal, `new Set([…])`, or a constant of either; the list itself for those added later. */
export function listOf(code: Code, expression: Node): readonly Node[] | undefined {
  const list = unwrap(expression);
  const binding = list.type === "Identifier" ? code.bindings.resolve(list) : undefined;
  let node = binding ? unwrap(initialValue(code, binding) ?? list) : list;
  if (node.type === "NewExpression" && node.callee.type === "Identifier" && node.callee.name === "Set") {
    node = node.arguments[0] ? unwrap(node.arguments[0]) : node;
  }
  if (node.type !== "ArrayExpression") return undefined;
  const members = node.elements.filter((element): element is t.Expression | t.SpreadElement => element !== null);
  // The list itself stands for members that are not known.
  return binding && !keepsElements(code, binding) ? [...members, list] : members;
}

export function isMinusOne(node: Node): boolean {
  return (
    node.type === "UnaryExpression" &&
    node.operator === "-" &&
    node.argument.type === "NumericLiteral" &&
    node.argument.value === 1
  );
}

/** `if (error = "insufficient_scope")`: a comparison is meant, and what comes here is anything. */
export function mistakenTruth(code: Code, { left, right }: t.AssignmentExpression): Truth | undefined {
  const meant = isErrorCode(constantText(code, right)) ? equality(code, left, right, left, "comparison") : undefined;
  return meant && { yes: doubted(meant).yes, no: FALSE.yes };
}

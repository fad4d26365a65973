import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { factsWithin } from "./dominance.ts";
import { NOTHING, type Test } from "./facts.ts";
import { assignedTo, constructorOf, slotOfMade } from "./handed-functions.ts";
import { INSUFFICIENT, isStepUp } from "./kinds.ts";
import { partsNamed } from "./parts.ts";
import { classGiven } from "./shells.ts";
import { constantNumber, constantText, isMember, memberName, pathOf, unwrap } from "./syntax.ts";
import { narrowing, type Truth } from "./truth.ts";
import { argumentsFor } from "./uses.ts";
import { windowsOf } from "./windows.ts";

/**
 * What a member tells by which the classes of this file say what an error is of: `failure.reason === "scope"`, where each
 * `new Denied("scope", …)` is made in answer to a step-up, or `error.kind === MissingScope.kind`. Others may have the same,
 * so that it proves nothing.
 */
export function errorMemberTruth(code: Code, subject: Node, value: Node, test: Test): Truth | undefined {
  const member = unwrap(subject);
  const name = isMember(member) ? memberName(code, member) : undefined;
  const wanted = name === undefined ? undefined : keyOf(code, value);
  if (name === undefined || wanted === undefined || !isMadeOnStepUps(code, name, wanted)) return undefined;
  const { yes } = narrowing({ ...test, kind: "error-class", doubt: "escaping-error" }, INSUFFICIENT);
  // What has another value may be a step-up all the same.
  return { yes, no: NOTHING };
}

/** Whether the file makes objects with such a member, and each in answer to a step-up. */
function isMadeOnStepUps(code: Code, name: string, wanted: string): boolean {
  const known = code.answers.about<string, boolean>(isMadeOnStepUps);
  const key = `${name} ${wanted}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  // What leads to an object may itself ask for its member. Until that is known, it tells nothing.
  known.set(key, false);
  const made = objectsMade(code).filter((each) => {
    const given = givenFor(code, each, name);
    return given !== undefined && keyOf(code, given) === wanted;
  });
  const isOfStepUp = ({ made: node }: Made): boolean => {
    const around = code.tree.functionAround(node);
    const { kinds, tests } = around ? factsWithin(code, node, around) : NOTHING;
    return isStepUp(kinds) && tests.some(({ ofErrorCode }) => ofErrorCode);
  };
  const isOf = made.length > 0 && made.every(isOfStepUp);
  known.set(key, isOf);
  if (isOf) for (const each of made) toldByMember(code).set(each.made, name);
  return isOf;
}

const toldByMember = (code: Code) => code.answers.about<Node, string>(toldByMember);

/** Whether what is made tells a handler of this file, by a member, that it answers a step-up. */
export const isToldByMember = (code: Code, made: Node): boolean => toldByMember(code).has(made);

interface Made {
  readonly made: t.NewExpression;
  readonly owner: t.Class;
}

/** The objects that a file makes of its own classes. */
const objectsMade = (code: Code): readonly Made[] =>
  code.answers.of(objectsMade, code, () => {
    const found: Made[] = [];
    for (const window of windowsOf(code)) {
      code.tree.walk(window, (node) => {
        const owner = node.type === "NewExpression" ? classGiven(code, node.callee) : undefined;
        if (owner && node.type === "NewExpression") found.push({ made: node, owner });
        return undefined;
      });
    }
    return found;
  });

/** What an object has in a member from the start: what its constructor is given for it, or what the class declares. */
function givenFor(code: Code, { made, owner }: Made, name: string): Node | undefined {
  const slot = slotOfMade(code, owner, name);
  if (slot) return slot.names.length === 0 ? made.arguments[slot.index] : undefined;
  const maker = constructorOf(code, owner);
  const assigned = maker && assignedTo(code, maker, name);
  if (assigned) return assigned;
  const declared = partsNamed(code, owner, name).find((part) => part.type === "ClassProperty" && !part.static);
  return (declared?.type === "ClassProperty" && declared.value) || undefined;
}

/**
 * What the objects of a class have in a member from the start, of all that a file makes; undefined where that is not seen
 * of one, or none is made.
 */
export function membersGiven(code: Code, owner: t.Class, name: string): readonly Node[] | undefined {
  const made = objectsMade(code).filter((each) => each.owner === owner);
  const given = made.flatMap((each) => givenFor(code, each, name) ?? []);
  return made.length > 0 && given.length === made.length ? given : undefined;
}

/** More functions than hand each other what an error is compared with, and more calls of one. */
const MOST_CALLS = 3;
const MOST_CALLERS = 12;

/** A constant by its text or number, or by what names it; of a parameter, what all calls of this file pass. */
function keyOf(code: Code, value: Node, depth = 0): string | undefined {
  const node = unwrap(value);
  const constant = constantText(code, node) ?? constantNumber(code, node);
  if (constant !== undefined) return JSON.stringify(constant);
  const owner = isMember(node) ? classGiven(code, node.object) : undefined;
  // Compilers have a second name for a class that has static fields.
  if (owner && isMember(node)) return `class@${owner.start}.${memberName(code, node)}`;
  let root = node;
  while (isMember(root)) root = unwrap(root.object);
  const binding = root.type === "Identifier" ? code.bindings.resolve(root) : undefined;
  if (binding?.kind === "parameter" && root === node) {
    if (depth > MOST_CALLS) return undefined;
    const passed = argumentsFor(code, binding.declaration, binding);
    const [first, ...others] = passed.length > MOST_CALLERS ? [] : passed.map((each) => keyOf(code, each, depth + 1));
    return others.every((each) => each === first) ? first : undefined;
  }
  const isThere = binding && binding.kind !== "parameter" && binding.kind !== "catch";
  return isThere ? pathOf(code, node) : undefined;
}

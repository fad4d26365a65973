import { literalOf } from "../find/calls.ts";
import type { Candidate } from "../find/find.ts";
import { libraryNamed } from "../find/library/lookup.ts";
import { constantText, constantValue, isMember, memberName, pathOf, propertyValue, unwrap } from "../find/syntax.ts";
import { valueAtFirst } from "../find/text-of.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";

/** More names than stand for a scope. */
const MOST_STEPS = 8;

/** Whether a sink is seen to hold a scope before anything is asked for: by its declaration, or its class's constructor. */
export const isFilledAtFirst = (code: Code, candidate: Candidate): boolean =>
  candidate.path !== undefined && firstOf(code, candidate.target).some((value) => isFilled(code, value, 0));

/** What a sink is given where it is made. */
function firstOf(code: Code, target: Node): readonly Node[] {
  const node = unwrap(target);
  if (node.type === "Identifier") {
    const declaration = code.bindings.resolve(node)?.declaration;
    return declaration?.type === "VariableDeclarator" && declaration.init ? [declaration.init] : [];
  }
  const owner = code.tree.classAround(node);
  if (!isMember(node) || unwrap(node.object).type !== "ThisExpression" || !owner) {
    const record = isMember(node) ? literalOf(code, node.object) : undefined;
    const name = isMember(node) ? memberName(code, node) : undefined;
    const value =
      (record && name !== undefined ? propertyValue(code, record, name) : undefined) ?? valueAtFirst(code, node);
    return value ? [value] : [];
  }
  const name = memberName(code, node);
  return owner.body.body.flatMap((member): Node[] => {
    if (member.type === "ClassProperty" || member.type === "ClassPrivateProperty") {
      const own = member.key.type === "PrivateName" ? `#${member.key.id.name}` : keyName(member.key);
      return own === name && member.value ? [member.value] : [];
    }
    return member.type === "ClassMethod" && member.kind === "constructor" ? givenBy(code, member, node) : [];
  });
}

const keyName = (key: Node): string | undefined => (key.type === "Identifier" ? key.name : undefined);

/** What a constructor gives a field: by assignments of its own, or as a parameter that has a default. */
function givenBy(code: Code, maker: Extract<Node, { type: "ClassMethod" }>, field: Node): Node[] {
  const path = pathOf(code, field);
  const written = code.tree
    .own(maker.body, "AssignmentExpression")
    .filter(({ operator, left }) => operator === "=" && pathOf(code, left) === path)
    .map(({ right }) => right);
  const name = isMember(field) ? memberName(code, field) : undefined;
  const declared = maker.params.flatMap((each) => {
    const inner = each.type === "TSParameterProperty" ? each.parameter : undefined;
    const isIt = inner?.type === "AssignmentPattern" && inner.left.type === "Identifier" && inner.left.name === name;
    return isIt ? [inner.right] : [];
  });
  return [...written, ...declared];
}

/** Whether a value is a text or a list with something in it, whatever else it may be. */
function isFilled(code: Code, value: Node, depth: number): boolean {
  if (depth > MOST_STEPS) return false;
  const of = (each: Node | null | undefined): boolean => !!each && isFilled(code, each, depth + 1);
  const node = unwrap(value);
  switch (node.type) {
    case "StringLiteral":
      return node.value.trim() !== "";
    case "TemplateLiteral":
      return node.quasis.some(({ value: { raw } }) => raw.trim() !== "");
    case "BinaryExpression":
      return node.operator === "+" && (of(node.left) || of(node.right));
    case "ArrayExpression":
      return node.elements.some(of);
    case "NewExpression":
      return libraryNamed(node.callee)?.makes === "set" && of(node.arguments[0]);
    case "LogicalExpression":
      return node.operator !== "&&" && of(node.right);
    case "ConditionalExpression":
      return of(node.consequent) && of(node.alternate);
    case "CallExpression":
      return isMember(node.callee) && memberName(code, node.callee) === "join" && of(node.callee.object);
    case "Identifier":
      return of(constantValue(code, node));
    default:
      return (constantText(code, node) ?? "").trim() !== "";
  }
}

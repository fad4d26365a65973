import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { declaredRole } from "./imported.ts";
import { partsNamed } from "./parts.ts";
import { instanceFit, providerFit } from "./provider-types.ts";
import { takesProvider, transportGiven } from "./sdk-auth.ts";
import { functionOf } from "./searched.ts";
import { constantText, initialValue, isCall, isMember, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThis, isThisMember } from "./this.ts";
import { tokensReadOf } from "./tokens-read.ts";
import type { Fit } from "./type-names.ts";
import { typedMembers } from "./typed-members.ts";
import { type DeclaredType, declaredType } from "./types.ts";

/**
 * The code that proves an expression to be an OAuth client provider, of which the stored tokens can be read: its type,
 * a call of the SDK's `auth` that is given it, or tokens that are read of it. Undefined where nothing does, or where
 * something proves the contrary. A name proves nothing.
 */
export function proofOfProvider(code: Code, expression: Node): readonly Node[] | undefined {
  const path = pathOf(code, expression);
  if (path === undefined || isThis(path)) return undefined;
  const known = proofs(code).get(code) ?? new Map<Node, readonly Node[] | undefined>();
  proofs(code).set(code, known);
  if (!known.has(expression)) known.set(expression, findProof(code, expression, path));
  return known.get(expression);
}

const proofs = (code: Code) => code.answers.about<Code, Map<Node, readonly Node[] | undefined>>(proofs);

function findProof(code: Code, expression: Node, path: string): readonly Node[] | undefined {
  if (declaredRole(code, expression) === "provider") return [expression];
  const type = typeOf(code, expression);
  if (type?.fit === "other" || type?.fit === "unfit") return undefined;
  if (type?.fit === "fits") return [type.node];
  const name = lastIdentifier(expression);
  const whole = isThisMember(path) ? code.tree.classAround(expression) : functionOf(code, expression);
  const owner = whole ?? code.tree.program;
  return code.answers.ofBoth(findProof, owner, `${name} ${path}`, () =>
    proofByUse(code, path, name === undefined ? [] : mentionsOf(code, name, path, owner)),
  );
}

/** What proves an expression to be a provider by the way in which it is used. */
function proofByUse(code: Code, path: string, mentions: readonly Node[]): readonly Node[] | undefined {
  if (isUsedAsText(code, mentions)) return undefined;
  const [read] = tokensReadOf(code, path);
  if (read) return [read];
  for (const mention of mentions) {
    const call = givenTo(code, mention);
    if (call && takesProvider(code, call)) return [call];
    const transport = transportGiven(code, mention);
    if (transport) return [transport];
  }
  return undefined;
}

/** The type by which `tokens()` of an expression gives something else than a record with one text of scopes. */
export function unfitTokensOf(code: Code, expression: Node): Node | undefined {
  const type = typeOf(code, expression);
  return type?.fit === "unfit" ? type.node : undefined;
}

/** What is known of an expression by its type, declared or made, and where. */
function typeOf(code: Code, expression: Node): { fit: Fit; node: Node } | undefined {
  const type = declaredType(code, expression) ?? memberType(code, expression);
  if (type?.givesTokens !== undefined) return { fit: type.givesTokens ? "fits" : "other", node: expression };
  if (type?.annotation) {
    const fit = providerFit(code, type.annotation);
    if (fit !== "unknown" || !code.facts?.typeAt) return { fit, node: type.annotation };
  }
  if (type?.isPrimitive) return { fit: "other", node: expression };
  const made = madeBy(code, expression);
  if (made) return { fit: instanceFit(code, made), node: made };
  // Code that is not seen may give the field another object: what the constructor makes proves no provider.
  const first = madeInConstructor(code, expression);
  return first && instanceFit(code, first) === "other" ? { fit: "other", node: first } : undefined;
}

/** The type of a field of an object of this file's classes, or of what these inherit. */
function memberType(
  code: Code,
  expression: Node,
): Pick<DeclaredType, "annotation" | "isPrimitive" | "givesTokens"> | undefined {
  const node = unwrap(expression);
  const object = isMember(node) ? declaredType(code, node.object)?.annotation : undefined;
  const name = isMember(node) ? memberName(code, node) : undefined;
  const found = object && typedMembers(code, object).find((member) => member.name === name);
  return found && { annotation: found.annotation, isPrimitive: false };
}

/** The `new` that made what a constant or a field of this class holds from the start. */
function madeBy(code: Code, expression: Node): Node | undefined {
  const node = unwrap(expression);
  if (node.type === "Identifier") {
    const binding = code.bindings.resolve(node);
    return binding && initialValue(code, binding);
  }
  if (!isMember(node) || !isThis(pathOf(code, node.object))) return undefined;
  const name = memberName(code, node);
  const owner = code.tree.classAround(node);
  const named = owner && name !== undefined ? partsNamed(code, owner, name) : [];
  const field = named.find((part) => part.type === "ClassProperty");
  return field?.type === "ClassProperty" && field.readonly ? (field.value ?? undefined) : undefined;
}

/** What the constructor makes for a field into which its class writes nothing else: `this.provider = new Provider(…)`. */
function madeInConstructor(code: Code, expression: Node): Node | undefined {
  const field = unwrap(expression);
  const name = isMember(field) && isThis(pathOf(code, field.object)) ? memberName(code, field) : undefined;
  const owner = code.tree.classAround(field);
  if (name === undefined || !owner) return undefined;
  const writes = (code.bindings.mentions(name, owner) ?? []).flatMap((mention) => {
    const member = code.tree.parent(mention);
    const assignment = member && isMember(member) && member.property === mention ? code.tree.parent(member) : undefined;
    return assignment?.type === "AssignmentExpression" && assignment.left === member ? [assignment] : [];
  });
  const [only, ...others] = writes;
  const around = only && code.tree.functionAround(only);
  const isOfConstructor = around?.type === "ClassMethod" && around.kind === "constructor";
  return only && others.length === 0 && isOfConstructor && only.operator === "=" ? only.right : undefined;
}

/** Whether what is mentioned is used as a text: compared with one, put into one, or used as a key. */
function isUsedAsText(code: Code, mentions: readonly Node[]): boolean {
  return mentions.some((mention) => {
    const parent = code.tree.parent(mention);
    switch (parent?.type) {
      case "BinaryExpression": {
        const other = parent.left === mention ? parent.right : parent.left;
        return parent.operator !== "in" && constantText(code, other) !== undefined;
      }
      case "UnaryExpression":
        return parent.operator === "typeof" && isComparedWithString(code, parent);
      case "TemplateLiteral":
        return true;
      case "MemberExpression":
      case "OptionalMemberExpression":
        return parent.property === mention && parent.computed;
      case "SwitchStatement":
        return parent.cases.some(({ test }) => test && constantText(code, test) !== undefined);
      default:
        return false;
    }
  });
}

function isComparedWithString(code: Code, node: Node): boolean {
  const parent = code.tree.parent(node);
  if (parent?.type !== "BinaryExpression") return false;
  return constantText(code, parent.left === node ? parent.right : parent.left) === "string";
}

/** The call that is given a mention as its first argument, alone or as the last of a sequence. */
function givenTo(code: Code, mention: Node): t.CallExpression | t.OptionalCallExpression | undefined {
  let child = mention;
  let parent = code.tree.parent(child);
  while (parent && unwrap(parent) === unwrap(child)) {
    child = parent;
    parent = code.tree.parent(child);
  }
  return isCall(parent) && parent.arguments[0] === child ? parent : undefined;
}

/** The expressions of the file, or of the class, that have a path. */
function mentionsOf(code: Code, name: string, path: string, owner: Node): Node[] {
  return (code.bindings.mentions(name, owner) ?? []).flatMap((mention) => {
    const inner = code.tree.parent(mention);
    const last = inner?.type === "PrivateName" ? inner : mention;
    const parent = code.tree.parent(last);
    const whole = parent && isMember(parent) && parent.property === last ? parent : mention;
    return pathOf(code, whole) === path ? [whole] : [];
  });
}

export function lastIdentifier(expression: Node): string | undefined {
  const node = unwrap(expression);
  if (node.type === "Identifier") return node.name;
  if (!isMember(node)) return undefined;
  if (node.property.type === "PrivateName") return node.property.id.name;
  return node.property.type === "Identifier" ? node.property.name : undefined;
}

import type * as t from "@babel/types";
import { boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { FORCING, NAMED_FOR_CHALLENGE, TELLING_MEMBERS } from "../rules/names.ts";
import { membersNamed } from "./declared-types.ts";
import { isErrorCode } from "./error-code.ts";
import { type Facts, NOTHING, type Test } from "./facts.ts";
import { documentedParameter } from "./jsdoc.ts";
import { INSUFFICIENT } from "./kinds.ts";
import { constantText, propertyName, propertyValue, unwrap } from "./syntax.ts";
import { lastName } from "./written.ts";

/**
 * What is likely in a function whose callers are not seen: that it answers a step-up, where the type of a parameter says
 * so, as `refusal: InsufficientScopeError` or `challenge: { error: "insufficient_scope"; scope: string }`.
 */
export function typedEntry(code: Code, entered: FunctionNode): Facts {
  const forced = forcedEntry(code, entered);
  if (forced) return forced;
  for (const parameter of entered.params) {
    const isTyped = parameter.type === "Identifier" || parameter.type === "ObjectPattern";
    const annotation = isTyped ? parameter.typeAnnotation : undefined;
    const documented = parameter.type === "Identifier" && documentedParameter(code, entered, parameter.name);
    const isTold = annotation?.type === "TSTypeAnnotation" && tellsStepUp(code, annotation.typeAnnotation);
    if (isTold || (documented && namesStepUp(documented))) return likely(parameter);
  }
  return NOTHING;
}

/**
 * The same of a function that is named for a challenge, and forces a new authorization with the scope that it is given:
 * `authorizeChallenge(required) { return auth(provider, { scope: required, forceReauthorization: true }); }`.
 */
function forcedEntry(code: Code, entered: FunctionNode): Facts | undefined {
  const parameters = entered.params.flatMap((each) => (each.type === "Identifier" ? [each] : []));
  const isNamed = (name: string | undefined) => NAMED_FOR_CHALLENGE.test(name ?? "");
  const named = isNamed(nameOf(code, entered)) ? parameters : parameters.filter(({ name }) => isNamed(name));
  if (named.length === 0) return undefined;
  const asked = new Set<Node>();
  code.tree.walk(entered.body, (options) => {
    if (options.type !== "ObjectExpression") return;
    const forces = propertyValue(code, options, FORCING);
    const scope = propertyValue(code, options, "scope");
    const value = forces && !(forces.type === "BooleanLiteral" && !forces.value) && scope ? unwrap(scope) : undefined;
    const binding = value?.type === "Identifier" ? code.bindings.resolve(value) : undefined;
    if (binding) asked.add(binding.identifier);
  });
  const parameter = named.find((each) => asked.has(each));
  return parameter && likely(parameter);
}

/** What a function is called in its file. */
function nameOf(code: Code, entered: FunctionNode): string | undefined {
  if ("key" in entered) return propertyName(code, entered.key, "computed" in entered && entered.computed === true);
  if ("id" in entered && entered.id) return entered.id.name;
  const parent = code.tree.parent(entered);
  return parent && lastName(code, parent.type === "VariableDeclarator" ? parent.id : parent);
}

/** What is taken out of a parameter, as by `{ requiredScope }: InsufficientScopeError`, is told of by each of its names. */
function likely(parameter: Node): Facts {
  const tests = boundNames(parameter).map(
    (subject): Test => ({
      node: parameter,
      kind: "error-class",
      subject,
      ofErrorCode: true,
      doubt: "escaping-function",
    }),
  );
  return { ...NOTHING, kinds: INSUFFICIENT, tests };
}

/** Whether a type is called as the error is: `InsufficientScopeError`, `import("…").InsufficientScopeError`. */
function namesStepUp(type: t.TSType): boolean {
  if (type.type === "TSParenthesizedType") return namesStepUp(type.typeAnnotation);
  const named =
    type.type === "TSTypeReference" ? type.typeName : type.type === "TSImportType" ? type.qualifier : undefined;
  const name = named?.type === "TSQualifiedName" ? named.right : named;
  return name?.type === "Identifier" && isErrorCode(name.name);
}

function tellsStepUp(code: Code, type: t.TSType): boolean {
  if (namesStepUp(type)) return true;
  return TELLING_MEMBERS.some((name) => {
    const members = membersNamed(code, type, name) ?? [];
    return members.length > 0 && members.every((member) => isLiteralCode(code, member));
  });
}

function isLiteralCode(code: Code, member: Node): boolean {
  const annotation = "typeAnnotation" in member ? member.typeAnnotation : undefined;
  if (annotation?.type !== "TSTypeAnnotation" || annotation.typeAnnotation.type !== "TSLiteralType") return false;
  return isErrorCode(constantText(code, annotation.typeAnnotation.literal));
}

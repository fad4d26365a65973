import { type Code, textOf } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { authorizationCalls } from "./authorization.ts";
import type { Candidate } from "./find.ts";
import { calledFunction, parametersOf } from "./functions.ts";
import type { Provider } from "./provider.ts";
import { proofOfProvider } from "./provider-proof.ts";
import { providerFit } from "./provider-types.ts";
import { takesProvider } from "./sdk-auth.ts";
import { isCall, isMember, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";
import { fieldsOf, typedMembers } from "./typed-members.ts";
import { declaredType } from "./types.ts";

/** The provider that the class, or a function around a node, declares by its type. */
export function declaredProvider(code: Code, at: Node): Provider | undefined {
  const owner = code.tree.classAround(at);
  const fields = owner ? fieldsOf(code, owner) : [];
  const [field, ...others] = fields.filter(({ annotation }) => providerFit(code, annotation) === "fits");
  if (others.length > 0) return undefined;
  if (field) {
    const text = `this.${field.name}`;
    return { text, path: text, node: field.node, proof: [field.annotation] };
  }
  for (const mention of code.bindings.mentions("OAuthClientProvider", code.tree.program) ?? []) {
    const name = declaredWith(code, mention);
    const binding = name?.type === "Identifier" ? code.bindings.lookup(name.name, at) : undefined;
    if (name?.type !== "Identifier" || binding?.identifier !== name) continue;
    const annotation =
      name.typeAnnotation?.type === "TSTypeAnnotation" ? name.typeAnnotation.typeAnnotation : undefined;
    if (annotation && providerFit(code, annotation) === "fits")
      return { text: name.name, path: binding.id, node: name, proof: [annotation] };
  }
  return undefined;
}

/** The name that is declared with a type that mentions another. */
function declaredWith(code: Code, mention: Node): Node | undefined {
  for (const ancestor of code.tree.ancestors(mention)) {
    if (ancestor.type === "TSTypeAnnotation") return code.tree.parent(ancestor);
    if (isFunction(ancestor) || /Statement|Declaration$/.test(ancestor.type)) return undefined;
  }
  return undefined;
}

/**
 * The provider that the object has which keeps the sink: `link.provider` for `link.scope`, by the type of the object, or
 * by what a function of this file does with the object that it is given for the authorization.
 */
export function besideSink(code: Code, candidate: Candidate): Provider | undefined {
  const sink = unwrap(candidate.target);
  const object = candidate.holder ?? (isMember(sink) ? sink.object : undefined);
  const path = object && pathOf(code, object);
  if (!object || path === undefined || isThis(path)) return undefined;
  const typed = typedBeside(code, object, path);
  if (typed) return typed;
  for (const call of authorizationCalls(code, candidate)) {
    const at = call.arguments.findIndex((argument) => pathOf(code, argument) === path);
    const found = isCall(call) && at >= 0 ? askedWithin(code, call, at) : undefined;
    if (found)
      return {
        text: `${textOf(code, object)}.${found.name}`,
        path: `${path}.${found.name}`,
        node: object,
        proof: found.proof,
        isOptional: true,
      };
  }
  return undefined;
}

function typedBeside(code: Code, object: Node, path: string): Provider | undefined {
  const annotation = declaredType(code, object)?.annotation;
  const members = annotation ? typedMembers(code, annotation) : [];
  const [only, ...others] = members.filter((member) => providerFit(code, member.annotation) === "fits");
  if (!only || others.length > 0) return undefined;
  const holdsNothing =
    only.annotation.type === "TSUnionType" &&
    only.annotation.types.some(({ type }) => /^TS(?:Undefined|Null)Keyword$/.test(type));
  return {
    text: `${textOf(code, object)}.${only.name}`,
    path: `${path}.${only.name}`,
    node: object,
    proof: [only.annotation],
    isOptional: only.isOptional || holdsNothing,
  };
}

/** The member of an argument that the called function hands to the SDK's `auth`. */
function askedWithin(
  code: Code,
  call: Parameters<typeof calledFunction>[1],
  at: number,
): { name: string; proof: readonly Node[] } | undefined {
  const target = calledFunction(code, call);
  const parameter = target && parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest);
  for (const reference of (parameter && code.bindings.references(parameter.binding)) ?? []) {
    const member = code.tree.parent(reference);
    const name = isMember(member) && member.object === reference ? memberName(code, member) : undefined;
    const asked = member && code.tree.parent(member);
    if (!isMember(member) || name === undefined || !isCall(asked) || asked.arguments[0] !== member) continue;
    const proof = takesProvider(code, asked) ? proofOfProvider(code, member) : undefined;
    if (proof) return { name, proof };
  }
  return undefined;
}

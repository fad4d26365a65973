import type { Candidate } from "../find/find.ts";
import type { SiteIdentity } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { keyName, normalForm } from "./normal-form.ts";
import { symbolsAround } from "./symbols.ts";

/**
 * By what a candidate is known again in another version of its file. It rests on the syntax tree alone, so that what
 * is known of the file from outside, and the engine's options, have no part in it.
 */
export function identityOf(code: Code, candidate: Candidate): SiteIdentity {
  return { symbols: symbolsAround(code.tree, candidate.node), code: codeOf(code, candidate) };
}

/**
 * The sink and its value. What else a call is given is left out: it may change, and the scope is still replaced in the
 * same place.
 */
function codeOf(code: Code, candidate: Candidate): string {
  const { node, call, target, value } = candidate;
  if (node.type === "ObjectProperty") {
    const property = nested(code, node, `${nameOf(node) ?? "scope"}: ${normalForm(value)}`);
    return call ? `${calleeOf(call)}(${property})` : `return ${property}`;
  }
  if (node.type === "CallExpression") {
    // What stands before the value says where it is put: `params.set("scope", challenged)`.
    const given = node.arguments.slice(0, node.arguments.findIndex(({ start }) => start === value.start) + 1);
    return `${calleeOf(node)}(${given.map(normalForm).join(", ")})`;
  }
  // In an address that is put together as text, the part behind `scope=` is the sink.
  return node.type === "AssignmentExpression" ? normalForm(node) : `scope=${normalForm(target)}`;
}

const calleeOf = (call: NonNullable<Candidate["call"]>): string =>
  `${call.type === "NewExpression" ? "new " : ""}${normalForm(call.callee)}`;

const nameOf = (property: Node): string | undefined =>
  property.type === "ObjectProperty" ? keyName(property.key, property.computed) : undefined;

/** A property within the object literals around it: `{ body: { scope: challenged } }`. */
function nested(code: Code, property: Node, text: string): string {
  let form = text;
  for (const ancestor of code.tree.ancestors(property)) {
    if (ancestor.type === "ObjectExpression") form = `{ ${form} }`;
    else if (ancestor.type === "ObjectProperty") form = `${nameOf(ancestor) ?? "[]"}: ${form}`;
    else break;
  }
  return form;
}

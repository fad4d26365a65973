import type * as t from "@babel/types";
import { calleeName } from "../../find/calls.ts";
import { libraryOf } from "../../find/library/lookup.ts";
import { partsNamed } from "../../find/parts.ts";
import { classGiven, isClass } from "../../find/shells.ts";
import { type Call, constantText, isCall, isMember, memberName, propertyValue, unwrap } from "../../find/syntax.ts";
import type { Code } from "../../parse/code.ts";
import type { Node } from "../../parse/tree.ts";
import { DECORATED_KIND, DECORATING } from "../../rules/names.ts";
import { ownersOf } from "./accessors-of.ts";

/**
 * The decorator of the field that a member is: it may put an accessor in the place of the field, which reads, tests or
 * changes what is written into it. As it is written, or as compilers add it behind the class.
 */
export function fieldDecorator(code: Code, expression: Node): Node | undefined {
  const member = unwrap(expression);
  const name = isMember(member) ? memberName(code, member) : undefined;
  if (!isMember(member) || name === undefined) return undefined;
  const owners = ownersOf(code, member.object, name).filter(isClass);
  return owners
    .flatMap((owner) => partsNamed(code, owner, name).flatMap(writtenOn))
    .concat(owners.flatMap((owner) => addedLater(code, owner, name)))[0];
}

const writtenOn = (part: Node): readonly Node[] => ("decorators" in part && part.decorators) || [];

/**
 * What TypeScript, Babel and esbuild make of it, `__decorate([matches], Client.prototype, "scope", void 0)`,
 * `__decorateElement(_init, 4, "scope", _dec, Client)`, `__esDecorate(this, …, { kind: "accessor", name: "scope" })`, and
 * what code without decorators does: `decorate(Client, { scope: observable })`.
 */
const addedLater = (code: Code, owner: t.Class, name: string): readonly Node[] =>
  code.answers.ofBoth(addedLater, owner, name, () =>
    code.answers
      .ofBoth(describingCalls, code.tree.program, name, () => describingCalls(code, name))
      .filter(
        ({ call, isDescription }) => isDescription || call.arguments.some((each) => classOf(code, each) === owner),
      )
      .map(({ call }) => call),
  );

/** The calls that are given a name, or a record with a property of that name, and may add a decorator by it. */
function describingCalls(code: Code, name: string): { readonly call: Call; readonly isDescription: boolean }[] {
  type Found = { readonly call: Call; readonly isDescription: boolean };
  return (code.bindings.mentions(name, code.tree.program) ?? []).flatMap((mention): Found[] => {
    const record = recordAround(code, mention);
    const call = code.tree.parent(record ?? mention);
    if (!isCall(call) || libraryOf(code, call.callee)) return [];
    if (!record && constantText(code, mention) !== name) return [];
    if (record && isDescription(code, record, name)) return [{ call, isDescription: true }];
    return mayDecorate(code, call, record !== undefined) ? [{ call, isDescription: false }] : [];
  });
}

/**
 * Whether a call that names a field beside its class may be one of a decorator: by its name, or by what compilers give,
 * whose names may be gone: the prototype, or more than a class and a key.
 */
function mayDecorate(code: Code, call: Call, isByRecord: boolean): boolean {
  if (DECORATING.test(calleeName(code, call) ?? "")) return true;
  if (isByRecord) return false;
  const isOfPrototype = call.arguments.some((each) => isMember(each) && memberName(code, each) === "prototype");
  return isOfPrototype || call.arguments.length >= 4;
}

/** The record that a mention names or describes a property of. */
function recordAround(code: Code, mention: Node): t.ObjectExpression | undefined {
  const property = code.tree.parent(mention);
  const record = property?.type === "ObjectProperty" ? code.tree.parent(property) : undefined;
  return record?.type === "ObjectExpression" ? record : undefined;
}

/** Whether a record says what a decorator is put on: a field of this name, or its accessor. */
function isDescription(code: Code, record: t.ObjectExpression, name: string): boolean {
  const given = propertyValue(code, record, "name");
  const kind = propertyValue(code, record, "kind");
  return given !== undefined && constantText(code, given) === name && kind !== undefined && isFieldKind(code, kind);
}

const isFieldKind = (code: Code, kind: Node): boolean => DECORATED_KIND.test(constantText(code, kind) ?? "");

/** The class that an expression is, or that it is the prototype of. */
function classOf(code: Code, expression: Node): t.Class | undefined {
  const node = unwrap(expression);
  const isPrototype = isMember(node) && memberName(code, node) === "prototype";
  return classGiven(code, isPrototype ? node.object : node);
}

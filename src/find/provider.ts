import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, endOf, type Node, startOf } from "../parse/tree.ts";
import { calleeName, literalOf, propertyNames, takesRequestKeys } from "./calls.ts";
import { callsLike } from "./calls-by-path.ts";
import type { Candidate } from "./find.ts";
import { type Call, isCall, isMember, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";
import { isThis, isThisMember, thisKey } from "./this.ts";
import { declaredType } from "./types.ts";

/** An OAuth client provider from which stored tokens can be read. */
export interface Provider {
  /** The expression as the code writes it, casts and `!` included. */
  readonly text: string;
  readonly path: string;
  readonly node: Node;
}

/** The authorization calls that take a sink's scope: the call of an argument sink, else those given the field. */
export function authorizationCalls(code: Code, candidate: Candidate): (Call | t.NewExpression)[] {
  if (candidate.call) return [candidate.call];
  if (candidate.path === undefined) return [];
  const known = authorizing.get(candidate);
  if (known) return known;
  const owner = code.tree.classAround(candidate.node) ?? outermostFunction(code, candidate.node) ?? code.tree.program;
  const around = code.tree.functionAround(candidate.node);
  const here = around ? { start: startOf(candidate.node), end: endOf(around) } : { start: 0, end: 0 };
  const found = callsLike(code, owner, candidate, here, (call) => takesScope(code, call, candidate));
  authorizing.set(candidate, found);
  return found;
}

const authorizing = new WeakMap<Candidate, Call[]>();

function isInHandler(code: Code, call: Node, { node }: Candidate): boolean {
  return code.tree.functionAround(call) === code.tree.functionAround(node);
}

/** Whether a call is given the sink's content, or the challenged scope itself, as the `scope` of its options. */
function takesScope(code: Code, call: Call, candidate: Candidate): boolean {
  return call.arguments.some((argument) => {
    const record = unwrap(argument);
    const sink = unwrap(candidate.target);
    if (isMember(sink) && record.type === "Identifier" && pathOf(code, sink.object) === pathOf(code, record))
      return true;
    const holder = candidate.holder && pathOf(code, candidate.holder);
    if (holder !== undefined && pathOf(code, record) === holder) return true;
    return literalOf(code, record)?.properties.some((property) => {
      if (property.type === "SpreadElement") return holder !== undefined && pathOf(code, property.argument) === holder;
      if (property.type !== "ObjectProperty" || propertyName(code, property.key, property.computed) !== "scope")
        return false;
      if (pathOf(code, property.value) === candidate.path || covers(property.value, candidate.node)) return true;
      return candidate.alternatives.some(
        ({ challenged }) =>
          challenged &&
          pathOf(code, challenged) !== undefined &&
          pathOf(code, challenged) === pathOf(code, property.value),
      );
    });
  });
}

function outermostFunction(code: Code, node: Node): Node | undefined {
  let found: Node | undefined;
  for (let at = code.tree.functionAround(node); at; at = code.tree.functionAround(at)) found = at;
  return found;
}

/** The provider whose tokens a site's client uses; undefined where none is proved. */
export function providerOf(code: Code, candidate: Candidate): Provider | undefined {
  const calls = authorizationCalls(code, candidate);
  if (asksSeveral(code, calls, candidate)) return undefined;
  for (const call of calls) {
    const [argument] = call.arguments;
    // Of `(count++, provider)` only the provider itself can be written again.
    const first = argument?.type === "SequenceExpression" ? argument.expressions.at(-1) : argument;
    if (first && isProvider(code, first, call)) return asProvider(code, first);
    // The handler's own call decides: where it makes its provider, no other one's tokens will do.
    if (first && isCall(unwrap(first)) && isInHandler(code, call, candidate)) return undefined;
  }
  return readElsewhere(code, candidate);
}

/** Whether the handler asks one provider or another: the tokens of neither are certain to be those that count. */
function asksSeveral(code: Code, calls: readonly (Call | t.NewExpression)[], candidate: Candidate): boolean {
  const paths = calls.flatMap((call) => {
    const [first] = call.arguments;
    const isAsked = first && isInHandler(code, call, candidate) && startOf(call) >= startOf(candidate.node);
    return isAsked && isProvider(code, first, call) ? [pathOf(code, first)] : [];
  });
  return new Set(paths).size > 1;
}

function asProvider(code: Code, node: Node): Provider | undefined {
  const path = pathOf(code, node);
  if (path === undefined) return undefined;
  const text = textOf(code, node);
  const isMemberObject = /^(?:Identifier|ThisExpression|(?:Optional)?MemberExpression|TSNonNullExpression)$/.test(
    node.type,
  );
  return { text: isMemberObject ? text : `(${text})`, path, node };
}

/** Whether the first argument of an authorization call is a provider, and nothing speaks against it. */
function isProvider(code: Code, node: Node, call: Call | t.NewExpression): boolean {
  const path = pathOf(code, node);
  if (path === undefined || isThis(path)) return false;
  const type = declaredType(code, node);
  if (type !== undefined) {
    if (type.names.includes("OAuthClientProvider") && !code.facts?.typeAt) return true;
    if (type.members) return type.members.includes("tokens");
    if (type.names.includes("OAuthClientProvider")) return true;
    if (type.isPrimitive || type.names.every((name) => !/provider/i.test(name) || name === "AuthProvider"))
      return false;
  }
  const methods = methodsCalledOn(code, path, node);
  if (methods.includes("tokens")) return true;
  if (methods.includes("token")) return false;
  if (isSdkCall(code, call)) return true;
  const [, options, ...others] = call.arguments;
  if (!options || others.length > 0 || unwrap(options).type !== "ObjectExpression") return false;
  const isNamed = /provider|oauth|auth/i.test(lastIdentifier(node) ?? "");
  return isNamed && !propertyNames(code, options).some((key) => WITHOUT_PROVIDER.has(key));
}

/**
 * Whether a call is certain to ask an authorization server: the SDK's `auth`, one given a request's other parameters,
 * or one given a provider. A name alone makes it likely.
 */
export function isAuthorization(code: Code, call: Call | t.NewExpression): boolean {
  const [first] = call.arguments;
  return (
    takesRequestKeys(code, call) ||
    calleeName(code, call) === "auth" ||
    (first !== undefined && isProvider(code, first, call))
  );
}

/** Whether a call is the SDK's `auth`, by its name or, where a bundler renamed it, by its options. */
export function isSdkCall(code: Code, call: Call | t.NewExpression): boolean {
  const keys = call.arguments.flatMap((argument) => propertyNames(code, argument));
  return calleeName(code, call) === "auth" || keys.includes("serverUrl");
}

/** Properties of requests that do a provider's work themselves: such a call takes an address first. */
const WITHOUT_PROVIDER = new Set(
  "clientInformation redirectUrl redirectUri redirect_uri clientId client_id metadata codeVerifier response_type".split(
    " ",
  ),
);

function lastIdentifier(expression: Node): string | undefined {
  const node = unwrap(expression);
  if (node.type === "Identifier") return node.name;
  if (!isMember(node)) return undefined;
  return node.property.type === "Identifier" ? node.property.name : undefined;
}

/** The methods that the file calls on a path. */
function methodsCalledOn(code: Code, path: string, at: Node): string[] {
  const name = lastIdentifier(at);
  const owner = isThisMember(path) ? (code.tree.classAround(at) ?? code.tree.program) : code.tree.program;
  const found: string[] = [];
  for (const mention of (name && code.bindings.mentions(name, owner)) || []) {
    const parent = code.tree.parent(mention);
    const expression = parent && isMember(parent) && parent.property === mention ? parent : mention;
    let member = code.tree.parent(expression);
    if (member?.type === "TSNonNullExpression") member = code.tree.parent(member);
    if (!isMember(member) || pathOf(code, expression) !== path) continue;
    const method = memberName(code, member);
    if (method !== undefined) found.push(method);
  }
  return found;
}

/** A provider on which `.tokens()` is called near the site, or that is declared as one. */
function readElsewhere(code: Code, candidate: Candidate): Provider | undefined {
  const owner = code.tree.classAround(candidate.node) ?? outermostFunction(code, candidate.node) ?? code.tree.program;
  let found: Provider | undefined;
  for (const mention of code.bindings.mentions("tokens", owner) ?? []) {
    const member = code.tree.parent(mention);
    const call = member && code.tree.parent(member);
    if (!isMember(member) || member.property !== mention || !isCall(call) || call.callee !== member) continue;
    const provider = isWaitedFor(code, call) ? asProvider(code, member.object) : undefined;
    if (provider && isVisible(code, provider, candidate.node)) found ??= provider;
  }
  return found ?? typedProvider(code, candidate.node, owner) ?? providerOfAuth(code, candidate, owner);
}

/** Whether a result is waited for, as stored tokens are; `usage.tokens()` of a meter is a number. */
function isWaitedFor(code: Code, call: Node): boolean {
  const parent = code.tree.parent(call);
  if (parent?.type === "AwaitExpression" || parent?.type === "YieldExpression") return true;
  return isMember(parent) && /^(?:then|scope|access_token|refresh_token)$/.test(memberName(code, parent) ?? "");
}

/** The provider that is handed to the SDK's `auth` elsewhere. */
function providerOfAuth(code: Code, candidate: Candidate, owner: Node): Provider | undefined {
  return providersOfAuth(code, owner).find((provider) => isVisible(code, provider, candidate.node));
}

/** The providers that calls of the SDK's `auth` in a class or function are given, as the code is read. */
function providersOfAuth(code: Code, owner: Node): readonly Provider[] {
  const known = handedToAuth.get(owner);
  if (known) return known;
  const found: Provider[] = [];
  code.tree.walk(owner, (node) => {
    const [first] = isCall(node) && isSdkCall(code, node) ? node.arguments : [];
    const provider = first && isCall(node) && isProvider(code, first, node) ? asProvider(code, first) : undefined;
    if (provider) found.push(provider);
    return undefined;
  });
  handedToAuth.set(owner, found);
  return found;
}

const handedToAuth = new WeakMap<Node, readonly Provider[]>();

/** A field or parameter typed `OAuthClientProvider`. */
function typedProvider(code: Code, at: Node, owner: Node): Provider | undefined {
  for (const mention of code.bindings.mentions("OAuthClientProvider", owner) ?? []) {
    for (const ancestor of code.tree.ancestors(mention)) {
      if (ancestor.type === "TSTypeReference" && mention !== ancestor.typeName) break;
      if (ancestor.type === "TSUnionType" && ancestor.types.filter(({ type }) => type === "TSTypeReference").length > 1)
        break;
      if (
        /^TS(?:Type(?:ParameterInstantiation|Query|Operator|Literal)|ArrayType|FunctionType|IndexedAccessType)$/.test(
          ancestor.type,
        )
      )
        break;
      if (ancestor.type === "ClassProperty" && ancestor.key.type === "Identifier" && !ancestor.static) {
        const name = ancestor.key.name;
        return { text: `this.${name}`, path: `this.${name}`, node: ancestor.key };
      }
      if (ancestor.type === "TSParameterProperty" && ancestor.parameter.type === "Identifier") {
        const name = ancestor.parameter.name;
        return { text: `this.${name}`, path: `this.${name}`, node: ancestor.parameter };
      }
      if (ancestor.type === "Identifier") {
        const binding = code.bindings.lookup(ancestor.name, at);
        if (binding?.identifier === ancestor) return { text: ancestor.name, path: binding.id, node: ancestor };
      }
      if (/Statement|Declaration$|Function|Method/.test(ancestor.type)) break;
    }
  }
  return undefined;
}

/** Whether a binding was made by a function that surrounds the one of a node, and so before that ran. */
function isOfOuterFunction(code: Code, { identifier }: Binding, at: Node): boolean {
  return code.tree.functionAround(identifier) !== code.tree.functionAround(at);
}

/** Whether a provider is known by a declaration of its field, and read by `this`. */
const isTyped = ({ node, text }: Provider): boolean => node.type === "Identifier" && text !== node.name;

/** Whether the names in a provider's expression mean the same at a node. */
export function isVisible(code: Code, provider: Provider, at: Node): boolean {
  let root = unwrap(provider.node);
  while (isMember(root)) root = unwrap(root.object);
  if (isThisMember(provider.path)) {
    const isSameClass = code.tree.classAround(provider.node) === code.tree.classAround(at);
    if (!isSameClass || !provider.path.startsWith(`${thisKey(code, at)}.`)) return false;
    // `const self = this; … self.provider`: the name has to be there as well.
    if (root.type !== "Identifier" || isTyped(provider)) return true;
  }
  if (root.type !== "Identifier") return false;
  const binding = code.bindings.resolve(root);
  if (!binding) return code.bindings.lookup(root.name, at) === undefined;
  return (
    code.bindings.lookup(root.name, at) === binding &&
    (binding.kind !== "variable" || endOf(binding.identifier) <= startOf(at) || isOfOuterFunction(code, binding, at))
  );
}

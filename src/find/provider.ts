import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import { type Code, textOf } from "../parse/code.ts";
import { endOf, type Node, startOf } from "../parse/tree.ts";
import { authorizationCalls, isLikelyProvider, outermostFunction } from "./authorization.ts";
import type { Candidate } from "./find.ts";
import { besideSink, declaredProvider } from "./provider-declared.ts";
import { proofOfProvider, unfitTokensOf } from "./provider-proof.ts";
import { takesProvider, transportGiven } from "./sdk-auth.ts";
import { type Call, isCall, isMember, pathOf, unwrap } from "./syntax.ts";
import { isThisMember, thisKey } from "./this.ts";
import { isReadAsTokens, tokensCallAt } from "./tokens-read.ts";

/** An OAuth client provider from which stored tokens can be read. */
export interface Provider {
  /** The expression as the code writes it, casts and `!` included. */
  readonly text: string;
  readonly path: string;
  readonly node: Node;
  /** The code that proves it to be one. */
  readonly proof: readonly Node[];
  /** Whether it is a member of the node, which may be missing. */
  readonly isOptional?: boolean;
}

function isInHandler(code: Code, call: Node, { node }: Candidate): boolean {
  return code.tree.functionAround(call) === code.tree.functionAround(node);
}

/** The provider whose tokens a site's client uses; undefined where none is proved. */
export function providerOf(code: Code, candidate: Candidate): Provider | undefined {
  const calls = authorizationCalls(code, candidate);
  if (asksSeveral(code, calls, candidate)) return undefined;
  for (const call of calls) {
    const [argument] = call.arguments;
    // Of `(count++, provider)` only the provider itself can be written again.
    const first = argument?.type === "SequenceExpression" ? argument.expressions.at(-1) : argument;
    if (!first) continue;
    const provider = asProvider(code, first);
    if (provider) return provider;
    // The handler's own call decides: where it makes its provider, or may have another, no other one's tokens will do.
    const isOther = isCall(unwrap(first)) || isLikelyProvider(code, first, call);
    if (isOther && isInHandler(code, call, candidate)) return undefined;
  }
  return besideSink(code, candidate) ?? readElsewhere(code, candidate);
}

/** Whether the handler asks one provider or another: the tokens of neither are certain to be those that count. */
function asksSeveral(code: Code, calls: readonly (Call | t.NewExpression)[], candidate: Candidate): boolean {
  const paths = calls.flatMap((call) => {
    const [first] = call.arguments;
    const isAsked = first && isInHandler(code, call, candidate) && startOf(call) >= startOf(candidate.node);
    const mayBe = isAsked && (proofOfProvider(code, first) !== undefined || isLikelyProvider(code, first, call));
    return mayBe ? [pathOf(code, first)] : [];
  });
  return new Set(paths).size > 1;
}

function asProvider(code: Code, node: Node): Provider | undefined {
  const path = pathOf(code, node);
  const proof = path === undefined ? undefined : proofOfProvider(code, node);
  if (path === undefined || !proof) return undefined;
  const text = textOf(code, node);
  const isMemberObject = /^(?:Identifier|ThisExpression|(?:Optional)?MemberExpression|TSNonNullExpression)$/.test(
    node.type,
  );
  return { text: isMemberObject ? text : `(${text})`, path, node, proof };
}

/** A provider whose tokens are read near the site, that is declared as one, or that the SDK's `auth` is given. */
function readElsewhere(code: Code, candidate: Candidate): Provider | undefined {
  const owner = ownerOf(code, candidate);
  const found = (code.bindings.mentions("tokens", owner) ?? []).flatMap((mention) => {
    const call = tokensCallAt(code, mention);
    const isRead = call && isMember(call.callee) && isReadAsTokens(code, call);
    return isRead && isMember(call.callee) ? (asProvider(code, call.callee.object) ?? []) : [];
  });
  return (
    onlyVisible(code, found, candidate.node) ??
    declaredProvider(code, candidate.node) ??
    onlyVisible(code, providersOfAuth(code, owner), candidate.node)
  );
}

/** The provider that can be named at a node; of several, nothing tells which one's tokens count. */
function onlyVisible(code: Code, providers: readonly Provider[], at: Node): Provider | undefined {
  const visible = providers.filter((provider) => isVisible(code, provider, at));
  return new Set(visible.map(({ path }) => path)).size === 1 ? visible[0] : undefined;
}

/** The type of what the site's client reads tokens of, where these have not one text of scopes. */
export function unfitProvider(code: Code, candidate: Candidate): Node | undefined {
  const owner = ownerOf(code, candidate);
  const asked = authorizationCalls(code, candidate).flatMap((call) => call.arguments[0] ?? []);
  const read = (code.bindings.mentions("tokens", owner) ?? []).flatMap((mention) => {
    const call = tokensCallAt(code, mention);
    return call && isMember(call.callee) ? [call.callee.object] : [];
  });
  for (const each of [...asked, ...read]) {
    const type = unfitTokensOf(code, each);
    if (type) return type;
  }
  return undefined;
}

const ownerOf = (code: Code, { node }: Candidate): Node =>
  code.tree.classAround(node) ?? outermostFunction(code, node) ?? code.tree.program;

/** The providers that the SDK's `auth` and its transports in a class or function are given, as the code is read. */
function providersOfAuth(code: Code, owner: Node): readonly Provider[] {
  const known = handedToAuth(code).get(owner);
  if (known) return known;
  const found: Provider[] = [];
  code.tree.walk(owner, (node) => {
    const [first] = isCall(node) && takesProvider(code, node) ? node.arguments : [];
    const given =
      first ?? (node.type === "ObjectProperty" && transportGiven(code, node.value) ? node.value : undefined);
    const provider = given && asProvider(code, given);
    if (provider) found.push(provider);
    return undefined;
  });
  handedToAuth(code).set(owner, found);
  return found;
}

const handedToAuth = (code: Code) => code.answers.about<Node, readonly Provider[]>(handedToAuth);

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

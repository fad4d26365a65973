import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, type Node, startOf } from "../parse/tree.ts";
import { LOGIN_ADDRESS, PROVIDER_NAME, WITHOUT_PROVIDER } from "../rules/names.ts";
import { REFRESHES } from "../rules/names-beside.ts";
import { calleeName, callTaking, copiesRecords, literalOf, propertyNames, takesRequestKeys } from "./calls.ts";
import { callsLike, pathsRead } from "./calls-by-path.ts";
import type { Candidate } from "./find.ts";
import { calledFunction, parametersOf } from "./functions.ts";
import { declaredRole, importedFrom } from "./imported.ts";
import { makesParameters } from "./library/lookup.ts";
import { lastIdentifier, proofOfProvider } from "./provider-proof.ts";
import { takesProvider } from "./sdk-auth.ts";
import { type Call, constantText, isCall, isMember, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";
import { declaredType } from "./types.ts";
import { lastName } from "./written.ts";

/** The authorization calls that take a sink's scope: the call of an argument sink, else those given the field. */
export function authorizationCalls(code: Code, candidate: Candidate): (Call | t.NewExpression)[] {
  if (candidate.call) return [candidate.call];
  if (candidate.path === undefined) return [];
  const known = authorizing(code).get(candidate);
  if (known) return known;
  const owner = code.tree.classAround(candidate.node) ?? outermostFunction(code, candidate.node) ?? code.tree.program;
  const around = code.tree.functionAround(candidate.node);
  const here = around ? { start: startOf(candidate.node), end: endOf(around) } : { start: 0, end: 0 };
  const taking = callsLike(code, owner, candidate, here, (call) => takesScope(code, call, candidate));
  // What makes one record of several asks nobody: the call that gets that record does.
  const found = [
    ...new Set(taking.map((call) => (copiesRecords(code, call) ? (callTaking(code, call) ?? call) : call))),
  ];
  authorizing(code).set(candidate, found);
  return found;
}

const authorizing = (code: Code) => code.answers.about<Candidate, (Call | t.NewExpression)[]>(authorizing);

/**
 * Where a handler asks for what it has kept: the start of the first authorization call behind a site, in UTF-16 code
 * units; infinite where it makes none itself.
 */
export function askedFrom(code: Code, candidate: Candidate, handler: Node): number {
  const calls = authorizationCalls(code, candidate).filter(
    (call) => covers(handler, call) && startOf(call) >= startOf(candidate.node),
  );
  return Math.min(...calls.map(startOf));
}

/** Whether a call is given the sink's content, or the challenged scope itself, as the `scope` of its options. */
function takesScope(code: Code, call: Call, candidate: Candidate): boolean {
  return call.arguments.some((argument) => {
    const record = unwrap(argument);
    const sink = unwrap(candidate.target);
    const isOwn = isMember(sink) && record.type === "Identifier" && pathOf(code, sink.object) === pathOf(code, record);
    const holder = candidate.holder && pathOf(code, candidate.holder);
    if (isOwn || (holder !== undefined && pathOf(code, record) === holder))
      return mayTakeScope(code, call, argument, candidate);
    return literalOf(code, record)?.properties.some((property) => {
      if (property.type === "SpreadElement") {
        const spread = pathOf(code, property.argument);
        return spread !== undefined && (spread === holder || (isMember(sink) && spread === pathOf(code, sink.object)));
      }
      if (property.type !== "ObjectProperty" || propertyName(code, property.key, property.computed) !== "scope")
        return false;
      if (covers(property.value, candidate.node) || pathsRead(code, property.value).includes(candidate.path))
        return true;
      return candidate.alternatives.some(
        ({ challenged }) =>
          challenged &&
          pathOf(code, challenged) !== undefined &&
          pathOf(code, challenged) === pathOf(code, property.value),
      );
    });
  });
}

/** Whether what is called may take the scope out of a record: a function of the file that only reads other parts of it does not. */
function mayTakeScope(code: Code, call: Call | t.NewExpression, record: Node, { target }: Candidate): boolean {
  const called = isCall(call) ? calledFunction(code, call) : undefined;
  const at = (call.arguments as readonly Node[]).indexOf(record);
  const parameter = called && parametersOf(code, called).find(({ index, isRest }) => index === at && !isRest);
  const member = unwrap(target);
  const name = isMember(member) ? memberName(code, member) : lastName(code, target);
  if (!parameter || name === undefined) return true;
  return (code.bindings.references(parameter.binding) ?? []).some((mention) => {
    const use = code.tree.parent(mention);
    return !isMember(use) || use.object !== mention || (memberName(code, use) ?? name) === name;
  });
}

export function outermostFunction(code: Code, node: Node): Node | undefined {
  let found: Node | undefined;
  for (let at = code.tree.functionAround(node); at; at = code.tree.functionAround(at)) found = at;
  return found;
}

/** Whether a call is proved to ask an authorization server: by its parameters, or by a provider that it is given. */
export function isProvedAuthorization(code: Code, call: Call | t.NewExpression): boolean {
  const [first] = call.arguments;
  if (takesRequestKeys(code, call) || takesProvider(code, call)) return true;
  if (declaredRole(code, call.callee) === "authorization") return true;
  return first !== undefined && proofOfProvider(code, first) !== undefined;
}

/**
 * Whether a call is likely to ask an authorization server. Names count here: this decides what is reported, and never
 * what is proved.
 */
export function isAuthorization(code: Code, call: Call | t.NewExpression): boolean {
  const [first] = call.arguments;
  if (isProvedAuthorization(code, call) || calleeName(code, call) === "auth") return true;
  if (call.type === "NewExpression" && isOfLogin(code, call)) return true;
  return first !== undefined && isLikelyProvider(code, first, call);
}

/**
 * Whether parameters are put behind an address at which a login begins: `redirect(`/auth/people?${query}`)` of
 * `const query = new URLSearchParams({ scope })`.
 */
function isOfLogin(code: Code, made: t.NewExpression): boolean {
  if (!makesParameters(made.callee)) return false;
  const declarator = code.tree.parent(made);
  const binding =
    declarator?.type === "VariableDeclarator" && declarator.id.type === "Identifier"
      ? code.bindings.resolve(declarator.id)
      : undefined;
  return [made, ...((binding && code.bindings.references(binding)) ?? [])].some((mention) => {
    const parent = code.tree.parent(mention);
    const text = isMember(parent) ? code.tree.parent(code.tree.parent(parent) ?? parent) : parent;
    if (text?.type === "TemplateLiteral") return LOGIN_ADDRESS.test(text.quasis[0]?.value.raw ?? "");
    return text?.type === "BinaryExpression" && LOGIN_ADDRESS.test(constantText(code, text.left) ?? "");
  });
}

/** Whether a call looks like one of the SDK's `auth`, by its name or, where a bundler renamed it, by its options. */
export const isLikeSdk = (code: Code, call: Call | t.NewExpression): boolean =>
  code.answers.of(isLikeSdk, call, () => {
    const keys = call.arguments.flatMap((argument) => propertyNames(code, argument));
    return calleeName(code, call) === "auth" || keys.includes("serverUrl");
  });

/**
 * The same of one that may be the SDK's, or lead to it: a function of a file that nowhere speaks of a refresh, and that
 * calls nothing of another file, is another.
 */
export function mayBeSdk(code: Code, call: Call | t.NewExpression): boolean {
  if (!isLikeSdk(code, call)) return false;
  const target = isCall(call) ? calledFunction(code, call) : undefined;
  return !target || speaksOfRefresh(code) || callsElsewhere(code, target);
}

const callsElsewhere = (code: Code, { body }: FunctionNode): boolean =>
  code.tree.own(body, "CallExpression").some(({ callee }) => importedFrom(code, callee) !== undefined);

const speaksOfRefresh = (code: Code): boolean =>
  code.answers.of(speaksOfRefresh, code, () => {
    let isFound = false;
    code.tree.walk(code.tree.program, (node) => {
      const word = node.type === "Identifier" ? node.name : node.type === "StringLiteral" ? node.value : "";
      isFound ||= REFRESHES.test(word);
      return !isFound;
    });
    return isFound;
  });

/** Whether the first argument of a call is named like a provider, beside options and nothing else. */
export function isLikelyProvider(code: Code, node: Node, call: Call | t.NewExpression): boolean {
  const path = pathOf(code, node);
  const [, options, ...others] = call.arguments;
  if (path === undefined || isThis(path) || !options || others.length > 0) return false;
  if (unwrap(options).type !== "ObjectExpression" || declaredType(code, node)?.isPrimitive) return false;
  const isNamed = PROVIDER_NAME.test(lastIdentifier(node) ?? "");
  return isNamed && !propertyNames(code, options).some((key) => WITHOUT_PROVIDER.has(key));
}

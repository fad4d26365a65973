import { calleeName, propertyNames } from "../find/calls.ts";
import { factsAt } from "../find/dominance.ts";
import { isStepUp } from "../find/kinds.ts";
import { authorizationCalls, isSdkCall } from "../find/provider.ts";
import { isCall, isMember, isNeverWritten, pathOf, unwrap } from "../find/syntax.ts";
import { isThis, isThisMember } from "../find/this.ts";
import type { SiteRuleId } from "../model/rules.ts";
import type { Advice } from "../model/site.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, type FunctionNode, indexFrom, isFunction, type Node, startOf } from "../parse/tree.ts";
import { sinkText } from "./change.ts";
import type { Judgement } from "./judge.ts";
import { NO_TOKENS } from "./words.ts";

/** The remarks that stand beside a verdict. */
export function adviceFor(code: Code, judgement: Judgement): Advice[] {
  const found: Advice[] = [];
  const { change, candidate, verdict } = judgement;
  if (verdict === "already-union") return found;
  const call = refreshingCall(code, judgement);
  if (call !== undefined) {
    found.push({ rule: "refresh-cannot-widen", message: refreshWords(code, call, judgement) });
  }
  const around = code.tree.functionAround(candidate.node);
  if (around && retriesUnbounded(code, candidate.node, around)) {
    found.push({
      rule: "unbounded-step-up",
      message: "the handler retries without a visible bound; stop after a fixed number of step-ups",
    });
  }
  if (change?.tokens.kind === "none" && change.tokens.why !== "unauthorized") {
    const why = NO_TOKENS[change.tokens.why];
    found.push({ rule: "granted-scope-unknown", message: `the union lacks the granted scope: ${why}` });
  }
  return found;
}

type AuthorizationCall = ReturnType<typeof authorizationCalls>[number];

/** What to do about a refresh, by what the called function can do: v2 of the SDK takes `forceReauthorization`. */
function refreshWords(code: Code, call: AuthorizationCall, { candidate }: Judgement): string {
  const name = calleeName(code, call) ?? textOf(code, call.callee);
  const fact = `${name}() uses a stored refresh token first, and a refresh cannot widen the scope (RFC 6749 section 6)`;
  const form = (value: string) => `${name}(${firstArgument(code, call)}, { …, forceReauthorization: ${value} })`;
  switch (moduleOf(code, call)?.match(/^@modelcontextprotocol\/(?:client|sdk)\b/)?.[0]) {
    case "@modelcontextprotocol/client": {
      const isWider = `isStrictScopeSuperset(${sinkText(code, candidate)}, tokens?.scope)`;
      return `${fact}; write ${form(candidate.path === undefined ? "true" : isWider)}, which 2.0.0-beta.1 and later take`;
    }
    case "@modelcontextprotocol/sdk":
      return `${fact}; version 1 of the SDK can't be told otherwise: drop the refresh token before the call`;
    default:
      return `${fact}; write ${form("true")} where the installed version takes it, or drop the refresh token before the call`;
  }
}

/** The provider as a call writes it, if that is short. */
function firstArgument(code: Code, call: AuthorizationCall): string {
  const [first] = call.arguments;
  const text = first ? textOf(code, first).replace(/\s+/g, " ") : "";
  return text === "" || text.length > 40 ? "…" : text;
}

/** The module that a called function is imported from. */
function moduleOf(code: Code, call: AuthorizationCall): string | undefined {
  const callee = unwrap(call.callee);
  const binding = callee.type === "Identifier" ? code.bindings.resolve(callee) : undefined;
  const declaration = binding?.kind === "import" ? code.tree.parent(binding.declaration) : undefined;
  return declaration?.type === "ImportDeclaration" ? declaration.source.value : undefined;
}

/** The rules whose sites become a union, now or by a person: a union that a refresh can defeat. */
const WIDENING: ReadonlySet<SiteRuleId> = new Set([
  "replaced-scope",
  "challenge-only-scope",
  "shared-401-403-handler",
  "unproven-step-up",
]);

/** An authorization call of the SDK's kind that may take the refresh branch. */
function refreshingCall(code: Code, { candidate, change, rule }: Judgement): AuthorizationCall | undefined {
  if (!change || !WIDENING.has(rule)) return undefined;
  for (const call of authorizationCalls(code, candidate)) {
    const keys = call.arguments.flatMap((argument) => propertyNames(code, argument));
    if (isSdkCall(code, call) && !keys.includes("forceReauthorization") && !keys.includes("authorizationCode")) {
      return call;
    }
  }
  return undefined;
}

/** Whether the handler tries again, and no test of anything but the challenge stands before that. */
function retriesUnbounded(code: Code, site: Node, around: FunctionNode): boolean {
  const retries = isInEndlessLoop(code, site, around) || isTriedAgain(code, site, around);
  return retries && !isBounded(code, site, around);
}

/** Whether a step-up, from the site on, comes to the head of a loop or to a call of the function itself. */
function isTriedAgain(code: Code, site: Node, around: FunctionNode): boolean {
  const nodes = code.tree.own(around.body, "ContinueStatement", "CallExpression", "OptionalCallExpression");
  for (let index = indexFrom(nodes, startOf(site)); index < nodes.length; index++) {
    const node = nodes[index] as Node;
    const isAgain = node.type === "ContinueStatement" || callsItself(code, node, around);
    if (isAgain && isStepUp(factsAt(code, node).kinds)) return true;
  }
  return false;
}

/** Whether a loop around the site has no condition of its own. */
function isInEndlessLoop(code: Code, site: Node, around: FunctionNode): boolean {
  for (const ancestor of code.tree.ancestors(site)) {
    if (ancestor === around) return false;
    if (ancestor.type === "ForStatement" && !ancestor.test) return true;
    if (ancestor.type === "WhileStatement" && ancestor.test.type === "BooleanLiteral") return true;
  }
  return false;
}

function callsItself(code: Code, call: Node, around: FunctionNode): boolean {
  if (!isCall(call)) return false;
  const callee = unwrap(call.callee);
  for (let target: FunctionNode | undefined = around; target; target = code.tree.functionAround(target)) {
    if (isMember(callee) && "key" in target) {
      return isThis(pathOf(code, callee.object)) && textOf(code, callee.property) === textOf(code, target.key);
    }
    if (callee.type === "Identifier") {
      const binding = code.bindings.resolve(callee);
      if (binding?.kind === "function" && binding.declaration === target) return true;
      if (binding?.declaration.type === "VariableDeclarator" && binding.declaration.init === target) return true;
    }
  }
  return false;
}

/** Whether a test, on the way to a site or after it, looks at something that changes from try to try. */
function isBounded(code: Code, site: Node, around: FunctionNode): boolean {
  const deciding = ["IfStatement", "ForStatement", "WhileStatement", "ConditionalExpression"] as const;
  return code.tree.own(around.body, ...deciding).some((node) => {
    if (!node.test) return false;
    const isOnTheWay = covers(node, site) || isStepUp(factsAt(code, node).kinds);
    return isOnTheWay && readsChangingState(code, node.test);
  });
}

/** Whether a test compares a counter, a mark or a parameter, and not only the challenge. */
function readsChangingState(code: Code, test: Node): boolean {
  let found = false;
  code.tree.walk(test, (node) => {
    if (isFunction(node) || found) return false;
    if (node.type === "BinaryExpression" && /^[<>]/.test(node.operator)) found = true;
    const isOperand = code.tree.parent(node)?.type !== "MemberExpression";
    if (isMember(node) && isOperand && isThisMember(pathOf(code, node)) && isWrittenInClass(code, node)) found = true;
    if (node.type === "Identifier") {
      const binding = code.bindings.resolve(node);
      const isFlag = binding?.kind === "parameter" && code.tree.parent(node)?.type !== "MemberExpression";
      if (binding && (isFlag || (binding.kind === "variable" && !isNeverWritten(code, binding)))) found = true;
    }
    return undefined;
  });
  return found;
}

function isWrittenInClass(code: Code, member: Node): boolean {
  const path = pathOf(code, member);
  if (path === undefined) return false;
  const { written, calledOn } = changesIn(code, code.tree.classAround(member) ?? code.tree.program);
  if (written.has(path)) return true;
  for (let dot = path.indexOf("."); dot >= 0; dot = path.indexOf(".", dot + 1)) {
    if (calledOn.has(path.slice(0, dot))) return true;
  }
  return false;
}

/** The paths that code writes to, and those of what it calls methods on. */
interface Changes {
  readonly written: ReadonlySet<string | undefined>;
  readonly calledOn: ReadonlySet<string | undefined>;
}

const changes = new WeakMap<Node, Changes>();

function changesIn(code: Code, owner: Node): Changes {
  const known = changes.get(owner);
  if (known) return known;
  const written = new Set<string | undefined>();
  const calledOn = new Set<string | undefined>();
  code.tree.walk(owner, (node) => {
    if (node.type === "AssignmentExpression") written.add(pathOf(code, node.left));
    if (node.type === "UpdateExpression") written.add(pathOf(code, node.argument));
    if (isCall(node) && isMember(node.callee)) calledOn.add(pathOf(code, node.callee.object));
    return undefined;
  });
  const found = { written, calledOn };
  changes.set(owner, found);
  return found;
}

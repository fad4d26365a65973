import { truthOf } from "../find/conditions.ts";
import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { ANY, isStepUp, meets } from "../find/kinds.ts";
import { originOf, testedSources } from "../find/origins.ts";
import { isCall, isMember, isNeverWritten, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { isThis, isThisMember } from "../find/this.ts";
import type { Binding } from "../parse/bindings.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, type FunctionNode, indexFrom, isFunction, isLoop, type Node, startOf } from "../parse/tree.ts";
import { leaves } from "./early-proof.ts";
import { isLooking, mayChangeObject } from "./outside-state.ts";
import { retryLimitOf } from "./retry-limit.ts";

/** Whether a handler tries again, and nothing that changes from try to try is seen to end that. */
export function retriesUnbounded(code: Code, candidate: Candidate): boolean {
  const around = code.tree.functionAround(candidate.node);
  if (!around) return false;
  const retries = retriesOf(code, candidate.node, around);
  if (retries.length === 0 || retryLimitOf(code, candidate)?.mark) return false;
  const bounds = new Bounds(code, candidate, around, retries);
  return retries.some((retry) => !bounds.end(retry));
}

/** The nodes by which a step-up is tried again: a loop around the site, a call of the function itself. */
function retriesOf(code: Code, site: Node, around: FunctionNode): Node[] {
  const loop = loopAround(code, site, around);
  const found = loop && !isLeft(code, site, loop) && isRetryLoop(code, loop) ? [loop] : [];
  const nodes = code.tree.own(around.body, "ContinueStatement", "CallExpression", "OptionalCallExpression");
  for (let index = indexFrom(nodes, startOf(site)); index < nodes.length; index++) {
    const node = nodes[index] as Node;
    const again = node.type === "ContinueStatement" ? loopAround(code, node, around) : node;
    const isAgain = node.type === "ContinueStatement" || callsItself(code, node, around);
    // A loop over a list ends with it.
    if (again && isAgain && !isListLoop(again) && isStepUp(factsAt(code, node).kinds)) found.push(again);
  }
  return found;
}

function loopAround(code: Code, node: Node, around: FunctionNode): Node | undefined {
  for (const ancestor of code.tree.ancestors(node)) {
    if (ancestor === around) return undefined;
    if (isLoop(ancestor)) return ancestor;
  }
  return undefined;
}

const isListLoop = ({ type }: Node): boolean => type === "ForOfStatement" || type === "ForInStatement";

/** Whether a loop goes on whatever happens, or as long as the answer says so. */
function isRetryLoop(code: Code, loop: Node): boolean {
  const test = testOf(loop);
  if (isListLoop(loop)) return false;
  if (!test || test.type === "BooleanLiteral" || test.type === "NumericLiteral") return true;
  if (test.type === "UnaryExpression" && test.argument.type === "NumericLiteral") return true;
  return truthOf(code, test).yes.kinds !== ANY;
}

function testOf(node: Node): Node | undefined {
  const test = "test" in node ? node.test : undefined;
  return test && typeof test === "object" ? (test as Node) : undefined;
}

/** Whether a statement after the site, in a block around it, leaves the loop in any case. */
function isLeft(code: Code, site: Node, loop: Node): boolean {
  let child = site;
  for (const parent of code.tree.ancestors(site)) {
    if (child === loop) return false;
    const isLast =
      parent.type === "BlockStatement" ? parent.body : parent.type === "SwitchCase" ? parent.consequent : [];
    if (isLast.some((each) => startOf(each) > startOf(child) && /^(?:Return|Throw|Break)/.test(each.type))) return true;
    if (child.type === "ReturnStatement") return true;
    child = parent;
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

/** More copies than lie between a test and the state that it looks at. */
const MOST_COPIES = 3;
const DECIDING = [
  "IfStatement",
  "ForStatement",
  "WhileStatement",
  "DoWhileStatement",
  "ConditionalExpression",
  "LogicalExpression",
] as const;

/** What may end the retries of one handler. */
class Bounds {
  readonly #code: Code;
  readonly #candidate: Candidate;
  readonly #around: FunctionNode;
  readonly #retries: readonly Node[];
  readonly #answer: ReadonlySet<string>;

  constructor(code: Code, candidate: Candidate, around: FunctionNode, retries: readonly Node[]) {
    this.#code = code;
    this.#candidate = candidate;
    this.#around = around;
    this.#retries = retries;
    const { own, given } = testedSources(code, candidate.facts.tests);
    this.#answer = new Set([...own, ...given].filter((source) => !isThisMember(source)));
  }

  /** Whether a test that decides about the site, or about a retry, looks at something that changes from try to try. */
  end(retry: Node): boolean {
    const { tree } = this.#code;
    return tree.own(this.#around.body, ...DECIDING).some((node) => {
      const test = node.type === "LogicalExpression" ? node.left : node.test;
      return test && this.#decides(node, test, retry) && this.#looksAtChange(test, 0);
    });
  }

  #decides(node: Node, test: Node, retry: Node): boolean {
    const { node: site, facts } = this.#candidate;
    if ([site, retry].some((each) => covers(node, each) && !covers(test, each))) return true;
    const isExit =
      node.type === "IfStatement" && (leaves(node.consequent) || (node.alternate && leaves(node.alternate)) === true);
    return isExit && meets(factsAt(this.#code, node).kinds, facts.kinds);
  }

  #looksAtChange(test: Node, depth: number): boolean {
    let found = false;
    this.#code.tree.walk(test, (node) => {
      if (found || isFunction(node)) return false;
      found = this.#isChange(node, depth);
      return undefined;
    });
    return found;
  }

  #isChange(node: Node, depth: number): boolean {
    if (node.type === "UpdateExpression" || node.type === "AssignmentExpression") return true;
    if (node.type === "BinaryExpression" && /^[<>]/.test(node.operator)) return this.#comparesCounter(node);
    if (isCall(node)) return this.#asksElsewhere(node);
    if (isMember(node)) return isThisMember(pathOf(this.#code, node)) && this.#isWrittenInClass(node);
    const binding = node.type === "Identifier" ? this.#code.bindings.resolve(node) : undefined;
    if (!binding || this.#answer.has(binding.id)) return false;
    if (binding.kind === "parameter") return this.#isPassedAnew(binding);
    if (binding.kind !== "variable") return false;
    const { declaration } = binding;
    if (this.#changesOnTheWay(binding)) return true;
    const init = declaration.type === "VariableDeclarator" ? declaration.init : undefined;
    return init != null && !isFunction(init) && depth < MOST_COPIES && this.#looksAtChange(init, depth + 1);
  }

  /** `attempt < 3`; not `status >= 400`, of what the response says, and not `1 < 2`. */
  #comparesCounter({ left, right }: { left: Node; right: Node }): boolean {
    return [left, right].some((side) => {
      const node = unwrap(side);
      if (/Literal$/.test(node.type)) return false;
      if (node.type === "Identifier") {
        const binding = this.#code.bindings.resolve(node);
        // A constant of the module is the bound, not what is counted.
        if (binding && isNeverWritten(this.#code, binding) && !covers(this.#around, binding.scope)) return false;
        if (binding?.kind === "parameter" && covers(this.#around, binding.scope)) return this.#isPassedAnew(binding);
      }
      const { own, given } = originOf(this.#code, node);
      return ![...own, ...given].some((source) => this.#answer.has(source));
    });
  }

  /** Whether a call of another file's function may itself count, or look at what was counted. */
  #asksElsewhere(call: Node): boolean {
    if (!isCall(call) || calledFunction(this.#code, call)) return false;
    const callee = unwrap(call.callee);
    if (isMember(callee)) {
      const path = pathOf(this.#code, callee.object);
      return isThisMember(path) && !isLooking(memberName(this.#code, callee) ?? "");
    }
    const isKnown = truthOf(this.#code, call).yes.kinds !== ANY || callee.type !== "Identifier";
    const ofAnswer = [...originOf(this.#code, call).given].some((source) => this.#answer.has(source));
    return !isKnown && !ofAnswer && this.#code.bindings.resolve(callee)?.kind === "import";
  }

  #changesOnTheWay(binding: Binding): boolean {
    if (isNeverWritten(this.#code, binding)) return false;
    const { kinds } = this.#candidate.facts;
    return (this.#code.bindings.writes(binding) ?? []).some((write) => meets(factsAt(this.#code, write).kinds, kinds));
  }

  /** Whether a call of the handler itself passes something else for a parameter, or its value is changed. */
  #isPassedAnew(binding: Binding): boolean {
    if (!isFunction(binding.declaration)) return false;
    if (this.#changesOnTheWay(binding)) return true;
    const index = binding.declaration.params.findIndex((parameter) => covers(parameter, binding.identifier));
    return this.#retries.some((retry) => {
      const argument = isCall(retry) ? retry.arguments[index] : undefined;
      return argument !== undefined && pathOf(this.#code, argument) !== binding.id;
    });
  }

  #isWrittenInClass(member: Node): boolean {
    const path = pathOf(this.#code, member);
    if (path === undefined) return false;
    const { written, changedOn } = changesIn(
      this.#code,
      this.#code.tree.classAround(member) ?? this.#code.tree.program,
    );
    if (written.has(path)) return true;
    for (let dot = path.indexOf("."); dot >= 0; dot = path.indexOf(".", dot + 1)) {
      if (changedOn.has(path.slice(0, dot))) return true;
    }
    return false;
  }
}

/** The paths that code writes to, and those of the objects that it changes by their methods. */
interface Changes {
  readonly written: ReadonlySet<string | undefined>;
  readonly changedOn: ReadonlySet<string | undefined>;
}

const changes = (code: Code) => code.answers.about<Node, Changes>(changes);

function changesIn(code: Code, owner: Node): Changes {
  const known = changes(code).get(owner);
  if (known) return known;
  const written = new Set<string | undefined>();
  const changedOn = new Set<string | undefined>();
  code.tree.walk(owner, (node) => {
    if (node.type === "AssignmentExpression") written.add(pathOf(code, node.left));
    if (node.type === "UpdateExpression") written.add(pathOf(code, node.argument));
    if (isCall(node) && isMember(node.callee)) {
      const path = pathOf(code, node.callee.object);
      const isKept = isThisMember(path);
      if (isKept && (mayChangeObject(code, node) || !isLooking(memberName(code, node.callee) ?? "")))
        changedOn.add(path);
    }
    return undefined;
  });
  const found = { written, changedOn };
  changes(code).set(owner, found);
  return found;
}

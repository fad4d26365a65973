import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, indexFrom, isFunction, type Node, startOf } from "../parse/tree.ts";
import { holdsBreak } from "./breaks.ts";
import { isReadingCondition, truthOf } from "./conditions.ts";
import { isCalled } from "./escapes.ts";
import { both, either, eitherOf, type Facts, isNever, NEVER, NOTHING, type Test } from "./facts.ts";
import { callbackFacts, pickedFacts } from "./found.ts";
import { afterExpression, beforeInSequence } from "./guards.ts";
import { ANY, meets, STATUS_401, STATUS_403 } from "./kinds.ts";
import { handsOnError, meantBy } from "./loose-exits.ts";
import { entryFromElsewhere } from "./outside.ts";
import { registeredFacts, strategyEntry } from "./registrations.ts";
import { isSteady, stillTrue } from "./staleness.ts";
import { afterSwitch, caseEntry } from "./switches.ts";
import { isThisMember } from "./this.ts";
import { typedEntry } from "./typed-entries.ts";
import { isExportMention, usesOf } from "./uses.ts";
import { wayBack } from "./way-back.ts";

/** How many callers up the facts are followed, and to how many mentions: beyond, nothing is known. */
const MOST_CALLERS_UP = 8;
const MOST_MENTIONS = 200;

/**
 * What is known wherever control reaches a node: the conditions around it, the early exits before it, and, for code in
 * a function, what holds wherever that function is mentioned.
 */
export function factsAt(code: Code, node: Node): Facts {
  return reached(code, node, 0);
}

/** What is known at a node from the function around it alone, not from where that function is used. */
export function factsWithin(code: Code, node: Node, limit: FunctionNode): Facts {
  return climb(code, node, limit, 0);
}

/** What is known at a node, but for what holds for some callers of the function around it only. */
export function factsOfCall(code: Code, node: Node): Facts {
  const facts = factsAt(code, node);
  const around = facts.ofSomeCallers ? code.tree.functionAround(node) : undefined;
  return around ? factsWithin(code, node, around) : facts;
}

function climb(code: Code, target: Node, limit: Node | undefined, depth: number): Facts {
  let facts = NOTHING;
  let child = target;
  for (let parent = code.tree.parent(child); parent && parent !== limit; parent = code.tree.parent(child)) {
    facts = both(stepFacts(code, parent, child, target), facts);
    if (isFunction(parent)) facts = both(entryFacts(code, parent, depth), facts);
    child = parent;
  }
  return facts;
}

/** For each number of callers up, what holds at a node; null where part of it has to be looked at for each target. */
const reachedAt = (code: Code, depth: number) => code.answers.of(reachedAt, depth, () => new Map<Node, Facts | null>());

/** The same as `climb` to the top, from what is known of the nodes around. */
function reached(code: Code, target: Node, depth: number): Facts {
  if (isReadingCondition()) return climb(code, target, undefined, depth);
  const known = reachedAt(code, depth);
  const steps: { node: Node; step: Facts | null }[] = [];
  let node = target;
  for (let parent = code.tree.parent(node); parent && !known.has(node); parent = code.tree.parent(node)) {
    const own = steadyStep(code, parent, node);
    steps.push({ node, step: own && isFunction(parent) ? both(entryFacts(code, parent, depth), own) : own });
    node = parent;
  }
  let facts = known.has(node) ? (known.get(node) as Facts | null) : NOTHING;
  for (const { node, step } of steps.reverse()) {
    facts = facts && step && both(facts, step);
    known.set(node, facts);
  }
  return facts ?? climb(code, target, undefined, depth);
}

/** What holds for a child of a node, whatever the target below it; null where it depends on that. */
function steadyStep(code: Code, parent: Node, child: Node): Facts | null {
  const statements = statementsOf(parent);
  if (!statements) {
    const facts = conditionFacts(code, parent, child);
    return isSteady(code, facts) ? facts : null;
  }
  const told = child.type === "FunctionDeclaration" ? [] : toldBefore(code, statements, child);
  if (told.some(({ isSteady }) => !isSteady)) return null;
  return told[0]?.after ?? NOTHING;
}

/** What holds for a child of a node, beyond what holds for the node. */
function stepFacts(code: Code, parent: Node, child: Node, target: Node): Facts {
  const statements = statementsOf(parent);
  return statements
    ? before(code, statements, child, target)
    : stillTrue(code, conditionFacts(code, parent, child), target);
}

function statementsOf(node: Node): readonly Node[] | undefined {
  switch (node.type) {
    case "SwitchCase":
      return node.consequent;
    case "BlockStatement":
    case "Program":
    case "StaticBlock":
      return node.body;
    default:
      return undefined;
  }
}

/** What the condition between a node and its child makes certain. */
function conditionFacts(code: Code, parent: Node, child: Node): Facts {
  switch (parent.type) {
    case "IfStatement":
    case "ConditionalExpression":
      if (child === parent.consequent) return truthOf(code, parent.test).yes;
      return child === parent.alternate ? truthOf(code, parent.test).no : NOTHING;
    case "LogicalExpression":
      if (child !== parent.right || parent.operator === "??") return NOTHING;
      return parent.operator === "&&" ? truthOf(code, parent.left).yes : truthOf(code, parent.left).no;
    case "WhileStatement":
      return child === parent.body ? truthOf(code, parent.test).yes : NOTHING;
    case "ForStatement":
      return parent.test && (child === parent.body || child === parent.update)
        ? truthOf(code, parent.test).yes
        : NOTHING;
    case "SwitchStatement":
      return child.type === "SwitchCase" ? caseEntry(code, parent, child) : NOTHING;
    case "SequenceExpression":
      return beforeInSequence(code, parent, child);
    case "ForOfStatement":
      return (child === parent.body && pickedFacts(code, parent.right)) || NOTHING;
    case "CallExpression":
    case "OptionalCallExpression":
      return callbackFacts(code, parent, child) ?? registeredFacts(code, parent, child) ?? NOTHING;
    case "ObjectExpression":
    case "ObjectProperty":
    case "AssignmentExpression":
    case "ArrayExpression":
      return registeredFacts(code, parent, child) ?? NOTHING;
    default:
      return NOTHING;
  }
}

/** What the statements before one have made certain. A function declaration is called from anywhere in its block. */
function before(code: Code, statements: readonly Node[], until: Node, target: Node): Facts {
  if (until.type === "FunctionDeclaration") return NOTHING;
  return toldBefore(code, statements, until).reduceRight<Facts>(
    (facts, { after, isSteady }) => both(facts, isSteady ? after : stillTrue(code, after, target)),
    NOTHING,
  );
}

/** What a statement makes certain for those after it; with that of all before it, back to one that is not steady. */
interface Telling {
  readonly after: Facts;
  readonly isSteady: boolean;
  /** What comes before; absent for the first. */
  readonly former?: Telling | undefined;
}

const telling = (code: Code) => code.answers.about<readonly Node[], readonly Telling[]>(telling);

/** What the statements of a list tell a later one, the latest first. */
function toldBefore(code: Code, statements: readonly Node[], until: Node): Telling[] {
  const found: Telling[] = [];
  const at = indexFrom(statements, startOf(until)) - 1;
  for (let each = tellingOf(code, statements)[at]; each; each = each.former)
    if (each.after !== NOTHING) found.push(each);
  return found;
}

/** For each statement of a list, what it and those before it make certain for those after it. */
function tellingOf(code: Code, statements: readonly Node[]): readonly Telling[] {
  const known = telling(code).get(statements);
  if (known) return known;
  const found: Telling[] = [];
  for (const statement of statements) {
    const after = afterStatement(code, statement);
    const last = found.at(-1);
    const steady = isSteady(code, after);
    found.push(
      steady && last?.isSteady
        ? { after: both(last.after, after), isSteady: true, former: last.former }
        : { after, isSteady: steady, former: last },
    );
  }
  telling(code).set(statements, found);
  return found;
}

const known = (code: Code) => code.answers.about<Node, Facts>(known);

/** What holds when control comes out of a statement at its end. NEVER when it doesn't. */
export function afterStatement(code: Code, statement: Node): Facts {
  let facts = known(code).get(statement);
  if (!facts) {
    facts = readStatement(code, statement);
    known(code).set(statement, facts);
  }
  return facts;
}

function readStatement(code: Code, statement: Node): Facts {
  switch (statement.type) {
    case "ReturnStatement":
    case "ThrowStatement":
    case "ContinueStatement":
    case "BreakStatement":
      return NEVER;
    case "IfStatement": {
      const then = afterStatement(code, statement.consequent);
      const other = statement.alternate ? afterStatement(code, statement.alternate) : NOTHING;
      const isLoose = !statement.alternate && handsOnError(code, statement.consequent);
      if (then === NOTHING && other === NOTHING && !isLoose) return NOTHING;
      const { yes, no } = truthOf(code, statement.test);
      const after = either(both(yes, then), both(no, other));
      return isLoose ? both(after, meantBy(no)) : after;
    }
    case "ExpressionStatement":
      return afterExpression(code, statement.expression);
    case "BlockStatement":
      return afterAll(code, statement.body, NOTHING);
    case "SwitchStatement":
      return afterSwitch(code, statement);
    case "TryStatement":
      return afterTry(code, statement);
    case "WhileStatement":
      return holdsBreak(code, statement.body) ? NOTHING : truthOf(code, statement.test).no;
    case "ForStatement":
      if (holdsBreak(code, statement.body)) return NOTHING;
      return statement.test ? truthOf(code, statement.test).no : NEVER;
    case "DoWhileStatement":
      return holdsBreak(code, statement.body) ? NOTHING : truthOf(code, statement.test).no;
    default:
      return NOTHING;
  }
}

/** What holds behind some statements, given what holds before them. A loop, as nested blocks need the stack. */
export function afterAll(code: Code, statements: readonly Node[], before: Facts): Facts {
  let facts = before;
  for (const statement of statements) facts = both(facts, afterStatement(code, statement));
  return facts;
}

function afterTry(code: Code, statement: t.TryStatement): Facts {
  if (statement.finalizer && isNever(afterStatement(code, statement.finalizer))) return NEVER;
  const after = afterStatement(code, statement.block);
  if (!statement.handler) return after;
  const all = either(after, afterStatement(code, statement.handler.body));
  return all.kinds === ANY ? both(all, meantBy(after)) : all;
}

/**
 * What holds wherever a function is entered. A function can run only after control came to a place that mentions it,
 * so what holds at every mention holds inside. Where not all mentions are known, it is likely at best.
 */
function entryFacts(code: Code, entered: FunctionNode, depth: number): Facts {
  if (depth === MOST_CALLERS_UP) return NOTHING;
  const byDepth = entries(code).get(entered) ?? [];
  entries(code).set(entered, byDepth);
  if (byDepth[depth]) return byDepth[depth];
  const facts = readEntry(code, entered, depth);
  byDepth[depth] = facts.kinds === ANY ? (strategyEntry(code, entered) ?? typedEntry(code, entered)) : facts;
  return byDepth[depth];
}

const entries = (code: Code) => code.answers.about<FunctionNode, Facts[]>(entries);

function readEntry(code: Code, entered: FunctionNode, depth: number): Facts {
  const uses = usesOf(code, entered);
  const elsewhere = uses && !uses.complete ? entryFromElsewhere(code, entered) : undefined;
  if (!uses || uses.mentions.length + (elsewhere?.count ?? 0) === 0 || uses.mentions.length > MOST_MENTIONS)
    return NOTHING;
  const ways = uses.mentions
    .filter((mention) => !(elsewhere && isExportMention(code, mention)))
    .map((mention) => ({ mention, back: wayBack(code, mention, entered) }))
    .filter(({ back }) => back !== "only");
  const mentions = ways.map(({ mention }) => mention);
  const each = ways.map(({ mention, back }) => (back === "also" ? NOTHING : reached(code, mention, depth + 1)));
  if (elsewhere && elsewhere.count > 0) each.push(elsewhere.facts);
  const facts = each.reduce<Facts>(eitherOf, NEVER);
  const ofSomeCallers = elsewhere?.ofSomeCallers || each.some((one) => one.kinds === ANY || one.ofSomeCallers);
  if (isNever(facts) || facts.kinds === ANY) return NOTHING;
  const isHandedOn = !mentions.every((mention) => isCalled(code, mention));
  const isComplete = (uses.complete || elsewhere?.complete === true) && !isHandedOn;
  // What may be called from elsewhere may answer a 403, whatever other answers the calls that are seen are about.
  if (!isComplete && !meets(facts.kinds, STATUS_401 | STATUS_403)) return NOTHING;
  const callers = { node: entered, kind: "callers" as const, ofErrorCode: false };
  const isDoubted = !isComplete || ofSomeCallers;
  const tests: Test[] = [isDoubted ? { ...callers, doubt: "escaping-function" } : callers, ...facts.tests];
  const present = uses.complete ? facts.present.filter(isThisMember) : [];
  const proved = isComplete ? facts.proved : ANY;
  return { kinds: facts.kinds, proved, present, absent: [], tests, ...(ofSomeCallers && { ofSomeCallers }) };
}

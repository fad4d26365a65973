import { calleeName, roleOf } from "../find/calls.ts";
import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { functionNamed } from "../find/functions.ts";
import { readsTokens } from "../find/granted.ts";
import { importedFrom } from "../find/imported.ts";
import { meets } from "../find/kinds.ts";
import { methodOf, putsIn } from "../find/library/lookup.ts";
import { originOf, testedSources } from "../find/origins.ts";
import { setsScopeParameter } from "../find/request-parameters.ts";
import { type Challenge, callKey, comesFrom } from "../find/sources.ts";
import { type Call, initialValue, isCall, isMember, type Member, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { isUnion } from "../find/union-helper.ts";
import type { Code } from "../parse/code.ts";
import { covers, isFunction, type Node } from "../parse/tree.ts";
import { CHECKING, NOT_COMPARING } from "../rules/names.ts";
import { connectedFunctions } from "./connected.ts";
import { functionsOf, handedOver, isChallengeHeader } from "./handed-over.ts";
import { isTold, resultUse } from "./outside-state.ts";
import { entryOf } from "./sink-reads.ts";
import { bodyOf, type Surroundings } from "./state.ts";
import { CHALLENGED, HELD, isRelation, RELATED, STORED, WHOLE } from "./track-kinds.ts";
import { type TracksQuestion, tracksOf } from "./tracks.ts";

/**
 * What decides by how the sink, or what is made of it, relates to the challenged scope, as a handler does that gives up
 * when it is challenged again for what it asked for last. A union is not equal to what it was made of: the step-ups
 * would not end. The handler's callers and what it calls are looked at too: there the next try is decided on.
 */
export function decidingComparison(code: Code, candidate: Candidate): Node | undefined {
  const { node, facts } = candidate;
  return relationsOf(code, candidate)?.decisions.find(
    (decision) => meets(factsAt(code, decision).kinds, facts.kinds) && !guardsOnly(code, decision, node),
  );
}

/** What is done in a handler's run with what its sink holds, and with what is challenged. */
interface Relations {
  readonly decisions: readonly Node[];
  readonly functions: readonly Surroundings[];
  readonly question: TracksQuestion;
}

/** What relates in a handler, by its sink and its challenge: many sites of one handler have the same. */
const known = (code: Code) => code.answers.about<Surroundings, Map<string, Relations>>(known);

export function relationsOf(code: Code, candidate: Candidate): Relations | undefined {
  const { path, node, facts, alternatives } = candidate;
  if (path === undefined) return undefined;
  const around = code.tree.functionAround(node) ?? code.tree.program;
  const challenge = testedSources(code, facts.tests);
  const paths = new Set(alternatives.flatMap(({ challenged }) => (challenged && pathOf(code, challenged)) ?? []));
  const key = [path, ...paths, "", ...challenge.own, "", ...challenge.given].join(" ");
  const byKey = known(code).get(around) ?? new Map<string, Relations>();
  known(code).set(around, byKey);
  const relations = byKey.get(key) ?? allRelations(code, candidate, path, paths, challenge);
  byKey.set(key, relations);
  return relations;
}

function allRelations(
  code: Code,
  candidate: Candidate,
  path: string,
  paths: ReadonlySet<string>,
  challenge: Challenge,
): Relations {
  const around = code.tree.functionAround(candidate.node) ?? code.tree.program;
  const handed = handedOver(code, candidate.target);
  // What the helper of another site compares are the scopes that it joins.
  const functions = [...new Set([...connectedFunctions(code, around), ...(handed ? functionsOf(code) : [])])].filter(
    (each) => !(each.type === "FunctionDeclaration" && isUnion(code, each)),
  );
  const isGotAgain = gotAgain(code, candidate.target);
  const isChallenged = challengedIn(code, paths, challenge, functions);
  const leaf = (expression: Node): number => {
    if (expression.type === "AssignmentExpression") return pathOf(code, expression.left) === path ? HELD : 0;
    if (handed?.(expression) || isGotAgain(expression)) return HELD;
    if (isChallengeHeader(code, expression)) return CHALLENGED;
    if (readsTokens(code, expression)) return STORED;
    return isChallenged(expression) ? CHALLENGED : 0;
  };
  let holding: ReadonlySet<string> = new Set([path]);
  // A copy of a copy is found in the second round.
  for (let round = 0; round < 2; round++)
    holding = new Set([path, ...copiesIn(code, { code, leaf, holding, memory: new Map() }, functions)]);
  const question = { code, leaf, holding, memory: new Map<Node, number>() };
  const decisions = functions.flatMap((each) => decisionsIn(code, question, each, covers(each, around)));
  return { decisions, functions, question };
}

/**
 * Whether a member is the sink of a record that is got once more, in the same way: `connections.get(origin).scope`; or of
 * an entry by a key that may be the same, `asked[message.url]` for `asked[url]`.
 */
function gotAgain(code: Code, target: Node): (expression: Node) => boolean {
  const sink = unwrap(target);
  const entry = entryOf(pathOf(code, sink));
  if (entry !== undefined) return (expression) => isMember(expression) && entryOf(pathOf(code, expression)) === entry;
  const getter = isMember(sink) ? getterOf(code, sink) : undefined;
  if (!isMember(sink) || getter === undefined) return () => false;
  const name = memberName(code, sink);
  return (expression) =>
    isMember(expression) && memberName(code, expression) === name && getterOf(code, expression) === getter;
}

/** By what the record of a member is got: the path of the function whose result it is. */
function getterOf(code: Code, { object }: Member): string | undefined {
  const record = unwrap(object);
  const binding = record.type === "Identifier" ? code.bindings.resolve(record) : undefined;
  const made = binding ? initialValue(code, binding) : record;
  const call = made && unwrap(made);
  return isCall(call) ? pathOf(code, call.callee) : undefined;
}

/** Whether an expression is what this challenge, or the one of another try, names. */
function challengedIn(
  code: Code,
  paths: ReadonlySet<string>,
  challenge: Challenge,
  functions: readonly Surroundings[],
): (expression: Node) => boolean {
  const readers = new Map<string, string>();
  for (const each of functions) {
    for (const call of code.tree.own(bodyOf(each), "CallExpression", "OptionalCallExpression")) {
      const callee = unwrap(call.callee);
      const binding = callee.type === "Identifier" ? code.bindings.resolve(callee) : undefined;
      const isNamed =
        binding?.kind === "import" || (functionNamed(code, callee) ?? importedFrom(code, callee)) !== undefined;
      const name = isNamed ? pathOf(code, callee) : undefined;
      if (name !== undefined) readers.set(callKey(call), name);
    }
  }
  const readersOf = (sources: ReadonlySet<string>) => [...sources].flatMap((source) => readers.get(source) ?? []);
  const known = new Set(readersOf(challenge.own));
  return (expression) => {
    const own = pathOf(code, expression);
    if (own !== undefined && paths.has(own)) return true;
    if (expression.type !== "Identifier" && !isMember(expression)) return false;
    const origin = originOf(code, expression);
    if (!origin.namesScope) return false;
    return comesFrom(origin, challenge) || readersOf(origin.own).some((reader) => known.has(reader));
  };
}

/** The paths to which what the sink holds is copied, and of the collections to which it is added. */
function copiesIn(code: Code, question: TracksQuestion, functions: readonly Surroundings[]): string[] {
  const isHeld = (value: Node) => (tracksOf(question, value) & (HELD | WHOLE)) !== 0;
  const found: string[] = [];
  const isThrown = functions.some((each) =>
    code.tree.own(bodyOf(each), "ThrowStatement").some(({ argument }) => isHeld(argument)),
  );
  for (const each of functions) {
    for (const { param } of isThrown ? code.tree.own(bodyOf(each), "CatchClause") : []) {
      const error = param?.type === "Identifier" ? pathOf(code, param) : undefined;
      // A text that was thrown with it in is caught as the error's.
      if (error !== undefined) found.push(`${error}.message`);
    }
    for (const node of code.tree.own(bodyOf(each), "AssignmentExpression", "CallExpression")) {
      const isPut = isCall(node) && putsIn(methodOf(code, node.callee));
      const target =
        node.type === "AssignmentExpression"
          ? node.left
          : isPut && isMember(node.callee)
            ? node.callee.object
            : undefined;
      const to = (target && isMember(unwrap(target))) || isPut ? target && pathOf(code, target) : undefined;
      if (to === undefined) continue;
      const values = node.type === "AssignmentExpression" ? [node.right] : node.arguments;
      if (values.some(isHeld)) found.push(to);
    }
  }
  return found;
}

/** The nodes of a function that decide by such a relation. */
function decisionsIn(code: Code, question: TracksQuestion, around: Surroundings, isHandler: boolean): Node[] {
  const found: Node[] = [];
  const isRelated = (value: Node | null | undefined) => value && (tracksOf(question, value) & RELATED) !== 0;
  code.tree.walkOwn(bodyOf(around), (node) => {
    if (decides(code, question, node, isRelated, isHandler)) found.push(node);
    return undefined;
  });
  return found;
}

function decides(
  code: Code,
  question: TracksQuestion,
  node: Node,
  isRelated: (value: Node | null | undefined) => unknown,
  isHandler: boolean,
): unknown {
  switch (node.type) {
    case "IfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "ForStatement":
      return isRelated(node.test);
    case "ConditionalExpression":
      return isRelated(node.test) && !isTold(code, node);
    case "LogicalExpression":
      return isRelated(node.left) && !isTold(code, node);
    case "SwitchStatement": {
      const tracks = tracksOf(question, node.discriminant);
      return (
        (tracks & RELATED) !== 0 ||
        node.cases.some(({ test }) => (test && isRelation(tracks, tracksOf(question, test))) || isRelated(test))
      );
    }
    case "ReturnStatement":
      // What the handler's caller does by it is not seen.
      return isHandler && isRelated(node.argument) && !(isCall(node.argument) && isNoComparison(code, node.argument));
    case "CallExpression":
    case "OptionalCallExpression":
      return isOfNoUse(code, node) && isRelatedCall(code, node, isRelated);
    default:
      return false;
  }
}

/** Whether a call whose result is of no use is given both to a function that is not read, and may throw: `assertNew(this.scope, scope)`. */
function isRelatedCall(code: Code, call: Call, isRelated: (value: Node) => unknown): boolean {
  if (functionNamed(code, call.callee) || setsScopeParameter(code, call)) return false;
  const isTelling =
    roleOf(code, call) === "telling" &&
    !CHECKING.test(calleeName(code, call) ?? "") &&
    !call.arguments.some((each) => isFunction(each));
  return !isTelling && !isNoComparison(code, call) && isRelated(call) === true;
}

const isNoComparison = (code: Code, call: Call): boolean => NOT_COMPARING.test(calleeName(code, call) ?? "");

/** Whether nothing is made of what a call gives, awaited or not. */
function isOfNoUse(code: Code, call: Call): boolean {
  const use = resultUse(code, call);
  const parent = use === "awaited" ? code.tree.parent(call) : undefined;
  return use === "none" || (parent !== undefined && resultUse(code, parent) === "none");
}

/** Whether nothing depends on a comparison but the assignment itself: `if (this._scope !== scope) this._scope = scope;`. */
function guardsOnly(code: Code, decision: Node, site: Node): boolean {
  for (const node of [decision, ...code.tree.ancestors(decision)]) {
    if (node.type === "LogicalExpression" && covers(node.right, site)) return node.right === site;
    if (node.type === "LogicalExpression") continue;
    if (node.type !== "IfStatement" || node.alternate || covers(node.consequent, decision)) return false;
    const { consequent } = node;
    const only = consequent.type === "BlockStatement" && consequent.body.length === 1 ? consequent.body[0] : consequent;
    return only?.type === "ExpressionStatement" && only.expression === site;
  }
  return false;
}

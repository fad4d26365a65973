import type * as t from "@babel/types";
import { type Code, textOf } from "../parse/code.ts";
import { type FunctionNode, indexFrom, type Node, startOf } from "../parse/tree.ts";
import { ASSERTING_MODULE, ASSERTION, ASSERTION_METHOD, ASSERTION_OF_EQUALITY } from "../rules/names.ts";
import { calleeName } from "./calls.ts";
import { equality } from "./comparisons.ts";
import { truthOf } from "./conditions.ts";
import { afterAll } from "./dominance.ts";
import { both, either, type Facts, NOTHING } from "./facts.ts";
import { calledFunction, parametersOf, returnedValues } from "./functions.ts";
import { handsOnError, meantBy } from "./loose-exits.ts";
import { fromPredicate } from "./predicates.ts";
import { isDeferred } from "./shells.ts";
import { type Call, constantValue, isCall, isMember, memberName, unwrap } from "./syntax.ts";

/** What holds behind an expression that comes to its end only where something holds: `assert(error === …)`. */
export function afterExpression(code: Code, expression: Node): Facts {
  switch (expression.type) {
    case "ParenthesizedExpression":
      return afterExpression(code, expression.expression);
    case "SequenceExpression":
      return expression.expressions.map((each) => afterExpression(code, each)).reduce(both, NOTHING);
    case "AwaitExpression": {
      const call = unwrap(expression.argument);
      return isCall(call) ? afterCall(code, call, "awaited") : NOTHING;
    }
    case "LogicalExpression": {
      // `error !== code && refuse()`, minified.
      const right = expression.operator === "??" ? NOTHING : afterExpression(code, expression.right);
      const isLoose = expression.operator === "&&" && handsOnError(code, expression.right);
      if (right === NOTHING && !isLoose) return NOTHING;
      const { yes, no } = truthOf(code, expression.left);
      if (isLoose) return both(either(no, both(yes, right)), meantBy(no));
      return expression.operator === "&&" ? either(no, both(yes, right)) : either(yes, both(no, right));
    }
    case "CallExpression":
      return afterCall(code, expression, "direct");
    default:
      return NOTHING;
  }
}

/** What the expressions before one make certain for it, in a minifier's sequence. */
export function beforeInSequence(code: Code, sequence: t.SequenceExpression, child: Node): Facts {
  let all = sequences(code).get(sequence);
  if (!all) {
    all = [NOTHING];
    for (const each of sequence.expressions) all.push(both(all.at(-1) ?? NOTHING, afterExpression(code, each)));
    sequences(code).set(sequence, all);
  }
  return all[indexFrom(sequence.expressions, startOf(child))] ?? NOTHING;
}

/** For each expression of a sequence, what those before it make certain; and at the end, what all do. */
const sequences = (code: Code) => code.answers.about<Node, Facts[]>(sequences);

function afterCall(code: Code, call: Call, result: "awaited" | "direct"): Facts {
  const target = calledFunction(code, call);
  if (!target) return assertedBy(code, call);
  // What an async function finds out is known when it is done, and a generator has not begun.
  if (target.generator || (isDeferred(target) && result === "direct")) return NOTHING;
  const ended = afterFunction(code, target);
  // `check(condition)`, which throws unless what it is given is truthy.
  const asserted = parametersOf(code, target).flatMap(({ binding, index }) => {
    const value = call.arguments[index];
    return value && ended.present.includes(binding.id) ? [truthOf(code, value).yes] : [];
  });
  return asserted.reduce(both, fromPredicate(call, ended));
}

/** More functions than call each other for one guard. */
const MOST_DEPTH = 20;
const known = (code: Code) => code.answers.about<FunctionNode, Facts>(known);
let depth = 0;

/** What holds when a function comes back without having thrown. */
function afterFunction(code: Code, target: FunctionNode): Facts {
  const found = known(code).get(target);
  if (found) return found;
  const { body } = target;
  if (body.type !== "BlockStatement" || depth > MOST_DEPTH) return NOTHING;
  // Until it is known, a function that calls itself tells nothing.
  known(code).set(target, NOTHING);
  depth++;
  try {
    const end = afterAll(code, body.body, NOTHING);
    const returns = end === NOTHING ? undefined : returnedValues(code, target);
    const facts = returns?.map((each) => each.facts).reduce(either, end) ?? NOTHING;
    known(code).set(target, facts);
    return facts;
  } finally {
    depth--;
  }
}

/** What an assertion of a library leaves: `assert(condition)`, `invariant(condition)`, `assert.equal(error, code)`. */
function assertedBy(code: Code, call: Call): Facts {
  const callee = unwrap(call.callee);
  const [condition, value] = call.arguments;
  const object = isMember(callee) ? unwrap(callee.object) : callee;
  // `strict_1.default.equal(…)`, compiled.
  const root = isMember(object) && memberName(code, object) === "default" ? unwrap(object.object) : object;
  if (!condition || root.type !== "Identifier" || root.name === "console") return NOTHING;
  const method = isMember(callee) ? memberName(code, callee) : undefined;
  const isKnown = ASSERTING_MODULE.test(moduleOf(code, root) ?? "");
  if (!isKnown && !ASSERTION.test(calleeName(code, call) ?? "") && !ASSERTION.test(root.name)) return NOTHING;
  let facts: Facts | undefined;
  if (method === undefined || ASSERTION_METHOD.test(method)) facts = truthOf(code, condition).yes;
  else if (value && ASSERTION_OF_EQUALITY.test(method)) {
    const truth =
      equality(code, condition, value, call, "comparison") ?? equality(code, value, condition, call, "comparison");
    facts = truth?.yes;
  }
  // A function that only bears the name of an assertion may do anything.
  if (!facts || facts === NOTHING || isKnown) return facts ?? NOTHING;
  const { kinds, tests } = facts;
  return { ...NOTHING, kinds, tests };
}

/** The module that a name is imported from, or required. */
function moduleOf(code: Code, name: Node): string | undefined {
  if (name.type !== "Identifier") return undefined;
  const declaration = code.bindings.resolve(name)?.declaration;
  const parent = declaration && code.tree.parent(declaration);
  if (parent?.type === "ImportDeclaration") return parent.source.value;
  const value = constantValue(code, name);
  // A bundler wraps it: `__toESM(require("node:assert"))`.
  return isCall(value) ? /\brequire\(["']([^"']+)["']\)/.exec(textOf(code, value))?.[1] : undefined;
}

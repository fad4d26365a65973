import type * as t from "@babel/types";
import type { Binding } from "../../parse/bindings.ts";
import type { Code } from "../../parse/code.ts";
import type { FunctionNode, Node } from "../../parse/tree.ts";
import { roleOf } from "../calls.ts";
import { libraryOf, methodOf, runsForEach } from "../library/lookup.ts";
import type { Method } from "../library/row.ts";
import { onlyValue } from "../lowered.ts";
import { coreOf, functionGiven, paramsOf, shellOf } from "../shells.ts";
import { type Call, constantText, isCall, isNothing, memberName, propertyName, unwrap } from "../syntax.ts";
import { calledFunctions, usesOf } from "../uses.ts";
import { isAnsweredScope } from "./answered-scope.ts";
import { keepsElements } from "./nothing-dropped.ts";

/** Where all of a value gets: to what is sought, nowhere, out of the function as its result, or where it is not all of it. */
export type Fate = "reached" | "unused" | "returned" | "lost";

/** What is sought of a value, and what else may be done with it on the way. */
export interface Search {
  readonly code: Code;
  /** Whether each element may be followed by itself: what is put into a Set one by one is in it as a whole. */
  readonly byElement: boolean;
  /** What a call makes of a value that it is given, if the search knows it. */
  taken(call: Call | t.NewExpression, child: Node): Fate | undefined;
  /** What comes of it as a property of a record. */
  asPart(property: t.ObjectProperty, name: string | undefined): Fate;
  /** What comes of a record that holds it and is spread into another, if the search knows that. */
  spread?(element: t.SpreadElement): Fate;
  /** What comes of it where it is assigned to something other than a variable. */
  assigned(assignment: t.AssignmentExpression): Fate;
  /** What a call makes of it that runs no code of the file. */
  outside(call: Call | t.NewExpression): Fate;
  /** What comes of it where a function gives it. */
  result(around: FunctionNode): Fate;
  /** The ids of the names by which it was followed. */
  readonly names: Set<string>;
  /** The functions into which it was followed. */
  readonly entered: Set<FunctionNode>;
  /** Whether a call of a function of the file is always made, and done where what it leads to is wanted. */
  runs?(call: Call): boolean;
  /** The function into which it is followed. */
  readonly within?: FunctionNode;
}

/** More steps than lie between a field and who asks for it. */
const MOST_STEPS = 60;
const MOST_DEPTH = 6;

/** The fate of several uses of one value: the worst, or else the best. */
export function fateOfAll(fates: readonly Fate[]): Fate {
  if (fates.includes("lost")) return "lost";
  return fates.find((each) => each === "returned") ?? fates.find((each) => each === "reached") ?? "unused";
}

/** Follows all of a value outwards. */
export function fateOf(search: Search, value: Node, depth = 0): Fate {
  if (depth > MOST_DEPTH) return "lost";
  let child = value;
  let steps = 0;
  for (const parent of search.code.tree.ancestors(value)) {
    const step = steps++ > MOST_STEPS ? "lost" : stepOf(search, parent, child, depth);
    if (step !== "whole") return step;
    child = parent;
  }
  return "lost";
}

type Step = Fate | "whole";

function stepOf(search: Search, parent: Node, child: Node, depth: number): Step {
  const { code } = search;
  switch (parent.type) {
    case "SequenceExpression":
      return parent.expressions.at(-1) === child ? "whole" : "unused";
    case "AwaitExpression":
    case "SpreadElement":
    case "ArrayExpression":
    case "TemplateLiteral":
      return "whole";
    case "BinaryExpression":
      return parent.operator === "+" ? "whole" : "unused";
    case "LogicalExpression":
      if (parent.operator === "&&") return parent.left === child ? "unused" : "whole";
      if (parent.left === child) return "whole";
      return isAnsweredScope(code, parent.left) ? "unused" : "lost";
    case "ConditionalExpression": {
      if (parent.test === child) return "unused";
      return isPlain(code, parent.consequent === child ? parent.alternate : parent.consequent) ? "whole" : "lost";
    }
    case "UnaryExpression":
    case "IfStatement":
    case "ExpressionStatement":
      return "unused";
    case "VariableDeclarator":
      return parent.init === child ? ofName(search, nameOf(code, parent.id), depth) : "lost";
    case "AssignmentExpression": {
      if (parent.right !== child || parent.operator !== "=") return "lost";
      if (parent.left.type !== "Identifier") return search.assigned(parent);
      if (onlyValue(code, parent.left) !== child) return "lost";
      return fateOfAll([ofName(search, nameOf(code, parent.left), depth), fateOf(search, parent, depth + 1)]);
    }
    case "ObjectProperty":
      if (parent.value !== child || code.tree.parent(parent)?.type !== "ObjectExpression") return "lost";
      return search.asPart(parent, propertyName(code, parent.key, parent.computed));
    case "ForOfStatement":
      if (parent.right !== child || !search.byElement || parent.left.type !== "VariableDeclaration") return "lost";
      return ofName(search, nameOf(code, parent.left.declarations[0]?.id), depth);
    case "MemberExpression":
    case "OptionalMemberExpression":
      return ofMember(search, parent, child);
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
      return parent.callee === child ? ofMethod(search, parent, depth) : intoCall(search, parent, child, depth);
    case "ReturnStatement":
      return given(search, code.tree.functionAround(parent));
    case "ArrowFunctionExpression":
      return parent.body === child ? given(search, parent) : "lost";
    default:
      return unwrap(parent) === unwrap(child) ? "whole" : "lost";
  }
}

const given = (search: Search, around: FunctionNode | undefined): Fate =>
  !around ? "lost" : around === search.within ? "returned" : search.result(around);

/** Nothing, or something that is the same each time. */
const isPlain = (code: Code, value: Node): boolean =>
  isNothing(value) ||
  constantText(code, value) !== undefined ||
  (unwrap(value).type === "ArrayExpression" && (unwrap(value) as t.ArrayExpression).elements.length === 0);

const nameOf = (code: Code, name: Node | undefined): Binding | undefined =>
  name?.type === "Identifier" ? code.bindings.resolve(name) : undefined;

/** The fate of what a variable or a parameter holds that is given nothing else. */
export function ofName(search: Search, binding: Binding | undefined, depth: number): Fate {
  if (!binding) return "lost";
  search.names.add(binding.id);
  const { code } = search;
  const writes = new Set<Node>(code.bindings.writes(binding));
  const isOnce =
    writes.size <= (binding.declaration.type === "VariableDeclarator" && !binding.declaration.init ? 1 : 0);
  const references = code.bindings.references(binding);
  if (!references || !isOnce) return "lost";
  return fateOfAll(references.filter((each) => !writes.has(each)).map((each) => fateOf(search, each, depth + 1)));
}

/** A method that is called, or how much there is. */
function ofMember({ code }: Search, member: t.MemberExpression | t.OptionalMemberExpression, child: Node): Step {
  if (member.object !== child) return "lost";
  const parent = code.tree.parent(member);
  if (isCall(parent) && parent.callee === member) return "whole";
  return /^(?:length|size)$/.test(memberName(code, member) ?? "") && !isWrite(code, member) ? "unused" : "lost";
}

function isWrite(code: Code, member: Node): boolean {
  const parent = code.tree.parent(member);
  return (
    parent?.type === "UpdateExpression" ||
    (parent?.type === "AssignmentExpression" && parent.left === member) ||
    (parent?.type === "UnaryExpression" && parent.operator === "delete") ||
    /Pattern$|^RestElement$/.test(parent?.type ?? "")
  );
}

/** What a method makes of the text or list on which it is called. */
function ofMethod(search: Search, call: Call | t.NewExpression, depth: number): Step {
  const { code } = search;
  const method = methodOf(code, call.callee);
  const [first, ...others] = call.arguments;
  if (!method || call.type === "NewExpression") return "lost";
  // What is added to a copy takes nothing away.
  if (method.changes) return method.changes === "grows" ? "unused" : "lost";
  switch (method.keeps) {
    case "all":
      return method.altersCase ? "lost" : "whole";
    case "joined":
      return method.isOnce ? "lost" : "whole";
    case "unlimited":
      return others.length === 0 ? "whole" : "lost";
    case "passing":
      return keepsElements(code, call) ? "whole" : "lost";
    case "each": {
      const run = first && functionGiven(code, first);
      return run && others.length === 0 && intoFunction(search, run, 0, depth) === "returned" ? "whole" : "lost";
    }
    case undefined:
      if (runsForEach(method))
        return search.byElement ? intoEach(search, call, depth) : isTest(method) ? "unused" : "lost";
      return isTest(method) && method.gives !== "match" ? "unused" : "lost";
    default:
      return "lost";
  }
}

/** Whether a method tells or counts something: `some`, `has`, `indexOf`. */
const isTest = ({ tells, gives, runs, of }: Method): boolean =>
  tells !== undefined || gives === "position" || (runs === "each" && !of.includes("set"));

/** `words.forEach((each) => this.all.add(each))`, `words.forEach(this.all.add, this.all)` */
function intoEach(search: Search, call: Call, depth: number): Fate {
  const [first] = call.arguments;
  const known = search.taken(call, call.callee);
  if (known) return known;
  const run = first && functionGiven(search.code, first);
  const fate = run ? intoFunction(search, run, 0, depth) : "lost";
  return fate === "returned" ? "unused" : fate;
}

function intoCall(search: Search, call: Call | t.NewExpression, child: Node, depth: number): Step {
  const { code } = search;
  const known = search.taken(call, child);
  if (known) return known;
  const index = (call.arguments as readonly Node[]).indexOf(child);
  const library = libraryOf(code, call.callee);
  if (library) {
    return library.keepsText && !library.record && index === 0 && call.arguments.length === 1 ? "whole" : "lost";
  }
  if (isCall(call)) {
    const targets = calledFunctions(code, call);
    if (targets.length > 0) {
      if (child.type === "SpreadElement") return "lost";
      const fate = fateOfAll(targets.map((target) => intoFunction(search, target, index, depth)));
      if (fate === "reached" && search.runs && !search.runs(call)) return "lost";
      return fate === "returned" ? "whole" : fate;
    }
    const method = methodOf(code, call.callee);
    if (method?.keeps === "joined" && !method.changes && !method.isOnce) return "whole";
    if (method?.tells || method?.of.includes("storage")) return "unused";
    if (method?.changes) return "lost";
    if (roleOf(code, call) === "telling") return "unused";
  }
  return search.outside(call);
}

/** The fate of an argument in the function that gets it; `returned` where all that it gives is made of all of that. */
export function intoFunction(search: Search, target: FunctionNode, index: number, depth: number): Fate {
  const { code } = search;
  const core = coreOf(target);
  if (core.generator && core === target) return "lost";
  search.entered.add(target).add(core);
  const parameter = paramsOf(target)[index];
  const name = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
  const fate = ofName({ ...search, within: core }, nameOf(code, name), depth + 1);
  if (fate !== "returned") return fate;
  if (core.body.type !== "BlockStatement") return fate;
  const others = code.tree
    .own(core.body, "ReturnStatement")
    .filter(({ argument }) => argument && !isPlain(code, argument));
  return others.length === 1 ? fate : "lost";
}

/** The fate of what a function gives, where the file calls it. */
export function fateOfResult(search: Search, around: FunctionNode, depth: number): Fate {
  const { code } = search;
  const target = shellOf(code, around);
  const mentions = usesOf(code, target)?.mentions;
  const isCallback = isCall(code.tree.parent(target));
  if (!mentions || isCallback || depth > MOST_DEPTH) return "lost";
  return fateOfAll(
    mentions.map((mention) => {
      const call = code.tree.parent(mention);
      return isCall(call) && call.callee === mention ? fateOf(search, call, depth + 1) : "lost";
    }),
  );
}

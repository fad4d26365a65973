import type { Range } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, indexFrom, type Node, startOf } from "../parse/tree.ts";
import { literalOf, locksRecord, roleOf } from "./calls.ts";
import type { Candidate } from "./find.ts";
import { calledFunction } from "./functions.ts";
import { type Call, isCall, isMember, memberName, pathOf, unwrap } from "./syntax.ts";

/** The calls of some code by the paths (see `pathOf`) of what they are given, whole or in an object literal. */
type CallsByPath = ReadonlyMap<string | undefined, readonly Call[]>;

const known = (code: Code) => code.answers.about<Node, CallsByPath>(known);

/** More calls than a person gives one scope to. */
const MOST_CALLS = 50;

/**
 * The calls to which something applies, of those that may be given what a sink keeps, the object that keeps it or the
 * challenged scope: they share a path with it, or stand around it. Those of a range come first, then the first few.
 *
 * @param applies decides about one call
 */
export function callsLike(
  code: Code,
  owner: Node,
  candidate: Candidate,
  here: Range,
  applies: (call: Call) => boolean,
): Call[] {
  const calls = callsByPath(code, owner);
  const sink = unwrap(candidate.target);
  const paths = new Set<string | undefined>([
    candidate.path,
    ...(isMember(sink) ? [pathOf(code, sink.object)] : []),
    ...(candidate.holder ? [pathOf(code, candidate.holder)] : []),
    ...candidate.alternatives.flatMap(({ challenged }) => (challenged && pathOf(code, challenged)) ?? []),
  ]);
  const lists = [...paths].map((path) => calls.get(path) ?? []);
  const around = [...code.tree.ancestors(candidate.node)].filter(
    (ancestor): ancestor is Call => isCall(ancestor) && covers(owner, ancestor) && roleOf(code, ancestor) !== "telling",
  );
  const near = lists.flatMap((list) => list.slice(indexFrom(list, here.start), indexFrom(list, here.end)));
  const found = new Set<Call>([...around, ...near].filter(applies));
  for (const list of lists) {
    let count = 0;
    for (const call of list) {
      if (count === MOST_CALLS) break;
      if (!applies(call)) continue;
      found.add(call);
      count++;
    }
  }
  const isHere = (call: Call) => here.start <= startOf(call) && endOf(call) <= here.end;
  return [...found]
    .sort((a, b) => Number(isHere(b)) - Number(isHere(a)) || startOf(a) - startOf(b) || endOf(b) - endOf(a))
    .slice(0, MOST_CALLS);
}

function callsByPath(code: Code, owner: Node): CallsByPath {
  const read = known(code).get(owner);
  if (read) return read;
  const found = new Map<string | undefined, Call[]>();
  code.tree.walk(owner, (node) => {
    if (!isCall(node) || locksRecord(code, node) || roleOf(code, node) === "telling") return undefined;
    for (const path of new Set(node.arguments.flatMap((argument) => pathsGiven(code, argument)))) {
      const calls = found.get(path);
      if (calls) calls.push(node);
      else found.set(path, [node]);
    }
    return undefined;
  });
  known(code).set(owner, found);
  return found;
}

function pathsGiven(code: Code, argument: Node): (string | undefined)[] {
  const record = literalOf(code, argument);
  const given = unwrap(argument);
  const own = given === record ? [] : [pathOf(code, given)];
  const parts = (record?.properties ?? []).flatMap((property) => {
    if (property.type === "ObjectMethod") return [];
    return pathsRead(code, property.type === "SpreadElement" ? property.argument : property.value);
  });
  return [...own, ...parts];
}

/** The paths of what a value is made of: itself, or what a function of the file gives, as `wanted()` that reads `this.scope`. */
export function pathsRead(code: Code, value: Node): (string | undefined)[] {
  const call = unwrap(value);
  const target = isCall(call) ? calledFunction(code, call) : undefined;
  if (!target) return [pathOf(code, value), pathOf(code, listJoined(code, value))];
  const paths: string[] = [];
  const given = target.body.type === "BlockStatement" ? code.tree.own(target.body, "ReturnStatement") : [target.body];
  for (const each of given) {
    code.tree.walk(each, (node) => {
      const path = node.type === "Identifier" || isMember(node) ? pathOf(code, node) : undefined;
      if (path !== undefined) paths.push(path);
      return undefined;
    });
  }
  return paths;
}

/** The list of which a text is made: `this.scopes` of `[...this.scopes].join(" ")`; the text itself where it is of none. */
function listJoined(code: Code, text: Node): Node {
  const call = unwrap(text);
  if (call.type !== "CallExpression" || !isMember(call.callee) || memberName(code, call.callee) !== "join") return text;
  const list = unwrap(call.callee.object);
  const [first, ...others] =
    list.type === "ArrayExpression" ? list.elements : list.type === "CallExpression" ? list.arguments : [list];
  if (!first || others.length > 0) return text;
  return first.type === "SpreadElement" ? first.argument : first;
}

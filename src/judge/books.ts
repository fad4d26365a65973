import { roleOf } from "../find/calls.ts";
import type { Candidate } from "../find/find.ts";
import { functionNamed } from "../find/functions.ts";
import { importedFrom } from "../find/imported.ts";
import { methodOf, putsIn } from "../find/library/lookup.ts";
import { setsScopeParameter } from "../find/request-parameters.ts";
import { expressionNamed, isWritten } from "../find/request-use.ts";
import { type Call, isCall, isMember, type Member, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { isThis, isThisMember } from "../find/this.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { relationsOf } from "./compared.ts";
import { isLooking, resultUse } from "./outside-state.ts";
import { readsOf } from "./sink-reads.ts";
import { bodyOf } from "./state.ts";
import { CHALLENGED, UNSEEN } from "./track-kinds.ts";
import { tracksOf } from "./tracks.ts";

/**
 * Where an object that keeps something by scope, a budget or a lock, is given what is challenged in one call and what
 * the sink holds in another: `budget.take(scope)`, `budget.giveBack(this.scope)`. A union is another key.
 */
export function bookOf(code: Code, candidate: Candidate): Node | undefined {
  const sought = readsOf(code, candidate);
  const reads = code.answers.of(bookOf, sought, () =>
    sought.flatMap((read) => {
      const call = callGiven(code, read);
      const book = call && bookKept(code, call);
      return call && book !== undefined ? [{ call, book }] : [];
    }),
  );
  const relations = reads.length > 0 ? relationsOf(code, candidate) : undefined;
  if (!relations) return undefined;
  const { functions, question } = relations;
  const challenged = functions.flatMap((each) =>
    code.tree.own(bodyOf(each), "CallExpression", "OptionalCallExpression").filter((call) => {
      const given = isCall(call) && bookKept(code, call) !== undefined ? call.arguments : [];
      return given.some((value) => (tracksOf(question, value) & ~UNSEEN) === CHALLENGED);
    }),
  );
  return reads.find(({ call, book }) =>
    challenged.some((each) => each !== call && isCall(each) && bookKept(code, each) === book),
  )?.call;
}

/** The call that is given a value as it is. */
function callGiven(code: Code, value: Node): Call | undefined {
  let child = value;
  for (const parent of code.tree.ancestors(value)) {
    if (isCall(parent)) return (parent.arguments as readonly Node[]).includes(child) ? parent : undefined;
    if (unwrap(parent) !== unwrap(child) && parent.type !== "LogicalExpression") return undefined;
    child = parent;
  }
  return undefined;
}

/** The path of the object, or the module, whose function is called, where that may keep what it is given. */
function bookKept(code: Code, call: Call): string | undefined {
  const callee = unwrap(call.callee);
  const imported = importedFrom(code, callee);
  if (imported || callee.type === "Identifier")
    return imported && roleOf(code, call) === "unknown" ? moduleKeeping(code, call, imported.module) : undefined;
  if (!isMember(callee) || roleOf(code, call) !== "unknown" || setsScopeParameter(code, call)) return undefined;
  if (functionNamed(code, callee) || isLooking(memberName(code, callee) ?? "")) return undefined;
  let root = unwrap(callee.object);
  while (isMember(root)) root = unwrap(root.object);
  const isKnown = root.type === "ThisExpression" || (root.type === "Identifier" && code.bindings.resolve(root));
  const path = pathOf(code, callee.object);
  return isKnown && path !== undefined && !isThis(path) ? path : undefined;
}

/** A module whose function gives nothing: then it keeps what it is given. */
function moduleKeeping(code: Code, call: Call, module: string): string | undefined {
  const parent = code.tree.parent(call);
  const isDone = resultUse(code, parent?.type === "AwaitExpression" ? parent : call) === "none";
  return isDone ? `module:${module}` : undefined;
}

/**
 * Whether a call puts what it is given into a collection of the class, which nothing of the file reads. Who may read it
 * from outside may read the sink as well.
 */
export function isOnlyFilled(code: Code, { object }: Member): boolean {
  const collection = unwrap(object);
  const name = isMember(collection) ? memberName(code, collection) : undefined;
  const path = pathOf(code, collection);
  const owner = code.tree.classAround(collection);
  if (!owner || name === undefined || !isThisMember(path)) return false;
  const reads = (code.bindings.mentions(name.replace(/^#/, ""), owner) ?? []).flatMap((mention) => {
    const read = expressionNamed(code, mention);
    return isMember(read) && !isWritten(code, read) ? [read] : [];
  });
  return reads.every((read) => isFilling(code, read));
}

function isFilling(code: Code, read: Node): boolean {
  const member = code.tree.parent(read);
  const call = member && code.tree.parent(member);
  return (
    isMember(member) &&
    isCall(call) &&
    call.callee === member &&
    putsIn(methodOf(code, member)) &&
    resultUse(code, call) === "none"
  );
}

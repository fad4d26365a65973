import type * as t from "@babel/types";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { libraryOf } from "../find/library/lookup.ts";
import { isWritten } from "../find/request-use.ts";
import { constantText, isCall, isMember, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { isThisMember } from "../find/this.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { rootOf } from "./owners/frames.ts";
import { readsAt } from "./sink-reads.ts";
import { otherThanWhole } from "./whole-reads.ts";

/**
 * A use of all of an object or a record that holds a sink, by which what it keeps gets out: `JSON.stringify(this)`,
 * `{ ...this }`, `return this.state`. Undefined where each is given to a request, or told to a log.
 */
export function takenWhole(code: Code, { path, target }: Candidate): Node | undefined {
  if (path === undefined || path.includes("[")) return undefined;
  const owner = isThisMember(path) ? code.tree.classAround(target) : undefined;
  const field = path.split(".")[1] ?? "";
  const object = owner && code.answers.ofBoth(objectTaken, owner, field, () => objectTaken(code, owner, field));
  const within = owner ?? rootOf(code, target)?.scope ?? code.tree.program;
  return object ?? code.answers.ofBoth(takenWhole, within, path, () => recordTaken(code, path, target, within));
}

function recordTaken(code: Code, path: string, target: Node, within: Node): Node | undefined {
  const [root = "", ...names] = path.split(".");
  const binding = rootOf(code, target);
  const roots = binding?.id === root && isMadeHere(code, binding) ? code.bindings.references(binding) : undefined;
  const inner = names.slice(0, -1).map((name, at) => {
    const record = [root, ...names.slice(0, at + 1)].join(".");
    return { reads: readsAt(code, record, name.replace(/^#/, ""), within), rest: names.slice(at + 1) };
  });
  for (const { reads, rest } of [{ reads: roots ?? [], rest: names }, ...inner])
    for (const read of reads) {
      const use =
        isWritten(code, read) || rest.length === 0
          ? undefined
          : otherThanWhole(code, read, { path, mayBeNothing: true }, rest);
      if (use) return use;
    }
  return undefined;
}

/** Whether a variable begins with a record of this file: what is given or looked up others hold as well, and may read. */
function isMadeHere(code: Code, { declaration, identifier }: Binding): boolean {
  if (declaration.type !== "VariableDeclarator" || declaration.id !== identifier || !declaration.init) return false;
  const made = unwrap(declaration.init);
  return /^(?:Object|New)Expression$/.test(made.type) || (isCall(made) && calledFunction(code, made) !== undefined);
}

/** @param field the field of the object in which the sink lies */
function objectTaken(code: Code, owner: t.Class, field: string): Node | undefined {
  let found: Node | undefined;
  code.tree.walk(owner, (node) => {
    if (node.type === "ThisExpression" && code.tree.classAround(node) === owner && isTaken(code, node, field))
      found ??= code.tree.parent(node);
    return !found;
  });
  return found;
}

/** Whether an object is spread, gone through or read by a key that is not known. What it is given to keeps it as a whole. */
function isTaken(code: Code, object: Node, field: string): boolean {
  const parent = code.tree.parent(object);
  if (isMember(parent)) return memberName(code, parent) === undefined && !isCalledOrWritten(code, parent);
  if (!isCall(parent) || parent.callee === object) return /^(?:SpreadElement|ForInStatement)$/.test(parent?.type ?? "");
  const library = libraryOf(code, parent.callee);
  // `Object.assign(this, …)` writes into it.
  const isWrittenInto = library?.changesFirst && parent.arguments[0] === object;
  if (pathOf(code, parent.callee) !== "Reflect.get") return library !== undefined && !isWrittenInto;
  // `Reflect.get(this, "last")` reads what it names.
  const [, key] = parent.arguments;
  const name = key && constantText(code, key);
  return name === undefined || name === field;
}

function isCalledOrWritten(code: Code, member: Node): boolean {
  const parent = code.tree.parent(member);
  return (isCall(parent) && parent.callee === member) || isWritten(code, member);
}

import type * as t from "@babel/types";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { isKeptAsEntry, keptEntries } from "../find/kept-entries.ts";
import { isWritten } from "../find/request-use.ts";
import { isClass } from "../find/shells.ts";
import { isCall, unwrap } from "../find/syntax.ts";
import { isThis } from "../find/this.ts";
import { usesOf } from "../find/uses.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import type { Held } from "./held-forms.ts";
import { type Holder, holdersOf, selvesTaken } from "./holders.ts";
import { rootOf } from "./owners/frames.ts";
import { readsAt } from "./sink-reads.ts";
import { otherThanWhole } from "./whole-reads.ts";

/**
 * A use of all of an object or a record that holds a sink, by which what it keeps gets out: `JSON.stringify(this)`,
 * `this.watch(this)`, `return this.state`. Undefined where each is given to a request, told to a log, or followed to an end.
 */
export function takenWhole(code: Code, candidate: Candidate): Node | undefined {
  const { path, target } = candidate;
  if (path === undefined || path.includes("[")) return undefined;
  const holders = holdersOf(code, candidate);
  return code.answers.of(takenWhole, holders, () => {
    for (const holder of holders) {
      const use = objectTaken(code, holder) ?? recordTaken(code, holder, target);
      if (use) return use;
    }
    return undefined;
  });
}

/** The same of the variable that holds a sink, and of the records within. */
function recordTaken(code: Code, { other, path, within }: Holder, target: Node): Node | undefined {
  const [root = "", ...names] = path.split(".");
  const binding = other ?? rootOf(code, target);
  const isKept = binding?.id === root && isMadeHere(code, binding);
  const roots = isKept
    ? code.bindings.references(binding)?.filter((mention) => !isKeptAsEntry(code, mention))
    : undefined;
  // What another name has is held by those as well who gave it.
  if (other && !isKept) return undefined;
  const inner = names.slice(0, -1).map((name, at) => {
    const record = [root, ...names.slice(0, at + 1)].join(".");
    return { reads: readsAt(code, record, name.replace(/^#/, ""), within), rest: names.slice(at + 1) };
  });
  for (const { reads, rest } of [{ reads: roots ?? [], rest: names }, ...inner])
    for (const read of reads) {
      const use = isWritten(code, read) || rest.length === 0 ? undefined : ofHeld(code, read, path, { names: rest });
      if (use) return use;
    }
  return undefined;
}

const ofHeld = (code: Code, held: Node, path: string, form: Held): Node | undefined =>
  otherThanWhole(code, held, { path, mayBeNothing: true }, form);

/** Whether a variable begins with a record of this file: what is given or looked up others hold as well, and may read. */
function isMadeHere(code: Code, binding: Binding): boolean {
  const { declaration, identifier } = binding;
  if (keptEntries(code, binding).length > 0) return true;
  if (declaration.type !== "VariableDeclarator" || declaration.id !== identifier || !declaration.init) return false;
  const made = unwrap(declaration.init);
  return /^(?:Object|New)Expression$/.test(made.type) || (isCall(made) && calledFunction(code, made) !== undefined);
}

/** The same of an object by its own `this`, and of what the file makes of its class. */
function objectTaken(code: Code, { within, path }: Holder): Node | undefined {
  const [root = "", ...names] = path.split(".");
  // What the language keeps private nobody reads who is given the object.
  if (!isThis(root) || names[0]?.startsWith("#")) return undefined;
  for (const self of selvesTaken(code, within, root)) {
    const use = ofHeld(code, self, path, { names, object: "own" });
    if (use) return use;
  }
  for (const made of isClass(within) ? madeOf(code, within) : []) {
    const use = ofHeld(code, made, path, { names, object: "made" });
    if (use) return use;
  }
  return undefined;
}

/** Where the file makes an object of a class. */
function madeOf(code: Code, owner: t.Class): readonly Node[] {
  return (usesOf(code, owner)?.mentions ?? []).flatMap((mention) => {
    const parent = code.tree.parent(mention);
    return parent?.type === "NewExpression" && parent.callee === mention ? [parent] : [];
  });
}

import type { Candidate } from "../../find/find.ts";
import { isThisMember } from "../../find/this.ts";
import type { Code } from "../../parse/code.ts";
import { covers, type Node } from "../../parse/tree.ts";
import { accessorsOf } from "../accessors/accessors-of.ts";
import { unreadIn } from "../accessors/effects.ts";
import { otherThanKept } from "../accessors/stores.ts";
import { bookOf } from "../books.ts";
import { otherReader } from "../readers.ts";
import { readsOf } from "../sink-reads.ts";
import { objectTaken, otherThanWhole } from "../whole-reads.ts";
import { met, type Obligation, open } from "./obligation.ts";

/** A field that is read in more places shows no more by all of them. */
const MOST_READS = 20;

const NO_ACCESSORS = { getters: [], setters: [] };

export const noOtherReader: Obligation = {
  id: "no-other-reader",
  why: "What else reads the sink, as a key or as a text for people, would read the union instead of the challenge.",
  ask: ({ code, candidate, known }) => {
    if (candidate.use === "unseen" || candidate.mayChange) return open("unknown-sink", candidate.node);
    const { getters, setters } = candidate.path === undefined ? NO_ACCESSORS : accessorsOf(code, candidate.target);
    for (const getter of getters) {
      const effect = unreadIn(code, getter);
      if (effect) return open("other-reader", candidate.target, effect);
    }
    for (const setter of setters) {
      const use = otherThanKept(code, setter);
      if (use) return open("other-reader", candidate.target, use);
    }
    const reads = readsOf(code, candidate);
    const other = code.answers.of(otherReader, reads, () => {
      for (const read of reads) {
        const reader = otherReader(code, read);
        if (reader) return { read, reader };
      }
      return undefined;
    });
    if (other) return open("other-reader", other.read, other.reader);
    for (const read of reads) {
      const isOfSite = [candidate, ...known].some(
        (each) => each.path === candidate.path && makesValue(code, each, read),
      );
      const use = isOfSite ? undefined : otherThanWhole(code, read, candidate.path ?? "");
      if (use) return open("other-reader", read, use);
    }
    const taken = isThisMember(candidate.path) ? objectTaken(code, candidate.target) : undefined;
    if (taken) return open("other-reader", candidate.target, taken);
    const book = bookOf(code, candidate);
    return book ? open("other-reader", candidate.target, book) : met(...reads.slice(0, MOST_READS));
  },
};

/** Whether a site makes of a read what it writes, itself or by a name for a part of it. */
function makesValue(code: Code, { node, value }: Candidate, read: Node): boolean {
  if (covers(node, read)) return true;
  let isNamed = false;
  code.tree.walk(value, (inner) => {
    const declaration = inner.type === "Identifier" ? code.bindings.resolve(inner)?.declaration : undefined;
    if (declaration?.type === "VariableDeclarator" && covers(declaration, read)) isNamed = true;
    return !isNamed;
  });
  return isNamed;
}

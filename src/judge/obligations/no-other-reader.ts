import type { Candidate } from "../../find/find.ts";
import { askedOfThis } from "../../find/given-this.ts";
import { isMember, unwrap } from "../../find/syntax.ts";
import type { Code } from "../../parse/code.ts";
import { endOf, type Node, startOf } from "../../parse/tree.ts";
import { accessorsOf } from "../accessors/accessors-of.ts";
import { fieldDecorator } from "../accessors/decorators.ts";
import { unreadIn } from "../accessors/effects.ts";
import { otherThanKept } from "../accessors/stores.ts";
import { bookOf } from "../books.ts";
import { readBesideRequest } from "../prepared-request.ts";
import { otherReader } from "../readers.ts";
import { refreshesWith } from "../refreshed.ts";
import { readsOf, readsProper } from "../sink-reads.ts";
import { takenWhole } from "../taken-whole.ts";
import { mayBeNothing } from "../tested-scope.ts";
import { isBegunFor, runOnChange } from "../told-by-change.ts";
import { otherThanWhole } from "../whole-reads.ts";
import { met, type Obligation, open } from "./obligation.ts";

/** A field that is read in more places shows no more by all of them. */
const MOST_READS = 20;

const NO_ACCESSORS = { getters: [], setters: [] };

export const noOtherReader: Obligation = {
  id: "no-other-reader",
  why: "What else reads the sink, as a key or as a text for people, would read the union instead of the challenge.",
  ask: ({ code, candidate, known }) => {
    if (candidate.use === "unseen" || candidate.mayChange) return open("unknown-sink", candidate.node);
    const member = unwrap(candidate.target);
    const handing = isMember(member) ? askedOfThis(code, member) : undefined;
    if (handing) return open("other-reader", candidate.target, handing);
    const { getters, setters } = candidate.path === undefined ? NO_ACCESSORS : accessorsOf(code, candidate.target);
    for (const getter of getters) {
      const effect = unreadIn(code, getter);
      if (effect) return open("other-reader", candidate.target, effect);
    }
    for (const setter of setters) {
      const use = otherThanKept(code, setter);
      if (use) return open("other-reader", candidate.target, use);
    }
    const decorator = candidate.path === undefined ? undefined : fieldDecorator(code, candidate.target);
    if (decorator) return open("other-reader", candidate.target, decorator);
    const reads = readsOf(code, candidate);
    const other = code.answers.of(otherReader, reads, () => firstOf(reads, (read) => otherReader(code, read)));
    if (other) return open("other-reader", other.read, other.reader);
    const watched = code.answers
      .of(runOnChange, reads, () => runningOnChange(code, reads))
      .find(({ reader }) => !isBegunFor(code, candidate.node, reader));
    if (watched) return open("other-reader", watched.read, watched.reader);
    const handler = code.tree.functionAround(candidate.node);
    const refreshed = refreshesWith(code, reads).find(({ around }) => around !== handler);
    if (refreshed) return open("other-reader", refreshed.read, refreshed.grant);
    const prepared = readBesideRequest(code);
    if (prepared) return open("other-reader", candidate.target, prepared);
    const elsewhere = code.answers.ofBoth(readElsewhere, reads, known, () =>
      readElsewhere(code, candidate, reads, known),
    );
    if (elsewhere) return open("other-reader", elsewhere.read, elsewhere.use);
    const taken = takenWhole(code, candidate);
    if (taken) return open("other-reader", candidate.target, taken);
    const book = bookOf(code, candidate);
    return book ? open("other-reader", candidate.target, book) : met(...readsProper(code, reads).slice(0, MOST_READS));
  },
};

function runningOnChange(code: Code, reads: readonly Node[]): { readonly read: Node; readonly reader: Node }[] {
  return reads.flatMap((read) => {
    const reader = runOnChange(code, read);
    return reader ? [{ read, reader }] : [];
  });
}

/** The first of some reads of which something can be told. */
function firstOf(reads: readonly Node[], readerOf: (read: Node) => Node | undefined) {
  for (const read of reads) {
    const reader = readerOf(read);
    if (reader) return { read, reader };
  }
  return undefined;
}

/** The first read of the sink, beside those that its sites make something of, that needs the challenged scope alone. */
function readElsewhere(code: Code, { path = "" }: Candidate, reads: readonly Node[], known: readonly Candidate[]) {
  const sites = known.filter((each) => each.path === path);
  const sink = { path, mayBeNothing: sites.some((each) => mayBeNothing(code, each)) };
  for (const { node } of sites) {
    // `this.note = this.scope = scope`: what is written is given on as well.
    const use = node.type === "AssignmentExpression" ? otherThanWhole(code, node, sink) : undefined;
    if (use) return { read: node, use };
  }
  for (const read of outsideOf(
    sites.flatMap((each) => madeFrom(code, each)),
    reads,
  )) {
    const use = otherThanWhole(code, read, sink);
    if (use) return { read, use };
  }
  return undefined;
}

/** Where a site makes what it writes: itself, and where it names a part of it. */
function madeFrom(code: Code, { node, value }: Candidate): readonly Node[] {
  const found: Node[] = [node];
  code.tree.walk(value, (inner) => {
    const declaration = inner.type === "Identifier" ? code.bindings.resolve(inner)?.declaration : undefined;
    if (declaration?.type === "VariableDeclarator") found.push(declaration);
    return undefined;
  });
  return found;
}

/** Those of some nodes that none of others covers, all of one tree. */
function outsideOf(others: readonly Node[], nodes: readonly Node[]): readonly Node[] {
  const outer = others.toSorted((one, other) => startOf(one) - startOf(other));
  const sorted = nodes.toSorted((one, other) => startOf(one) - startOf(other));
  let next = 0;
  let end = 0;
  return sorted.filter((node) => {
    for (let at = outer[next]; at && startOf(at) <= startOf(node); at = outer[++next]) end = Math.max(end, endOf(at));
    return endOf(node) > end;
  });
}

import type { Candidate } from "../../find/find.ts";
import { initialValue, isCall, unwrap } from "../../find/syntax.ts";
import type { Code } from "../../parse/code.ts";
import { covers, type Node } from "../../parse/tree.ts";
import { accessorsOf } from "../accessors/accessors-of.ts";
import { changingGetter } from "../accessors/effects.ts";
import { memoryOf } from "../change.ts";
import { isOfAll } from "../owners/answered.ts";
import { answeredFor, askedOf, lenderOf, unseenAddress } from "../owners/asked.ts";
import { grantElsewhere } from "../owners/elsewhere.ts";
import { exchangesOf } from "../owners/exchanged.ts";
import { type Frame, frameOfPlace, frameOfSink, outlives, rootOf } from "../owners/frames.ts";
import { sharedRecord } from "../owners/fresh.ts";
import { isMadeOf, keptRecord, lastsWith } from "../owners/kept-record.ts";
import { leftBehind } from "../owners/left.ts";
import { lentByAnother } from "../owners/lent-by-another.ts";
import { changesBesideCell } from "../owners/reactive.ts";
import { ownerWrittenAnew, replacementOf } from "../owners/replaced.ts";
import { toldOfServer } from "../owners/told-of-server.ts";
import { ambientIn } from "../owners/unsteady.ts";
import { variesBy } from "../owners/varies.ts";
import { wholeResource } from "../owners/whole-resource.ts";
import { readsOf } from "../sink-reads.ts";
import { ownTokens, turnOfTokens } from "../tokens-givers.ts";
import { met, type Obligation, open, refuted } from "./obligation.ts";

export const oneOwner: Obligation = {
  id: "one-owner",
  why: "A union must not carry the scopes of one server, account or resource to another's authorization server.",
  ask: ({ code, candidate, known, tokens }) => {
    const memory = memoryOf(code, candidate, known);
    const asked = askedOf(code, memory ?? candidate, tokens);
    // A getter that moves on at each read gives the tokens of one, and asks another.
    for (const each of asked) {
      const changing = changingGetter(code, each);
      if (changing) return open("several-owners", each, changing);
      const ambient = memory && ambientIn(code, each);
      if (memory && ambient) return open("several-owners", ambient, memory.node);
    }
    const unseen = memory && unseenAddress(code, memory);
    if (memory && unseen) return open("several-owners", memory.node, unseen);
    const changing = memory && changesBesideCell(code, memory, asked);
    if (memory && changing) return open("several-owners", changing, memory.node);
    const turn = turnOfTokens(code) ?? ("provider" in tokens ? ownTokens(code, tokens.provider.node) : undefined);
    if (turn) return open("several-owners", (memory ?? candidate).node, turn);
    const anew = memory && ownerWrittenAnew(code, memory);
    if (memory && anew) return open("several-owners", anew, memory.node);
    const home = memory && frameOfMemory(code, memory);
    // What there is one of is kept for all whose browsers are sent to the server.
    const answered = home && isOfAll(code, home) && answeredFor(code, memory);
    if (memory && answered) return open("several-owners", memory.node, answered);
    // What was granted is of one server as well: of the one that the provider was asked for last.
    const lender = lenderOf(tokens);
    const kept = memory && keptRecord(code, memory);
    const homes = [kept?.frame ?? home, lender && frameOfPlace(code, lender)].flatMap((each) => each ?? []);
    const given = kept?.isGiven && !asked.some((each) => isMadeOf(code, kept, each)) ? asked[0] : undefined;
    if (memory && given) return open("several-owners", given, memory.node);
    const shared = memory && !kept && sharedRecord(code, memory, [...asked, ...(lender ? [lender] : [])]);
    if (memory && shared) return open("several-owners", shared, memory.node);
    const lasts = (place: Node) => kept && lastsWith(code, kept, place);
    for (const each of asked) {
      const varies = homes.map((home) => variesBy({ code, home, known: lasts }, each)).find((found) => found);
      if (varies) return open("several-owners", each, varies);
      if (memory && lender && isOneOfSeveral(code, memory, lender, each)) return open("several-owners", each, lender);
      const replaced = memory && home && replacementOf(code, memory, home, each);
      if (replaced) return refuted("several-owners", replaced, memory.node);
      const asking = memory && home && { node: memory.node, sink: memory.path, home, lender };
      const exchanged =
        asking && exchangesOf(code, asking, each).find(({ isAnew, isMeanwhile }) => !isAnew && !isMeanwhile);
      if (exchanged) return open("several-owners", exchanged.node, asking.node);
    }
    const handler = code.tree.functionAround(candidate.node);
    const told = memory && toldOfServer(code, handler, readsOf(code, memory));
    if (memory && told) return open("several-owners", memory.node, told);
    const elsewhere = memory && lender && grantElsewhere(code, readsOf(code, memory), handler);
    if (elsewhere) return open("several-owners", memory.node, elsewhere);
    const other = memory && lentByAnother(code, memory, lender ? [lender, ...asked] : asked);
    if (other) return open("several-owners", memory.node, other);
    const left = memory && leftBehind(code, memory, asked);
    if (left) return open("outlived-grant", memory.node, left);
    const whole = wholeResource(code, (memory ?? candidate).node);
    if (whole) return open("several-owners", (memory ?? candidate).node, whole);
    // Requests that are not seen may ask anybody.
    if (memory && asked.length === 0) return open("several-owners", memory.node);
    return met((memory ?? candidate).node, ...asked);
  },
};

/**
 * The frame of a sink. An accessor that looks at nothing but the module and the outside keeps the same for all objects:
 * in a variable, in the storage of the browser.
 */
function frameOfMemory(code: Code, memory: Candidate): Frame {
  const isOfAll = accessorsOf(code, memory.target).getters.some(({ body }) =>
    code.tree.own(body, "ThisExpression", "Identifier").every((each) => {
      const binding = each.type === "Identifier" ? code.bindings.resolve(each) : undefined;
      const isOutside = !binding || binding.scope === code.tree.program || covers(body, binding.identifier);
      return each.type !== "ThisExpression" && isOutside;
    }),
  );
  return isOfAll ? { within: code.tree.program } : frameOfSink(code, memory);
}

/** Whether the sink and what is asked hang on one record that is got for a run, and the provider outlives it. */
function isOneOfSeveral(code: Code, memory: Candidate, lender: Node, asked: Node): boolean {
  const record = rootOf(code, memory.target);
  const got = record && initialValue(code, record);
  if (!got || !isCall(unwrap(got))) return false;
  if (rootOf(code, asked) !== record || rootOf(code, lender) === record) return false;
  const [own, lent] = [frameOfSink(code, memory), frameOfPlace(code, lender)];
  return outlives(lent, own) && !outlives(own, lent);
}

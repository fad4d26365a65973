import { type Alternative, isReplacement, isUnion } from "../find/alternatives.ts";
import type { Candidate } from "../find/find.ts";
import { INSUFFICIENT, isStepUp, type Kinds, mayStepUp, NONE } from "../find/kinds.ts";
import { isMember, unwrap } from "../find/syntax.ts";
import { keepsValue } from "../find/written.ts";
import type { EngineOptions } from "../model/options.ts";
import type { Code } from "../parse/code.ts";
import { covers, type Node } from "../parse/tree.ts";
import { type Change, changeOf, hasNothingToJoin, memoryOf } from "./change.ts";
import { givenTo } from "./changes.ts";
import { askedOf, lenderOf } from "./owners/asked.ts";
import { type Exchange, exchangesOf } from "./owners/exchanged.ts";
import { frameOfPlace, frameOfSink, rootOf } from "./owners/frames.ts";
import { placesTaken } from "./owners/taken.ts";
import { planTokens, type TokensPlan } from "./tokens.ts";

/** The claim that a candidate replaces the requested scope on a step-up, and what is known for and against it. */
export interface Claim {
  readonly code: Code;
  readonly candidate: Candidate;
  readonly options: EngineOptions;
  /** The candidates of the same handler whose sinks remember the requested scope for it. */
  readonly known: readonly Candidate[];
  /** The values that replace the scope, and those that join it. */
  readonly replacing: readonly Alternative[];
  readonly joining: readonly Alternative[];
  /** What the code may be answering where the scope is replaced; `proved` by tests that are proved alone. */
  readonly kinds: Kinds;
  readonly proved: Kinds;
  /** Whether nothing but a step-up leads to what is written, all of it. */
  readonly isProved: boolean;
}

export function claimOf(code: Code, candidate: Candidate, options: EngineOptions, known: readonly Candidate[]): Claim {
  const { alternatives } = candidate;
  const replacing = alternatives.filter(isReplacement);
  const joining = alternatives.filter((each) => isUnion(each) && mayStepUp(each.facts.kinds));
  const proved = kindsOf(replacing, "proved");
  const isProved =
    isStepUp(proved) && isStepUp(candidate.facts.proved) && !alternatives.some(({ isPartial }) => isPartial);
  return { code, candidate, options, known, replacing, joining, kinds: kindsOf(replacing, "kinds"), proved, isProved };
}

function kindsOf(alternatives: readonly Alternative[], which: "kinds" | "proved"): Kinds {
  return alternatives.reduce((kinds, { facts }) => kinds | facts[which], NONE);
}

/** Where the tokens are read for a claim: code that answers nothing but a step-up may read them anywhere in it. */
export function tokensFor(claim: Claim): TokensPlan {
  const { code, candidate, kinds, options } = claim;
  const plan = planTokens(code, candidate, isStepUp(kinds) ? INSUFFICIENT : kinds, options.tokens);
  const exchanges = exchangesFor(claim, plan);
  const isRemembered = memoryOf(code, candidate, claim.known) !== undefined;
  // The tokens may be of another server, by the time that they are there, than the one that is asked then.
  if (exchanges.some(({ isAnew, isMeanwhile }) => !isMeanwhile && (isAnew || !isRemembered)))
    return { kind: "none", why: "other-server" };
  return exchanges.length > 0 && plan.kind !== "handler" ? { kind: "unsafe", doubt: "runs-at-once" } : plan;
}

/** Where something else may take the place of what is asked, or of what the scope hangs on, while tokens are read. */
function exchangesFor({ code, candidate, known }: Claim, plan: TokensPlan): readonly Exchange[] {
  const lender = lenderOf(plan);
  if (!lender) return [];
  const memory = memoryOf(code, candidate, known);
  const { node, path, target } = memory ?? candidate;
  const home = memory ? frameOfSink(code, memory) : frameOfPlace(code, lender);
  const asking = { node, sink: path, home, lender };
  const sink = unwrap(target);
  const read = [...askedOf(code, memory ?? candidate, plan), ...(isMember(sink) ? [sink.object] : [])];
  return read.flatMap((each) =>
    exchangesOf(code, asking, each).filter((exchange) => !isTakenBefore(code, candidate, each, exchange.node)),
  );
}

/** Whether a handler has named for itself, `const server = this.current`, what something gives another value. */
function isTakenBefore(code: Code, { node }: Candidate, read: Node, giver: Node): boolean {
  const root = rootOf(code, read);
  const isOwn = root && covers(code.tree.functionAround(node) ?? node, root.scope);
  const held = isOwn ? placesTaken(code, root.identifier) : [];
  return (
    held.length > 0 && givenTo(code, giver).every((given) => held.some((place) => `${place}.`.startsWith(`${given}.`)))
  );
}

/** The change that a person might want where none is applied; undefined where it would help nothing. */
export function suggestionFor(claim: Claim): Change | undefined {
  const { code, candidate, known } = claim;
  if (keepsValue(candidate.kind) && candidate.path === undefined) return undefined;
  const change = changeOf(code, candidate, known, tokensFor(claim));
  return typeof change === "string" || hasNothingToJoin(change) ? undefined : change;
}

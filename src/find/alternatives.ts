import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { holdsField } from "./collections.ts";
import { both, either, type Facts, NOTHING } from "./facts.ts";

/** What a value may be made of, as bits. */
export const CHALLENGED = 1;
export const PREVIOUS = 2;
export const GRANTED = 4;
/** Another scope: a configured one, a field's, one whose origin is not known. */
export const OTHER = 8;
export const CONSTANT = 16;
export const UNKNOWN = 32;
/** In place of a scope that the client had: it, or a part of it, may have got lost on the way. */
export const LOST = 64;

/** Parts that keep a scope which the client had. */
export const KEEPING = PREVIOUS | GRANTED | OTHER;

/** One of the values that an expression may have. */
export interface Alternative {
  readonly parts: number;
  /** The challenged scope in it, as written nearest to where it enters. */
  readonly challenged?: Node;
  /** Paths of the parts that keep something. */
  readonly kept: readonly string[];
  /** What holds where this alternative is taken. */
  readonly facts: Facts;
  /** The earlier write of the sink that left no more than the challenged scope in it. */
  readonly overwritten?: Node;
  /** The call of a function that is not read and was given the scope: it may join it, store it, or fetch a token. */
  readonly unread?: Node;
  /** Whether the value was too much to read to its end. */
  readonly isPartial?: boolean;
}

/** Whether an alternative holds the challenged scope and nothing that the client had before. */
export function isReplacement({ parts }: Alternative): boolean {
  return (parts & CHALLENGED) !== 0 && (parts & KEEPING) === 0;
}

/** Whether an alternative holds any scope at all. */
export function holdsScope({ parts }: Alternative): boolean {
  return (parts & (CHALLENGED | KEEPING)) !== 0;
}

/** Whether an alternative joins the challenged scope with one that the client had before. */
export function isUnion({ parts }: Alternative): boolean {
  return (parts & CHALLENGED) !== 0 && (parts & KEEPING) !== 0;
}

/**
 * `previous ? join(previous, scope) : scope`: where there is no previous scope, the challenged one is the union.
 *
 * @param sink the path of the previous scope
 */
export function emptyPreviousCounts(
  sink: string | undefined,
  alternatives: readonly Alternative[],
): readonly Alternative[] {
  const kept = alternatives.flatMap((alternative) => (isUnion(alternative) ? alternative.kept : []));
  if (sink !== undefined) kept.push(sink);
  const isKept = (path: string) => kept.some((keep) => keep === path || areNested(keep, path));
  return alternatives.map((alternative) =>
    isReplacement(alternative) && alternative.facts.absent.some(isKept)
      ? { ...alternative, parts: alternative.parts | PREVIOUS }
      : alternative,
  );
}

/** A value that is one thing. */
export const leaf = (parts: number): Alternative => ({ parts, kept: [], facts: NOTHING });

/** Two values in one. */
export function joined(one: Alternative, other: Alternative): Alternative {
  const challenged = one.challenged ?? other.challenged;
  const overwritten = one.overwritten ?? other.overwritten;
  const unread = one.unread ?? other.unread;
  return {
    parts: one.parts | other.parts,
    ...(challenged && { challenged }),
    ...(overwritten && { overwritten }),
    ...(unread && { unread }),
    kept: [...new Set([...one.kept, ...other.kept])],
    facts: both(one.facts, other.facts),
  };
}

/** Every value of the one together with every value of the other. */
export const paired = (ones: readonly Alternative[], others: readonly Alternative[]): Alternative[] =>
  ones.flatMap((one) => others.map((other) => joined(one, other)));

/** More values of one expression than are told apart. */
export const MOST_ALTERNATIVES = 24;

/** All of several values in one: any value of each together with any of the others. */
export function merged(lists: readonly (readonly Alternative[])[]): readonly Alternative[] {
  let combined: readonly Alternative[] = [leaf(0)];
  for (const all of lists) {
    if (all.length === 0) continue;
    // What may be empty adds nothing then: `[previous ?? "", scope].join(" ")` keeps what there is.
    const filled = all.filter(({ parts }) => parts !== 0);
    const alternatives = filled.length > 0 ? filled : all;
    const isMuch = combined.length * alternatives.length > MOST_ALTERNATIVES;
    combined = isMuch
      ? collapsed(paired(collapsed(combined), collapsed(alternatives)))
      : paired(combined, alternatives);
  }
  return combined;
}

/** Values of which a part may be left out: each as it is, and without the scopes that it keeps. */
export function cut(alternatives: readonly Alternative[]): Alternative[] {
  return alternatives.flatMap((each) => ((each.parts & KEEPING) === 0 ? [each] : [each, withoutKept(each)]));
}

/** A value without the scopes that it keeps. */
export const withoutKept = (alternative: Alternative): Alternative => ({
  ...alternative,
  parts: (alternative.parts & ~KEEPING) | LOST,
  kept: [],
});

/**
 * The values of a choice between two. Where one keeps a scope and the other is empty, that scope is lost, unless it is
 * the one that there is not: `this.scope ? this.scope + " " : ""`.
 */
export function chosen(ones: readonly Alternative[], others: readonly Alternative[]): Alternative[] {
  return [...unlessLost(ones, others), ...unlessLost(others, ones)];
}

/** Values of which the empty ones stand in place of others that keep a scope. */
export function unlessLost(values: readonly Alternative[], others: readonly Alternative[]): readonly Alternative[] {
  const kept = others.filter(({ parts }) => (parts & (PREVIOUS | OTHER)) !== 0).flatMap((each) => each.kept);
  if (kept.length === 0) return values;
  const isThere = ({ facts }: Alternative) =>
    !facts.absent.some((path) => kept.some((keep) => keep === path || areNested(keep, path)));
  return values.map((each) =>
    (each.parts & ~CONSTANT) === 0 && isThere(each) ? { ...each, parts: each.parts | LOST } : each,
  );
}

const areNested = (one: string, other: string): boolean => one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

/** Whether a value is taken where a union is empty, and of what another function was given: no step-up leads there. */
export function isOfOtherChallenge({ tree }: Code, value: Alternative, left: readonly Alternative[]): boolean {
  const { challenged } = left.find(isUnion) ?? {};
  if (!challenged || !value.challenged || left.some(isReplacement)) return false;
  return tree.functionAround(challenged) !== tree.functionAround(value.challenged);
}

/** Values that are too many to tell apart: those are one that hold the challenged scope, or keep one, alike. */
export function collapsed(alternatives: readonly Alternative[]): Alternative[] {
  const groups = new Map<string, Alternative>();
  for (const each of alternatives) {
    const { parts } = each;
    const key = [CHALLENGED, KEEPING, LOST].map((part) => (parts & part) !== 0).join() + (parts === 0);
    const like = groups.get(key);
    groups.set(key, like ? { ...joined(like, each), facts: either(like.facts, each.facts) } : each);
  }
  return [...groups.values()];
}

/** Values that are taken where some facts hold. */
export function under(facts: Facts, alternatives: readonly Alternative[]): Alternative[] {
  return alternatives.map((alternative) => ({ ...alternative, facts: both(facts, alternative.facts) }));
}

/** In a concatenation, a field of unknown content may be the scope kept so far. */
export function withFields(
  code: Code,
  parts: readonly (Node | null)[],
  found: readonly Alternative[],
): readonly Alternative[] {
  if (!parts.some((part) => part && holdsField(code, part))) return found;
  return found.map((each) =>
    (each.parts & UNKNOWN) !== 0 ? { ...each, parts: (each.parts & ~UNKNOWN) | OTHER } : each,
  );
}

import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { holdsField } from "./collections.ts";
import { both, type Facts, NOTHING } from "./facts.ts";

/** What a value may be made of, as bits. */
export const CHALLENGED = 1;
export const PREVIOUS = 2;
export const GRANTED = 4;
/** Another scope: a configured one, a field's, one whose origin is not known. */
export const OTHER = 8;
export const CONSTANT = 16;
export const UNKNOWN = 32;

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
  const isKept = (path: string) =>
    kept.some((keep) => keep === path || keep.startsWith(`${path}.`) || path.startsWith(`${keep}.`));
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
  return {
    parts: one.parts | other.parts,
    ...(challenged && { challenged }),
    kept: [...new Set([...one.kept, ...other.kept])],
    facts: both(one.facts, other.facts),
  };
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

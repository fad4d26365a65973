import { splice } from "../../src/edit/splice.ts";
import type { Mutation } from "./mutations.ts";

/** A source file, and a small fault in it. */
export interface Mutant {
  /** Absolute. */
  readonly file: string;
  readonly original: string;
  readonly mutation: Mutation;
}

/** The text of a file with its fault. */
export const textOf = ({ original, mutation }: Mutant): string => splice(original, [mutation]);

/** Of some mutants those that can be in one text, and the others, whose places are theirs too. */
export function apart(mutants: readonly Mutant[]): [together: Mutant[], others: Mutant[]] {
  const together: Mutant[] = [];
  const others: Mutant[] = [];
  const touch = (one: Mutant, { file, mutation }: Mutant) =>
    one.file === file && one.mutation.start < mutation.end && mutation.start < one.mutation.end;
  for (const mutant of mutants) (together.some((each) => touch(each, mutant)) ? others : together).push(mutant);
  return [together, others];
}

/** The files that mutants apart from each other change, each with all of its faults. */
export function changedFiles(mutants: readonly Mutant[]): { file: string; original: string; text: string }[] {
  const byFile = new Map<string, Mutant[]>();
  for (const mutant of mutants) byFile.set(mutant.file, [...(byFile.get(mutant.file) ?? []), mutant]);
  return [...byFile].map(([file, those]) => {
    const original = those[0]?.original ?? "";
    const edits = those.map(({ mutation }) => mutation).sort((a, b) => a.start - b.start || a.end - b.end);
    return { file, original, text: splice(original, edits) };
  });
}

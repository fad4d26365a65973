/** Why the types of a changed file were not checked. */
export type WhyUnchecked =
  /** No tsconfig lies in its folder or above. */
  | "no-config"
  /** The program has no such file. */
  | "not-included"
  /** It is JavaScript, and neither the tsconfig nor the file asks for a check. */
  | "javascript"
  /** A comment at its head keeps the compiler away. */
  | "no-check"
  /** It changed while the program was read. */
  | "changed"
  /** What was changed in it is a suggestion, which is checked by whoever chose it. */
  | "suggestion";

/** What one program says of the changes in its files. */
export interface TypeCheck {
  /** Its tsconfig, or the folder of one that has none, from the working folder. */
  readonly config: string;
  /** How many files of its own it has. */
  readonly size: number;
  /** The version of TypeScript that checked them. */
  readonly compiler: string;
  /** The files whose types were checked before and after their rewrites, as reports name them. */
  readonly files: readonly string[];
  /** How many rewrites in these were withdrawn. */
  readonly withdrawn: number;
}

/** What was type-checked of the changes of a run, by what, and what was not. */
export interface Verification {
  readonly checks: readonly TypeCheck[];
  readonly unchecked: readonly { readonly file: string; readonly why: WhyUnchecked }[];
}

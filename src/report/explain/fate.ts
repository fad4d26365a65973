/** What a run of `fix` made of a site. */
export type Fate =
  /** Its change was applied. */
  | { readonly kind: "applied" }
  /** It was left to a person, who chose the change that was suggested. */
  | { readonly kind: "decided" }
  /** Its code is as it was: the change was not accepted, the file could not be written, or there is no change. */
  | { readonly kind: "left" }
  /** A comment was added that asks to leave it as it is. */
  | { readonly kind: "silenced"; readonly reason: string };

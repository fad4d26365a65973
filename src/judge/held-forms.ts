/** What of the file holds the sink. */
export interface Held {
  /** The names under which it does. */
  readonly names: readonly string[];
  /**
   * Of an object: whether it hands itself out, and so to whom is not seen; or whether it is one that the file made, as
   * others may as well, who read of it what they are allowed to.
   */
  readonly object?: "own" | "made";
}

/** In what a read has gone on: the text itself where there are no names, else a record that holds it under them. */
export interface Form {
  readonly names: readonly string[];
  /** Whether it is the record that the sink belongs to, and not one that was made for what it is given to. */
  readonly isSinks: boolean;
  readonly object?: Held["object"];
  /** How many records stand around the object: 1 in `{ transport: new Transport() }`. */
  readonly around?: number;
}

/** A record with a part of a name. */
export const wrapped = (form: Form, name: string): Form => ({
  ...form,
  names: [name, ...form.names],
  around: (form.around ?? 0) + 1,
});

/** The part of a record that holds the sink; of an object itself, what it keeps. */
export function partOf({ names, isSinks, object, around = 0 }: Form): Form {
  const [, ...inner] = names;
  return { names: inner, isSinks, ...(object && around > 0 && { object, around: around - 1 }) };
}

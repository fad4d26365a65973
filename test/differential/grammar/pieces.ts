/** A piece of a client's text: what it adds to the class and the module around it. */
export interface Piece {
  /** Text before the class. */
  readonly module?: string;
  readonly fields?: readonly string[];
  readonly members?: readonly string[];
  /** What the constructor does besides keeping its arguments. */
  readonly constructing?: readonly string[];
}

/** What a handler knows of the challenge, as expressions, and the statements that read it. */
export interface Challenge extends Piece {
  readonly lines: readonly string[];
  readonly error: string;
  readonly scope: string;
  readonly header: string;
}

/** The place that keeps the requested scope. */
export interface Container extends Piece {
  /** The statement that writes a value. */
  readonly write: (value: string) => string;
  readonly read: string;
}

/** A bound on retries. */
export interface Limit extends Piece {
  /** The parameter that a request gets for it, and what a retry hands over. */
  readonly parameter?: string;
  readonly pass?: string;
  /** What a helper of the handler hands on. */
  readonly argument?: string;
  readonly test?: readonly string[];
  readonly mark?: readonly string[];
  /** What comes after the authorization. */
  readonly after?: readonly string[];
  /** What a success does. */
  readonly clear?: readonly string[];
}

/** The value of each alternative of a dimension, and whether a client is plain with it: one that has to be migrated. */
export type Table<Value> = Readonly<Record<string, Value>>;

export const REFUSE = 'throw new Error("refused again");';

import type { Operation } from "../../rules/play.ts";
import { type CodePart, type Sentence, say } from "../../rules/sentence.ts";
import type { ChangeKind } from "./words.ts";

/** What the code's course is called that it has no more. */
export const BEFORE_NAME = "before the change";

/** What the course after the change is called. */
export const CHANGE_NAMES = {
  applied: "after the change",
  suggested: "with the suggestion",
  guarded: "after the change",
  done: "after the change",
  decided: "after the change",
  "done-guarded": "after the change",
  left: "with the change",
  silenced: "with the change",
  suppressed: "with the change",
  uncomputed: "with a union",
  needless: "with a union",
} satisfies Record<ChangeKind, string>;

/** The other decision about a handler of both: the union on 401 too. */
export const REFUSED_NAME = "with the union on both";

export const START = (held: CodePart): Sentence => say`A client holds and has asked for ${held}.`;

/** An operation in words. */
export const OPERATION = ({ needs, isRefused }: Operation): string =>
  isRefused ? `${needs}, token expired (401)` : `needs ${needs}`;

const screens = (consents: number): string => `${consents} consent ${consents === 1 ? "screen" : "screens"}`;

export const END = (consents: number, held: CodePart): Sentence =>
  say`The user meets ${screens(consents)}, and the client ends with ${held}.`;

export const NOTHING_LOST = say`Nothing that it had is lost.`;

export const INSTEAD = (name: string, consents: number, held: CodePart): Sentence =>
  say`${name.replace(/^w/, "W").replace(/^a/, "A")}: ${screens(consents)}, and it ends with ${held}.`;

/** What a table says of an operation at which nothing is asked for. */
export const ALLOWED = "allowed";

/** What a table says of an operation at which something is asked for. */
export const ASKS = (requested: string): string => `asks ${requested}`;

/** The rows that sum a table of operations up. */
export const SUMMARY = { consents: "consent screens", held: "the client ends with" } as const;

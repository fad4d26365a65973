import type { Failure } from "../../play/rehearse.ts";
import type { Challenge, Operation } from "../../rules/play.ts";

/** A request that brings the user to a consent screen. */
interface Request {
  /** Space-delimited. */
  readonly scope: string;
}

/** What happened at one operation. */
export interface Happening {
  /** The first challenge; absent where the token allowed the operation. */
  readonly challenge?: Challenge;
  /** The authorization requests, one for each consent screen. */
  readonly requests: readonly Request[];
  /** How the client ended an operation that it was not allowed: it threw, let it be, or asked on and on. */
  readonly failure?: Failure;
}

/** A sequence of operations as one way to ask takes it. */
export interface Course {
  readonly name: string;
  readonly happenings: readonly Happening[];
  readonly consents: number;
  /** What the token allows in the end, space-delimited. */
  readonly held: string;
  /** Whether the same operations, done again and again, bring the user to consent screens again and again. */
  readonly isLoop: boolean;
  /** The first challenge that the client does not answer by asking, 1-based, and what it does; also behind the last operation. */
  readonly stop?: { readonly challenge: number; readonly failure: "throws" | "declines" };
}

/** The operations, done once. */
interface Round {
  readonly happenings: readonly Happening[];
  readonly held: readonly string[];
}

/** What some rounds of the same operations come to: the first is told, the others say how it goes on. */
export function courseOf(name: string, rounds: readonly Round[], operations: readonly Operation[]): Course {
  const [first = { happenings: [], held: [] }, ...later] = rounds;
  const all = rounds.flatMap(({ happenings }) => happenings);
  const challenged = all.filter(({ challenge }) => challenge !== undefined);
  const stopped = challenged.findIndex(({ failure }) => failure === "throws" || failure === "declines");
  const failure = challenged[stopped]?.failure;
  const asks = ({ happenings }: Round): boolean => happenings.some(({ requests }) => requests.length > 0);
  const isEndless = all.some((each) => each.failure === "endless");
  // A token that expires brings a screen each time, whatever is asked for.
  const isPlain = operations.every(({ isRefused }) => !isRefused);
  return {
    name,
    happenings: first.happenings,
    consents: first.happenings.reduce((sum, { requests }) => sum + requests.length, 0),
    held: first.held.join(" "),
    isLoop: isEndless || (isPlain && failure === undefined && later.length > 0 && later.every(asks)),
    ...((failure === "throws" || failure === "declines") && { stop: { challenge: stopped + 1, failure } }),
  };
}

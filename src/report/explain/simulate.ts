import type { Challenge, Client, Operation, Policy } from "../../rules/play.ts";

/** What happened at one operation. */
export interface Happening {
  readonly challenge?: Challenge;
  /** Space-delimited; absent where nothing had to be asked for. */
  readonly requested?: string;
  /** How often the user was sent to a consent screen. */
  readonly consents: number;
}

/** A sequence of operations as one policy takes it. */
export interface Course {
  readonly name: string;
  readonly happenings: readonly Happening[];
  readonly consents: number;
  /** What the token allows in the end, space-delimited. */
  readonly held: string;
}

/**
 * Plays operations through: where the token does not allow one, the server challenges, the client asks for what its
 * policy says, the user consents, and the client holds and remembers what it asked for.
 */
export function simulate(name: string, policy: Policy, start: Client, operations: readonly Operation[]): Course {
  let client = start;
  const happenings = operations.map(({ needs, isRefused }): Happening => {
    if (client.held.includes(needs) && !isRefused) return { consents: 0 };
    const challenge: Challenge = { status: isRefused ? 401 : 403, scope: needs };
    const requested = policy(client, challenge);
    client = { held: requested, granted: requested, previous: requested };
    return { challenge, requested: requested.join(" "), consents: 1 };
  });
  return {
    name,
    happenings,
    consents: happenings.reduce((sum, { consents }) => sum + consents, 0),
    held: client.held.join(" "),
  };
}

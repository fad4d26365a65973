/** What a client is about to do. */
export interface Operation {
  /** The scope that the server demands for it. */
  readonly needs: string;
  /** Whether the server refuses the token itself, with a 401, because it has expired. */
  readonly isRefused?: boolean;
}

/** What a client has when it is challenged. */
export interface Client {
  /** What its access token allows. */
  readonly held: readonly string[];
  /** The `scope` of the stored tokens; empty where the token response named none. */
  readonly granted: readonly string[];
  /** What it last asked for, as far as it remembers. */
  readonly previous: readonly string[];
}

export interface Challenge {
  readonly status: 401 | 403;
  readonly scope: string;
}

/** The scopes that a client asks for when it is challenged. */
export type Policy = (client: Client, challenge: Challenge) => readonly string[];

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

/** Each scope once, in first-seen order: what the union helper gives. */
export const union = (...parts: readonly (readonly string[])[]): readonly string[] => [...new Set(parts.flat())];

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

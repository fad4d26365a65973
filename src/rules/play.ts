import type { Reasons } from "../model/site.ts";

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

/** What is played for a rule: from where, over what, and how the code behaves now and then. */
export interface Play {
  readonly start: Client;
  readonly operations: readonly Operation[];
  readonly today: Policy;
  /** Absent where there is nothing to change. */
  readonly after?: (reasons: Reasons) => Policy;
  /** The other decision that a person may take. */
  readonly instead?: (reasons: Reasons) => Policy;
}

/** Each scope once, in first-seen order: what the union helper gives. */
export const union = (...parts: readonly (readonly string[])[]): readonly string[] => [...new Set(parts.flat())];

/** A client that has been used for a while: its token allows what it last asked for. */
export const settled = (...scopes: readonly string[]): Client => ({ held: scopes, granted: scopes, previous: scopes });

export const needs = (scope: string): Operation => ({ needs: scope });
export const refused = (scope: string): Operation => ({ needs: scope, isRefused: true });

export const replace: Policy = (_, { scope }) => [scope];
export const keep: Policy = ({ granted, previous }, { scope }) => union(granted, previous, [scope]);
export const onRefusal =
  (refusal: Policy, stepUp: Policy): Policy =>
  (client, challenge) =>
    (challenge.status === 401 ? refusal : stepUp)(client, challenge);

/** The union of the parts that the change of a site has; where no change is known, of all. */
export function joining({ granted, previous }: Reasons): Policy {
  if (!granted) return keep;
  return (client, { scope }) =>
    union(granted.kind === "none" ? [] : client.granted, previous === undefined ? [] : client.previous, [scope]);
}

/** A client steps up, needs what it had before, and steps up again. */
export const STEP_UP: Play = {
  start: settled("read", "write"),
  operations: [needs("admin"), needs("read"), needs("admin")],
  today: replace,
  after: joining,
};

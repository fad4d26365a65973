import type { Challenge, Client, Operation, Policy } from "../../rules/play.ts";
import { type Course, courseOf, type Happening } from "./course.ts";

/** How often the operations are played: a loop shows behind the first time. */
const ROUNDS = 3;

/**
 * Plays operations through: where the token does not allow one, the server challenges, the client asks for what its
 * policy says, the user consents, and the client holds and remembers what it asked for.
 */
export function simulate(name: string, policy: Policy, start: Client, operations: readonly Operation[]): Course {
  let client = start;
  const happen = ({ needs, isRefused }: Operation): Happening => {
    if (client.held.includes(needs) && !isRefused) return { requests: [] };
    const challenge: Challenge = { status: isRefused ? 401 : 403, scope: needs };
    const requested = policy(client, challenge);
    client = { held: requested, granted: requested, previous: requested };
    return { challenge, requests: [{ scope: requested.join(" ") }] };
  };
  const rounds = Array.from({ length: ROUNDS }, () => ({ happenings: operations.map(happen), held: client.held }));
  return courseOf(name, rounds, operations);
}

import type { Performance } from "../../play/rehearse.ts";
import { type Client, type Operation, type Play, union } from "../../rules/play.ts";

/** What is played of a rule, with the scopes of a client. */
export type Cast = Pick<Play, "start" | "operations">;

/** What a challenge may name that the client has not, the first that its own scopes are not called. */
const CHALLENGED = ["admin", "export", "billing", "audit"] as const;

/**
 * Plays a rule with the scopes that a client's own code asks for at first, where it names them: its token allows those,
 * and what it needs is one of those.
 *
 * @param begins what its sink holds in the beginning
 * @returns undefined where the code names none
 */
export function castFor({ start, operations }: Cast, begins: Performance["begins"] | undefined): Cast | undefined {
  if (typeof begins !== "object") return undefined;
  const own = begins.scope.split(/\s+/).filter((scope) => scope !== "");
  const more = CHALLENGED.find((scope) => !own.includes(scope));
  if (own.length === 0 || more === undefined) return undefined;
  const [standing] = CHALLENGED;
  const others = [...new Set([...start.held, ...operations.map(({ needs }) => needs)])].filter(
    (each) => each !== standing,
  );
  const named = (scope: string): string =>
    scope === standing ? more : (own[Math.max(0, others.indexOf(scope)) % own.length] ?? scope);
  const held = union(own, start.held.includes(standing) ? [more] : []);
  const client: Client = { held, granted: held, previous: own };
  return { start: client, operations: operations.map((each): Operation => ({ ...each, needs: named(each.needs) })) };
}

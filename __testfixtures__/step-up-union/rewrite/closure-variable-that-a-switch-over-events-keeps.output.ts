type Event = { type: 0 } | { type: 1; status: number; error: string; scope: string | undefined };

type Authorize = (request: { client_id: string; scope: string | undefined }) => Promise<void>;

/** Not a compiler's state machine: what the closure keeps between two events was asked for before. */
export function makeHandler(authorize: Authorize): (event: Event) => Promise<void> {
  let wanted: string | undefined = "read";
  return async function (event) {
    switch (event.type) {
      case 0:
        await authorize({ client_id: "client", scope: wanted });
        break;
      case 1:
        if (event.status === 403 && event.error === "insufficient_scope") {
          wanted = unionScopes(wanted, event.scope);
          await authorize({ client_id: "client", scope: wanted });
        }
    }
  };
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}

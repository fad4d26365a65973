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
          wanted = event.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
          await authorize({ client_id: "client", scope: wanted });
        }
    }
  };
}

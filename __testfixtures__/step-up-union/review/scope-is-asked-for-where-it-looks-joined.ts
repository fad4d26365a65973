interface Session {
  stepUpScope?: string;
}

interface Incoming {
  session: Session;
}

interface Google {
  generateAuthUrl(options: { include_granted_scopes: boolean; scope: string }): string;
}

interface AuthorizationRequest {
  addScopes(parameters: { scope: string; client_id: string; response_type: string }): Promise<void>;
}

declare function startLogin(session: Session): string;

function missingScope(response: Response): string | undefined {
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status !== 403 || !header.includes("insufficient_scope")) return undefined;
  return /scope="([^"]+)"/.exec(header)?.[1];
}

/** Google joins what is asked for here, and what another login reads of the whole session it does not. */
export function address(incoming: Incoming, google: Google): string {
  return google.generateAuthUrl({ include_granted_scopes: true, scope: incoming.session.stepUpScope ?? "openid" });
}

export function handsTheSessionOver(incoming: Incoming, response: Response): string | undefined {
  const scope = missingScope(response);
  if (!scope) return undefined;
  incoming.session.stepUpScope = scope; // expect: review scope-side-channel
  return startLogin(incoming.session);
}

/** A request with parameters of its own is a new one, whatever its method is called. */
export async function asksAnew(request: AuthorizationRequest, response: Response): Promise<void> {
  const scope = missingScope(response);
  if (scope) await request.addScopes({ scope, client_id: "app", response_type: "code" }); // expect: review unfit-sink
}

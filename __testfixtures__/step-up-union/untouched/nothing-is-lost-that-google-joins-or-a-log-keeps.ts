interface Session {
  googleScope?: string;
  save(): Promise<void>;
}

interface Google {
  generateAuthUrl(options: { access_type: string; include_granted_scopes: boolean; scope: string }): string;
  addScopes(options: { scopes: string[] }): Promise<void>;
}

function missingScope(response: Response): string | undefined {
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status !== 403 || !header.includes("insufficient_scope")) return undefined;
  return /scope="([^"]+)"/.exec(header)?.[1];
}

/** The session keeps the challenged scope for an address by which Google joins it with what was granted. */
export function start(session: Session, google: Google): string {
  const scope = session.googleScope ?? "openid email";
  return google.generateAuthUrl({ access_type: "offline", include_granted_scopes: true, scope });
}

export async function relay(session: Session, response: Response): Promise<void> {
  const scope = missingScope(response);
  if (!scope) return;
  session.googleScope = scope;
  await session.save();
}

/** The library adds them to those of the account. */
export async function widen(google: Google, response: Response): Promise<void> {
  const scope = missingScope(response);
  if (scope) await google.addScopes({ scopes: scope.split(" ") });
}

/** What was challenged last is kept for the log alone. */
export function observed(log: { warn(message: string, details: object): void }): (response: Response) => void {
  let lastScope: string | undefined;
  return (response) => {
    const scope = missingScope(response);
    if (!scope) return;
    log.warn("denied", { scope, before: lastScope });
    lastScope = scope;
  };
}

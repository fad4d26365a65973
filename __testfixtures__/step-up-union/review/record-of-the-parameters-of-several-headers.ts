import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  error: string | undefined;
  scope: string | undefined;
}

/** All parameters of several headers first: one may name the error, and another the scope. */
function parse(headers: string[]): Challenge {
  const parameters: Record<string, string> = {};
  for (const header of headers)
    for (const [, name, value] of header.matchAll(/(\w+)="([^"]*)"/g)) {
      if (name !== undefined && value !== undefined) parameters[name] = value;
    }
  return { error: parameters.error, scope: parameters.scope };
}

export class Annals {
  private last = "";
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async read(path: string, again = true): Promise<Response> {
    const tokens = await this.provider.tokens();
    const response = await fetch(new URL(path, this.url), {
      headers: { authorization: `Bearer ${tokens?.access_token}` },
    });
    if (response.status !== 403 || !again) return response;

    const challenge = parse([response.headers.get("www-authenticate") ?? "", this.last]);
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return result === "AUTHORIZED" ? this.read(path, false) : response;
  }
}

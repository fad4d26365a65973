import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Remote {
  private scope?: string;
  private url: URL;
  name?: string;

  constructor(private readonly provider: OAuthClientProvider, url: URL) {
    this.url = url;
  }

  call(settings: { name: string }): void {
    Object.assign(this, { name: settings.name }, { "listed": true });
  }

  async send(body: string): Promise<Response> {
    const response = await fetch(this.url, { method: "POST", body });
    if (response.status === 403 && response.headers.get("www-authenticate")?.includes("insufficient_scope")) {
      const tokens = await this.provider.tokens();
      const scope = /scope="([^"]*)"/.exec(response.headers.get("www-authenticate") ?? "")?.[1];
      if (scope) {
        this.scope = unionScopes(tokens?.scope, this.scope, scope);
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      }
    }
    return response;
  }
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

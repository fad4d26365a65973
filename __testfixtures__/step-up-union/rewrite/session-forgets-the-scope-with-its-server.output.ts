import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Inspector {
  private server?: URL;
  private provider?: OAuthClientProvider;
  private scope?: string;

  target(server: URL, provider: OAuthClientProvider): void {
    this.server = server;
    this.provider = provider;
    this.scope = undefined;
  }

  async send(body: string, again = true): Promise<Response> {
    const { server, provider } = this;
    if (!server || !provider) throw new Error("no target");
    const response = await fetch(server, { method: "POST", body });
    if (response.status !== 403 || !again) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    const tokens = await provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(provider, { serverUrl: server, scope: this.scope });
    return this.send(body, false);
  }
}

/** The server is given once, and let go of in the end. */
export class Connection {
  private server?: URL;
  private provider?: OAuthClientProvider;
  private scope?: string;

  open(server: URL, provider: OAuthClientProvider): void {
    this.server ??= server;
    this.provider ??= provider;
  }

  close(): void {
    this.server = undefined;
    this.provider = undefined;
  }

  async send(body: string, again = true): Promise<Response> {
    const { server, provider } = this;
    if (!server || !provider) throw new Error("not open");
    const response = await fetch(server, { method: "POST", body });
    if (response.status !== 403 || !again) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    const tokens = await provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(provider, { serverUrl: server, scope: this.scope });
    return this.send(body, false);
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

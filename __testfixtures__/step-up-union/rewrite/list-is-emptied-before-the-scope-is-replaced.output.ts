import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope = "";

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
    private readonly log: (text: string) => void,
  ) {}

  // An empty queue says nothing of the field that it was filled from.
  async send(body: string): Promise<Response> {
    const response = await fetch(this.url, { method: "POST", body });
    if (response.status !== 403) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    const tokens = await this.provider.tokens();
    const queue = this.scope.split(" ");
    while (queue.length > 0) this.log(`held: ${queue.shift()}`);
    this.scope = unionScopes(tokens?.scope, this.scope, scope) ?? scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url, { method: "POST", body });
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

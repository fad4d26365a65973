import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
interface Challenge { error?: string; scope?: string }
declare function parse(header: string | null): Challenge;
class Service { private saved?: { access_token: string }; async tokens() {
    if (this.saved) return this.saved;
    const response = await fetch("https://login.example.com/token", { method: "POST", body: new URLSearchParams({ grant_type: "client_credentials" }) });
    return (this.saved = await response.json());
} }
export const service = new Service();
export class Client {
  private scope: string | undefined;
  constructor(private readonly provider: OAuthClientProvider, private readonly server: string) {}
  async send(path: string, again = true): Promise<Response> {
    const response = await fetch(new URL(path, this.server));
    if (response.status !== 403 || !again) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, challenge.scope);
    await auth(this.provider, { serverUrl: this.server, scope: this.scope });
    return this.send(path, false);
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

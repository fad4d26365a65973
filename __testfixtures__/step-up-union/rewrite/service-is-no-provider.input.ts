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
    this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.server, scope: this.scope });
    return this.send(path, false);
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
const fill = (s: string, id: string): string => s.replace("{consent}", id);
export class Session {
  private wanted?: string;
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}
  async get(path: string): Promise<Response> {
    const reply = await fetch(this.url);
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (error !== "insufficient_scope" || !scope) return reply;
    this.wanted = fill(scope, this.url); // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.wanted });
    return fetch(this.url + path);
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
const TABLE: Record<string, string> = { read: "files.read" };
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
    this.wanted = scope // expect: review unfit-sink (advice refresh-cannot-widen)
      .split(" ")
      .map((n) => TABLE[n] ?? n)
      .join(" ");
    await auth(this.provider, { serverUrl: this.url, scope: this.wanted });
    return fetch(this.url + path);
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** `offline_access` asks for a refresh token, and no access: a union without it is one. */
export class Client {
  private scope = "files:read";

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async challenged(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    const granted = (await this.provider.tokens())?.scope ?? "";
    const all = `${granted} ${this.scope} ${scope}`.split(" ");
    this.scope = all.filter((each) => each !== "offline_access").join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

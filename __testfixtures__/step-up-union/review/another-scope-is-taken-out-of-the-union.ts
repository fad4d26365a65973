import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** Whatever is taken out of a union is lost: what the client had is not asked for again. */
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
    this.scope = all.filter((each) => each !== "files:write").join(" "); // expect: review scope-precedence (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

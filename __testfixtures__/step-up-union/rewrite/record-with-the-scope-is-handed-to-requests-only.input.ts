import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Asked {
  serverUrl: URL;
  scope?: string;
}

export class Client {
  private readonly asked: Asked;

  constructor(
    private readonly provider: OAuthClientProvider,
    url: URL,
  ) {
    this.asked = { serverUrl: url };
  }

  private options(): Asked {
    const { scope, ...others } = this.asked;
    return { ...others, scope };
  }

  async onRefused(response: Response): Promise<string> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return "refused";
    this.asked.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    console.debug("step-up", this.asked);
    const { serverUrl, scope: wanted } = this.options();
    const again = await auth(this.provider, { serverUrl, scope: wanted });
    return again === "AUTHORIZED" ? again : auth(this.provider, { serverUrl, scope: this.asked.scope });
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  error?: string;
  scope?: string;
}

abstract class Channel {
  protected scope = "records:read";

  constructor(
    protected readonly server: URL,
    protected readonly provider: OAuthClientProvider,
  ) {}

  protected async obey(challenge: Challenge): Promise<boolean> {
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return false;
    this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    return (await auth(this.provider, { serverUrl: this.server, scope: this.scope })) === "AUTHORIZED";
  }

  async send(response: Response): Promise<boolean> {
    return response.status === 403 && this.obey(extractWWWAuthenticateParams(response));
  }
}

export class Tablet extends Channel {
  async upload(response: Response): Promise<boolean> {
    return response.status === 403 && this.obey(extractWWWAuthenticateParams(response));
  }
}

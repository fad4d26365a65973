import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type { OAuthTokens } from "@modelcontextprotocol/sdk/shared/auth.js";

export interface Exchanger {
  exchange(subject: OAuthTokens, audience: string): Promise<OAuthTokens>;
}

function downstream(inner: OAuthClientProvider, exchanger: Exchanger, audience: string): OAuthClientProvider {
  return Object.create(inner, {
    tokens: {
      value: async (): Promise<OAuthTokens | undefined> => {
        const subject = await inner.tokens();
        return subject && exchanger.exchange(subject, audience);
      },
    },
  }) as OAuthClientProvider;
}

export class BrokeredClient {
  private scope?: string;
  private readonly provider: OAuthClientProvider;

  constructor(
    private readonly url: URL,
    provider: OAuthClientProvider,
    exchanger: Exchanger,
    audience: string,
  ) {
    this.provider = downstream(provider, exchanger, audience);
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

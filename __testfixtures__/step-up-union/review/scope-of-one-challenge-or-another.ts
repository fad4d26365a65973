import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

type Challenge = ReturnType<typeof extractWWWAuthenticateParams>;

export class Kept {
  private kept?: Challenge;
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  observe(response: Response): void {
    if (response.status === 401) this.kept = extractWWWAuthenticateParams(response);
  }

  async taken(response: Response): Promise<void> {
    const now = extractWWWAuthenticateParams(response);
    if (now.error === "insufficient_scope") {
      const { scope } = this.kept ?? now;
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async member(response: Response): Promise<void> {
    const now = extractWWWAuthenticateParams(response);
    if (now.error === "insufficient_scope") {
      const challenge = this.kept ? this.kept : now;
      this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export function latest(provider: OAuthClientProvider, serverUrl: URL, history: Challenge[]) {
  let scope: string | undefined;
  return async (response: Response): Promise<void> => {
    const now = extractWWWAuthenticateParams(response);
    history.push(now);
    if (now.error === "insufficient_scope") {
      scope = (history[0] || now).scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
      await auth(provider, { serverUrl, scope });
    }
  };
}

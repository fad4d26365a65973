import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** Asks for what a device is allowed by default; kept under another code than the one that is only told. */
class FirstLogin {
  private scope?: string;

  constructor(private readonly url: URL, private readonly provider: OAuthClientProvider) {}

  async recover(problem: { code: string; scope?: string }): Promise<void> {
    this.scope = problem.scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

class Told {
  async recover(problem: { code: string }): Promise<void> {
    throw new Error(problem.code);
  }
}

export const recoveries = new Map<string, Told | FirstLogin>();

export function fill(url: URL, provider: OAuthClientProvider): void {
  recoveries.set("insufficient_scope", new Told());
  recoveries.set("no_token", new FirstLogin(url, provider));
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Entry {
  scope?: string;
}

export class Account {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly provider: OAuthClientProvider) {}

  async onForbidden(resource: string, response: Response): Promise<void> {
    const entry = this.#entries.get(resource) ?? {};
    this.#entries.set(resource, entry);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    entry.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: resource, scope: entry.scope });
  }
}

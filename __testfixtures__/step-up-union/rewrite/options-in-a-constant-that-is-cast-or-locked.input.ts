import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

type Options = Parameters<typeof auth>[1];

export class Optioned {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async satisfying(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    const options = { serverUrl: this.url, scope: this.scope } satisfies Options;
    await auth(this.provider, options);
  }

  async cast(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    const options = { serverUrl: this.url, scope: this.scope } as const;
    await auth(this.provider, options as Options);
  }

  async locked(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    const options = Object.freeze({ serverUrl: this.url, scope: this.scope });
    await auth(this.provider, options);
  }

  async lockedLater(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    const options = { serverUrl: this.url, scope: this.scope };
    await auth(this.provider, Object.freeze(options));
  }
}

export async function onRefused(provider: OAuthClientProvider, serverUrl: URL, response: Response): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope" || !scope) return;
  const options = { serverUrl, scope } satisfies Options; // expect: rewrite challenge-only-scope (advice refresh-cannot-widen)
  await auth(provider, options);
}

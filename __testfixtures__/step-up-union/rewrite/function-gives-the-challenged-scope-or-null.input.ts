import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** The scope that is missing, or null for any other answer. */
function missingScope(response: Response): string | null {
  const header = response.headers.get("www-authenticate") ?? "";
  if (!/\berror="insufficient_scope"/.test(header)) return null;
  return /\bscope="([^"]*)"/.exec(header)?.[1] || null;
}

export class Translations {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const missing = missingScope(response);
    if (missing === null) return;
    this.scope = missing; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

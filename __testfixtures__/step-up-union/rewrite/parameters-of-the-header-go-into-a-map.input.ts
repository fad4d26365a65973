import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

function parse(header: string) {
  const parameters = new Map<string, string>();
  for (const [, name = "", value = ""] of header.matchAll(/(\w+)="([^"]*)"/g)) parameters.set(name, value);
  return { error: parameters.get("error"), scope: parameters.get("scope") };
}

export class Gallery {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async read(path: string, again = true): Promise<Response> {
    const tokens = await this.provider.tokens();
    const response = await fetch(new URL(path, this.url), {
      headers: { authorization: `Bearer ${tokens?.access_token}` },
    });
    const challenge = parse(response.headers.get("www-authenticate") ?? "");
    if (response.status !== 403 || challenge.error !== "insufficient_scope" || !again) return response;
    this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return result === "AUTHORIZED" ? this.read(path, false) : response;
  }
}

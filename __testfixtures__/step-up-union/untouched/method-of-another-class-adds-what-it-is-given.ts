import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

class Wanted {
  private readonly names = new Set<string>();
  apply(scope: string | undefined) {
    scope?.split(/\s+/).forEach((name) => this.names.add(name));
  }
  toString() {
    return Array.from(this.names).join(" ");
  }
}

const wanted = new Wanted();

export class Wire {
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}
  async receive(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return;
    wanted.apply(scope);
    await auth(this.provider, { serverUrl: this.url, scope: wanted.toString() });
  }
}

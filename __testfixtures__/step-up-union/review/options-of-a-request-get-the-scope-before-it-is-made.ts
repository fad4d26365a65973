import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  #options(scope?: string) {
    return { serverUrl: this.url, scope }; // expect: review scope-side-channel
  }

  async onResponse(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") await auth(this.provider, this.#options(scope));
  }
}

const config: Record<string, string | undefined> = { client_id: "cli", scope: "read" };
const address = () => `https://as.example/authorize?${new URLSearchParams(config as Record<string, string>)}`;

export async function open(url: string, browse: (address: string) => Promise<void>): Promise<void> {
  const challenge = extractWWWAuthenticateParams(await fetch(url));
  if (challenge.error === "insufficient_scope") {
    config["scope"] = challenge.scope; // expect: review scope-side-channel
    await browse(address());
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

function neededFor(response: Response): string | undefined {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") return scope; // expect: review scope-side-channel
  return undefined;
}

function scopeFor(response: Response): string | undefined {
  return response.ok ? undefined : neededFor(response);
}

const scopeOrNone = (response: Response) => neededFor(response);

export class Client {
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const scope = scopeOrNone(response);
    await auth(this.provider, { serverUrl: this.serverUrl, scope });
  }

  describe(response: Response): string {
    return `needs ${scopeFor(response)}`;
  }
}

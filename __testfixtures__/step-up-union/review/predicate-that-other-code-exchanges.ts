import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

let isStepUp = (status: number, error: string | undefined): boolean =>
  status === 403 && error === "insufficient_scope";

export function configure(settings: { lenient?: boolean }): void {
  if (settings.lenient) isStepUp = (status) => status >= 400 && status < 500;
}

export class InventoryClient {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (!isStepUp(response.status, error) || !scope) return;
    this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

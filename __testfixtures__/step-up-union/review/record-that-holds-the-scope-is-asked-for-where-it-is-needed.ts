import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Asked {
  scope?: string;
}

const slots: Asked[] = [{}];
const current = (): Asked => slots[0] ?? {};

export class Upstream {
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async stepUp(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return;
    const asked = current();
    asked.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: asked.scope });
  }
}

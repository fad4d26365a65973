import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { readInto } from "@acme/settings";

function show(record: { error?: string }): void {
  console.error(`refused: ${record.error}`);
}

export class Client {
  private scope?: string;

  last?: object;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    console.debug("refused", { challenge });
    show(challenge);
    const { scope } = challenge;
    this.last = challenge;
    if (challenge.error !== "insufficient_scope") return;
    readInto(challenge);
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

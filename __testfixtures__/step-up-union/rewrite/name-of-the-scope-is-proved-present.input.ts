import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

function needed(response: Response): string | undefined {
  const { error, scope } = extractWWWAuthenticateParams(response);
  return error === "insufficient_scope" ? scope : undefined;
}

export class Machine {
  constructor(
    private readonly endpoint: string,
    private scope: string,
  ) {}

  async onReply(response: Response): Promise<void> {
    const challenged = needed(response);
    if (!challenged) return;
    this.scope = challenged; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    const body = new URLSearchParams({ grant_type: "client_credentials", scope: this.scope });
    await fetch(this.endpoint, { method: "POST", body });
  }
}

import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** The list has the parameters of one challenge. */
export class Parcels {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly origin: URL,
  ) {}

  async onForbidden(parameters: { name: string; value: string }[]): Promise<void> {
    const error = parameters.find((each) => each.name === "error")?.value;
    const scope = parameters.find((each) => each.name === "scope")?.value;
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.origin, scope: this.scope });
  }
}

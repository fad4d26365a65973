import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** Two tests pick from the challenges of one header: the error may be of one, the scope of the other. */
export class Parcels {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly origin: URL,
  ) {}

  async onForbidden(challenges: { error?: string; scope?: string }[]): Promise<void> {
    const error = challenges.find((each) => each.error)?.error;
    const scope = challenges.find((each) => each.scope)?.scope;
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.origin, scope: this.scope });
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Telemetry {
  warn(message: string, details: Record<string, unknown>): void;
  readonly attributes: Map<string, unknown>;
}

export class Measured {
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly telemetry: Telemetry,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.telemetry.warn("insufficient_scope", { scope });
      this.telemetry.attributes.set("scope", scope);
      console.error(`The server wants ${scope}`);
      await auth(this.provider, { serverUrl: response.url });
    }
  }
}

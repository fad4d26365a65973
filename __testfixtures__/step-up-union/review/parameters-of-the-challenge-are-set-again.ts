import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async onRefused(response: Response, wanted?: string): Promise<void> {
    const parameters = new Map<string, string>();
    const header = response.headers.get("WWW-Authenticate") ?? "";
    for (const [, name = "", value = ""] of header.matchAll(/(\w+)="([^"]*)"/g)) parameters.set(name, value);
    if (wanted) parameters.set("scope", wanted);
    if (parameters.get("error") !== "insufficient_scope") return;
    this.scope = parameters.get("scope"); // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

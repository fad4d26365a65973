import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Resources {
  private resource = "";
  private scope?: string;

  constructor(private readonly provider: OAuthClientProvider) {}

  async onRefused(resource: string, response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.resource = resource;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.resource, scope: this.scope });
  }

  async onRefusedElsewhere(resource: string, response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, granted-scope-unknown)
    this.turnTo(resource);
    const options = { serverUrl: this.resource, scope: this.scope };
    await auth(this.provider, options);
  }

  private turnTo(resource: string): void {
    this.resource = resource;
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

class RefusedError extends Error {
  constructor(readonly details: { requiredScope?: string; resourceMetadataUrl?: URL }) {
    super("The server asks for more.");
  }
}

export class Transport {
  private scope?: string;
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
    private readonly isStrict: boolean,
  ) {}
  async onAnswer(reply: Response): Promise<void> {
    const { error, scope, resourceMetadataUrl } = extractWWWAuthenticateParams(reply);
    if (reply.status === 403 && error === "insufficient_scope") await this.stepUp({ scope, resourceMetadataUrl });
  }
  async stepUp(challenge: { scope?: string; resourceMetadataUrl?: URL }): Promise<void> {
    if (this.isStrict)
      throw new RefusedError({
        requiredScope: challenge.scope,
        resourceMetadataUrl: challenge.resourceMetadataUrl,
      });
    this.scope = [this.scope, challenge.scope].filter(Boolean).join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

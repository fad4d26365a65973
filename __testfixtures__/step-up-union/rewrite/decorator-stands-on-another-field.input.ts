import {
  auth,
  extractWWWAuthenticateParams,
  type OAuthClientProvider,
  UnauthorizedError,
} from "@modelcontextprotocol/sdk/client/auth.js";

function counted(_target: undefined, context: ClassFieldDecoratorContext<LedgerClient, number>) {
  return (first: number) => {
    console.log(`${String(context.name)} begins with ${first}`);
    return first;
  };
}

export class LedgerClient {
  private requested: string | undefined;

  @counted
  private posted = 0;

  constructor(
    private readonly endpoint: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async post(entry: unknown): Promise<Response> {
    this.posted += 1;
    for (let attempt = 0; attempt < 2; attempt++) {
      const response = await fetch(this.endpoint, { method: "POST", body: JSON.stringify(entry) });
      if (response.status !== 403) return response;
      const { error, scope, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope") return response;
      if (scope) {
        this.requested = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      }
      const result = await auth(this.provider, {
        serverUrl: this.endpoint,
        resourceMetadataUrl,
        scope: this.requested,
      });
      if (result !== "AUTHORIZED") throw new UnauthorizedError();
    }
    throw new Error("still refused");
  }
}

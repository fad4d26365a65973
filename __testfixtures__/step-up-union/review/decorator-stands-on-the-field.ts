import {
  auth,
  extractWWWAuthenticateParams,
  type OAuthClientProvider,
  UnauthorizedError,
} from "@modelcontextprotocol/sdk/client/auth.js";

function matches(pattern: RegExp) {
  return <T extends object>(
    target: ClassAccessorDecoratorTarget<T, string | undefined>,
    _context: ClassAccessorDecoratorContext<T, string | undefined>,
  ): ClassAccessorDecoratorResult<T, string | undefined> => ({
    set(value) {
      if (value !== undefined && !pattern.test(value)) throw new TypeError(`malformed: ${value}`);
      target.set.call(this, value);
    },
  });
}

export class LedgerClient {
  @matches(/^[\x21\x23-\x5b\x5d-\x7e]+$/)
  private accessor requested: string | undefined;

  constructor(
    private readonly endpoint: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async post(entry: unknown): Promise<Response> {
    for (let attempt = 0; attempt < 2; attempt++) {
      const response = await fetch(this.endpoint, { method: "POST", body: JSON.stringify(entry) });
      if (response.status !== 403) return response;
      const { error, scope, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope") return response;
      if (scope) {
        this.requested = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
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

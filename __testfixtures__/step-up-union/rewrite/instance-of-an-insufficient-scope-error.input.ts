import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { InsufficientScopeError, UnauthorizedError } from "../shared/errors.js";

export class Catching {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async run(call: () => Promise<Response>): Promise<Response> {
    try {
      return await call();
    } catch (error) {
      if (error instanceof UnauthorizedError) {
        this.scope = error.scope;
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      } else if (error instanceof InsufficientScopeError) {
        this.scope = error.requiredScope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      } else {
        throw error;
      }
      return call();
    }
  }
}

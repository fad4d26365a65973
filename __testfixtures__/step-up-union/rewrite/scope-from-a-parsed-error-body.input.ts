import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface ErrorBody {
  readonly error: string;
  readonly error_description?: string;
  readonly scope?: string;
}

export class BodyClient {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(path: string): Promise<Response> {
    const response = await fetch(new URL(path, this.url));
    if (response.status === 403) {
      const body = (await response.json()) as ErrorBody;
      if (body.error === "insufficient_scope") {
        this.scope = body.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      }
    }
    return response;
  }
}

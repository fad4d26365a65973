import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** An expired token passes this test as well, and what it is told then is no step-up. */
export class Reports {
  private wanted?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}

  async read(path: string): Promise<Response> {
    const response = await fetch(this.url + path);
    const header = response.headers.get("www-authenticate") ?? "";
    const found = /(^|[\s,])scope="([^"]+)"/.exec(header);
    if (!/(?:^|[\s,])error="(invalid_token|insufficient_scope)"/.test(header) || response.status !== 403 || !found) return response;
    this.wanted = found[2]; // expect: review unproven-step-up (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.wanted });
    return fetch(this.url + path);
  }
}

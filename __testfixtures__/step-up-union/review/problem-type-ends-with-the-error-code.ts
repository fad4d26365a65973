import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** RFC 9457: what went wrong is a URI. */
interface Problem {
  type?: string;
  scope?: string;
}

export class Films {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(path: string, again = true): Promise<unknown> {
    const tokens = await this.provider.tokens();
    const response = await fetch(new URL(path, this.url), {
      headers: { authorization: `Bearer ${tokens?.access_token}` },
    });
    if (response.ok) return response.json();
    const problem = (await response.json()) as Problem;
    if (response.status === 403 && problem.type === "urn:problem:insufficient_scope" && problem.scope && again) {
      this.scope = problem.scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
      const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      if (result === "AUTHORIZED") return this.get(path, false);
    }
    throw new Error(problem.type ?? response.statusText);
  }
}

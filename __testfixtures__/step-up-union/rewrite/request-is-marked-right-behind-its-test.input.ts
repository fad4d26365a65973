import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Sent {
  url: string;
  isRetry?: boolean;
}

/** A request is marked as soon as it is known to be one that steps up: the tokens are read behind the mark. */
export function createClient(baseURL: string, provider: OAuthClientProvider, send: (sent: Sent) => Promise<Response>) {
  let requestedScope: string | undefined;

  async function recover(response: Response, sent?: Sent): Promise<Response> {
    if (!sent || sent.isRetry || response.status !== 403) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    sent.isRetry = true;
    if (scope) {
      requestedScope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    }
    const result = await auth(provider, { serverUrl: baseURL, scope: requestedScope });
    return result === "AUTHORIZED" ? send(sent) : response;
  }

  return { recover };
}

export class Locked {
  private scope?: string;
  private isSteppingUp = false;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  /** A read within the `try` takes the mark away, whatever becomes of it. */
  async recover(response: Response): Promise<void> {
    if (response.status !== 403 || this.isSteppingUp) return;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.isSteppingUp = true;
    try {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    } finally {
      this.isSteppingUp = false;
    }
  }
}

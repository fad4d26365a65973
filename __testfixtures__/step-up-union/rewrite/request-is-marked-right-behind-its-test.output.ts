import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Sent {
  url: string;
  isRetry?: boolean;
}

/** A request is marked as soon as it is known to be one that steps up: the tokens are read behind the mark. */
export function createClient(baseURL: string, provider: OAuthClientProvider, send: (sent: Sent) => Promise<Response>) {
  let requestedScope: string | undefined;

  async function recover(response: Response, sent?: Sent): Promise<Response> {
    const tokens = response?.status === 403 ? await provider.tokens() : undefined;
    if (!sent || sent.isRetry || response.status !== 403) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    sent.isRetry = true;
    if (scope) {
      requestedScope = unionScopes(tokens?.scope, requestedScope, scope);
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
    const tokens = response.status === 403 ? await this.provider.tokens() : undefined;
    if (response.status !== 403 || this.isSteppingUp) return;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.isSteppingUp = true;
    try {
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    } finally {
      this.isSteppingUp = false;
    }
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}

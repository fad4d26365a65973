import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

// A function gives what kind of answer came and the scope as a pair, with or without a record in it.

function pairOf(response: Response): [string, string?] {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") return ["step-up", scope];
  return ["failed"];
}

function refusalOf(response: Response): [Response, null] | [null, { code: string; wanted?: string }] {
  if (response.ok) return [response, null];
  const { error, scope } = extractWWWAuthenticateParams(response);
  return error === "insufficient_scope" ? [null, { code: "more", wanted: scope }] : [null, { code: "other" }];
}

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async byPair(response: Response) {
    const [kind, wanted] = pairOf(response);
    if (kind === "step-up") {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, wanted);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async byRecord(response: Response) {
    const [, refused] = refusalOf(response);
    if (refused?.code !== "more") return;
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, refused.wanted);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
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

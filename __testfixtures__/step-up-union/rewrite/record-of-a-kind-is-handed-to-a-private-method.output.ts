import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

type Outcome = { kind: "step-up" | "failed"; wanted?: string };

function classify(response: Response): Outcome {
  const { error, scope } = extractWWWAuthenticateParams(response);
  return error === "insufficient_scope" ? { kind: "step-up", wanted: scope } : { kind: "failed" };
}

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onReply(response: Response) {
    await this.act(classify(response));
  }

  private async act(outcome: Outcome) {
    if (outcome.kind === "step-up") {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, outcome.wanted);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
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

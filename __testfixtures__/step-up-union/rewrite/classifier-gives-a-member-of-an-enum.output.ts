import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

enum Denial {
  None = 1,
  Expired,
  NeedsScope,
}

const ACTION = Object.freeze({ retry: "retry", stepUp: "step_up" });

export class Gate {
  private scope: string | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
  ) {}

  private static kindOf(code: string | undefined): Denial {
    switch (code) {
      case "insufficient_scope":
        return Denial.NeedsScope;
      case "invalid_token":
        return Denial.Expired;
      default:
        return Denial.None;
    }
  }

  async pass(reply: Response): Promise<boolean> {
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (Gate.kindOf(error) !== Denial.NeedsScope || !scope) return false;
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    return (await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope })) === "AUTHORIZED";
  }
}

const actionFor = (code: string | undefined) => (code === "insufficient_scope" ? ACTION.stepUp : ACTION.retry);

export class Door {
  private wanted: string | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
  ) {}

  async open(reply: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(reply);
    const action = actionFor(challenge.error);
    if (action === ACTION.stepUp) {
      const tokens = await this.provider.tokens();
      this.wanted = unionScopes(tokens?.scope, this.wanted, challenge.scope);
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.wanted });
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

import { readInto } from "@acme/settings";
import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const LISTED = ["insufficient_scope"] as const;
const KNOWN: ReadonlySet<string> = new Set(["insufficient_scope"]);
const KINDS = { stepUp: "step-up", none: "none" } as const satisfies Record<string, string>;
const CODES: Readonly<Record<string, string>> = { missing: "insufficient_scope" };
const FROZEN = Object.freeze({ missing: "insufficient_scope" });

readInto([LISTED, KNOWN, KINDS, CODES, FROZEN]);

const kindOf = (code: string) => (code === "insufficient_scope" ? KINDS.stepUp : KINDS.none);

export class Client {
  private scope: string | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
  ) {}

  async isListed(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if ((LISTED as readonly string[]).includes(error)) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await this.authorize();
    }
  }

  async isKnown(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (KNOWN.has(error)) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await this.authorize();
    }
  }

  async isOfAKind(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (kindOf(error) === KINDS.stepUp) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await this.authorize();
    }
  }

  async isAReadonlyCode(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (error === CODES.missing) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await this.authorize();
    }
  }

  async isAFrozenCode(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (error === FROZEN.missing) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await this.authorize();
    }
  }

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
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

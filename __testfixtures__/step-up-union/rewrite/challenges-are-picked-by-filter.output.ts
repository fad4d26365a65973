import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  scheme: string;
  error?: string;
  scope?: string;
}

declare function parseChallenges(header: string | null): Challenge[];

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async takesTheFirst(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const found = challenges.filter((each) => each.error === "insufficient_scope")[0];
    if (found) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, found.scope);
      await this.authorize();
    }
  }

  async takesItApart(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const [found] = challenges.filter(({ error }) => error === "insufficient_scope");
    if (!found) return;
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, found.scope);
    await this.authorize();
  }

  async takesOneByItsPlace(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const bearer = challenges.filter((each) => each.error === "insufficient_scope").filter((each) => each.scheme === "bearer");
    const last = bearer.at(-1);
    if (last !== undefined) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, last.scope);
      await this.authorize();
    }
  }

  async countsThem(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const insufficient = challenges.filter((each) => each.error === "insufficient_scope");
    if (insufficient.length === 0) throw new Error("forbidden");
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, insufficient[0]?.scope);
    await this.authorize();
  }

  async takesAll(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const wanted = challenges.filter((each) => each.error === "insufficient_scope").map((each) => each.scope);
    if (wanted.length > 0) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, wanted.join(" "));
      await this.authorize();
    }
  }

  async looksForItsPlace(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const place = challenges.findIndex((each) => each.error === "insufficient_scope");
    if (place !== -1) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, challenges[place]?.scope);
      await this.authorize();
    }
  }

  async runsOverThem(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    for (const each of challenges.filter((one) => one.error === "insufficient_scope")) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, each.scope);
      await this.authorize();
    }
  }

  handsEachOn(response: Response): void {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    challenges
      .filter((each) => each.error === "insufficient_scope")
      .forEach((each) => {
        this.scope = unionScopes(this.scope, each.scope);
      });
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

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  error?: string;
  scope?: string;
}

interface StepUp extends Challenge {
  error: "insufficient_scope";
}

function assertStepUp(challenge: Challenge): asserts challenge is StepUp {
  if (challenge.error !== "insufficient_scope") throw new Error("forbidden");
}

async function checkLater(challenge: Challenge): Promise<void> {
  await Promise.resolve();
  assertStepUp(challenge);
}

function check(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

function refuse(challenge: Challenge): never {
  throw new Error(`refused: ${challenge.error}`);
}

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async assertsThePredicate(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    assertStepUp(challenge);
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, challenge.scope);
    await this.authorize();
  }

  async waitsForTheGuard(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    await checkLater(challenge);
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, challenge.scope);
    await this.authorize();
  }

  async checksACondition(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    check(error === "insufficient_scope", "forbidden");
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await this.authorize();
  }

  async refusesOthers(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope") refuse(challenge);
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, challenge.scope);
    await this.authorize();
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

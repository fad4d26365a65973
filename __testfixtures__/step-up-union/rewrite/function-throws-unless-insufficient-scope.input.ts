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
    this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await this.authorize();
  }

  async waitsForTheGuard(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    await checkLater(challenge);
    this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await this.authorize();
  }

  async checksACondition(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    check(error === "insufficient_scope", "forbidden");
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await this.authorize();
  }

  async refusesOthers(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope") refuse(challenge);
    this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await this.authorize();
  }
}

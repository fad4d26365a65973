import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  error?: string;
  scope?: string;
}

function throwsUnlessSoft(challenge: Challenge, isSoft: boolean): void {
  if (isSoft) return;
  if (challenge.error !== "insufficient_scope") throw new Error("forbidden");
}

function onlyLogs(challenge: Challenge): void {
  if (challenge.error !== "insufficient_scope") console.warn("forbidden");
}

async function throwsLater(challenge: Challenge): Promise<void> {
  if (challenge.error !== "insufficient_scope") throw new Error("forbidden");
}

function throwsForStepUps(challenge: Challenge): void {
  if (challenge.error === "insufficient_scope") throw new Error("forbidden");
}

/** Calls behind which other challenges are still possible. */
export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async isSoft(response: Response, isSoft: boolean): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    throwsUnlessSoft(challenge, isSoft);
    this.scope = challenge.scope;
    await this.authorize();
  }

  async logs(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    onlyLogs(challenge);
    this.scope = challenge.scope;
    await this.authorize();
  }

  async doesNotWait(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    void throwsLater(challenge);
    throwsLater(challenge).catch(() => {});
    this.scope = challenge.scope;
    await this.authorize();
  }

  async refusesStepUps(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    throwsForStepUps(challenge);
    this.scope = challenge.scope;
    await this.authorize();
  }

  async assertsOnTheConsole(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    console.assert(error === "insufficient_scope");
    this.scope = scope;
    await this.authorize();
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  error?: string;
  scope?: string;
}

type Next = (failure?: unknown) => void;

function refuseOthers(challenge: Challenge): void {
  if (challenge.error !== "insufficient_scope") throw new Error("forbidden");
}

/** Exits for other errors that are none: what they throw is caught, or they go on behind it. */
export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
    private readonly warn: (message: string) => void,
  ) {}

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async throwsAndCatches(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    try {
      if (error !== "insufficient_scope") throw new Error(`${response.status}: ${error}`);
      await response.body?.cancel();
    } catch (cause) {
      this.warn(`not drained: ${cause}`);
    }
    if (scope) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    }
    await this.authorize();
  }

  async catchesWhatAnotherThrows(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    try {
      refuseOthers(challenge);
    } catch {
      this.warn("forbidden");
    }
    if (challenge.scope) {
      this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    }
    await this.authorize();
  }

  async goesOnBehindNext(response: Response, next: Next): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") {
      next(new Error(`upstream says ${response.status}`));
    }
    if (scope) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    }
    await this.authorize();
  }

  async answersOthersToo(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.ok) return;
    if (response.status === 403 && error !== "insufficient_scope") throw new Error(`not allowed: ${error}`);
    if (response.status >= 404) return;
    if (scope) {
      this.scope = scope; // expect: review shared-401-403-handler (advice refresh-cannot-widen)
    }
    await this.authorize();
  }
}

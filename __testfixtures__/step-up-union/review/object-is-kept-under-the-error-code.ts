import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Problem {
  code: string;
  scope?: string;
}

/** One way to answer a refusal; which one is chosen by a table. */
interface Recovery {
  recover(problem: Problem): Promise<void>;
}

class StepUp implements Recovery {
  private scope?: string;

  constructor(private readonly url: URL, private readonly provider: OAuthClientProvider) {}

  async recover(problem: Problem): Promise<void> {
    this.scope = problem.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

class GiveUp implements Recovery {
  async recover(problem: Problem): Promise<void> {
    throw new Error(problem.code);
  }
}

export const recoveries = (url: URL, provider: OAuthClientProvider): Record<string, Recovery> => ({
  insufficient_scope: new StepUp(url, provider),
  invalid_token: new GiveUp(),
});

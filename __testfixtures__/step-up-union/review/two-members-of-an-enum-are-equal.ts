import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

enum Answer {
  Ignore = 1,
  Fail = 0,
  StepUp,
}

function answerTo(code: string | undefined): Answer {
  if (code === "insufficient_scope") return Answer.StepUp;
  return code === "invalid_token" ? Answer.Fail : Answer.Ignore;
}

export class Client {
  private scope: string | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
  ) {}

  async handle(reply: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (answerTo(error) !== Answer.StepUp) return;
    this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

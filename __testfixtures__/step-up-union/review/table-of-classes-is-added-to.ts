import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const ACTIONS: Record<string, string> = { insufficient_scope: "step-up", invalid_token: "login" };
const KINDS = new Map([
  ["insufficient_scope", "step-up"],
  ["invalid_token", "login"],
]);

export function learn(code: string): void {
  ACTIONS[code] = "step-up";
  KINDS.set(code, "step-up");
}

export class Client {
  private scope: string | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
  ) {}

  async byRecord(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (ACTIONS[error] === "step-up") {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async byMap(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (KINDS.get(error) === "step-up") {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { readInto } from "@acme/settings";

const LIST = ["insufficient_scope"];
const LISTED = LIST;
const KNOWN = new Set(["insufficient_scope"]);
const ACTIONS = new Map([["insufficient_scope", "raise"]]);
const HANDLED: Record<string, boolean> = { insufficient_scope: true };

export function learn(code: string): void {
  LISTED.push(code);
  const actions = ACTIONS;
  actions.set(code, "raise");
}

readInto(KNOWN);
readInto(HANDLED);

export class Client {
  private scope: string | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
  ) {}

  async byList(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (LIST.includes(error)) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async bySet(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (KNOWN.has(error)) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async byMap(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (ACTIONS.has(error)) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async byRecord(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (HANDLED[error]) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const settings = { kind: "none", code: "insufficient_scope" };
const sameSettings = settings;

class Kinds {
  static other = "none";
}

const defaults = { kind: "none", ...JSON.parse("{}") };

export function learn(kind: string): void {
  settings.kind = kind;
  sameSettings.code = kind;
  Kinds.other = kind;
}

const bySettings = (code?: string) => (code === "insufficient_scope" ? "step-up" : settings.kind);
const byStatic = (code?: string) => (code === "insufficient_scope" ? "step-up" : Kinds.other);
const bySpread = (code?: string) => (code === "insufficient_scope" ? "step-up" : defaults.kind);

export class Client {
  private scope: string | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
  ) {}

  async bySettings(reply: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (bySettings(error) === "step-up") {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async byStatic(reply: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (byStatic(error) === "step-up") {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async bySpread(reply: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (bySpread(error) === "step-up") {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async byCode(reply: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (error === settings.code) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

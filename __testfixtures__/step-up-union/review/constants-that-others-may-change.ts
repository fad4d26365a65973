import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { NONE, STEP_UP, answers } from "@acme/settings";

const KEPT = ["insufficient_scope"];
const GIVEN = new Set(["insufficient_scope"]);

export class Settings {
  static kind = "none";
  readonly list = KEPT;

  learn(code: string): void {
    this.list.push(code);
    (this.constructor as typeof Settings).kind = code;
  }
}

export const given = (): Set<string> => GIVEN;

const byName = (code: string) => (code === "insufficient_scope" ? STEP_UP : NONE);
const byStatic = (code: string) => (code === "insufficient_scope" ? "step-up" : Settings.kind);
const byOther = (code: string) => (code === "insufficient_scope" ? "step-up" : answers.kind);

export class Client {
  private scope: string | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
  ) {}

  async isImported(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (byName(error) === STEP_UP) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async isReachedByInstances(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (byStatic(error) === "step-up") {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async isNotTheSame(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (byOther(error) !== answers.kind) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async isKept(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (KEPT.includes(error)) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async isGiven(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (GIVEN.has(error)) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

import { readInto } from "@acme/settings";
import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const LISTED = ["insufficient_scope"] as const;
const KNOWN: ReadonlySet<string> = new Set(["insufficient_scope"]);
const KINDS = { stepUp: "step-up", none: "none" } as const satisfies Record<string, string>;
const CODES: Readonly<Record<string, string>> = { missing: "insufficient_scope" };
const FROZEN = Object.freeze({ missing: "insufficient_scope" });

readInto([LISTED, KNOWN, KINDS, CODES, FROZEN]);

const kindOf = (code: string) => (code === "insufficient_scope" ? KINDS.stepUp : KINDS.none);

export class Client {
  private scope: string | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
  ) {}

  async isListed(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if ((LISTED as readonly string[]).includes(error)) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async isKnown(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (KNOWN.has(error)) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async isOfAKind(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (kindOf(error) === KINDS.stepUp) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async isAReadonlyCode(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (error === CODES.missing) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async isAFrozenCode(reply: Response): Promise<void> {
    const { error = "", scope } = extractWWWAuthenticateParams(reply);
    if (error === FROZEN.missing) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

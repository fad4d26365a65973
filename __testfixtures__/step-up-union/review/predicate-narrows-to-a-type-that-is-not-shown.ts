import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export const SCOPES = ["mail.read", "mail.send", "mail.admin"] as const;
export type MailScope = (typeof SCOPES)[number];

const isMailScope = (s: string | undefined): s is MailScope => SCOPES.includes(s as MailScope);

export class Mail {
  private wanted?: MailScope;
  constructor(private readonly provider: OAuthClientProvider, private readonly url: URL) {}

  async onDenied(body: { error: string; scope?: string }) {
    if (body.error !== "insufficient_scope") return;
    const scope = body.scope;
    if (!isMailScope(scope)) return;
    this.wanted = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.wanted });
  }
}

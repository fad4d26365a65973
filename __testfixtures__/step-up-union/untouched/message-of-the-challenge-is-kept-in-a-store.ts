import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

interface Store {
  keep(text: string): void;
  save(record: { scope: string }): void;
}

/** What a person is told of a challenge, wherever it is kept meanwhile. */
function messageOf(scope: string | undefined): string {
  if (!scope) return "Permissions are missing. Log in again, then retry what failed.";
  return `Permissions that were asked for are missing (${scope}). Log in again, then retry.`;
}

export class Connection {
  private scopeMessage = "";

  constructor(
    private readonly url: URL,
    private readonly store: Store,
  ) {}

  async send(body: string): Promise<Response> {
    const response = await fetch(this.url, { method: "POST", body });
    if (response.status !== 403) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scopeMessage = messageOf(scope);
      this.store.keep(messageOf(scope));
      this.store.save({ scope: messageOf(scope) });
    }
    return response;
  }

  get problem(): string {
    return this.scopeMessage;
  }
}

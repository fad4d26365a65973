import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** What the server says, and over it what the operator has set. */
function parse(header: string, settings: [string, string][]) {
  const parameters: Record<string, string> = {};
  for (const [, name = "", value = ""] of header.matchAll(/(\w+)="([^"]*)"/g)) parameters[name] = value;
  settings.forEach(([name, value]) => {
    parameters[name] = value;
  });
  return { error: parameters.error, scope: parameters.scope };
}

export class Depot {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly settings: [string, string][],
  ) {}

  async read(path: string, again = true): Promise<Response> {
    const response = await fetch(new URL(path, this.url));
    const challenge = parse(response.headers.get("www-authenticate") ?? "", this.settings);
    if (response.status !== 403 || challenge.error !== "insufficient_scope" || !again) return response;
    this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return result === "AUTHORIZED" ? this.read(path, false) : response;
  }
}

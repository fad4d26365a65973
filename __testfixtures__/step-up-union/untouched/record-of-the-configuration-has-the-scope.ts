import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** Lines of a configuration file: they name all that the client ever asks for. */
function read(lines: string): { scope: string | undefined } {
  const settings: Record<string, string> = {};
  for (const line of lines.split("\n")) {
    const [name = "", value = ""] = line.split("=");
    settings[name] = value;
  }
  return { scope: settings.scope };
}

export class Museum {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly lines: string,
  ) {}

  async read(path: string): Promise<Response> {
    const response = await fetch(new URL(path, this.url));
    const challenge = response.headers.get("www-authenticate") ?? "";
    if (response.status !== 403 || !challenge.includes('error="insufficient_scope"')) return response;
    this.scope = read(this.lines).scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(new URL(path, this.url));
  }
}

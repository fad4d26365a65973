import { ClientCredentialsProvider, PrivateKeyJwtProvider } from "@modelcontextprotocol/sdk/client/auth-extensions.js";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

/** `fetchToken` of the SDK asks for the scope of the provider's metadata, whatever `auth()` was given. */
export class Worker {
  private readonly credentials: ClientCredentialsProvider;
  private scope?: string;

  constructor(private readonly url: URL, clientId: string, clientSecret: string) {
    this.credentials = new ClientCredentialsProvider({ clientId, clientSecret });
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink
    await auth(this.credentials, { serverUrl: this.url, scope: this.scope });
  }
}

const key = new PrivateKeyJwtProvider({ clientId: "job", privateKey: "", algorithm: "RS256" });
let asked: string | undefined;

export async function onForbidden(response: Response): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope" || !scope) return;
  asked = scope; // expect: review unfit-sink
  await auth(key, { serverUrl: "https://mcp.example", scope: asked });
}
